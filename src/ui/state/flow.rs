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

/// A board before and after a step.
#[derive(Clone, Debug)]
struct Step {
    kind: FlowKind,
    before: FlowBoard,
    after: FlowBoard,
}

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct FlowState {
    kept: Kept<FlowBoards>,
    shown: Memo<FlowKind>,
    board: Memo<FlowBoard>,
    /// What was done, the latest last.
    past: RwSignal<Vec<Step>>,
}

impl FlowState {
    fn new() -> Self {
        let storage = use_storage();
        let kept = Kept::<FlowBoards>::open(storage);
        let value = kept.value();
        let past = RwSignal::new(Vec::new());
        // Steps on boards that are gone cannot be taken back.
        storage.follow(move || past.set(Vec::new()));
        Self {
            kept,
            shown: Memo::new(move |_| value.with(|boards| boards.shown)),
            board: Memo::new(move |_| value.with(|boards| boards.board(boards.shown).clone())),
            past,
        }
    }

    /// Which board is shown.
    #[must_use]
    pub const fn shown(self) -> Memo<FlowKind> {
        self.shown
    }

    /// The board that is shown.
    #[must_use]
    pub const fn board(self) -> Memo<FlowBoard> {
        self.board
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
        drop(self.change_undoable(change));
    }

    /// Changes the board that is shown, in a way that can be taken back: what takes it back.
    pub fn change_undoable(self, change: impl Fn(&mut FlowBoard) + Send + Sync + 'static) -> impl Fn() + Send + Sync {
        self.change_of(self.shown.get_untracked(), change)
    }

    /// Adds to the board that is shown as many as it has room for; how many that were.
    pub fn add_all(self, items: Vec<FlowItem>) -> usize {
        let fitting = self.board.with_untracked(FlowBoard::room).min(items.len());
        if fitting > 0 {
            self.change(move |board| items.iter().take(fitting).for_each(|item| board.add(item.clone())));
        }
        fitting
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
        Memo::new(move |_| self.past.with(|past| past.iter().any(|step| step.kind == self.shown.get())))
    }

    /// Undoes the latest step on the board that is shown.
    pub fn undo(self) {
        let shown = self.shown.get_untracked();
        let latest = self.past.try_update(|past| {
            let place = past.iter().rposition(|step| step.kind == shown)?;
            Some(past.remove(place))
        });
        if let Some(Step { kind, before, after }) = latest.flatten() {
            self.kept.edit(move |boards| boards.board_mut(kind).take_back(&before, &after));
        }
    }

    /// A step: what takes it back, which is a step as well.
    fn change_of(
        self,
        kind: FlowKind,
        change: impl Fn(&mut FlowBoard) + Send + Sync + 'static,
    ) -> Box<dyn Fn() + Send + Sync> {
        let (before, after) = self.step(kind, change);
        Box::new(move || {
            let (before, after) = (before.clone(), after.clone());
            self.step(kind, move |board| board.take_back(&before, &after));
        })
    }

    /// Changes a board and notes the step: the board before and after.
    fn step(self, kind: FlowKind, change: impl Fn(&mut FlowBoard) + Send + Sync + 'static) -> (FlowBoard, FlowBoard) {
        let before = self.kept.value().with_untracked(|boards| boards.board(kind).clone());
        let mut after = before.clone();
        change(&mut after);
        self.past.update(|past| {
            if past.len() >= STEPS_MAX {
                past.remove(0);
            }
            past.push(Step { kind, before: before.clone(), after: after.clone() });
        });
        self.kept.edit(move |boards| change(boards.board_mut(kind)));
        (before, after)
    }
}

/// The boards of the client flow.
///
/// # Panics
/// Never in the app: the root provides the store.
#[must_use]
pub fn use_flow() -> FlowState {
    shared(FlowState::new)
}
