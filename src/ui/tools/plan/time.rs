//! Days between stages, people, working days.

use leptos::prelude::*;

use super::stages::name_at;
use crate::analytics::date::Day;
use crate::analytics::funnel::plan::Workweek;
use crate::ui::components::{Button, ButtonKind, DateField, Disclosure, Icon, NumberField, Segmented};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::plan::use_plan;
use crate::ui::tools::field_numbers::small_count_of;

/// The longest step that a plan of a year has room for.
const LAG_DAYS_MAX: f64 = 730.0;
/// More people than a small firm has.
const PEOPLE_MAX: f64 = 1_000.0;
/// Days off and the beginning may be so far from today.
const YEAR_DAYS: i32 = 366;

/// What opens to lags, people and the calendar.
#[component]
pub(super) fn TimeFields(
    /// The day on which the plan is looked at.
    today: Day,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let steps = Memo::new(move |_| plan.with(|plan| plan.stages.len().saturating_sub(1)));
    view! {
        <Disclosure summary=i18n.label(|text| text.plan().time)>
            <p class="plan-card__hint">{i18n.phrase(|text| text.plan().time_hint)}</p>
            <div class="plan-card__fields">
                <For each=move || 0..steps.get() key=|index| *index let:index>
                    <LagField index />
                </For>
            </div>
            <div class="plan-card__fields">
                <NumberField
                    label=i18n.label(|text| text.plan().people)
                    value=Signal::derive(move || plan.with(|plan| f64::from(plan.people)))
                    min=1.0
                    max=PEOPLE_MAX
                    step=1.0
                    testid="plan-people"
                    on_change=move |typed| state.change(move |plan| plan.people = small_count_of(typed))
                />
                <Segmented
                    label=i18n.label(|text| text.plan().week_of)
                    all=|| Workweek::ALL
                    name=move |week| (i18n.text().plan().workweek)(week).to_owned()
                    chosen=move || plan.with(|plan| plan.week)
                    on_change=move |week| state.change(move |plan| plan.week = week)
                    testid="plan-week"
                />
            </div>
            <Beginning today />
            <DaysOff today />
        </Disclosure>
    }
}

#[component]
fn LagField(index: usize) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let (from, to) = (name_at(index), name_at(index + 1));
    let lag = move || plan.with(|plan| plan.stages.get(index).map_or(0, |stage| stage.lag_days));
    view! {
        <NumberField
            label=Signal::derive(move || (i18n.text().plan().lag_of)(&from.get(), &to.get()))
            value=Signal::derive(move || f64::from(lag()))
            min=0.0
            max=LAG_DAYS_MAX
            step=1.0
            suffix=i18n.label(|text| text.plan().days)
            testid="plan-lag"
            on_change=move |typed| {
                state.change(move |plan| plan.change_stage(index, |stage| stage.lag_days = small_count_of(typed)));
            }
        />
    }
}

/// When work begins: today, whenever that is, or a day.
#[component]
fn Beginning(today: Day) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    view! {
        <div class="plan-card__fields">
            <DateField
                label=i18n.label(|text| text.plan().begins)
                value=Signal::derive(move || plan.with(|plan| plan.begins_on(today)))
                within=Signal::stored((Day(today.0 - YEAR_DAYS), Day(today.0 + YEAR_DAYS)))
                testid="plan-begins"
                on_change=move |day| state.change(move |plan| plan.begins = Some(day))
            />
            <Button
                kind=ButtonKind::Quiet
                label=i18n.label(|text| text.plan().begins_today)
                disabled=Signal::derive(move || plan.with(|plan| plan.begins.is_none()))
                on_press=move || state.change(|plan| plan.begins = None)
            />
        </div>
    }
}

#[component]
fn DaysOff(today: Day) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let next = RwSignal::new(today);
    let days = Memo::new(move |_| plan.with(|plan| plan.days_off.clone()));
    let add = move || {
        let day = next.get_untracked();
        state.change(move |plan| {
            if let Err(place) = plan.days_off.binary_search(&day) {
                plan.days_off.insert(place, day);
            }
        });
    };
    view! {
        <p class="plan-card__hint">{i18n.phrase(|text| text.plan().days_off_hint)}</p>
        <div class="plan-card__fields">
            <DateField
                label=i18n.label(|text| text.plan().day_off)
                value=next
                within=Signal::stored((Day(today.0 - YEAR_DAYS), Day(today.0 + 2 * YEAR_DAYS)))
                testid="plan-day-off"
                on_change=move |day| next.set(day)
            />
            <Button
                icon=Icon::Plus
                testid="plan-add-day-off"
                label=i18n.label(|text| text.plan().add_day_off)
                on_press=add
            />
        </div>
        <ul class="plan-days">
            <For each=move || days.get() key=|day| *day let:day>
                <li class="plan-day">
                    <span>{move || i18n.format().date(day)}</span>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Close
                        hide_label=true
                        label=Signal::derive(move || (i18n.text().plan().remove_day_off)(i18n.format(), day))
                        on_press=move || state.change(move |plan| plan.days_off.retain(|other| *other != day))
                    />
                </li>
            </For>
        </ul>
    }
}
