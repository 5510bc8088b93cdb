//! What the table is about: found out, explained in a line, changeable in place.

use leptos::prelude::*;

use super::decision::Decision;
use super::decisions::{index_of, value_at, with_table};
use super::state::DraftState;
use crate::analytics::dataset::kinds::report::PivotView;
use crate::analytics::dataset::{ReadOptions, TableKind};
use crate::ui::components::{Button, Icon, IconView, Select};
use crate::ui::state::i18n::use_i18n;

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
                label=i18n.label(|text| text.kinds.label)
                all=Signal::stored(TableKind::ALL.to_vec())
                chosen=Memo::new(move |_| state.options.with(|options| options.table))
                found=found
                name=|kind, i18n| (i18n.text().kinds.name)(kind).to_owned()
                on_change=move |table| state.decide(|options| with_table(options, table))
                testid="import-kind"
            />
            <p class="import-facts__about">{move || (i18n.text().kinds.about)(kind.get())}</p>
            <Show when=move || is_uncertain.get()>
                <p class="import-doubt">
                    <IconView icon=Icon::Warning />
                    <span>{i18n.phrase(|text| text.kinds.uncertain)}</span>
                </p>
            </Show>
            <MeasureChoice state=state />
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
                label=i18n.label(|text| text.kinds.measure)
                options=measures
                selected=selected
                on_change=choose
                testid="import-measure"
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
                <p>{i18n.phrase(|text| text.kinds.remembered)}</p>
                <Button
                    testid="import-ask-again"
                    label=i18n.label(|text| text.kinds.ask_again)
                    on_press=move || state.ask_again()
                />
            </div>
        </Show>
    }
}
