//! The rules of the analyses, as a context. Kept over reloads.
//!
//! Another tab may be about another table: what is changed there is not taken over here.

use leptos::prelude::*;

use super::kept::Kept;
use super::shared::shared;
use super::storage::use_storage;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::rfm::RfmOptions;
use crate::profile::{MigrationWindows, Rules};

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct RulesState {
    kept: Kept<Rules>,
}

impl RulesState {
    /// The rules of the ABC-XYZ matrix as they were saved last.
    #[must_use]
    pub fn abc_xyz(self) -> AbcXyzOptions {
        self.kept.value().with_untracked(|rules| rules.abc_xyz)
    }

    /// Takes rules of the ABC-XYZ matrix, also while a threshold is dragged.
    pub fn set_abc_xyz(self, options: AbcXyzOptions) {
        self.kept.edit_typed(move |rules| rules.abc_xyz = options);
    }

    /// The rules of RFM as they were saved last.
    #[must_use]
    pub fn rfm(self) -> RfmOptions {
        self.kept.value().with_untracked(|rules| rules.rfm.clone())
    }

    /// Takes rules of RFM, also while a name is typed.
    pub fn set_rfm(self, options: RfmOptions) {
        self.kept.edit_typed(move |rules| rules.rfm.clone_from(&options));
    }

    /// The windows of migration as they were saved last.
    #[must_use]
    pub fn migration(self) -> MigrationWindows {
        self.kept.value().with_untracked(|rules| rules.migration)
    }

    /// Takes windows of migration.
    pub fn set_migration(self, windows: MigrationWindows) {
        self.kept.edit_typed(move |rules| rules.migration = windows);
    }

    /// Takes what is in the store now, after a wipe or its undo.
    pub fn reload(self) {
        self.kept.discard();
    }
}

/// The rules of the analyses.
///
/// # Panics
/// Never in the app: the root provides the store.
#[must_use]
pub fn use_rules() -> RulesState {
    shared(|| RulesState { kept: Kept::open(use_storage()) })
}
