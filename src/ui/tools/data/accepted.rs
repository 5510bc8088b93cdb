//! What is said when a file became part of a table, with its undo.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::jobs::protocol::JobError;
use crate::ui::state::failures::{Failures, use_failures};
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::state::toasts::{ToastKind, Toasts, use_toasts};
use crate::ui::state::workspace::{Acceptance, Destination, ImportUndo, Workspace, use_workspace};

/// Says what became of an accepted file. It outlives the screen that asked for it.
#[derive(Clone, Copy, Debug)]
pub struct Accepted {
    workspace: Workspace,
    failures: Failures,
    toasts: Toasts,
    i18n: I18n,
}

impl Accepted {
    /// Says what became of the file; whether it is a table now, or part of one.
    pub fn tell(self, outcome: Result<Acceptance, JobError>, destination: Destination) -> bool {
        match outcome {
            Ok(Acceptance::Begun) => true,
            Ok(Acceptance::Joined { file_name, undo }) => {
                self.offer_undo(*undo, destination, &file_name);
                true
            }
            Ok(Acceptance::Dropped) => false,
            Err(error) => {
                self.failures.tell(&error);
                false
            }
        }
    }

    fn offer_undo(self, undo: ImportUndo, destination: Destination, file_name: &str) {
        let text = untrack(move || self.i18n.text());
        let texts = &text.tables().destination;
        let said = if destination == Destination::Replace { texts.replaced } else { texts.appended };
        self.toasts.show_with_action(
            ToastKind::Good,
            said(file_name, &undo.before.name),
            text.shell().undo,
            move || {
                let undo = undo.clone();
                spawn_local(async move { self.failures.tell_any(self.workspace.undo_import(undo).await) });
            },
        );
    }
}

/// What says what became of an accepted file.
#[must_use]
pub fn use_accepted() -> Accepted {
    Accepted { workspace: use_workspace(), failures: use_failures(), toasts: use_toasts(), i18n: use_i18n() }
}
