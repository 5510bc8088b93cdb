//! A card on its way to another cell: dragged by the pointer, moved by keys, or sent by a choice.

use leptos::prelude::*;

use crate::analytics::segmentation::flow::FlowCell;
use crate::platform::navigation;
use crate::ui::state::flow::{FlowState, use_flow};
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::tools::dragging::Dragging;

/// A press may tremble by so many pixels.
const TREMBLE: i32 = 5;

/// What the board and its cards share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moving {
    state: FlowState,
    i18n: I18n,
    /// The card under the pointer, by its number.
    pub dragging: Dragging<u64, FlowCell>,
    /// What is said of the last move.
    pub said: RwSignal<String>,
}

impl Moving {
    /// Provides it to everything below.
    pub fn provide() -> Self {
        let moving = Self {
            state: use_flow(),
            i18n: use_i18n(),
            dragging: Dragging::new(TREMBLE, |key, _| cell_of(key?)),
            said: RwSignal::new(String::new()),
        };
        provide_context(moving);
        moving
    }

    /// The pointer lets go.
    pub fn release(self) {
        if let Some((id, cell)) = self.dragging.release() {
            self.put(id, cell);
        }
    }

    /// Puts a card into a cell, says so, and keeps the focus on it.
    pub fn put(self, id: u64, cell: FlowCell) {
        let board = self.state.board();
        let found = board.with_untracked(|board| {
            let item = board.items.iter().find(|item| item.id == id)?;
            Some((item.name.clone(), board.cell_of(item)))
        });
        let Some((name, before)) = found else { return };
        if before == cell {
            return;
        }
        self.state.change(move |board| board.change(id, |item| item.moved = Some(cell)));
        let text = untrack(move || self.i18n.text().flow());
        self.said.set((text.moved_to)(&name, (text.cell)(cell)));
        // The card stands elsewhere now, made anew.
        request_animation_frame(move || navigation::focus(&grip_id(id)));
    }
}

/// What the board and its cards share.
pub(super) fn use_moving() -> Moving {
    expect_context()
}

/// `id` of what a card is moved by.
pub(super) fn grip_id(id: u64) -> String {
    format!("flow-grip-{id}")
}

/// The cell of a [`FlowCell::key`].
fn cell_of(key: &str) -> Option<FlowCell> {
    FlowCell::ALL.into_iter().find(|cell| cell.key() == key)
}
