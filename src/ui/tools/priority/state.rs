//! What the user chose on this screen, and the result. It outlives a visit to another screen.

use leptos::prelude::*;

use crate::analytics::dataset::Family;
use crate::analytics::date::Day;
use crate::analytics::segmentation::priority::{Criterion, Groups, PriorityOptions, PrioritySummary};
use crate::jobs::protocol::{ClientQuery, ClientSort, Request};
use crate::ui::state::computed::{Computed, Question};
use crate::ui::state::of_table::OfTable;
use crate::ui::state::priority::{PriorityRules, use_priority_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::{use_link_number, use_workspace};

/// The question: with another list of clients its columns tell something else, so that the link to it is a part of it.
pub(super) type Asked = Question<(PriorityOptions, u32)>;

/// What the user chose, and the result. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct PriorityState {
    rules: PriorityRules,
    window: OfTable<Option<(Day, Day)>>,
    options: Memo<PriorityOptions>,
    query: OfTable<ClientQuery>,
    result: Computed<Asked, PrioritySummary>,
}

impl PriorityState {
    fn new() -> Self {
        let (rules, edition, link) =
            (use_priority_rules(), use_workspace().edition_of(Family::Sales), use_link_number());
        let window = OfTable::new(Family::Sales, None);
        let kept = rules.options();
        let options = Memo::new(move |_| PriorityOptions { window: window.in_force().get(), ..kept.get() });
        let all = ClientQuery { sort: ClientSort::Priority, ..ClientQuery::default() };
        Self {
            rules,
            window,
            options,
            query: OfTable::new(Family::Sales, all),
            result: Computed::of_table(edition, move || (options.get(), link.get())),
        }
    }

    /// Criteria, groups and days wanted; those of the result in sight are in the summary.
    #[must_use]
    pub const fn options(self) -> Memo<PriorityOptions> {
        self.options
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
    pub const fn query(self) -> OfTable<ClientQuery> {
        self.query
    }

    /// Lists a group, or all.
    pub fn choose_group(self, group: Option<u16>) {
        self.query.change(|query| query.group = group);
    }

    /// The latest result; that of earlier criteria while a new one is computed.
    #[must_use]
    pub const fn result(self) -> Computed<Asked, PrioritySummary> {
        self.result
    }

    /// Keeps the result up to date as long as the screen is there.
    pub(super) fn keep_up(self) {
        let workspace = use_workspace();
        self.result.keep_up(move |question| async move {
            Ok(*workspace.ask_sales(Request::Priority(question.options.0)).await?.try_unwrap_priority()?)
        });
    }
}

/// What the user chose on this screen.
#[must_use]
pub fn use_priority() -> PriorityState {
    shared(PriorityState::new)
}
