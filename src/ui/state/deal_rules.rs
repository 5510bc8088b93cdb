//! How deals are counted, as a context: by table, kept over reloads.

use leptos::prelude::*;

use super::kept::Kept;
use super::shared::shared;
use super::storage::use_storage;
use crate::profile::DealRules;
use crate::profile::deal_rules::TableRules;

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct DealRulesState {
    kept: Kept<DealRules>,
}

impl DealRulesState {
    /// The rules of a table.
    #[must_use]
    pub fn of(self, table: &str) -> TableRules {
        self.kept.value().with(|rules| rules.of(table))
    }

    /// Changes the rules of a table, also while something is typed.
    pub fn change(self, table: String, change: impl Fn(&mut TableRules) + Send + Sync + 'static) {
        self.kept.edit_typed(move |rules| rules.change(&table, &change));
    }
}

/// How deals are counted.
///
/// # Panics
/// Never in the app: the root provides the store.
#[must_use]
pub fn use_deal_rules() -> DealRulesState {
    shared(|| DealRulesState { kept: Kept::open(use_storage()) })
}
