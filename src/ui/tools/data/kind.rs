//! What the table is about: found out, explained in a line, changeable in place.

use leptos::prelude::*;

use super::decision::Decision;
use super::decisions::with_table;
use super::state::DraftState;
use crate::analytics::dataset::kinds::report::Finding;
use crate::analytics::dataset::{Inspection, ReadOptions, TableKind};
use crate::platform::clock;
use crate::ui::components::{Button, Icon, IconView, Select, none_or};
use crate::ui::state::i18n::use_i18n;

/// Years back that are offered: exports are rarely older.
const YEARS_OFFERED: i32 = 15;

/// The kind of the table, and what goes with it.
#[component]
pub fn KindChoice(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let i18n = use_i18n();
    let kind = state.kind;
    let found = Memo::new(move |_| state.inspection.with(|found| found.as_ref().map(|found| found.table)));
    let is_uncertain = Memo::new(move |_| {
        state.options.with(|options| options.table.is_none())
            && state.inspection.with(|found| found.as_ref().is_some_and(|found| !found.table_certain))
    });
    view! {
        <div class="import-facts__kind">
            <Decision
                label=i18n.label(|text| text.kinds().label)
                all=Signal::stored(TableKind::ALL.to_vec())
                chosen=Memo::new(move |_| state.options.with(|options| options.table))
                found=found
                name=|kind, i18n| (i18n.text().kinds().name)(kind).to_owned()
                on_change=move |table| state.decide(|options| with_table(options, table))
                testid="import-kind"
            />
            <p class="import-facts__about">{move || (i18n.text().kinds().about)(kind.get())}</p>
            <Show when=move || is_uncertain.get()>
                <p class="import-doubt">
                    <IconView icon=Icon::Warning />
                    <span>{i18n.phrase(|text| text.kinds().uncertain)}</span>
                </p>
            </Show>
            <MeasureChoice state=state />
            <YearChoice state=state />
        </div>
    }
}

/// Which of several measures of a pivot table is read; nothing where there is no choice.
#[component]
fn MeasureChoice(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let view = Memo::new(move |_| {
        let pivot = state.inspection.with(|found| found.as_ref().and_then(|found| found.details.pivot.clone()));
        pivot.filter(|pivot| pivot.measures.len() > 1)
    });
    let measures = Memo::new(move |_| view.get().map(|view| view.measures).unwrap_or_default());
    let chosen = move || {
        view.with(|view| view.as_ref().and_then(|view| view.measures.get(view.measure).cloned())).unwrap_or_default()
    };
    let choose = move |measure: String| {
        state.decide(|options| ReadOptions { measure: Some(measure), mapping: Vec::new(), ..options.clone() });
    };
    view! {
        <Show when=move || view.with(Option::is_some)>
            <Select
                label=i18n.label(|text| text.kinds().measure)
                all=move || measures.get()
                name=|measure| measure
                chosen=chosen
                on_change=choose
                testid="import-measure"
            />
        </Show>
    }
}

/// The year of days or periods that name none; nothing where they do.
#[component]
fn YearChoice(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let chosen = Memo::new(move |_| state.options.with(|options| options.year));
    let is_open = Memo::new(move |_| {
        let is_assumed = |found: &Inspection| found.details.count(Finding::YearAssumed) > 0;
        chosen.get().is_some() || state.inspection.with(|found| found.as_ref().is_some_and(|found| is_assumed(found)))
    });
    let (this_year, ..) = clock::today().to_ymd();
    // A year is a name, not a count: it has no group marks.
    let name = move |year: Option<i32>| {
        year.map_or_else(|| i18n.text().kinds().year_unknown.to_owned(), |year| year.to_string())
    };
    view! {
        <Show when=move || is_open.get()>
            <Select
                label=i18n.label(|text| text.kinds().year)
                all=move || none_or((0..YEARS_OFFERED).map(move |back| this_year - back))
                name=name
                chosen=move || chosen.get()
                on_change=move |year| state.decide(|options| ReadOptions { year, ..options.clone() })
                testid="import-year"
            />
        </Show>
    }
}

/// The file was read as the last one with the same columns: said, and taken back on demand.
#[component]
pub fn Remembered(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Show when=move || state.is_recalled.get()>
            <div class="import-remembered" role="status" data-testid="import-remembered">
                <IconView icon=Icon::CheckCircle />
                <p>{i18n.phrase(|text| text.kinds().remembered)}</p>
                <Button
                    testid="import-ask-again"
                    label=i18n.label(|text| text.kinds().ask_again)
                    on_press=move || state.ask_again()
                />
            </div>
        </Show>
    }
}
