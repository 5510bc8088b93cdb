//! What the user chose on this screen, and the result. It outlives a visit to another screen.

use leptos::prelude::*;

use super::figures::Shading;
use crate::analytics::dataset::Family;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, Label};
use crate::jobs::protocol::{ClientQuery, Request};
use crate::ui::state::computed::{Computed, Question};
use crate::ui::state::of_table::OfTable;
use crate::ui::state::rules::{RulesState, use_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::use_workspace;

/// What the user chose, and the result. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct AbcXyzState {
    rules: RulesState,
    options: Memo<AbcXyzOptions>,
    query: OfTable<ClientQuery>,
    cell: Memo<Option<Cell>>,
    shading: RwSignal<Shading>,
    result: Computed<Question<AbcXyzOptions>, AbcXyzSummary>,
}

impl AbcXyzState {
    fn new() -> Self {
        let (rules, edition) = (use_rules(), use_workspace().edition_of(Family::Sales));
        let options = Memo::new(move |_| rules.in_force().with(|rules| rules.abc_xyz));
        let query = OfTable::new(Family::Sales, ClientQuery::default());
        Self {
            rules,
            options,
            query,
            cell: Memo::new(move |_| query.with(|query| query.cell)),
            shading: RwSignal::new(Shading::default()),
            result: Computed::of_table(edition, move || options.get()),
        }
    }

    /// The rules wanted; those of the result in sight are in the summary.
    #[must_use]
    pub const fn options(self) -> Memo<AbcXyzOptions> {
        self.options
    }

    /// Changes the rules.
    pub fn change_options(self, change: impl FnOnce(&mut AbcXyzOptions)) {
        let before = self.options.get_untracked();
        let mut options = before;
        change(&mut options);
        if options != before {
            self.rules.change(move |rules| rules.abc_xyz = options);
        }
    }

    /// Which clients are listed, in what order.
    #[must_use]
    pub const fn query(self) -> OfTable<ClientQuery> {
        self.query
    }

    /// The cell chosen.
    #[must_use]
    pub const fn cell(self) -> Memo<Option<Cell>> {
        self.cell
    }

    /// Chooses a cell; choosing it once more takes the choice back.
    pub fn toggle_cell(self, cell: Cell) {
        self.query.change(|query| query.cell = (query.cell != Some(cell)).then_some(cell));
    }

    /// Takes the choice of a cell back.
    pub fn clear_cell(self) {
        self.query.change(|query| query.cell = None);
    }

    /// Lists only clients with this label; once more, all again.
    pub fn toggle_label(self, label: Label) {
        self.query.change(|query| query.label = (query.label != Some(label)).then_some(label));
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
    pub const fn result(self) -> Computed<Question<AbcXyzOptions>, AbcXyzSummary> {
        self.result
    }

    /// Keeps the result up to date as long as the screen is there.
    pub(super) fn keep_up(self) {
        let workspace = use_workspace();
        self.result.keep_up(move |question| async move {
            Ok(workspace.ask_sales(Request::AbcXyz(question.options)).await?.try_unwrap_abc_xyz()?)
        });
    }
}

/// What the user chose on this screen.
#[must_use]
pub fn use_abc_xyz() -> AbcXyzState {
    shared(AbcXyzState::new)
}
