//! From which class to which: a table whose cells are one tab stop, moved in by arrows, chosen by Enter.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::{Pair, column_total, is_possible, row_total, shade_class, step};
use super::state::use_migration;
use crate::analytics::segmentation::migration::{MigrationSummary, MovementFilter, Place, Tally};
use crate::platform::navigation;
use crate::ui::components::Explain;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::grid_keys::{CellKey, cell_key};

/// `id` of the title.
const TITLE_ID: &str = "moves-title";

/// The matrix with its title.
#[component]
pub(super) fn Matrix(
    /// The result.
    summary: Signal<Arc<MigrationSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || i18n.text().migration();
    // The cell that the tab key leads to.
    let (stop, set_stop) = signal((Place::ALL[0], Place::ALL[0]));
    let head = move |place: Place| {
        view! { <th scope="col" class="moves__head"><PlaceName place /></th> }
    };
    let row = move |before: Place| {
        let cells = Place::ALL.map(|after| view! { <Cell pair=(before, after) summary stop set_stop /> });
        let total = Memo::new(move |_| summary.with(|summary| row_total(summary, before)));
        view! {
            <tr>
                <th scope="row" class="moves__head moves__head--row"><PlaceName place=before /></th>
                {cells.collect_view()}
                <Total summary tally=total />
            </tr>
        }
    };
    let foot = move |after: Place| {
        let total = Memo::new(move |_| summary.with(|summary| column_total(summary, after)));
        view! { <Total summary tally=total /> }
    };
    let all = Memo::new(move |_| summary.with(|summary| summary.all));
    view! {
        <section class="moves-box" aria-labelledby=TITLE_ID>
            <div class="abc-xyz__heading">
                <h2 class="matrix-box__title" id=TITLE_ID>{move || text().matrix_title}</h2>
                <Explain
                    text=i18n.label(|text| text.migration().matrix_explain)
                    label=i18n.label(|text| text.migration().matrix_title)
                />
            </div>
            <table class="moves" role="grid" aria-labelledby=TITLE_ID data-testid="migration-matrix">
                <caption class="visually-hidden">{move || text().matrix_caption}</caption>
                <thead>
                    <tr>
                        <td class="moves__corner">
                            <span class="matrix__axis">{move || text().earlier} "\u{a0}↓"</span>
                            <span class="matrix__axis">{move || text().later} "\u{a0}→"</span>
                        </td>
                        {Place::ALL.map(head).collect_view()}
                        <th scope="col" class="moves__head moves__head--all">{move || text().table.all}</th>
                    </tr>
                </thead>
                <tbody>{Place::ALL.map(row).collect_view()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" class="moves__head moves__head--row moves__head--all">
                            {move || text().table.all}
                        </th>
                        {Place::ALL.map(foot).collect_view()}
                        <Total summary tally=all />
                    </tr>
                </tfoot>
            </table>
        </section>
    }
}

/// A class as its letter, any other place as words.
#[component]
fn PlaceName(place: Place) -> impl IntoView {
    let i18n = use_i18n();
    let class = match place.code() {
        'A' => "matrix__letter matrix__letter--a",
        'B' => "matrix__letter matrix__letter--b",
        'C' => "matrix__letter matrix__letter--c",
        _ => "matrix__letter matrix__letter--word",
    };
    view! { <span class=class>{move || (i18n.text().migration().table.place_head)(place)}</span> }
}

/// Clients of a row or column, and what they bring more or less.
#[component]
fn Total(summary: Signal<Arc<MigrationSummary>>, tally: Memo<Tally>) -> impl IntoView {
    let i18n = use_i18n();
    let format = move || i18n.format().by(summary.with(|summary| summary.options.rules.value));
    view! {
        <td class="moves__total">
            <span class="moves__count">{move || i18n.format().count(tally.get().clients)}</span>
            <span class="moves__change">{move || format().money_change(tally.get().change())}</span>
        </td>
    }
}

/// A cell that no client can be in. Named, since a view of literals alone would be made by the policy's forbidden way.
const NEVER: &str = "moves__never";

/// One cell.
#[component]
fn Cell(
    pair: Pair,
    summary: Signal<Arc<MigrationSummary>>,
    stop: ReadSignal<Pair>,
    set_stop: WriteSignal<Pair>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_migration();
    if !is_possible(pair) {
        return view! { <td class=NEVER role="gridcell"></td> }.into_any();
    }
    let filter = MovementFilter::Cell(pair.0, pair.1);
    let tally = Memo::new(move |_| summary.with(|summary| summary.cell(pair.0, pair.1)));
    let shade = Memo::new(move |_| summary.with(|summary| shade_class(summary, pair)));
    let format = move || i18n.format().by(summary.with(|summary| summary.options.rules.value));
    let choose = move || {
        set_stop.set(pair);
        state.toggle(filter);
    };
    let pressed = move |event| match cell_key(&event, |key, control| step(pair, key, control)) {
        Some(CellKey::Choose) => choose(),
        Some(CellKey::Clear) => state.choose(MovementFilter::All),
        Some(CellKey::Go(next)) => {
            set_stop.set(next);
            navigation::focus(&cell_id(next));
        }
        None => {}
    };
    let words = move || (i18n.text().migration().cell_words)(format(), pair.0, pair.1, tally.get());
    let is_empty = Signal::derive(move || tally.get().clients == 0);
    view! {
        <td
            class=move || format!("moves__cell {}", shade.get())
            class:moves__cell--stayed=pair.0 == pair.1
            class:moves__cell--empty=is_empty
            role="gridcell"
            id=cell_id(pair)
            data-testid=cell_id(pair)
            data-clients=Signal::derive(move || tally.get().clients.to_string())
            data-change=Signal::derive(move || tally.get().change().to_string())
            tabindex=Signal::derive(move || if stop.get() == pair { "0" } else { "-1" })
            aria-selected=Signal::derive(move || (state.filter().get() == filter).to_string())
            on:click=move |_| choose()
            on:focus=move |_| set_stop.set(pair)
            on:keydown=pressed
        >
            <span class="visually-hidden">{words}</span>
            <span class="moves__count" aria-hidden="true">{move || i18n.format().count(tally.get().clients)}</span>
            <span class="moves__change" aria-hidden="true">
                {move || (!is_empty.get()).then(|| format().money_change(tally.get().change()))}
            </span>
        </td>
    }
    .into_any()
}

/// The `id` of a cell, which is also its name for automation: `migration-cell-AB`.
fn cell_id((before, after): Pair) -> String {
    format!("migration-cell-{}{}", before.code(), after.code())
}
