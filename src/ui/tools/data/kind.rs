//! What the table is about: found out, explained in a line, changeable in place.

use leptos::prelude::*;

use super::decision::Decision;
use super::decisions::{index_of, value_at, with_table};
use super::state::DraftState;
use crate::analytics::dataset::kinds::report::PivotView;
use crate::analytics::dataset::{Inspection, ReadOptions, TableKind};
use crate::platform::clock;
use crate::ui::components::{Button, Icon, IconView, Select};
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
    // The list has no "find out": the measure in force is one of them.
    let selected = Memo::new(move |_| {
        view.with(|view| {
            view.as_ref().map_or(0, |PivotView { measures, measure, .. }| {
                index_of(measures, measures.get(*measure)).saturating_sub(1)
            })
        })
    });
    let choose = move |index: usize| {
        let measure = measures.with_untracked(|measures| value_at(measures, index + 1));
        state.decide(|options| ReadOptions { measure, mapping: Vec::new(), ..options.clone() });
    };
    view! {
        <Show when=move || view.with(Option::is_some)>
            <Select
                label=i18n.label(|text| text.kinds().measure)
                options=measures
                selected=selected
                on_change=choose
                testid="import-measure"
            />
        </Show>
    }
}

/// The year of periods that name none; nothing where they do.
#[component]
fn YearChoice(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let chosen = Memo::new(move |_| state.options.with(|options| options.year));
    let is_open = Memo::new(move |_| {
        let is_assumed = |found: &Inspection| found.details.pivot.as_ref().is_some_and(|pivot| pivot.year_assumed);
        chosen.get().is_some() || state.inspection.with(|found| found.as_ref().is_some_and(|found| is_assumed(found)))
    });
    let years = StoredValue::new({
        let (this_year, ..) = clock::today().to_ymd();
        (0..YEARS_OFFERED).map(|back| this_year - back).collect::<Vec<_>>()
    });
    let options = Memo::new(move |_| {
        // A year is a name, not a count: it has no group marks.
        let years = years.with_value(|years| years.iter().map(ToString::to_string).collect::<Vec<_>>());
        std::iter::once(i18n.text().kinds().year_unknown.to_owned()).chain(years).collect::<Vec<_>>()
    });
    let selected = Memo::new(move |_| years.with_value(|years| index_of(years, chosen.get().as_ref())));
    let choose = move |index: usize| {
        let year = years.with_value(|years| value_at(years, index));
        state.decide(|options| ReadOptions { year, ..options.clone() });
    };
    view! {
        <Show when=move || is_open.get()>
            <Select
                label=i18n.label(|text| text.kinds().year)
                options=options
                selected=selected
                on_change=choose
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
