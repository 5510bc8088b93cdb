//! What the user chose on this screen, and the result, which outlive a visit to another screen.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::dataset::Family;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::migration::{
    Days, MigrationOptions, MigrationSummary, MovementFilter, MovementQuery, MovementSort,
};
use crate::jobs::protocol::{JobError, Request, Response};
use crate::profile::MigrationWindows;
use crate::ui::state::rules::{RulesState, use_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::abc_xyz::use_abc_xyz;
use crate::ui::tools::computed::Computed;

/// What the user chose, and the result. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct MigrationState {
    rules: RulesState,
    /// Rules of classes: those of the matrix.
    matrix: Signal<AbcXyzOptions>,
    windows: RwSignal<MigrationWindows>,
    query: RwSignal<MovementQuery>,
    summary: RwSignal<Option<Arc<MigrationSummary>>>,
    failure: RwSignal<Option<JobError>>,
    /// The table that `summary` is of.
    generation: RwSignal<Option<u32>>,
}

impl MigrationState {
    fn new() -> Self {
        let rules = use_rules();
        // The dates are those of the table of the last visit.
        let is_same_table = use_workspace().is_of_last_visit(Family::Sales);
        let windows = if is_same_table { rules.migration() } else { MigrationWindows::default() };
        Self {
            rules,
            matrix: use_abc_xyz().options(),
            windows: RwSignal::new(windows),
            query: RwSignal::new(MovementQuery::default()),
            summary: RwSignal::new(None),
            failure: RwSignal::new(None),
            generation: RwSignal::new(None),
        }
    }

    /// Takes the windows that are kept now, after a wipe or its undo. The rules have been taken anew before.
    pub fn reload(self) {
        self.windows.set(self.rules.migration());
    }

    /// The windows chosen; those compared are in the summary.
    pub fn windows(self) -> Signal<MigrationWindows> {
        self.windows.into()
    }

    /// Chooses the earlier window; `None` for the one that is proposed.
    pub fn set_before(self, before: Option<Days>) {
        self.set_windows(MigrationWindows { before, ..self.windows.get_untracked() });
    }

    /// Chooses the later window; `None` for the one that is proposed.
    pub fn set_after(self, after: Option<Days>) {
        self.set_windows(MigrationWindows { after, ..self.windows.get_untracked() });
    }

    /// Chooses both windows.
    pub fn set_windows(self, windows: MigrationWindows) {
        if windows == self.windows.get_untracked() {
            return;
        }
        self.windows.set(windows);
        self.rules.set_migration(windows);
    }

    /// Which clients are listed.
    pub fn query(self) -> Signal<MovementQuery> {
        self.query.into()
    }

    /// Which clients are chosen.
    pub fn filter(self) -> Signal<MovementFilter> {
        Signal::derive(move || self.query.with(|query| query.filter))
    }

    /// Chooses clients; choosing them once more takes the choice back.
    pub fn toggle(self, filter: MovementFilter) {
        let is_chosen = self.query.with_untracked(|query| query.filter == filter);
        self.choose(if is_chosen { MovementFilter::All } else { filter });
    }

    /// Chooses clients.
    pub fn choose(self, filter: MovementFilter) {
        if self.query.with_untracked(|query| query.filter != filter) {
            self.query.update(|query| query.filter = filter);
        }
    }

    /// Lists only clients whose name contains this.
    pub fn set_search(self, text: String) {
        if self.query.with_untracked(|query| query.search != text) {
            self.query.update(|query| query.search = text);
        }
    }

    /// Orders the list by this; once more, the other way round.
    pub fn sort_by(self, sort: MovementSort) {
        self.query.update(|query| query.sort_by(sort));
    }

    /// Whether the result in sight is not yet that of the windows wanted.
    pub fn is_computing(self) -> Signal<bool> {
        let wanted = Computed::options(self);
        Signal::derive(move || {
            let wanted = wanted.get();
            self.failure.with(Option::is_none)
                && self.summary.with(|summary| summary.as_ref().is_none_or(|summary| summary.options != wanted))
        })
    }

    /// Why there is no newer result.
    pub fn failure(self) -> Signal<Option<JobError>> {
        self.failure.into()
    }
}

impl Computed for MigrationState {
    type Options = MigrationOptions;
    type Summary = MigrationSummary;

    fn request(options: MigrationOptions) -> Request {
        Request::Migration(options)
    }

    fn result(answer: Response) -> Option<MigrationSummary> {
        if let Response::Migration(summary) = answer { Some(*summary) } else { None }
    }

    fn options_of(summary: &MigrationSummary) -> &MigrationOptions {
        &summary.options
    }

    fn options(self) -> Signal<MigrationOptions> {
        Signal::derive(move || {
            let MigrationWindows { before, after } = self.windows.get();
            // The window of the matrix decides nothing here.
            MigrationOptions { rules: AbcXyzOptions { window: None, ..self.matrix.get() }, before, after }
        })
    }

    fn summary(self) -> Signal<Option<Arc<MigrationSummary>>> {
        self.summary.into()
    }

    fn generation(self) -> Signal<Option<u32>> {
        self.generation.into()
    }

    fn receive(self, generation: u32, answer: Result<MigrationSummary, JobError>) {
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

    /// The dates go with the table.
    fn forget_result(self) {
        self.set_windows(MigrationWindows::default());
        self.summary.set(None);
        self.failure.set(None);
        self.generation.set(None);
        self.query.set(MovementQuery::default());
    }

    fn clear_failure(self) {
        self.failure.set(None);
    }
}

/// What the user chose on this screen.
pub fn use_migration() -> MigrationState {
    shared(MigrationState::new)
}
