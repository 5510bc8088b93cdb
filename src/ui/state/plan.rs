//! The plan from the goal backwards, as a context. Kept over reloads, followed over tabs.

use leptos::prelude::*;

use super::kept::Kept;
use super::shared::shared;
use super::storage::use_storage;
use crate::profile::SalesPlan;

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct PlanState {
    kept: Kept<SalesPlan>,
}

impl PlanState {
    /// The plan in force.
    #[must_use]
    pub fn plan(self) -> Memo<SalesPlan> {
        let value = self.kept.value();
        Memo::new(move |_| value.get().sound())
    }

    /// Changes the plan, as it is typed.
    pub fn change(self, change: impl Fn(&mut SalesPlan) + Send + Sync + 'static) {
        self.kept.edit_typed(move |plan| {
            *plan = std::mem::take(plan).sound();
            change(plan);
        });
    }

    /// Puts a whole plan in place of the one before.
    pub fn replace(self, plan: SalesPlan) {
        self.kept.edit(move |kept| *kept = plan.clone());
    }
}

/// The plan from the goal backwards.
///
/// # Panics
/// Never in the app: the root provides the store.
#[must_use]
pub fn use_plan() -> PlanState {
    shared(|| PlanState { kept: Kept::open(use_storage()) })
}
