//! The staircase: each step as high as the one before, what came on filled, what was lost striped.
//!
//! On a narrow screen the same parts lie: a row a step. Each figure leads to its deals.

use leptos::prelude::*;

use super::page::{Report, computed_from};
use super::state::use_behind;
use crate::analytics::funnel::deals::DealQuery;
use crate::analytics::funnel::report::Step;
use crate::analytics::funnel::{Count, FunnelReport, Outcome};
use crate::charts::Palette;
use crate::charts::funnel::{picture, stairs, step_name};
use crate::ui::components::chart::TwinTable;
use crate::ui::components::{Disclosure, SaveDrawn};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::section::Section;

/// Parts of a column, as shares of the highest one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Column {
    came: f64,
    lost: f64,
    open: f64,
}

#[expect(clippy::cast_precision_loss, reason = "heights of a picture")]
fn column(report: &FunnelReport, place: usize) -> Column {
    let highest = report.steps.iter().map(|step| step.reached).max().unwrap_or_default().max(1) as f64;
    let before = place.checked_sub(1).and_then(|before| report.steps.get(before));
    let part = |count: u64| count as f64 / highest;
    Column {
        came: report.steps.get(place).map_or(0.0, |step| part(step.reached)),
        lost: before.map_or(0.0, |step| part(step.lost)),
        open: before.map_or(0.0, |step| part(step.open)),
    }
}

/// Deals that were won without having come to the last step as they are counted; none where entries are counted.
fn won_past(report: &FunnelReport, last: &Step) -> u64 {
    if report.count == Count::Entries { 0 } else { report.tally.won.saturating_sub(last.reached) }
}

/// The staircase with its table.
#[component]
pub(super) fn Stairs(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || &i18n.text().funnel().screen;
    let table = Signal::derive(move || report.with(|report| stairs(report, i18n.format())));
    let steps = move || {
        let report = report.get();
        let steps = report.steps.iter().enumerate();
        let views = steps.map(|(place, step)| {
            let before = place.checked_sub(1).and_then(|before| report.steps.get(before)).cloned();
            let shares = report.of_previous(place).zip(report.of_first(place)).filter(|_| place > 0);
            let past = if place + 1 == report.steps.len() { won_past(&report, step) } else { 0 };
            view! { <StepColumn step=step.clone() before past place column=column(&report, place) shares /> }
        });
        views.collect_view()
    };
    let legend = move || {
        let [came, lost, open] = text().legend;
        view! {
            <ul class="stairs-legend" aria-hidden="true">
                <li class="stairs-legend__came">{came}</li>
                <li class="stairs-legend__lost">{lost}</li>
                <li class="stairs-legend__open">{open}</li>
            </ul>
        }
    };
    view! {
        <Section
            id="stairs-title"
            title=|text| text.funnel().screen.stairs
            explain=i18n.label(|text| text.funnel().screen.stairs_explain)
            beside=legend
        >
            <Show when=move || report.with(|report| report.steps.is_empty())>
                <p class="section__text">{i18n.phrase(|text| text.funnel().screen.no_steps)}</p>
            </Show>
            <ol class="stairs" data-testid="chart-funnel">{steps}</ol>
            <SaveDrawn
                name="funnel"
                title=i18n.label(|text| text.funnel().screen.title)
                notes=computed_from(report)
                draw=move |palette: Palette| report.with(|report| picture::stairs(report, &palette, i18n.format()))
            />
            <Disclosure summary=i18n.label(|text| text.funnel().screen.as_table)>
                <TwinTable name="funnel" table=table />
            </Disclosure>
        </Section>
    }
}

#[component]
fn StepColumn(
    step: Step,
    before: Option<Step>,
    /// Deals won past the last step, if this is it.
    past: u64,
    place: usize,
    column: Column,
    shares: Option<(f64, f64)>,
) -> impl IntoView {
    let i18n = use_i18n();
    let behind = use_behind();
    let text = move || &i18n.text().funnel().screen;
    let step = StoredValue::new(step);
    let name = move || step.with_value(|step| step_name(step, i18n.format()));
    let reached = step.with_value(|step| step.reached);
    let open_list = move |query: DealQuery, what: String| behind.open(what, query);
    let press = move |_| {
        open_list(DealQuery { at: Some(place), ..DealQuery::default() }, untrack(name));
    };
    let shown = move || i18n.format().count(reached);
    let shares = move || {
        shares.map(|(of_previous, of_first)| {
            view! {
                <p class="stairs__share">
                    <strong>{(text().of_previous)(i18n.format(), of_previous)}</strong>
                    <span>{(text().of_first)(i18n.format(), of_first)}</span>
                </p>
            }
        })
    };
    let losses = move || {
        let before = before.clone()?;
        let from = place.checked_sub(1)?;
        let leave = move |outcome: Outcome| DealQuery {
            at: Some(from),
            stays: true,
            outcome: Some(outcome),
            ..DealQuery::default()
        };
        let format = i18n.format();
        let lost = (text().lost)(format, before.lost);
        let open = (text().open)(format, before.open);
        let (lost_title, open_title) =
            (format!("{}: {lost}", step_name(&before, format)), format!("{}: {open}", step_name(&before, format)));
        Some(view! {
            <div class="stairs__left">
                {(before.lost > 0).then(|| view! {
                    <button
                        type="button"
                        class="stairs__figure stairs__figure--lost"
                        on:click=move |_| open_list(leave(Outcome::Lost), lost_title.clone())
                    >{lost}</button>
                })}
                {(before.open > 0).then(|| view! {
                    <button
                        type="button"
                        class="stairs__figure stairs__figure--open"
                        on:click=move |_| open_list(leave(Outcome::Open), open_title.clone())
                    >{open}</button>
                })}
                {(before.otherwise > 0).then(|| view! { <span>{(text().otherwise)(format, before.otherwise)}</span> })}
            </div>
        })
    };
    let in_all = move || {
        (past > 0).then(|| {
            let words = (text().won_in_all)(i18n.format(), reached, past);
            view! { <p class="stairs__note" data-testid="funnel-won-in-all">{words}</p> }
        })
    };
    let notes = move || {
        let format = i18n.format();
        step.with_value(|step| {
            let joined = (step.joined > 0).then(|| (text().joined)(format, step.joined));
            let unsure = (step.unsure > 0).then(|| (text().unsure)(format, step.unsure));
            let days = step.days.as_ref().map(|days| (text().days)(format, days.median(), days.p90()));
            let note = |(class, words): (&'static str, String)| view! { <p class=class>{words}</p> };
            joined
                .into_iter()
                .chain(unsure)
                .map(|words| ("stairs__note", words))
                .chain(days.map(|words| ("stairs__days", words)))
                .map(note)
                .collect_view()
        })
    };
    view! {
        <li class="stairs__step" data-testid="funnel-step" data-reached=reached.to_string()>
            <div class="stairs__well" aria-hidden="true">
                <span class="stairs__lost" style:flex-basis=format!("{:.3}%", column.lost * 100.0)></span>
                <span class="stairs__open" style:flex-basis=format!("{:.3}%", column.open * 100.0)></span>
                <span class="stairs__came" style:flex-basis=format!("{:.3}%", column.came * 100.0)></span>
            </div>
            <div class="stairs__words">
                <h3 class="stairs__name">{name}</h3>
                <button type="button" class="stairs__reached" on:click=press>{shown}</button>
                {in_all}
                {shares}
                {losses}
                {notes}
            </div>
        </li>
    }
}
