//! What if: sliders for the steps, and which step, a tenth better, saves most.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::{ComputedPlan, percent, stage_count};
use super::stages::name_at;
use crate::analytics::funnel::plan::Ratio;
use crate::i18n::Format;
use crate::i18n::messages::plan::PlanMessages;
use crate::ui::components::{Button, ButtonKind, Chip, Icon, RangeField, Tone};
use crate::ui::state::i18n::use_i18n;

/// How far a step can be moved, in percent of what it is.
const LEAST: i32 = -50;
/// See [`LEAST`].
const MOST: i32 = 100;
/// One press of an arrow.
const STEP: i32 = 5;

/// The section with the sliders. They are no part of the plan and are not kept.
#[component]
pub(super) fn WhatIf(
    /// The plan.
    computed: Signal<Arc<ComputedPlan>>,
    /// Percent by which each step is changed.
    scenario: RwSignal<Vec<i8>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let steps = Memo::new(move |_| computed.with(|computed| computed.savings.len()));
    let is_moved = Memo::new(move |_| scenario.with(|scenario| scenario.iter().any(|percent| *percent != 0)));
    let outcome = move || {
        let (format, text) = (i18n.format(), i18n.text().plan());
        let said = scenario.with(|scenario| computed.with(|computed| outcome(format, text, computed, scenario)));
        if is_moved.get() { said.unwrap_or_default() } else { text.what_if_hint.to_owned() }
    };
    let compared = move || {
        let text = i18n.text().plan();
        if computed.with(|computed| computed.plan.is_timed()) { text.minutes_hint } else { text.weights_hint }
    };
    view! {
        <section class="plan-card no-print" aria-label=i18n.phrase(|text| text.plan().what_if)>
            <div class="plan-card__head">
                <h2>{i18n.phrase(|text| text.plan().what_if)}</h2>
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::Undo
                    label=i18n.label(|text| text.plan().scenario_reset)
                    disabled=Signal::derive(move || !is_moved.get())
                    on_press=move || scenario.set(Vec::new())
                />
            </div>
            <p class="plan-what-if__outcome" role="status" data-testid="plan-outcome">{outcome}</p>
            <ol class="plan-what-if">
                <For each=move || 0..steps.get() key=|index| *index let:index>
                    <StepSlider index computed scenario />
                </For>
            </ol>
            <p class="plan-card__hint">{compared}</p>
        </section>
    }
}

#[component]
fn StepSlider(index: usize, computed: Signal<Arc<ComputedPlan>>, scenario: RwSignal<Vec<i8>>) -> impl IntoView {
    let i18n = use_i18n();
    let (from, to) = (name_at(index), name_at(index + 1));
    let moved = Memo::new(move |_| scenario.with(|scenario| scenario.get(index).copied().unwrap_or_default()));
    let describe = move || {
        let ratio = computed.with(|computed| computed.plan.ratios().get(index).copied().unwrap_or_default());
        described(i18n.format(), i18n.text().plan(), ratio, moved.get())
    };
    let set = move |percent: i32| {
        scenario.update(|scenario| {
            scenario.resize(scenario.len().max(index + 1), 0);
            if let Some(place) = scenario.get_mut(index) {
                *place = i8::try_from(percent).unwrap_or_default();
            }
        });
    };
    let saves = move || {
        let (format, text) = (i18n.format(), i18n.text().plan());
        computed.with(|computed| saved(format, text, computed, index).map(|saved| (text.tenth_saves)(&saved)))
    };
    let is_best = move || computed.with(|computed| computed.best_step() == Some(index));
    view! {
        <li class="plan-what-if__step">
            <RangeField
                label=Signal::derive(move || (i18n.text().plan().step)(&from.get(), &to.get()))
                value=Signal::derive(move || i32::from(moved.get()))
                min=LEAST
                max=MOST
                step=STEP
                describe=Signal::derive(describe)
                testid="plan-slider"
                on_change=set
            />
            <p class="plan-what-if__saves">
                {saves}
                " "
                <Show when=is_best>
                    <Chip tone=Tone::Good label=i18n.label(|text| text.plan().saves_most) />
                </Show>
            </p>
        </li>
    }
}

/// A ratio, and what it becomes.
fn described(format: Format, text: &PlanMessages, ratio: Ratio, moved: i8) -> String {
    let before = percent(format, ratio);
    if moved == 0 {
        return before;
    }
    (text.becomes)(&before, &percent(format, ratio.changed_by(moved)))
}

/// What the first stage needs with the sliders as they are.
fn outcome(format: Format, text: &PlanMessages, computed: &ComputedPlan, scenario: &[i8]) -> Option<String> {
    let (stage, plan) = computed.stages().next()?;
    let (before, after) = (plan.wanted, *computed.changed(scenario)?.first()?);
    let need = stage_count(format, text, stage, after);
    Some((text.scenario)(format, &need, i128::from(before) - i128::from(after)))
}

/// What a step saves when it is a tenth better: hours where minutes are known, else stages. `None` if nothing to speak
/// of.
fn saved(format: Format, text: &PlanMessages, computed: &ComputedPlan, step: usize) -> Option<String> {
    let saving = computed.savings.get(step)?;
    if computed.plan.is_timed() {
        return (saving.work >= 0.5).then(|| (text.hours)(format, saving.work));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not below zero, far under 2^53")]
    let whole = |saved: f64| saved.round().max(0.0) as u64;
    let stages = computed.plan.stages.iter().zip(&saving.stages);
    let words = stages
        .filter(|(_, saved)| **saved >= 0.5)
        .map(|(stage, &saved)| stage_count(format, text, stage, whole(saved)))
        .collect::<Vec<_>>();
    (!words.is_empty()).then(|| words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::date::Day;
    use crate::i18n::{Currency, Locale, messages};
    use crate::profile::SalesPlan;

    #[test]
    fn says_what_a_step_saves() {
        let format = Format { locale: Locale::Ru, currency: Currency::Rub };
        let text = messages(Locale::Ru).plan();
        let mut plan = SalesPlan::default();
        let today = Day::from_iso("2026-04-09").unwrap();
        let computed = ComputedPlan::of(plan.clone(), today).unwrap();
        // An eleventh of 800, 400 and 40: 72.7, 36.4 and 3.6.
        let plain = |words: Option<String>| words.map(|words| words.replace('\u{a0}', " "));
        assert_eq!(plain(saved(format, text, &computed, 2)).as_deref(), Some("73 звонка, 36 предложений, 4 встречи"));
        assert_eq!(plain(saved(format, text, &computed, 0)).as_deref(), Some("73 звонка"));
        assert_eq!(
            plain(outcome(format, text, &computed, &[0, 0, 10])).as_deref(),
            Some("С этими изменениями нужно 740 звонков: на 60 меньше.")
        );
        // 33 minutes each of 800/11 calls are 40 hours.
        plan.change_stage(0, |stage| stage.minutes = Some(33));
        let timed = ComputedPlan::of(plan, today).unwrap();
        assert_eq!(plain(saved(format, text, &timed, 0)).as_deref(), Some("40,0 ч"));
    }

    #[test]
    fn describes_a_ratio_that_moves() {
        let format = Format { locale: Locale::En, currency: Currency::None };
        let text = messages(Locale::En).plan();
        let half = Ratio::counts(80, 40).unwrap();
        assert_eq!(described(format, text, half, 0), "50%");
        assert_eq!(described(format, text, half, 10), "50% → 55%");
        assert_eq!(described(format, text, half, 100), "50% → 100%");
    }
}
