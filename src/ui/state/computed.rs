//! An answer of the engine that is kept up to date while a screen is there.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::jobs::protocol::JobError;

/// The latest answer. `Copy`: signals inside.
#[derive(Debug)]
pub struct Computed<W: Send + Sync + 'static, R: Send + Sync + 'static> {
    value: RwSignal<Option<(W, Arc<R>)>>,
    failure: RwSignal<Option<JobError>>,
    wanted: Memo<Option<W>>,
    again: Callback<()>,
}

impl<W: Send + Sync + 'static, R: Send + Sync + 'static> Clone for Computed<W, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W: Send + Sync + 'static, R: Send + Sync + 'static> Copy for Computed<W, R> {}

impl<W, R> Computed<W, R>
where
    W: Clone + PartialEq + Send + Sync + 'static,
    R: Send + Sync + 'static,
{
    /// Asks whenever `wanted` changes. One question is under way at a time, and always the latest.
    pub fn keep<F>(wanted: Memo<Option<W>>, ask: impl Fn(W) -> F + 'static) -> Self
    where
        F: Future<Output = Result<R, JobError>> + 'static,
    {
        let (value, failure) = (RwSignal::new(None), RwSignal::new(None));
        let running = StoredValue::new(false);
        let done = StoredValue::new(None::<W>);
        let ask = StoredValue::new_local(Rc::new(ask));
        let run = move || {
            if running.get_value() {
                return;
            }
            running.set_value(true);
            spawn_local(async move {
                // The signals are gone once the screen has gone.
                while let Some(Some(job)) = wanted.try_get_untracked()
                    && done.try_with_value(|done| done.as_ref() != Some(&job)) == Some(true)
                    && let Some(ask) = ask.try_get_value()
                {
                    let answer = ask(job.clone()).await;
                    if wanted.try_get_untracked().flatten().as_ref() == Some(&job) {
                        match answer {
                            Ok(answer) => {
                                failure.try_set(None);
                                value.try_set(Some((job.clone(), Arc::new(answer))));
                            }
                            Err(error) => drop(failure.try_set(Some(error))),
                        }
                    }
                    done.try_update_value(|done| *done = Some(job));
                }
                running.try_update_value(|running| *running = false);
            });
        };
        Effect::new(move |_| {
            if wanted.with(Option::is_some) {
                run();
            }
        });
        let again = Callback::new(move |()| {
            failure.set(None);
            done.set_value(None);
            run();
        });
        Self { value, failure, wanted, again }
    }

    /// The latest answer; that to an earlier question while a new one is under way.
    #[must_use]
    pub fn value(self) -> Signal<Option<Arc<R>>> {
        Signal::derive(move || self.value.with(|value| value.as_ref().map(|(_, answer)| Arc::clone(answer))))
    }

    /// Whether there is an answer.
    #[must_use]
    pub fn is_there(self) -> Memo<bool> {
        Memo::new(move |_| self.value.with(Option::is_some))
    }

    /// Whether the answer in sight is not yet that to the latest question.
    #[must_use]
    pub fn is_stale(self) -> Signal<bool> {
        Signal::derive(move || {
            let wanted = self.wanted.get();
            self.failure.with(Option::is_none)
                && self.value.with(|value| value.as_ref().map(|(question, _)| question) != wanted.as_ref())
        })
    }

    /// Why there is no newer answer.
    #[must_use]
    pub fn failure(self) -> Signal<Option<JobError>> {
        self.failure.into()
    }

    /// Asks once more after an error.
    #[must_use]
    pub fn again(self) -> Callback<()> {
        self.again
    }
}
