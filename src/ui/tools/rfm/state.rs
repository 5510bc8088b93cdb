//! What the user chose on this screen, and the result. It outlives a visit to another screen.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::dataset::Family;
use crate::analytics::segmentation::rfm::{Measure, RfmOptions, RfmSummary};
use crate::jobs::protocol::{ClientQuery, ClientSort, JobError, Request, Response, RfmFilter};
use crate::ui::state::rules::{RulesState, use_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::computed::Computed;

/// What the user chose, and the result. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct RfmState {
    rules: RulesState,
    options: RwSignal<RfmOptions>,
    query: RwSignal<ClientQuery>,
    across: RwSignal<Measure>,
    summary: RwSignal<Option<Arc<RfmSummary>>>,
    failure: RwSignal<Option<JobError>>,
    /// The table that `summary` is of.
    generation: RwSignal<Option<u32>>,
}

impl RfmState {
    fn new() -> Self {
        let rules = use_rules();
        let mut options = rules.rfm();
        // The dates are those of the table of the last visit.
        if !use_workspace().is_of_last_visit(Family::Sales) {
            forget_days(&mut options);
        }
        Self {
            rules,
            options: RwSignal::new(options),
            query: RwSignal::new(ClientQuery::default()),
            across: RwSignal::new(Measure::Frequency),
            summary: RwSignal::new(None),
            failure: RwSignal::new(None),
            generation: RwSignal::new(None),
        }
    }

    /// The rules wanted; those of the result in sight are in the summary.
    #[must_use]
    pub fn options(self) -> Signal<RfmOptions> {
        self.options.into()
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
        self.options.set(options.clone());
        self.rules.set_rfm(options);
    }

    /// Takes the rules that are kept now, after a wipe or its undo.
    pub fn reload_options(self) {
        self.rules.reload();
        self.options.set(self.rules.rfm());
    }

    /// Which clients are listed, in what order.
    #[must_use]
    pub fn query(self) -> Signal<ClientQuery> {
        self.query.into()
    }

    /// The clients chosen.
    #[must_use]
    pub fn chosen(self) -> Signal<Option<RfmFilter>> {
        Signal::derive(move || self.query.with(|query| query.rfm))
    }

    /// Chooses clients; choosing them once more takes the choice back.
    pub fn toggle(self, filter: RfmFilter) {
        let chosen = self.query.with_untracked(|query| query.rfm);
        self.choose((chosen != Some(filter)).then_some(filter));
    }

    /// Chooses clients, or all.
    pub fn choose(self, filter: Option<RfmFilter>) {
        if self.query.with_untracked(|query| query.rfm != filter) {
            self.query.update(|query| query.rfm = filter);
        }
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

    /// What stands across the grid: frequency or money.
    pub(super) fn across(self) -> Signal<Measure> {
        self.across.into()
    }

    /// Changes what stands across the grid.
    pub(super) fn set_across(self, measure: Measure) {
        self.across.set(measure);
    }

    /// Whether the result in sight is not yet that of the rules wanted.
    #[must_use]
    pub fn is_computing(self) -> Signal<bool> {
        Signal::derive(move || {
            self.options.with(|options| {
                self.failure.with(Option::is_none)
                    && self.summary.with(|summary| summary.as_ref().is_none_or(|summary| summary.options != *options))
            })
        })
    }

    /// Why there is no newer result.
    #[must_use]
    pub fn failure(self) -> Signal<Option<JobError>> {
        self.failure.into()
    }
}

impl Computed for RfmState {
    type Options = RfmOptions;
    type Summary = RfmSummary;

    fn request(options: RfmOptions) -> Request {
        Request::Rfm(options)
    }

    fn result(answer: Response) -> Option<RfmSummary> {
        if let Response::Rfm(summary) = answer { Some(*summary) } else { None }
    }

    fn options_of(summary: &RfmSummary) -> &RfmOptions {
        &summary.options
    }

    fn options(self) -> Signal<RfmOptions> {
        self.options.into()
    }

    fn summary(self) -> Signal<Option<Arc<RfmSummary>>> {
        self.summary.into()
    }

    fn generation(self) -> Signal<Option<u32>> {
        self.generation.into()
    }

    fn receive(self, generation: u32, answer: Result<RfmSummary, JobError>) {
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
        self.change_options(forget_days);
        self.summary.set(None);
        self.failure.set(None);
        self.generation.set(None);
        self.query.set(ClientQuery::default());
    }

    fn clear_failure(self) {
        self.failure.set(None);
    }
}

fn forget_days(options: &mut RfmOptions) {
    options.window = None;
    options.analysis_date = None;
}

/// What the user chose on this screen.
#[must_use]
pub fn use_rfm() -> RfmState {
    shared(RfmState::new)
}
