//! What did not work, said in passing.

use leptos::prelude::*;

use super::i18n::{I18n, use_i18n};
use super::toasts::{ToastKind, Toasts, use_toasts};
use crate::jobs::protocol::JobError;
use crate::ui::error_text::error_text;

/// Says what did not work. It outlives the screen that asked for it.
#[derive(Clone, Copy, Debug)]
pub struct Failures {
    i18n: I18n,
    toasts: Toasts,
}

impl Failures {
    /// Says what did not work, and what to do.
    pub fn tell(self, error: &JobError) {
        let text = error_text(error, untrack(move || self.i18n.format()));
        self.toasts.show(ToastKind::Bad, format!("{}. {}", text.heading, text.advice));
    }

    /// Says that something in particular did not work, why, and what to do.
    pub fn tell_of(self, failed: &str, error: &JobError) {
        let text = error_text(error, untrack(move || self.i18n.format()));
        self.toasts.show(ToastKind::Bad, format!("{failed}. {}. {}", text.heading, text.advice));
    }

    /// Says what did not work, if something did not.
    pub fn tell_any<T>(self, outcome: Result<T, JobError>) {
        if let Err(error) = outcome {
            self.tell(&error);
        }
    }
}

/// What says what did not work.
#[must_use]
pub fn use_failures() -> Failures {
    Failures { i18n: use_i18n(), toasts: use_toasts() }
}
