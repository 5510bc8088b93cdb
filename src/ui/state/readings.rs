//! How files were read before, as a context. Kept over reloads, followed over tabs.

use leptos::prelude::*;

use super::kept::Kept;
use super::shared::shared;
use super::storage::use_storage;
use crate::profile::{Reading, Readings};

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct ReadingsState {
    kept: Kept<Readings>,
}

impl ReadingsState {
    /// How files with these headers were read.
    #[must_use]
    pub fn recall(self, key: &str) -> Option<Reading> {
        self.kept.value().with_untracked(|readings| readings.get(key).cloned())
    }

    /// Whether nothing is remembered of any file.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.kept.value().with_untracked(Readings::is_empty)
    }

    /// Remembers a reading in place of the one before.
    pub fn remember(self, reading: Reading) {
        self.kept.edit(move |readings| readings.remember(reading.clone()));
    }

    /// Forgets how files with these headers were read.
    pub fn forget(self, key: String) {
        self.kept.edit(move |readings| readings.forget(&key));
    }
}

/// How files were read before.
///
/// # Panics
/// Never in the app: the root provides the store.
#[must_use]
pub fn use_readings() -> ReadingsState {
    shared(|| ReadingsState { kept: Kept::open(use_storage()) })
}
