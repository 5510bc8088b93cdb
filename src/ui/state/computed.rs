//! An answer of the engine that is kept up to date while a screen is there.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::workspace::Edition;
use crate::jobs::protocol::JobError;

/// What an analysis of a table in use is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question<O> {
    /// Of which rows.
    pub edition: Edition,
    /// By which rules.
    pub options: O,
}

/// The latest answer to a question that changes. `Copy`: signals inside.
///
/// Made in a shared state it outlives the screen that keeps it up to date, so that a visit to another screen and back
/// needs no new answer.
#[derive(Debug)]
pub struct Computed<W: Send + Sync + 'static, R: Send + Sync + 'static> {
    wanted: Memo<Option<W>>,
    answer: RwSignal<Option<(W, Arc<R>)>>,
    failure: RwSignal<Option<(W, JobError)>>,
    /// Counts up when the user asks once more.
    repeats: RwSignal<u32>,
    value: Signal<Option<Arc<R>>>,
    is_there: Memo<bool>,
    is_stale: Signal<bool>,
    failed: Signal<Option<JobError>>,
}

impl<W: Send + Sync + 'static, R: Send + Sync + 'static> Clone for Computed<W, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W: Send + Sync + 'static, R: Send + Sync + 'static> Copy for Computed<W, R> {}

impl<O, R> Computed<Question<O>, R>
where
    O: Clone + PartialEq + Send + Sync + 'static,
    R: Send + Sync + 'static,
{
    /// An answer about the rows of `edition`, by the rules of `options`. Those of another table are never in sight.
    pub fn of_table(edition: Memo<Option<Edition>>, options: impl Fn() -> O + Send + Sync + 'static) -> Self {
        let wanted = Memo::new(move |_| edition.get().map(|edition| Question { edition, options: options() }));
        Self::new(wanted, |earlier, wanted| earlier.edition.since == wanted.edition.since)
    }

    /// The rows that the answer in sight is about, by [`Edition::generation`].
    pub fn generation(self) -> Option<u32> {
        self.answer.with(|answer| answer.as_ref().map(|(question, _)| question.edition.generation))
    }

    /// What is wanted of the same rows only while somebody looks, as it takes longer than this answer: their generation
    /// and the options.
    pub fn while_open<P>(
        self,
        open: Signal<bool>,
        options: impl Fn() -> P + Send + Sync + 'static,
    ) -> Memo<Option<(u32, P)>>
    where
        P: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            let generation = open.get().then(|| self.generation()).flatten()?;
            Some((generation, options()))
        })
    }
}

impl<W, R> Computed<W, R>
where
    W: Clone + PartialEq + Send + Sync + 'static,
    R: Send + Sync + 'static,
{
    /// No answer yet; see [`Computed::keep_up`]. `may_stand` tells whether the answer to an earlier question may be in
    /// sight while that to the wanted one is under way.
    pub fn new(wanted: Memo<Option<W>>, may_stand: fn(&W, &W) -> bool) -> Self {
        let (answer, failure) = (RwSignal::new(None::<(W, Arc<R>)>), RwSignal::new(None::<(W, JobError)>));
        let value = Signal::derive(move || {
            wanted.with(|wanted| {
                let stands = |question: &W| wanted.as_ref().is_none_or(|wanted| may_stand(question, wanted));
                let found = |(question, value): &(W, Arc<R>)| stands(question).then(|| Arc::clone(value));
                answer.with(|answer| answer.as_ref().and_then(found))
            })
        });
        let failed = Signal::derive(move || {
            let failure = wanted
                .with(|wanted| failure.with(|failure| failure.clone().filter(|(of, _)| Some(of) == wanted.as_ref())));
            failure.map(|(_, error)| error)
        });
        let is_answered =
            move || wanted.with(|wanted| answer.with(|answer| answer.as_ref().map(|(of, _)| of) == wanted.as_ref()));
        Self {
            wanted,
            answer,
            failure,
            repeats: RwSignal::new(0),
            value,
            is_there: Memo::new(move |_| value.with(Option::is_some)),
            is_stale: Signal::derive(move || failed.with(Option::is_none) && !is_answered()),
            failed,
        }
    }

    /// An answer that lives as long as the caller and is kept up to date all the time.
    pub fn keep<F>(wanted: Memo<Option<W>>, ask: impl Fn(W) -> F + 'static) -> Self
    where
        F: Future<Output = Result<R, JobError>> + 'static,
    {
        let computed = Self::new(wanted, |_, _| true);
        computed.keep_up(ask);
        computed
    }

    /// Asks whenever another answer is wanted, as long as the caller is there.
    ///
    /// One question is under way at a time, and always the latest: while a threshold is dragged, the results in between
    /// are shown as fast as they come and those that came too late are never asked for.
    pub fn keep_up<F>(self, ask: impl Fn(W) -> F + 'static)
    where
        F: Future<Output = Result<R, JobError>> + 'static,
    {
        let is_asking = StoredValue::new(false);
        let ask = StoredValue::new_local(Rc::new(ask));
        let run = move || {
            if is_asking.get_value() {
                return;
            }
            is_asking.set_value(true);
            spawn_local(async move {
                // Signals and questioner are gone once the screen has gone.
                while let Some(question) = self.open_question()
                    && let Some(ask) = ask.try_get_value()
                {
                    match ask(question.clone()).await {
                        Ok(answer) => {
                            self.failure.try_set(None);
                            self.answer.try_set(Some((question, Arc::new(answer))));
                        }
                        Err(error) => drop(self.failure.try_set(Some((question, error)))),
                    }
                }
                is_asking.try_update_value(|is_asking| *is_asking = false);
            });
        };
        Effect::new(move |_| {
            self.wanted.track();
            self.repeats.track();
            run();
        });
    }

    /// The question that is wanted, unless it has been answered or has failed.
    fn open_question(self) -> Option<W> {
        let wanted = self.wanted.try_get_untracked().flatten()?;
        let is_answered = self
            .answer
            .try_with_untracked(|answer| answer.as_ref().is_some_and(|(question, _)| *question == wanted))?;
        let has_failed =
            self.failure.try_with_untracked(|error| error.as_ref().is_some_and(|(question, _)| *question == wanted))?;
        (!is_answered && !has_failed).then_some(wanted)
    }

    /// The latest answer; that to an earlier question while a new one is under way.
    #[must_use]
    pub const fn value(self) -> Signal<Option<Arc<R>>> {
        self.value
    }

    /// The answer to the latest question; none while it is under way.
    #[must_use]
    pub fn latest(self) -> Signal<Option<Arc<R>>> {
        Signal::derive(move || if self.is_stale.get() { None } else { self.value.get() })
    }

    /// Whether there is an answer.
    #[must_use]
    pub const fn is_there(self) -> Memo<bool> {
        self.is_there
    }

    /// Whether the answer in sight is not yet that to the latest question.
    #[must_use]
    pub const fn is_stale(self) -> Signal<bool> {
        self.is_stale
    }

    /// Why there is no newer answer.
    #[must_use]
    pub const fn failure(self) -> Signal<Option<JobError>> {
        self.failed
    }

    /// Asks once more after an error.
    #[must_use]
    pub fn again(self) -> Callback<()> {
        Callback::new(move |()| {
            self.failure.set(None);
            self.repeats.update(|repeats| *repeats = repeats.wrapping_add(1));
        })
    }
}
