//! Asks the engine for the matrix whenever the table or the rules change.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::AbcXyzState;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::jobs::protocol::{JobError, Request, Response};
use crate::ui::state::workspace::use_workspace;

/// What is to be computed: the table and the rules.
type Wanted = (u32, AbcXyzOptions);

/// Keeps `state` up to date while the screen is there. Returns what asks once more after an error.
///
/// One question is under way at a time, and always the latest: while a threshold is dragged, the results in between
/// are shown as fast as they come and those that came too late are never asked for.
pub(super) fn keep_computed(state: AbcXyzState) -> Callback<()> {
    let workspace = use_workspace();
    let generation = Memo::new(move |_| workspace.loaded().with(|loaded| loaded.as_ref().map(|loaded| loaded.generation)));
    let wanted = Memo::new(move |_| generation.get().map(|generation| (generation, state.options().get())));
    let running = StoredValue::new(false);
    let done = StoredValue::new(None::<Wanted>);

    let run = move || {
        if running.get_value() {
            return;
        }
        running.set_value(true);
        spawn_local(async move {
            // The signals are gone once the screen has gone.
            while let Some(Some(job)) = wanted.try_get_untracked()
                && done.try_get_value().is_some_and(|done| done != Some(job))
            {
                let answer = match workspace.ask(Request::AbcXyz(job.1)).await {
                    Ok(Response::AbcXyz(summary)) => Ok(summary),
                    Ok(_) => Err(JobError::EngineStopped),
                    Err(error) => Err(error),
                };
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
            if state.generation().get_untracked().is_some_and(|shown| shown != generation) {
                state.forget_result();
            }
            // A visit to another screen and back needs no new result.
            let here = state.summary().with_untracked(|summary| summary.as_ref().map(|summary| summary.options));
            if here == Some(options) && state.generation().get_untracked() == Some(generation) {
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
