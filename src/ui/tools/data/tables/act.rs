//! What can be done to a kept table, each with its undo.
//!
//! An undo outlives the screen that offered it, so nothing here is a `Callback`.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::state::failures::{Failures, use_failures};
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::state::toasts::{ToastKind, Toasts, use_toasts};
use crate::ui::state::workspace::{Workspace, use_workspace};

/// Acts on kept tables and says what was done.
#[derive(Clone, Copy, Debug)]
pub struct Acts {
    workspace: Workspace,
    failures: Failures,
    toasts: Toasts,
    i18n: I18n,
}

impl Acts {
    /// Opens a table.
    pub fn open(self, id: String) {
        spawn_local(async move { self.failures.tell_any(self.workspace.open_table(id).await) });
    }

    /// Gives a table another name.
    pub fn rename(self, id: &str, name: String) {
        self.workspace.rename_table(id, name);
    }

    /// Removes a table.
    pub fn remove(self, id: String, name: &str) {
        let was_loaded = self.workspace.remove_table(&id);
        let text = untrack(move || self.i18n.text());
        self.toasts.show_with_action(
            ToastKind::Good,
            (text.tables().list.removed)(name),
            text.shell().undo,
            move || {
                let id = id.clone();
                spawn_local(async move { self.failures.tell_any(self.workspace.restore_table(id, was_loaded).await) });
            },
        );
    }

    /// Lets a file of a table take no part any more.
    pub fn take_out(self, table: String, import: String, file_name: &str) {
        self.set_import_removed(table.clone(), import.clone(), true);
        let text = untrack(move || self.i18n.text());
        self.toasts.show_with_action(
            ToastKind::Good,
            (text.tables().list.taken_out)(file_name),
            text.shell().undo,
            move || self.set_import_removed(table.clone(), import.clone(), false),
        );
    }

    /// Lets a file of a table take part again.
    pub fn put_back(self, table: String, import: String) {
        self.set_import_removed(table, import, false);
    }

    fn set_import_removed(self, table: String, import: String, is_removed: bool) {
        spawn_local(async move {
            self.failures.tell_any(self.workspace.set_import_removed(table, import, is_removed).await);
        });
    }
}

/// What acts on kept tables.
#[must_use]
pub fn use_acts() -> Acts {
    Acts { workspace: use_workspace(), failures: use_failures(), toasts: use_toasts(), i18n: use_i18n() }
}
