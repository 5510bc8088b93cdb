//! Keeps the result of an analysis up to date with the table and the rules.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::jobs::protocol::{JobError, Request, Response};
use crate::ui::state::workspace::use_workspace;

/// What a screen wants computed, and where its result is kept. Signals inside.
pub trait Computed: Copy + Send + Sync + 'static {
    /// The rules.
    type Options: Clone + PartialEq + Send + Sync + 'static;
    /// The result.
    type Summary: Send + Sync + 'static;

    /// The question to the engine.
    fn request(options: Self::Options) -> Request;
    /// The result in an answer to it.
    fn result(answer: Response) -> Option<Self::Summary>;
    /// The rules that a result was computed with.
    fn options_of(summary: &Self::Summary) -> &Self::Options;

    /// The rules wanted.
    fn options(self) -> Signal<Self::Options>;
    /// The latest result.
    fn summary(self) -> Signal<Option<Arc<Self::Summary>>>;
    /// The table that the result is of.
    fn generation(self) -> Signal<Option<u32>>;
    /// Takes in an answer. Does nothing once the screen has gone.
    fn receive(self, generation: u32, answer: Result<Self::Summary, JobError>);
    /// Another table was loaded: what belongs to the old one goes.
    fn forget_result(self);
    /// Takes an error away, so that the engine is asked once more.
    fn clear_failure(self);
}

/// Keeps `state` up to date while the screen is there. Returns what asks once more after an error.
///
/// One question is under way at a time, and always the latest: while a threshold is dragged, the results in between
/// are shown as fast as they come and those that came too late are never asked for.
pub fn keep_computed<S: Computed>(state: S) -> Callback<()> {
    let workspace = use_workspace();
    let generation =
        Memo::new(move |_| workspace.loaded().with(|loaded| loaded.as_ref().map(|loaded| loaded.generation)));
    let since = Memo::new(move |_| workspace.loaded().with(|loaded| loaded.as_ref().map(|loaded| loaded.since)));
    let wanted = Memo::new(move |_| generation.get().map(|generation| (generation, state.options().get())));
    let running = StoredValue::new(false);
    let done = StoredValue::new(None::<(u32, S::Options)>);

    let run = move || {
        if running.get_value() {
            return;
        }
        running.set_value(true);
        spawn_local(async move {
            // The signals are gone once the screen has gone.
            while let Some(Some(job)) = wanted.try_get_untracked()
                && done.try_get_value().is_some_and(|done| done.as_ref() != Some(&job))
            {
                let answer = workspace.ask(S::request(job.1.clone())).await;
                let answer = answer.and_then(|answer| S::result(answer).ok_or(JobError::EngineStopped));
                if wanted.try_get_untracked().flatten().is_some_and(|wanted| wanted.0 == job.0) {
                    state.receive(job.0, answer);
                }
                done.try_update_value(|done| *done = Some(job));
            }
            running.try_update_value(|running| *running = false);
        });
    };

    Effect::new(move |_| {
        if let Some((generation, options)) = wanted.get() {
            // Other rows of the same table leave the dates and the choices as they are.
            let shown = state.generation().get_untracked().zip(since.get_untracked());
            if shown.is_some_and(|(shown, since)| shown < since) {
                state.forget_result();
            }
            // A visit to another screen and back needs no new result.
            let is_here = state
                .summary()
                .with_untracked(|summary| summary.as_ref().is_some_and(|summary| *S::options_of(summary) == options));
            if is_here && state.generation().get_untracked() == Some(generation) {
                done.set_value(Some((generation, options)));
            }
            run();
        }
    });
    Callback::new(move |()| {
        state.clear_failure();
        done.set_value(None);
        run();
    })
}
