//! What the user chose on this screen, and the result. It outlives a visit to another screen.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::Shading;
use crate::analytics::dataset::Family;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, Label};
use crate::jobs::protocol::{ClientQuery, ClientSort, JobError, Request, Response};
use crate::ui::state::rules::{RulesState, use_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::computed::Computed;

/// What the user chose, and the result. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct AbcXyzState {
    rules: RulesState,
    options: RwSignal<AbcXyzOptions>,
    query: RwSignal<ClientQuery>,
    shading: RwSignal<Shading>,
    summary: RwSignal<Option<Arc<AbcXyzSummary>>>,
    failure: RwSignal<Option<JobError>>,
    /// The table that `summary` is of.
    generation: RwSignal<Option<u32>>,
}

impl AbcXyzState {
    fn new() -> Self {
        let rules = use_rules();
        let mut options = rules.abc_xyz();
        // The dates are those of the table of the last visit.
        options.window = options.window.filter(|_| use_workspace().is_of_last_visit(Family::Sales));
        Self {
            rules,
            options: RwSignal::new(options),
            query: RwSignal::new(ClientQuery::default()),
            shading: RwSignal::new(Shading::default()),
            summary: RwSignal::new(None),
            failure: RwSignal::new(None),
            generation: RwSignal::new(None),
        }
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
            self.rules.set_abc_xyz(options);
        }
    }

    /// Takes the rules that are kept now, after a wipe or its undo.
    pub fn reload_options(self) {
        self.rules.reload();
        self.options.set(self.rules.abc_xyz());
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

    /// Lists only these clients, or all again.
    pub fn show_only(self, only: Option<Vec<String>>) {
        self.query.update(|query| query.only = only);
    }

    /// Lists only clients whose name contains this.
    pub fn set_search(self, text: String) {
        if self.query.with_untracked(|query| query.search != text) {
            self.query.update(|query| query.search = text);
        }
    }

    /// Orders the list by this; once more, the other way round.
    pub fn sort_by(self, sort: ClientSort) {
        self.query.update(|query| query.sort_by(sort));
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
}

impl Computed for AbcXyzState {
    type Options = AbcXyzOptions;
    type Summary = AbcXyzSummary;

    fn request(options: AbcXyzOptions) -> Request {
        Request::AbcXyz(options)
    }

    fn result(answer: Response) -> Option<AbcXyzSummary> {
        if let Response::AbcXyz(summary) = answer { Some(summary) } else { None }
    }

    fn options_of(summary: &AbcXyzSummary) -> &AbcXyzOptions {
        &summary.options
    }

    fn options(self) -> Signal<AbcXyzOptions> {
        self.options.into()
    }

    fn summary(self) -> Signal<Option<Arc<AbcXyzSummary>>> {
        self.summary.into()
    }

    fn generation(self) -> Signal<Option<u32>> {
        self.generation.into()
    }

    fn receive(self, generation: u32, answer: Result<AbcXyzSummary, JobError>) {
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

    /// The dates go with the table; the rules stay.
    fn forget_result(self) {
        self.change_options(|options| options.window = None);
        self.summary.set(None);
        self.failure.set(None);
        self.generation.set(None);
        self.query.set(ClientQuery::default());
    }

    fn clear_failure(self) {
        self.failure.set(None);
    }
}

/// What the user chose on this screen.
#[must_use]
pub fn use_abc_xyz() -> AbcXyzState {
    shared(AbcXyzState::new)
}
