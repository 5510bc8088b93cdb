//! The columns of the file and what each stands for.

use leptos::prelude::*;

use super::decisions::{Meaning, with_meaning};
use super::state::DraftState;
use crate::analytics::dataset::{ColumnKind, ColumnView, TableKind};
use crate::ui::components::{Icon, IconView, Select};
use crate::ui::state::i18n::{I18n, use_i18n};

/// The columns, left to right, each with a list of what it can stand for.
#[component]
pub fn Columns(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let i18n = use_i18n();
    let count =
        Memo::new(move |_| state.inspection.with(|found| found.as_ref().map_or(0, |found| found.columns.len())));
    view! {
        <Show when=move || { count.get() > 0 }>
            <section class="import-columns" aria-labelledby="import-columns-title">
                <h2 id="import-columns-title">{i18n.phrase(|text| text.import().columns.heading)}</h2>
                <p class="import-columns__lead">{move || (i18n.text().kinds().needed)(state.kind.get())}</p>
                // Rows are known by their place, so that a change of one leaves the focus where it is.
                <ol class="import-columns__list">
                    <For each=move || 0..count.get() key=|place| *place let:place>
                        <Column state=state place=place />
                    </For>
                </ol>
            </section>
        </Show>
    }
}

/// The name of a column: its header, or its place where it has none.
pub fn column_name(header: &str, place: usize, i18n: I18n) -> String {
    if header.trim().is_empty() {
        return (i18n.text().import().columns.unnamed)(i18n.format(), place + 1);
    }
    header.to_owned()
}

#[component]
fn Column(state: DraftState, place: usize) -> impl IntoView {
    let i18n = use_i18n();
    let column = Memo::new(move |_| {
        state.inspection.with(|found| found.as_ref().and_then(|found| found.columns.get(place).cloned()))
    });
    let field =
        Memo::new(move |_| state.inspection.with(|found| found.as_ref().and_then(|found| found.mapping.field(place))));
    let name = Memo::new(move |_| {
        column.with(|column| column.as_ref().map(|column| column_name(&column.name, place, i18n))).unwrap_or_default()
    });
    let is_free = Memo::new(move |_| {
        state.inspection.with(|found| found.as_ref().is_some_and(|found| found.details.free_columns.contains(&place)))
    });
    let is_left_out = Memo::new(move |_| state.options.with(|options| options.left_out_columns.contains(&place)));
    let choices = Memo::new(move |_| {
        let kind = state.kind.get();
        // Any column of such tables is kept, whatever is in it.
        let is_filled = column.with(|column| column.as_ref().is_some_and(|column| column.kind != ColumnKind::Empty));
        let keeps_all = matches!(kind, TableKind::Clients | TableKind::Answers) && is_filled;
        Meaning::choices(kind, is_free.get() || keeps_all || is_left_out.get() && kind.has_free_columns())
    });
    let meaning_name = move |meaning| {
        let text = i18n.text();
        let name = match meaning {
            Meaning::Free => (text.kinds().free_column)(state.kind.get()).unwrap_or_default(),
            Meaning::NotUsed => text.import().columns.not_used,
            Meaning::Field(field) => (text.import().columns.field)(field),
        };
        name.to_owned()
    };
    let chosen = move || match field.get() {
        Some(field) => Meaning::Field(field),
        None if is_free.get() => Meaning::Free,
        None => Meaning::NotUsed,
    };
    let choose = move |meaning| {
        let kind = state.kind.get_untracked();
        let current = state.inspection.get_untracked().map(|found| found.mapping.clone()).unwrap_or_default();
        state.decide(|options| with_meaning(options, kind, &current, place, meaning));
    };
    view! {
        <li class="import-column" class:import-column--used=move || field.get().is_some() || is_free.get()>
            <div class="import-column__facts">
                <p class="import-column__name">{name}</p>
                {move || column.get().map(|column| view! { <Look column=column /> })}
            </div>
            <Select
                label=Signal::derive(move || (i18n.text().import().columns.meaning)(&name.get()))
                hide_label=true
                all=move || choices.get()
                name=meaning_name
                chosen=chosen
                on_change=choose
                testid="import-field"
            />
        </li>
    }
}

/// What the cells of a column look like.
#[component]
fn Look(column: ColumnView) -> impl IntoView {
    let i18n = use_i18n();
    let ColumnView { kind, samples, misfits, .. } = column;
    let misfits = misfits
        .into_iter()
        .take(1)
        .map(|(line, text)| {
            view! {
                <p class="import-doubt">
                    <IconView icon=Icon::Warning />
                    <span>{move || (i18n.text().import().columns.misfit)(i18n.format(), line, &text)}</span>
                </p>
            }
        })
        .collect_view();
    let has_samples = !samples.is_empty();
    view! {
        <p class="import-column__look">
            <IconView icon=icon_of(kind) />
            <span>{move || (i18n.text().import().columns.kind)(kind)}</span>
            {has_samples
                .then(|| {
                    view! {
                        <span class="visually-hidden">{i18n.phrase(|text| text.import().columns.samples)}</span>
                        <span class="import-column__samples">{samples.join(" · ")}</span>
                    }
                })}
        </p>
        {misfits}
    }
}

const fn icon_of(kind: ColumnKind) -> Icon {
    match kind {
        ColumnKind::Text => Icon::Letters,
        ColumnKind::Number => Icon::Coins,
        ColumnKind::Date => Icon::Calendar,
        ColumnKind::Identifier => Icon::Hash,
        ColumnKind::Empty => Icon::Minus,
    }
}
