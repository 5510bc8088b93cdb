//! What the user chose on this screen, and the result, as a context.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::date::Day;
use crate::analytics::segmentation::priority::{Criterion, Groups, PriorityOptions, PrioritySummary};
use crate::jobs::protocol::{ClientQuery, ClientSort, JobError, Request, Response};
use crate::ui::state::priority::{PriorityRules, use_priority_rules};
use crate::ui::tools::computed::Computed;

/// The context. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct PriorityState {
    rules: PriorityRules,
    window: RwSignal<Option<(Day, Day)>>,
    options: Signal<PriorityOptions>,
    query: RwSignal<ClientQuery>,
    summary: RwSignal<Option<Arc<PrioritySummary>>>,
    failure: RwSignal<Option<JobError>>,
    generation: RwSignal<Option<u32>>,
}

impl PriorityState {
    /// Provides the context to everything below.
    pub fn provide() -> Self {
        let rules = use_priority_rules();
        let window = RwSignal::new(None);
        let kept = rules.options();
        let options = Memo::new(move |_| PriorityOptions { window: window.get(), ..kept.get() });
        let state = Self {
            rules,
            window,
            options: options.into(),
            query: RwSignal::new(Self::all()),
            summary: RwSignal::new(None),
            failure: RwSignal::new(None),
            generation: RwSignal::new(None),
        };
        provide_context(state);
        state
    }

    fn all() -> ClientQuery {
        ClientQuery { sort: ClientSort::Priority, ..ClientQuery::default() }
    }

    /// Changes criteria or groups.
    pub fn change(self, change: impl FnOnce(&mut PriorityOptions)) {
        let mut options = self.options.get_untracked();
        change(&mut options);
        self.rules.set(options);
    }

    /// Changes one criterion.
    pub fn change_criterion(self, index: usize, change: impl FnOnce(&mut Criterion)) {
        self.change(|options| {
            if let Some(criterion) = options.criteria.get_mut(index) {
                change(criterion);
            }
        });
    }

    /// Changes the groups; a change that makes none is not done. Positions may then mean others, so a chosen one is let
    /// go.
    pub fn change_groups(self, cuts: Vec<u32>, names: Vec<String>) {
        if let Ok(groups) = Groups::new(cuts, names) {
            if groups.len() != self.options.with_untracked(|options| options.groups.len()) {
                self.choose_group(None);
            }
            self.change(|options| options.groups = groups);
        }
    }

    /// Counts other days.
    pub fn set_window(self, window: Option<(Day, Day)>) {
        self.window.set(window);
    }

    /// Which clients are listed, in what order.
    #[must_use]
    pub fn query(self) -> Signal<ClientQuery> {
        self.query.into()
    }

    /// Lists a group, or all.
    pub fn choose_group(self, group: Option<u16>) {
        if self.query.with_untracked(|query| query.group != group) {
            self.query.update(|query| query.group = group);
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

    /// Why there is no newer result.
    #[must_use]
    pub fn failure(self) -> Signal<Option<JobError>> {
        self.failure.into()
    }

    /// Whether the result in sight is not yet that of the criteria wanted.
    #[must_use]
    pub fn is_computing(self) -> Signal<bool> {
        Signal::derive(move || {
            let is_wanted = |summary: &Arc<PrioritySummary>| self.options.with(|options| summary.options == *options);
            self.failure.with(Option::is_none) && !self.summary.with(|summary| summary.as_ref().is_some_and(is_wanted))
        })
    }
}

impl Computed for PriorityState {
    type Options = PriorityOptions;
    type Summary = PrioritySummary;

    fn request(options: PriorityOptions) -> Request {
        Request::Priority(options)
    }

    fn result(answer: Response) -> Option<PrioritySummary> {
        match answer {
            Response::Priority(summary) => Some(*summary),
            _ => None,
        }
    }

    fn options_of(summary: &PrioritySummary) -> &PriorityOptions {
        &summary.options
    }

    fn options(self) -> Signal<PriorityOptions> {
        self.options
    }

    fn summary(self) -> Signal<Option<Arc<PrioritySummary>>> {
        self.summary.into()
    }

    fn generation(self) -> Signal<Option<u32>> {
        self.generation.into()
    }

    fn receive(self, generation: u32, answer: Result<PrioritySummary, JobError>) {
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

    fn forget_result(self) {
        self.window.set(None);
        self.summary.set(None);
        self.failure.set(None);
        self.generation.set(None);
        self.query.set(Self::all());
    }

    fn clear_failure(self) {
        self.failure.set(None);
    }
}

/// What the user chose on this screen.
#[must_use]
pub fn use_priority() -> PriorityState {
    use_context().unwrap_or_else(PriorityState::provide)
}
