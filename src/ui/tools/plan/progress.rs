//! What is under way already, and how long one of each stage takes.

use leptos::prelude::*;

use super::measured::TakeOpen;
use super::stages::name_at;
use crate::ui::components::{Disclosure, NumberField};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::plan::use_plan;
use crate::ui::tools::field_numbers::{COUNT_MAX, count_of, small_count_of, typed_count};

/// The longest that one takes: a working month.
const MINUTES_MAX: f64 = 10_000.0;

/// What opens to a pair of fields a stage.
#[component]
pub(super) fn ProgressFields() -> impl IntoView {
    let i18n = use_i18n();
    let plan = use_plan().plan();
    let count = Memo::new(move |_| plan.with(|plan| plan.stages.len()));
    view! {
        <Disclosure summary=i18n.label(|text| text.plan().progress)>
            <p class="plan-card__hint">{i18n.phrase(|text| text.plan().progress_hint)}</p>
            <For each=move || 0..count.get() key=|index| *index let:index>
                <StageFields index />
            </For>
            <TakeOpen />
        </Disclosure>
    }
}

#[component]
fn StageFields(index: usize) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let name = name_at(index);
    let in_progress = move || plan.with(|plan| plan.stages.get(index).map_or(0, |stage| stage.in_progress));
    let minutes = move || plan.with(|plan| plan.stages.get(index).and_then(|stage| stage.minutes).unwrap_or_default());
    view! {
        <div class="plan-card__fields plan-card__fields--pair">
            <NumberField
                label=Signal::derive(move || (i18n.text().plan().in_progress_of)(&name.get()))
                value=Signal::derive(move || typed_count(in_progress()))
                min=0.0
                max=COUNT_MAX
                step=1.0
                testid="plan-in-progress"
                on_change=move |typed| {
                    state.change(move |plan| plan.change_stage(index, |stage| stage.in_progress = count_of(typed)));
                }
            />
            <NumberField
                label=Signal::derive(move || (i18n.text().plan().minutes_of)(&name.get()))
                value=Signal::derive(move || f64::from(minutes()))
                min=0.0
                max=MINUTES_MAX
                step=5.0
                suffix=i18n.label(|text| text.plan().minutes)
                testid="plan-minutes"
                on_change=move |typed| {
                    let minutes = Some(small_count_of(typed)).filter(|&minutes| minutes > 0);
                    state.change(move |plan| plan.change_stage(index, |stage| stage.minutes = minutes));
                }
            />
        </div>
    }
}
