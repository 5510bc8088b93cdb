//! The rules of the analyses, as a context. Kept over reloads.
//!
//! Another tab may be about another table: what is changed there is not taken over here. Days are of one table, and hold
//! while that one is in use.

use leptos::prelude::*;

use super::kept::Kept;
use super::shared::shared;
use super::storage::use_storage;
use super::workspace::{Workspace, use_workspace};
use crate::analytics::dataset::Family;
use crate::profile::Rules;

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct RulesState {
    workspace: Workspace,
    kept: Kept<Rules>,
    /// As they were chosen here.
    own: RwSignal<Rules>,
    in_force: Memo<Rules>,
}

impl RulesState {
    fn new() -> Self {
        let (storage, workspace) = (use_storage(), use_workspace());
        let kept = Kept::<Rules>::open(storage);
        let own = RwSignal::new(kept.value().get_untracked());
        storage.follow(move || own.set(kept.value().get_untracked()));
        let table = workspace.table_of(Family::Sales);
        let in_force =
            Memo::new(move |_| own.with(|own| table.with(|table| own.of_table(table.as_deref().unwrap_or_default()))));
        Self { workspace, kept, own, in_force }
    }

    /// The rules as they hold for the table in use.
    #[must_use]
    pub fn in_force(self) -> Memo<Rules> {
        self.in_force
    }

    /// Changes the rules while a table is in use, also while a threshold is dragged or a name is typed.
    pub fn change(self, change: impl Fn(&mut Rules) + Send + Sync + 'static) {
        let Some(table) = self.workspace.table_of(Family::Sales).get_untracked() else { return };
        let change = move |rules: &mut Rules| rules.change(&table, &change);
        self.own.update(&change);
        self.kept.edit_typed(change);
    }
}

/// The rules of the analyses.
///
/// # Panics
/// Never in the app: the root provides the store and the workspace.
#[must_use]
pub fn use_rules() -> RulesState {
    shared(RulesState::new)
}
