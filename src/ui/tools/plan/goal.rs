//! The goal: buyers or money a month, and for which months.

use leptos::prelude::*;

use super::figures::stage_count;
use crate::analytics::date::Day;
use crate::analytics::funnel::plan::Month;
use crate::profile::plan::{GoalIn, MONTHS_MAX};
use crate::ui::components::{NumberField, Segmented, Select, none_or};
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
    let way = move |goal_in| match goal_in {
        GoalIn::Buyers => i18n.text().plan().in_buyers.to_owned(),
        GoalIn::Money => i18n.text().plan().in_money.to_owned(),
    };
    view! {
        <section class="plan-card" aria-label=i18n.phrase(|text| text.plan().goal)>
            <div class="plan-card__head">
                <h2>{i18n.phrase(|text| text.plan().goal)}</h2>
                <Segmented
                    label=i18n.label(|text| text.plan().goal_in)
                    all=|| [GoalIn::Buyers, GoalIn::Money]
                    name=way
                    chosen=move || goal_in.get()
                    on_change=move |goal_in| state.change(move |plan| plan.goal_in = goal_in)
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
    let name = move |month: Option<Month>| {
        let text = i18n.text().plan();
        let in_reach = || plan.with(|plan| Month::first_in_reach(plan.begins_on(today), plan.lag_days()));
        month.map_or_else(|| (text.first_in_reach)(in_reach()), text.month)
    };
    view! {
        <Select
            label=i18n.label(|text| text.plan().first_month)
            all=move || none_or((first..first + MONTHS_AHEAD).map(Month))
            name=name
            chosen=move || plan.with(|plan| plan.first_month)
            on_change=move |month| state.change(move |plan| plan.first_month = month)
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
