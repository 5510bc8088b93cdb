//! A card on its way to another cell: dragged by the pointer, moved by keys, or sent by a choice.

use leptos::prelude::*;

use crate::analytics::segmentation::flow::FlowCell;
use crate::platform::{drop_place, navigation};
use crate::ui::state::flow::{FlowState, use_flow};
use crate::ui::state::i18n::{I18n, use_i18n};

/// A card under the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dragged {
    /// Which.
    pub id: u64,
    /// Where it was taken.
    from: (f64, f64),
    /// How far it has been dragged; `None` while it may still be a press.
    pub by: Option<(f64, f64)>,
}

/// A press may tremble by so many pixels.
const TREMBLE: f64 = 5.0;

/// What the board and its cards share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moving {
    state: FlowState,
    i18n: I18n,
    /// The card under the pointer.
    pub dragged: RwSignal<Option<Dragged>>,
    /// The cell that it is over.
    pub over: RwSignal<Option<FlowCell>>,
    /// What is said of the last move.
    pub said: RwSignal<String>,
}

impl Moving {
    /// Provides it to everything below.
    pub fn provide() -> Self {
        let moving = Self {
            state: use_flow(),
            i18n: use_i18n(),
            dragged: RwSignal::new(None),
            over: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        };
        provide_context(moving);
        moving
    }

    /// The pointer takes a card.
    pub fn take(self, id: u64, x: f64, y: f64) {
        self.dragged.set(Some(Dragged { id, from: (x, y), by: None }));
    }

    /// The pointer goes on; whether the card now begins to follow it.
    pub fn drag(self, x: f64, y: f64) -> bool {
        let Some(dragged) = self.dragged.get_untracked() else { return false };
        let by = (x - dragged.from.0, y - dragged.from.1);
        if dragged.by.is_none() && by.0.abs() < TREMBLE && by.1.abs() < TREMBLE {
            return false;
        }
        self.dragged.set(Some(Dragged { by: Some(by), ..dragged }));
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
        let over = drop_place::at(x as f32, y as f32).and_then(|place| cell_of(&place));
        if over != self.over.get_untracked() {
            self.over.set(over);
        }
        dragged.by.is_none()
    }

    /// The pointer lets go.
    pub fn release(self) {
        let (dragged, over) = (self.dragged.get_untracked(), self.over.get_untracked());
        if dragged.is_some() {
            self.give_up();
        }
        if let (Some(Dragged { id, by: Some(_), .. }), Some(cell)) = (dragged, over) {
            self.put(id, cell);
        }
    }

    /// The card stays where it was.
    pub fn give_up(self) {
        self.dragged.set(None);
        self.over.set(None);
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
