//! The user's own texts for the cells of the matrix, as a context. Kept over reloads, followed over tabs.

use leptos::prelude::*;

use super::kept::Kept;
use super::shared::shared;
use super::storage::use_storage;
use crate::analytics::segmentation::abc_xyz::Cell;
use crate::profile::{CellText, CellTexts};

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct CellTextsState {
    kept: Kept<CellTexts>,
}

impl CellTextsState {
    /// The user's own text for a cell; `None` while the starting text stands.
    #[must_use]
    pub fn get(self, cell: Cell) -> Signal<Option<CellText>> {
        let value = self.kept.value();
        Memo::new(move |_| value.with(|texts| texts.get(cell).cloned())).into()
    }

    /// Takes a text as it is typed.
    pub fn set(self, cell: Cell, text: CellText) {
        self.kept.edit_typed(move |texts| texts.set(cell, text.clone()));
    }

    /// Puts the starting text back.
    pub fn reset(self, cell: Cell) {
        self.kept.edit(move |texts| texts.reset(cell));
    }
}

/// The user's own texts for the cells of the matrix.
///
/// # Panics
/// Never in the app: the root provides the store.
#[must_use]
pub fn use_cell_texts() -> CellTextsState {
    shared(|| CellTextsState { kept: Kept::open(use_storage()) })
}
