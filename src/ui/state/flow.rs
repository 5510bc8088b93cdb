//! The boards of the client flow, as a context. Kept over reloads, followed over tabs; what was done in this visit can
//! be undone, step by step.

use leptos::prelude::*;

use super::kept::Kept;
use super::shared::shared;
use super::storage::use_storage;
use crate::profile::FlowBoards;
use crate::profile::flow::{FlowBoard, FlowItem, FlowKind};

/// Steps that can be undone: more than anybody remembers.
const STEPS_MAX: usize = 50;

/// A board as it was before a step.
type Step = (FlowKind, FlowBoard);

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct FlowState {
    kept: Kept<FlowBoards>,
    /// Boards before each step, the latest last.
    past: RwSignal<Vec<Step>>,
}

impl FlowState {
    /// Which board is shown.
    #[must_use]
    pub fn shown(self) -> Memo<FlowKind> {
        let value = self.kept.value();
        Memo::new(move |_| value.with(|boards| boards.shown))
    }

    /// The board that is shown.
    #[must_use]
    pub fn board(self) -> Memo<FlowBoard> {
        let value = self.kept.value();
        Memo::new(move |_| value.with(|boards| boards.board(boards.shown).clone()))
    }

    /// Any of the boards.
    #[must_use]
    pub fn board_of(self, kind: FlowKind) -> Memo<FlowBoard> {
        let value = self.kept.value();
        Memo::new(move |_| value.with(|boards| boards.board(kind).clone()))
    }

    /// Shows another board.
    pub fn show(self, kind: FlowKind) {
        self.kept.edit(move |boards| boards.shown = kind);
    }

    /// Changes the board that is shown.
    pub fn change(self, change: impl Fn(&mut FlowBoard) + Send + Sync + 'static) {
        drop(self.change_for_now(change));
    }

    /// Changes the board that is shown, in a way that can be taken back: what takes it back.
    pub fn change_for_now(self, change: impl Fn(&mut FlowBoard) + Send + Sync + 'static) -> impl Fn() + Send + Sync {
        let kind = self.kept.value().with_untracked(|boards| boards.shown);
        self.change_of(kind, change)
    }

    /// Adds what is not on a board yet; how many that were, and what takes them back.
    pub fn add_to(self, kind: FlowKind, items: Vec<FlowItem>) -> (usize, impl Fn() + Send + Sync) {
        let count = self.kept.value().with_untracked(|boards| boards.board(kind).clone().add_new(items.clone()));
        let undo = self.change_of(kind, move |board| {
            board.add_new(items.clone());
        });
        (count, undo)
    }

    /// Whether there is a step to undo on the board that is shown.
    #[must_use]
    pub fn can_undo(self) -> Memo<bool> {
        let shown = self.shown();
        Memo::new(move |_| self.past.with(|past| past.iter().any(|(kind, _)| *kind == shown.get())))
    }

    /// Undoes the latest step on the board that is shown.
    pub fn undo(self) {
        let shown = self.kept.value().with_untracked(|boards| boards.shown);
        let latest = self.past.try_update(|past| {
            let place = past.iter().rposition(|(kind, _)| *kind == shown)?;
            Some(past.remove(place).1)
        });
        if let Some(before) = latest.flatten() {
            self.kept.edit(move |boards| *boards.board_mut(shown) = before.clone());
        }
    }

    /// Takes what is in the store now, after a wipe or its undo.
    pub fn reload(self) {
        self.past.set(Vec::new());
        self.kept.discard();
    }

    /// A step: what takes the board back to what it was before.
    fn change_of(
        self,
        kind: FlowKind,
        change: impl Fn(&mut FlowBoard) + Send + Sync + 'static,
    ) -> Box<dyn Fn() + Send + Sync> {
        let before = self.kept.value().with_untracked(|boards| boards.board(kind).clone());
        self.past.update(|past| {
            if past.len() >= STEPS_MAX {
                past.remove(0);
            }
            past.push((kind, before.clone()));
        });
        self.kept.edit(move |boards| change(boards.board_mut(kind)));
        Box::new(move || {
            let before = before.clone();
            self.kept.edit(move |boards| *boards.board_mut(kind) = before.clone());
        })
    }
}

/// The boards of the client flow.
///
/// # Panics
/// Never in the app: the root provides the store.
#[must_use]
pub fn use_flow() -> FlowState {
    shared(|| FlowState { kept: Kept::open(use_storage()), past: RwSignal::new(Vec::new()) })
}
