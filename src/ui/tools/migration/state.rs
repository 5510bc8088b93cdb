//! What the user chose on this screen, and the result, which outlive a visit to another screen.

use leptos::prelude::*;

use crate::analytics::dataset::Family;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::migration::{
    Days, MigrationOptions, MigrationSummary, MovementFilter, MovementQuery,
};
use crate::jobs::protocol::Request;
use crate::profile::MigrationWindows;
use crate::ui::state::computed::{Computed, Question};
use crate::ui::state::of_table::OfTable;
use crate::ui::state::rules::{RulesState, use_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::use_workspace;

/// What the user chose, and the result. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct MigrationState {
    rules: RulesState,
    windows: Memo<MigrationWindows>,
    query: OfTable<MovementQuery>,
    filter: Memo<MovementFilter>,
    result: Computed<Question<MigrationOptions>, MigrationSummary>,
}

impl MigrationState {
    fn new() -> Self {
        let (rules, edition) = (use_rules(), use_workspace().edition_of(Family::Sales));
        let windows = Memo::new(move |_| rules.in_force().with(|rules| rules.migration));
        let options = move || {
            let MigrationWindows { before, after } = windows.get();
            // Classes go by the rules of the matrix, but its window decides nothing here.
            let rules = rules.in_force().with(|rules| AbcXyzOptions { window: None, ..rules.abc_xyz });
            MigrationOptions { rules, before, after }
        };
        let query = OfTable::new(Family::Sales, MovementQuery::default());
        Self {
            rules,
            windows,
            query,
            filter: Memo::new(move |_| query.with(|query| query.filter)),
            result: Computed::of_table(edition, options),
        }
    }

    /// The windows chosen; those compared are in the summary.
    pub const fn windows(self) -> Memo<MigrationWindows> {
        self.windows
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
        if windows != self.windows.get_untracked() {
            self.rules.change(move |rules| rules.migration = windows);
        }
    }

    /// Which clients are listed.
    pub const fn query(self) -> OfTable<MovementQuery> {
        self.query
    }

    /// Which clients are chosen.
    pub const fn filter(self) -> Memo<MovementFilter> {
        self.filter
    }

    /// Chooses clients; choosing them once more takes the choice back.
    pub fn toggle(self, filter: MovementFilter) {
        self.query.change(|query| query.filter = if query.filter == filter { MovementFilter::All } else { filter });
    }

    /// Chooses clients.
    pub fn choose(self, filter: MovementFilter) {
        self.query.change(|query| query.filter = filter);
    }

    /// The latest result; that of earlier windows while a new one is computed.
    pub const fn result(self) -> Computed<Question<MigrationOptions>, MigrationSummary> {
        self.result
    }

    /// Keeps the result up to date as long as the screen is there.
    pub(super) fn keep_up(self) {
        let workspace = use_workspace();
        self.result.keep_up(move |question| async move {
            Ok(*workspace.ask_sales(Request::Migration(question.options)).await?.try_unwrap_migration()?)
        });
    }
}

/// What the user chose on this screen.
pub fn use_migration() -> MigrationState {
    shared(MigrationState::new)
}
