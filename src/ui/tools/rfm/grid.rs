//! The grid of scores: recency downwards, frequency or money across. One tab stop, moved in by arrows, chosen by Enter.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::{GridCell, filter_of, grid_cell, step};
use super::state::use_rfm;
use crate::analytics::segmentation::rfm::{Measure, RfmSummary};
use crate::platform::navigation;
use crate::ui::components::{Explain, Segmented};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::grid_keys::{CellKey, cell_key};
use crate::ui::tools::segment_chip::segment_class;

/// `id` of the grid's title.
const TITLE_ID: &str = "rfm-grid-title";
/// What may stand across.
const ACROSS: [Measure; 2] = [Measure::Frequency, Measure::Monetary];

/// The grid with its title and the switch of what stands across.
#[component]
pub(super) fn Grid(
    /// The result.
    summary: Signal<Arc<RfmSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let text = move || &i18n.text().rfm().map;
    let bins = Memo::new(move |_| summary.with(|summary| summary.bins().get()));
    let (visited, set_stop) = signal((0_u8, 0_u8));
    // With fewer scores the cell that was visited last may be gone.
    let stop = Memo::new(move |_| {
        let ((row, column), last) = (visited.get(), bins.get().saturating_sub(1));
        (row.min(last), column.min(last))
    });
    let columns = move || {
        let head = |score: u8| view! { <th scope="col" class="rfm-grid__head">{score.to_string()}</th> };
        (1..=bins.get()).map(head).collect_view()
    };
    let rows = move || {
        let size = bins.get();
        let row = |row: u8| {
            let cell = move |column: u8| view! { <Cell place=(row, column) size summary stop set_stop /> };
            view! {
                <tr>
                    <th scope="row" class="rfm-grid__head">{(size - row).to_string()}</th>
                    {(0..size).map(cell).collect_view()}
                </tr>
            }
        };
        (0..size).map(row).collect_view()
    };
    view! {
        <section class="rfm-grid-box" aria-labelledby=TITLE_ID>
            <div class="matrix-box__head">
                <div class="abc-xyz__heading">
                    <h2 class="matrix-box__title" id=TITLE_ID>{move || text().grid_title}</h2>
                    <Explain
                        text=i18n.label(|text| text.rfm().map.grid_explain)
                        label=i18n.label(|text| text.rfm().map.grid_title)
                    />
                </div>
                <Segmented
                    label=i18n.label(|text| text.rfm().map.across)
                    all=|| ACROSS
                    name=move |measure| (text().measure)(measure).to_owned()
                    chosen=move || state.across().get()
                    on_change=move |measure| state.set_across(measure)
                    testid="rfm-across"
                />
            </div>
            // On a phone the corner of the table has no room for it.
            <p class="rfm-grid__axes" aria-hidden="true">
                <span>{move || (text().measure)(Measure::Recency)} "\u{a0}↓"</span>
                <span>{move || (text().measure)(state.across().get())} "\u{a0}→"</span>
            </p>
            <table class="rfm-grid" role="grid" aria-labelledby=TITLE_ID data-testid="rfm-grid">
                <caption class="visually-hidden">{move || text().grid_caption}</caption>
                <thead>
                    <tr>
                        <td class="rfm-grid__corner">
                            <span class="matrix__axis">{move || (text().measure)(Measure::Recency)} "\u{a0}↓"</span>
                            <span class="matrix__axis">{move || (text().measure)(state.across().get())} "\u{a0}→"</span>
                        </td>
                        {columns}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// One cell; `place` is row and column from 0.
#[component]
fn Cell(
    place: (u8, u8),
    size: u8,
    summary: Signal<Arc<RfmSummary>>,
    stop: Memo<(u8, u8)>,
    set_stop: WriteSignal<(u8, u8)>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let (r, score) = (size - place.0, place.1 + 1);
    let shown = Memo::new(move |_| summary.with(|summary| grid_cell(summary, r, state.across().get(), score)));
    let name = Memo::new(move |_| {
        let text = &i18n.text().rfm().segments;
        let GridCell { segment, is_mixed, .. } = shown.get();
        summary.with(|summary| {
            let name = segment.map(|segment| text.name_at(&summary.map, segment)).unwrap_or_default();
            let name = text.in_cell(name);
            if is_mixed { (i18n.text().rfm().map.and_others)(&name) } else { name }
        })
    });
    let filter = move || filter_of(r, state.across().get(), score);
    let choose = move || {
        set_stop.set(place);
        state.toggle(untrack(filter));
    };
    let pressed = move |event| match cell_key(&event, |key, control| step(place, size, key, control)) {
        Some(CellKey::Choose) => choose(),
        Some(CellKey::Clear) => state.choose(None),
        Some(CellKey::Go(next)) => {
            set_stop.set(next);
            navigation::focus(&cell_id(next));
        }
        None => {}
    };
    let place_words = move || (i18n.text().rfm().map.cell)(r, state.across().get(), score);
    let clients_word = move || (i18n.text().abc_xyz().matrix.clients)(i18n.format(), shown.get().clients);
    view! {
        <td
            class=move || {
                let segment = shown.get().segment;
                let class = segment.map_or_else(|| "rfm-grid__cell--empty".to_owned(), |segment| segment_class(Some(segment)));
                format!("rfm-grid__cell {class}")
            }
            role="gridcell"
            id=cell_id(place)
            data-testid=format!("rfm-cell-{r}-{score}")
            data-clients=Signal::derive(move || shown.get().clients.to_string())
            tabindex=Signal::derive(move || if stop.get() == place { "0" } else { "-1" })
            aria-selected=Signal::derive(move || (state.chosen().get() == Some(filter())).to_string())
            on:click=move |_| choose()
            on:focus=move |_| set_stop.set(place)
            on:keydown=pressed
        >
            <span class="visually-hidden">{place_words}</span>
            <span class="rfm-grid__count">{move || i18n.format().count(shown.get().clients)}</span>
            <span class="visually-hidden">{clients_word}</span>
            <span class="rfm-grid__name">{name}</span>
        </td>
    }
}

fn cell_id((row, column): (u8, u8)) -> String {
    format!("rfm-cell-at-{row}-{column}")
}
