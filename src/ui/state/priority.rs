//! The user's criteria, weights and groups, as a context. Kept over reloads, and the same in every tab.

use leptos::prelude::*;

use super::kept::Kept;
use super::shared::shared;
use super::storage::use_storage;
use crate::analytics::segmentation::priority::PriorityOptions;
use crate::profile::Priority;

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct PriorityRules {
    kept: Kept<Priority>,
}

impl PriorityRules {
    /// Criteria, weights, marks by hand and groups; without dates, which belong to a table.
    #[must_use]
    pub fn options(self) -> Signal<PriorityOptions> {
        let value = self.kept.value();
        Memo::new(move |_| value.with(|kept| PriorityOptions { window: None, ..kept.options.clone() })).into()
    }

    /// Takes other ones, also while a weight is dragged.
    pub fn set(self, options: PriorityOptions) {
        self.kept.edit_typed(move |kept| kept.options = PriorityOptions { window: None, ..options.clone() });
    }
}

/// The user's criteria.
///
/// # Panics
/// Never in the app: the root provides the store.
#[must_use]
pub fn use_priority_rules() -> PriorityRules {
    shared(|| PriorityRules { kept: Kept::open(use_storage()) })
}
