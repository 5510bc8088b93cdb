//! The picture: a staircase from the first stage down to the goal, read from the goal upwards.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::{ComputedPlan, length, load_words, percent, stage_count, stage_name};
use crate::analytics::funnel::plan::StagePlan;
use crate::charts::TableTwin;
use crate::i18n::Format;
use crate::i18n::messages::plan::PlanMessages;
use crate::profile::plan::PlanStage;
use crate::ui::components::DrawnChart;
use crate::ui::state::i18n::use_i18n;

/// The least length of a bar, of 100: one of a thousand is still something.
const SHORTEST: f64 = 0.6;

/// From here on, of 100, there is no room beside a mark.
const FAR: f64 = 80.0;

/// The picture with its table.
#[component]
pub(super) fn PlanPicture(
    /// The plan.
    computed: Signal<Arc<ComputedPlan>>,
    /// Percent by which steps are changed to see what happens; empty for none.
    #[prop(into)]
    scenario: Signal<Vec<i8>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let steps = move || {
        let (format, text) = (i18n.format(), i18n.text().plan());
        let changed = scenario.with(|scenario| {
            let is_any = scenario.iter().any(|percent| *percent != 0);
            computed.with(|computed| is_any.then(|| computed.changed(scenario)).flatten())
        });
        computed.with(|computed| {
            let steps = steps(format, text, computed, changed.as_deref());
            steps.into_iter().map(|step| view! { <StepView step /> }).collect_view()
        })
    };
    let month = move || computed.with(|computed| (i18n.text().plan().month)(month_of(computed)));
    let label = move || {
        let (format, text) = (i18n.format(), i18n.text().plan());
        let stages = computed.with(|computed| {
            let counts = computed.stages().map(|(stage, plan)| stage_count(format, text, stage, plan.wanted));
            counts.collect::<Vec<_>>().join(", ")
        });
        (text.picture_label)(&month(), &stages)
    };
    let table = move || computed.with(|computed| twin(i18n.format(), i18n.text().plan(), computed));
    view! {
        <section class="plan-picture" aria-label=i18n.phrase(|text| text.plan().picture)>
            <header class="plan-picture__head">
                <h2>{i18n.phrase(|text| text.plan().picture)}</h2>
                <p class="plan-picture__month">{month}</p>
            </header>
            <DrawnChart name="plan" label=Signal::derive(label) table=Signal::derive(table)>
                <div class="plan-steps">{steps}</div>
            </DrawnChart>
        </section>
    }
}

/// The month that the picture shows.
fn month_of(computed: &ComputedPlan) -> crate::analytics::funnel::plan::Month {
    computed.first_month().map(|month| month.month).unwrap_or_default()
}

/// A stage of the picture.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    need: String,
    plain_need: u64,
    name: String,
    /// Days and load, or what is there already.
    notes: Vec<String>,
    /// Lengths of 100: all of it, what is there already, the next stage.
    lengths: (f64, f64, f64),
    /// What it would be with other ratios: the figure and its length.
    changed: Option<(String, f64)>,
    /// What goes on to the next stage; `None` for the goal.
    goes_on: Option<String>,
    goal_mark: String,
}

fn steps(format: Format, text: &PlanMessages, computed: &ComputedPlan, changed: Option<&[u64]>) -> Vec<Step> {
    let most_changed = changed.into_iter().flatten().copied().max().unwrap_or_default();
    let most = computed.stages().map(|(_, plan)| plan.wanted).max().unwrap_or_default().max(most_changed);
    let long = |count: u64| if count == 0 { 0.0 } else { length(count, most).max(SHORTEST) };
    let ratios = computed.plan.ratios();
    let nexts: Vec<u64> = computed.stages().skip(1).map(|(_, plan)| plan.wanted).collect();
    let step = |(index, (stage, plan)): (usize, (&PlanStage, &StagePlan))| Step {
        need: format.count(plan.wanted),
        plain_need: plan.wanted,
        name: stage_name(text, stage),
        notes: notes(format, text, plan),
        lengths: (long(plan.wanted), long(plan.in_progress), nexts.get(index).map_or(0.0, |next| long(*next))),
        changed: changed.and_then(|changed| changed.get(index)).map(|&need| (format.count(need), long(need))),
        goes_on: ratios.get(index).map(|&ratio| (text.goes_on)(&percent(format, ratio))),
        goal_mark: text.goal_mark.to_owned(),
    };
    computed.stages().enumerate().map(step).collect()
}

