//! The stages and the ratios between them, typed as counts or as percents.

use leptos::prelude::*;

use super::figures::stage_name;
use super::measured::TakeMeasured;
use crate::profile::plan::{RatiosAs, STAGES_MAX, STAGES_MIN};
use crate::ui::components::{Button, ButtonKind, Icon, NumberField, Segmented, TextField};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::plan::use_plan;
use crate::ui::tools::field_numbers::{COUNT_MAX, count_of, points_of, typed_count, typed_points};

/// The card of the stages.
#[component]
pub(super) fn StagesCard() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let ratios_as = Memo::new(move |_| plan.with(|plan| plan.ratios_as));
    let count = Memo::new(move |_| plan.with(|plan| plan.stages.len()));
    let way = move |ratios_as| match ratios_as {
        RatiosAs::Counts => i18n.text().plan().as_counts.to_owned(),
        RatiosAs::Percents => i18n.text().plan().as_percents.to_owned(),
    };
    let head = move || {
        let text = i18n.text().plan();
        let numbers = match ratios_as.get() {
            RatiosAs::Counts => vec![text.head_count],
            RatiosAs::Percents => vec![text.head_percent, text.head_sample],
        };
        let number = |word| view! { <span class="plan-stage__number">{word}</span> };
        view! {
            <span class="plan-stage__name">{text.head_stage}</span>
            {numbers.into_iter().map(number).collect_view()}
        }
    };
    view! {
        <section class="plan-card" aria-label=i18n.phrase(|text| text.plan().stages)>
            <div class="plan-card__head">
                <h2>{i18n.phrase(|text| text.plan().stages)}</h2>
                <Segmented
                    label=i18n.label(|text| text.plan().ratios_as)
                    all=|| [RatiosAs::Counts, RatiosAs::Percents]
                    name=way
                    chosen=move || ratios_as.get()
                    on_change=move |ratios_as| state.change(move |plan| plan.set_ratios_as(ratios_as))
                    hide_label=true
                    testid="plan-ratios-as"
                />
            </div>
            <p class="plan-card__hint">{i18n.phrase(|text| text.plan().stages_hint)}</p>
            <div class="plan-stage plan-stage--head" aria-hidden="true">{head}</div>
            <ol class="plan-stages">
                <For each=move || 0..count.get() key=|index| *index let:index>
                    <StageRow index count />
                </For>
            </ol>
            <div class="plan-card__foot">
                <Button
                    icon=Icon::Plus
                    testid="plan-add-stage"
                    label=i18n.label(|text| text.plan().add_stage)
                    disabled=Signal::derive(move || count.get() >= STAGES_MAX)
                    on_press=move || state.change(|plan| plan.add_stage())
                />
                <TakeMeasured />
            </div>
        </section>
    }
}

/// The name of the stage at a place, in the language in force.
pub(super) fn name_at(index: usize) -> Signal<String> {
    let i18n = use_i18n();
    let plan = use_plan().plan();
    Memo::new(move |_| {
        let text = i18n.text().plan();
        plan.with(|plan| plan.stages.get(index).map(|stage| stage_name(text, stage)).unwrap_or_default())
    })
    .into()
}

#[component]
fn StageRow(index: usize, count: Memo<usize>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let name = name_at(index);
    let ratios_as = Memo::new(move |_| plan.with(|plan| plan.ratios_as));
    let is_last = Memo::new(move |_| index + 1 == count.get());
    let rename = move |typed: String| {
        state.change(move |plan| plan.change_stage(index, |stage| stage.name = Some(typed.clone())));
    };
    let numbers = move || match (ratios_as.get(), is_last.get()) {
        (RatiosAs::Counts, _) => view! { <CountField index name /> }.into_any(),
        (RatiosAs::Percents, false) => view! { <PercentFields index name /> }.into_any(),
        (RatiosAs::Percents, true) => ().into_any(),
    };
    view! {
        <li class="plan-stage" data-testid="plan-stage">
            <div class="plan-stage__name">
                <TextField
                    label=Signal::derive(move || (i18n.text().plan().stage_name)(index + 1))
                    value=name
                    on_input=rename
                    hide_label=true
                    testid="plan-stage-name"
                />
            </div>
            {numbers}
            <div class="plan-stage__buttons">
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::CaretUp
                    hide_label=true
                    label=Signal::derive(move || (i18n.text().plan().raise)(&name.get()))
                    disabled=index == 0
                    testid="plan-raise"
                    on_press=move || state.change(move |plan| plan.raise_stage(index))
                />
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::Trash
                    hide_label=true
                    label=Signal::derive(move || (i18n.text().plan().remove)(&name.get()))
                    disabled=Signal::derive(move || count.get() <= STAGES_MIN)
                    testid="plan-remove"
                    on_press=move || state.change(move |plan| plan.remove_stage(index))
                />
            </div>
        </li>
    }
}

#[component]
fn CountField(index: usize, name: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let count = move || plan.with(|plan| plan.stages.get(index).map_or(1, |stage| stage.count.max(1)));
    view! {
        <div class="plan-stage__number">
            <NumberField
                label=Signal::derive(move || (i18n.text().plan().count_of)(&name.get()))
                value=Signal::derive(move || typed_count(count()))
                min=1.0
                max=COUNT_MAX
                step=1.0
                hide_label=true
                testid="plan-count"
                on_change=move |typed| {
                    state.change(move |plan| plan.change_stage(index, |stage| stage.count = count_of(typed)));
                }
            />
        </div>
    }
}

#[component]
fn PercentFields(index: usize, name: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let next = name_at(index + 1);
    let points = move || plan.with(|plan| plan.stages.get(index).map_or(1, |stage| stage.basis_points.max(1)));
    let sample = move || plan.with(|plan| plan.stages.get(index).and_then(|stage| stage.sample).unwrap_or_default());
    view! {
        <div class="plan-stage__number">
            <NumberField
                label=Signal::derive(move || (i18n.text().plan().percent_of)(&name.get(), &next.get()))
                value=Signal::derive(move || typed_points(points()))
                min=0.01
                max=1000.0
                step=1.0
                hide_label=true
                testid="plan-percent"
                on_change=move |typed| {
                    state.change(move |plan| plan.change_stage(index, |stage| stage.basis_points = points_of(typed)));
                }
            />
        </div>
        <div class="plan-stage__number">
            <NumberField
                label=Signal::derive(move || (i18n.text().plan().sample_of)(&name.get()))
                value=Signal::derive(move || typed_count(sample()))
                min=0.0
                max=COUNT_MAX
                step=1.0
                hide_label=true
                testid="plan-sample"
                on_change=move |typed| {
                    let sample = Some(count_of(typed)).filter(|&sample| sample > 0);
                    state.change(move |plan| plan.change_stage(index, |stage| stage.sample = sample));
                }
            />
        </div>
    }
}
