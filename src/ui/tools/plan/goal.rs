//! The goal: buyers or money a month, and for which months.

use leptos::prelude::*;

use super::figures::stage_count;
use crate::analytics::date::Day;
use crate::analytics::funnel::plan::Month;
use crate::profile::plan::{GoalIn, MONTHS_MAX};
use crate::ui::components::{NumberField, Segmented, Select};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::plan::use_plan;
use crate::ui::tools::field_numbers::{
    AMOUNT_MAX, COUNT_MAX, amount_of, count_of, small_count_of, typed_amount, typed_count,
};

/// Months to choose from: a year and a half ahead.
const MONTHS_AHEAD: i32 = 18;

/// The card of the goal.
#[component]
pub(super) fn GoalCard(
    /// The day on which the plan is looked at.
    today: Day,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let goal_in = Memo::new(move |_| plan.with(|plan| plan.goal_in));
    let ways = move || vec![i18n.text().plan().in_buyers.to_owned(), i18n.text().plan().in_money.to_owned()];
    let choose = move |index: usize| {
        let goal_in = if index == 0 { GoalIn::Buyers } else { GoalIn::Money };
        state.change(move |plan| plan.goal_in = goal_in);
    };
    view! {
        <section class="plan-card" aria-label=i18n.phrase(|text| text.plan().goal)>
            <div class="plan-card__head">
                <h2>{i18n.phrase(|text| text.plan().goal)}</h2>
                <Segmented
                    label=i18n.label(|text| text.plan().goal_in)
                    options=Signal::derive(ways)
                    selected=Signal::derive(move || usize::from(goal_in.get() == GoalIn::Money))
                    on_change=choose
                    hide_label=true
                    testid="plan-goal-in"
                />
            </div>
            <div class="plan-card__fields">
                {move || match goal_in.get() {
                    GoalIn::Buyers => view! { <BuyersField /> }.into_any(),
                    GoalIn::Money => view! { <MoneyFields /> }.into_any(),
                }}
                <MonthFields today />
            </div>
        </section>
    }
}

#[component]
fn BuyersField() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    view! {
        <NumberField
            label=i18n.label(|text| text.plan().buyers)
            value=Signal::derive(move || plan.with(|plan| typed_count(plan.buyers)))
            min=0.0
            max=COUNT_MAX
            step=1.0
            testid="plan-buyers"
            on_change=move |typed| state.change(move |plan| plan.buyers = count_of(typed))
        />
    }
}

#[component]
fn MoneyFields() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let buyers = move || {
        let (format, text) = (i18n.format(), i18n.text().plan());
        let goal =
            plan.with(|plan| plan.stages.last().map(|stage| stage_count(format, text, stage, plan.goal().sales())));
        (text.money_is)(&goal.unwrap_or_default())
    };
    view! {
        <NumberField
            label=i18n.label(|text| text.plan().amount)
            value=Signal::derive(move || plan.with(|plan| typed_amount(plan.amount)))
            min=0.0
            max=AMOUNT_MAX
            step=1000.0
            testid="plan-amount"
            on_change=move |typed| state.change(move |plan| plan.amount = amount_of(typed))
        />
        <NumberField
            label=i18n.label(|text| text.plan().average)
            value=Signal::derive(move || plan.with(|plan| typed_amount(plan.average)))
            min=0.01
            max=AMOUNT_MAX
            step=1000.0
            testid="plan-average"
            on_change=move |typed| state.change(move |plan| plan.average = amount_of(typed))
        />
        <p class="plan-card__note" role="status">{buyers}</p>
    }
}

#[component]
fn MonthFields(today: Day) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let first = Month::of(today).0;
    let months = move || {
        let text = i18n.text().plan();
        let reach = plan.with(|plan| Month::first_in_reach(plan.begins_on(today), plan.lag_days()));
        let months = (first..first + MONTHS_AHEAD).map(|month| (text.month)(Month(month)));
        std::iter::once((text.first_in_reach)(reach)).chain(months).collect::<Vec<_>>()
    };
    let selected = move || {
        let chosen = plan.with(|plan| plan.first_month);
        chosen.map_or(0, |month| usize::try_from(month.0 - first + 1).unwrap_or_default())
    };
    let choose = move |index: usize| {
        let month = i32::try_from(index).ok().filter(|&index| index > 0).map(|index| Month(first + index - 1));
        state.change(move |plan| plan.first_month = month);
    };
    view! {
        <Select
            label=i18n.label(|text| text.plan().first_month)
            options=Signal::derive(months)
            selected=Signal::derive(selected)
            on_change=choose
            testid="plan-first-month"
        />
        <NumberField
            label=i18n.label(|text| text.plan().months)
            value=Signal::derive(move || plan.with(|plan| f64::from(plan.months)))
            min=1.0
            max=f64::from(MONTHS_MAX)
            step=1.0
            testid="plan-months"
            on_change=move |typed| state.change(move |plan| plan.months = small_count_of(typed))
        />
    }
}