fn notes(format: Format, text: &PlanMessages, plan: &StagePlan) -> Vec<String> {
    // Less than one a day is said by the weeks.
    let load = plan.load(1).filter(|load| load.least > 0).map(|load| load_words(format, text, Some(load)));
    let days = (plan.need > 0).then(|| (text.stage_days)(format, (plan.first, plan.last), load.as_deref()));
    let there = (plan.in_progress > 0).then(|| (text.there_already)(format, plan.in_progress));
    days.into_iter().chain(there).collect()
}

/// The same in figures.
fn twin(format: Format, text: &PlanMessages, computed: &ComputedPlan) -> TableTwin {
    let headers = [
        text.head_stage,
        text.head_need,
        text.head_there,
        text.head_first,
        text.head_last,
        text.head_day,
        text.head_percent,
    ];
    let ratios = computed.plan.ratios();
    let row = |(index, (stage, plan)): (usize, (&PlanStage, &StagePlan))| {
        vec![
            stage_name(text, stage),
            format.count(plan.wanted),
            format.count(plan.in_progress),
            format.date(plan.first),
            format.date(plan.last),
            load_words(format, text, plan.load(1).filter(|_| plan.need > 0)),
            ratios.get(index).map(|&ratio| percent(format, ratio)).unwrap_or_default(),
        ]
    };
    TableTwin {
        caption: format!("{}, {}", text.picture, (text.month)(month_of(computed))),
        headers: headers.map(str::to_owned).to_vec(),
        rows: computed.stages().enumerate().map(row).collect(),
    }
}

#[component]
fn StepView(step: Step) -> impl IntoView {
    let (all, there, next) = step.lengths;
    let is_goal = step.goes_on.is_none();
    let changed = step.changed.map(|(need, length)| {
        view! {
            <span class="plan-step__changed" class:plan-step__changed--far={length > FAR} style:inset-inline-start=format!("{length:.2}%")>
                <span class="plan-step__changed-need">{need}</span>
            </span>
        }
    });
    let link = step.goes_on.map(|words| {
        let points = format!("0,0 {all:.2},0 {next:.2},10 0,10");
        view! {
            <div class="plan-link">
                <svg class="plan-link__shape" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <polygon points=points></polygon>
                </svg>
                <p class="plan-link__words">{words}</p>
            </div>
        }
    });
    let goal = is_goal.then(|| view! { <span class="plan-step__goal">{step.goal_mark}</span> });
    let notes = step.notes.into_iter().map(|note| view! { <p class="plan-step__note">{note}</p> }).collect_view();
    view! {
        <div class="plan-step" class:plan-step--goal=is_goal data-testid="plan-step" data-need=step.plain_need.to_string()>
            <p class="plan-step__head">
                <span class="plan-step__need">{step.need}</span>
                <span class="plan-step__name">{step.name}</span>
                {goal}
            </p>
            <div class="plan-step__bar">
                <span class="plan-step__fill" style:inline-size=format!("{all:.2}%")></span>
                <span class="plan-step__there" style:inline-size=format!("{there:.2}%")></span>
                {changed}
            </div>
            {notes}
        </div>
        {link}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::date::Day;
    use crate::i18n::{Currency, Locale, messages};
    use crate::profile::SalesPlan;

    #[test]
    fn the_picture_and_its_table_say_the_same() {
        let mut plan = SalesPlan::default();
        plan.change_stage(2, |stage| stage.in_progress = 10);
        let computed = ComputedPlan::of(plan, Day::from_iso("2026-04-09").unwrap()).unwrap();
        let format = Format { locale: Locale::En, currency: Currency::None };
        let text = messages(Locale::En).plan();
        // 40 meetings less 10 want 300 offers and 600 calls.
        let drawn = steps(format, text, &computed, None);
        let needs: Vec<&str> = drawn.iter().map(|step| step.need.as_str()).collect();
        assert_eq!(needs, ["600", "300", "40", "10"]);
        let table = twin(format, text, &computed);
        assert!(table.rows.iter().zip(&needs).all(|(row, need)| row[1] == *need && row.len() == table.headers.len()));
        assert_eq!(table.rows[2][2], "10");
        let lengths: Vec<f64> = drawn.iter().map(|step| step.lengths.0).collect();
        for (length, wanted) in lengths.iter().zip([100.0, 50.0, 100.0 * 40.0 / 600.0, 100.0 / 60.0]) {
            assert!((length - wanted).abs() < 1e-9, "{lengths:?}");
        }
    }
}
