//! What the user chose on this screen, and the result, as a context.
//!
//! Provided by the root where it is to outlive a visit to another screen, else by the screen itself.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::Shading;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, Label};
use crate::jobs::protocol::{ClientQuery, ClientSort, JobError};
use crate::ui::state::rules::RulesState;
use crate::ui::state::tables::TablesState;

/// The context. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct AbcXyzState {
    /// Where the rules are kept; `None` where nothing is.
    rules: Option<RulesState>,
    options: RwSignal<AbcXyzOptions>,
    query: RwSignal<ClientQuery>,
    shading: RwSignal<Shading>,
    summary: RwSignal<Option<Arc<AbcXyzSummary>>>,
    failure: RwSignal<Option<JobError>>,
    /// The table that `summary` is of.
    generation: RwSignal<Option<u32>>,
}

impl AbcXyzState {
    /// Provides the context to everything below.
    pub fn provide() -> Self {
        let rules = use_context::<RulesState>();
        let mut options = rules.map_or_else(AbcXyzOptions::default, RulesState::abc_xyz);
        // The dates are those of the table that was open, and the next one may be another.
        options.window =
            options.window.filter(|_| use_context::<TablesState>().is_some_and(|it| it.opened().is_some()));
        let state = Self {
            rules,
            options: RwSignal::new(options),
            query: RwSignal::new(ClientQuery::default()),
            shading: RwSignal::new(Shading::default()),
            summary: RwSignal::new(None),
            failure: RwSignal::new(None),
            generation: RwSignal::new(None),
        };
        provide_context(state);
        state
    }

    /// The rules wanted; those of the result in sight are in the summary.
    #[must_use]
    pub fn options(self) -> Signal<AbcXyzOptions> {
        self.options.into()
    }

    /// Changes the rules.
    pub fn change_options(self, change: impl FnOnce(&mut AbcXyzOptions)) {
        let mut options = self.options.get_untracked();
        change(&mut options);
        if options != self.options.get_untracked() {
            self.options.set(options);
            if let Some(rules) = self.rules {
                rules.set_abc_xyz(options);
            }
        }
    }

    /// Takes the rules that are kept now, after a wipe or its undo.
    pub fn reload_options(self) {
        if let Some(rules) = self.rules {
            rules.reload();
            self.options.set(rules.abc_xyz());
        }
    }

    /// Which clients are listed, in what order.
    #[must_use]
    pub fn query(self) -> Signal<ClientQuery> {
        self.query.into()
    }

    /// The cell chosen.
    #[must_use]
    pub fn cell(self) -> Signal<Option<Cell>> {
        Signal::derive(move || self.query.with(|query| query.cell))
    }

    /// Chooses a cell; choosing it once more takes the choice back.
    pub fn toggle_cell(self, cell: Cell) {
        self.query.update(|query| query.cell = if query.cell == Some(cell) { None } else { Some(cell) });
    }

    /// Takes the choice of a cell back.
    pub fn clear_cell(self) {
        if self.query.with_untracked(|query| query.cell.is_some()) {
            self.query.update(|query| query.cell = None);
        }
    }

    /// Lists only clients with this label; once more, all again.
    pub fn toggle_label(self, label: Label) {
        self.query.update(|query| query.label = if query.label == Some(label) { None } else { Some(label) });
    }

    /// Lists only clients whose name contains this.
    pub fn set_search(self, text: String) {
        if self.query.with_untracked(|query| query.search != text) {
            self.query.update(|query| query.search = text);
        }
    }

    /// Orders the list by this; once more, the other way round.
    pub fn sort_by(self, sort: ClientSort) {
        self.query.update(|query| {
            query.descending = query.sort == sort && !query.descending;
            query.sort = sort;
        });
    }

    /// What the shade of a cell shows.
    pub(super) fn shading(self) -> Signal<Shading> {
        self.shading.into()
    }

    /// Changes what the shade of a cell shows.
    pub(super) fn set_shading(self, shading: Shading) {
        self.shading.set(shading);
    }

    /// The latest result; that of earlier rules while a new one is computed.
    #[must_use]
    pub fn summary(self) -> Signal<Option<Arc<AbcXyzSummary>>> {
        self.summary.into()
    }

    /// The table that the result is of.
    #[must_use]
    pub fn generation(self) -> Signal<Option<u32>> {
        self.generation.into()
    }

    /// Whether the result in sight is not yet that of the rules wanted.
    #[must_use]
    pub fn is_computing(self) -> Signal<bool> {
        Signal::derive(move || {
            let options = self.options.get();
            self.failure.with(Option::is_none)
                && self.summary.with(|summary| summary.as_ref().is_none_or(|summary| summary.options != options))
        })
    }

    /// Why there is no newer result.
    #[must_use]
    pub fn failure(self) -> Signal<Option<JobError>> {
        self.failure.into()
    }

    /// Takes in an answer of the engine. Does nothing once the screen has gone.
    pub(super) fn receive(self, generation: u32, answer: Result<AbcXyzSummary, JobError>) {
        match answer {
            Ok(summary) => {
                self.failure.try_set(None);
                self.generation.try_set(Some(generation));
                self.summary.try_set(Some(Arc::new(summary)));
            }
            Err(error) => {
                self.failure.try_set(Some(error));
            }
        }
    }

    /// Another table was loaded: what belongs to the old one goes, its dates too; the rules stay.
    pub(super) fn forget_result(self) {
        self.change_options(|options| options.window = None);
        self.summary.set(None);
        self.failure.set(None);
        self.generation.set(None);
        self.query.set(ClientQuery::default());
    }

    /// Takes an error away, so that the engine is asked once more.
    pub(super) fn clear_failure(self) {
        self.failure.set(None);
    }
}

/// What the user chose on this screen.
#[must_use]
pub fn use_abc_xyz() -> AbcXyzState {
    use_context().unwrap_or_else(AbcXyzState::provide)
}
