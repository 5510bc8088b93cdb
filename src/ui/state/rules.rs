//! The rules of the analyses, as a context. Kept over reloads.
//!
//! Another tab may be about another table: what is changed there is not taken over here.

use leptos::prelude::*;

use super::kept::Kept;
use super::storage::Storage;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::profile::Rules;

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct RulesState {
    kept: Kept<Rules>,
}

impl RulesState {
    /// Provides the context to everything below.
    pub fn provide(storage: Storage) -> Self {
        let rules = Self { kept: Kept::open(storage) };
        provide_context(rules);
        rules
    }

    /// The rules of the ABC-XYZ matrix as they were saved last.
    #[must_use]
    pub fn abc_xyz(self) -> AbcXyzOptions {
        self.kept.value().with_untracked(|rules| rules.abc_xyz)
    }

    /// Takes rules of the ABC-XYZ matrix, also while a threshold is dragged.
    pub fn set_abc_xyz(self, options: AbcXyzOptions) {
        self.kept.edit_typed(move |rules| rules.abc_xyz = options);
    }

    /// Takes what is in the store now, after a wipe or its undo.
    pub fn reload(self) {
        self.kept.discard();
    }
}
