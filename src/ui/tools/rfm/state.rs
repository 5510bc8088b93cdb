//! What the user chose on this screen, and the result. It outlives a visit to another screen.

use leptos::prelude::*;

use crate::analytics::dataset::Family;
use crate::analytics::segmentation::rfm::{Measure, RfmOptions, RfmSummary};
use crate::jobs::protocol::{ClientQuery, Request, RfmFilter};
use crate::ui::state::computed::{Computed, Question};
use crate::ui::state::of_table::OfTable;
use crate::ui::state::rules::{RulesState, use_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::use_workspace;

/// What the user chose, and the result. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct RfmState {
    rules: RulesState,
    options: Memo<RfmOptions>,
    query: OfTable<ClientQuery>,
    chosen: Memo<Option<RfmFilter>>,
    across: RwSignal<Measure>,
    result: Computed<Question<RfmOptions>, RfmSummary>,
}

impl RfmState {
    fn new() -> Self {
        let (rules, edition) = (use_rules(), use_workspace().edition_of(Family::Sales));
        let options = Memo::new(move |_| rules.in_force().with(|rules| rules.rfm.clone()));
        let query = OfTable::new(Family::Sales, ClientQuery::default());
        Self {
            rules,
            options,
            query,
            chosen: Memo::new(move |_| query.with(|query| query.rfm)),
            across: RwSignal::new(Measure::Frequency),
            result: Computed::of_table(edition, move || options.get()),
        }
    }

    /// The rules wanted; those of the result in sight are in the summary.
    #[must_use]
    pub const fn options(self) -> Memo<RfmOptions> {
        self.options
    }

    /// Changes the rules. Positions of segments may then mean others, so a chosen one is let go where they do.
    pub fn change_options(self, change: impl FnOnce(&mut RfmOptions)) {
        let before = self.options.get_untracked();
        let mut options = before.clone();
        change(&mut options);
        if options == before {
            return;
        }
        if options.binning.bins() != before.binning.bins() || options.map() != before.map() {
            self.choose(None);
        }
        self.rules.change(move |rules| rules.rfm.clone_from(&options));
    }

    /// Which clients are listed, in what order.
    #[must_use]
    pub const fn query(self) -> OfTable<ClientQuery> {
        self.query
    }

    /// The clients chosen.
    #[must_use]
    pub const fn chosen(self) -> Memo<Option<RfmFilter>> {
        self.chosen
    }

    /// Chooses clients; choosing them once more takes the choice back.
    pub fn toggle(self, filter: RfmFilter) {
        self.query.change(|query| query.rfm = (query.rfm != Some(filter)).then_some(filter));
    }

    /// Chooses clients, or all.
    pub fn choose(self, filter: Option<RfmFilter>) {
        self.query.change(|query| query.rfm = filter);
    }

    /// What stands across the grid: frequency or money.
    pub(super) fn across(self) -> Signal<Measure> {
        self.across.into()
    }

    /// Changes what stands across the grid.
    pub(super) fn set_across(self, measure: Measure) {
        self.across.set(measure);
    }

    /// The latest result; that of earlier rules while a new one is computed.
    #[must_use]
    pub const fn result(self) -> Computed<Question<RfmOptions>, RfmSummary> {
        self.result
    }

    /// Keeps the result up to date as long as the screen is there.
    pub(super) fn keep_up(self) {
        let workspace = use_workspace();
        self.result.keep_up(move |question| async move {
            Ok(*workspace.ask_sales(Request::Rfm(question.options)).await?.try_unwrap_rfm()?)
        });
    }
}

/// What the user chose on this screen.
#[must_use]
pub fn use_rfm() -> RfmState {
    shared(RfmState::new)
}
