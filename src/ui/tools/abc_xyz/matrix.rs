//! The matrix: a table whose cells are one tab stop, moved in by arrows, chosen by Enter.

use std::sync::Arc;

use leptos::prelude::*;

use super::cell_panel::PANEL_HEAD_ID;
use super::figures::{Shading, cell_figures, column_total, row_total, step};
use super::state::use_abc_xyz;
use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Cell};
use crate::analytics::segmentation::xyz::XyzClass;
use crate::i18n::Format;
use crate::platform::{navigation, scroll};
use crate::ui::components::{Explain, Segmented};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::grid_keys::{CellKey, cell_key};

/// `id` of the matrix's title.
const TITLE_ID: &str = "matrix-title";

/// The matrix with its title and the switch of shading.
#[component]
pub(super) fn Matrix(
    /// The result.
    summary: Signal<Arc<AbcXyzSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let text = move || &i18n.text().abc_xyz().matrix;
    // The cell that the tab key leads to.
    let (stop, set_stop) = signal(Cell { abc: Cell::ROWS[0], xyz: Cell::COLUMNS[0] });
    let by = Memo::new(move |_| summary.with(|summary| summary.options.value));
    let shading_name = move |shading| match shading {
        Shading::Value => (i18n.text().value().name)(by.get()).to_owned(),
        Shading::Count => text().shade_by_count.to_owned(),
    };
    let columns = Cell::COLUMNS.into_iter().map(|xyz| view! { <ColumnHeader xyz summary /> }).collect_view();
    let rows = Cell::ROWS.into_iter().map(|abc| {
        let cells = Cell::COLUMNS
            .into_iter()
            .map(|xyz| view! { <MatrixCell cell=Cell { abc, xyz } summary stop set_stop /> })
            .collect_view();
        view! {
            <tr class="matrix__row" class:matrix__row--slim=abc.is_none()>
                <RowHeader abc summary />
                {cells}
            </tr>
        }
    });
    view! {
        <section class="matrix-box" aria-labelledby=TITLE_ID>
            <div class="matrix-box__head">
                <h2 class="matrix-box__title" id=TITLE_ID>{move || text().title}</h2>
                <Segmented
                    label=i18n.label(|text| text.abc_xyz().matrix.shade_by)
                    all=|| Shading::ALL
                    name=shading_name
                    chosen=move || state.shading().get()
                    on_change=move |shading| state.set_shading(shading)
                />
            </div>
            <table class="matrix" role="grid" aria-labelledby=TITLE_ID>
                <caption class="visually-hidden">{move || text().caption}</caption>
                <thead>
                    <tr>
                        <td class="matrix__corner">
                            <span class="matrix__axis">{move || text().rows_axis} "\u{a0}↓"</span>
                            <span class="matrix__axis">{move || text().columns_axis} "\u{a0}→"</span>
                        </td>
                        {columns}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}

/// Head of a column: letter, rhythm, words, number of clients.
#[component]
fn ColumnHeader(xyz: Option<XyzClass>, summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || &i18n.text().abc_xyz().matrix;
    let options = move || summary.with(|summary| summary.options);
    let name = move || (text().column_name)(xyz);
    let explain = Signal::derive(move || (text().column_explain)(i18n.format(), xyz, options()));
    let explain_label = Signal::derive(move || (text().explain_label)(name()));
    let clients = move || i18n.format().count(summary.with(|summary| column_total(summary, xyz)));
    view! {
        <th class="matrix__head" class:matrix__head--slim=xyz.is_none() scope="col">
            <span class="matrix__name">
                <span class="matrix__letter" class:matrix__letter--word=xyz.is_none()>{name}</span>
                <Explain text=explain label=explain_label />
            </span>
            <Rhythm xyz />
            <span class="matrix__words">{move || (text().column_words)(i18n.format(), xyz, options())}</span>
            <span class="matrix__total">{clients}</span>
        </th>
    }
}

/// Head of a row: letter, words, number of clients and what they bring.
#[component]
fn RowHeader(abc: Option<AbcClass>, summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || &i18n.text().abc_xyz().matrix;
    let options = move || summary.with(|summary| summary.options);
    let name = move || (text().row_name)(abc, options().value);
    let explain = Signal::derive(move || (text().row_explain)(i18n.format(), abc, options()));
    let explain_label = Signal::derive(move || (text().explain_label)(name()));
    let total = move || {
        let format = i18n.format();
        let (clients, share) = summary.with(|summary| row_total(summary, abc));
        let clients = format.count(clients);
        share.map_or_else(|| clients.clone(), |share| format!("{clients} · {}", format.percent(share, 0)))
    };
    let letter = match abc {
        Some(AbcClass::A) => "matrix__letter matrix__letter--a",
        Some(AbcClass::B) => "matrix__letter matrix__letter--b",
        Some(AbcClass::C) => "matrix__letter matrix__letter--c",
        None => "matrix__letter matrix__letter--word",
    };
    view! {
        <th class="matrix__head matrix__head--row" scope="row">
            <span class="matrix__name">
                <span class=letter>{name}</span>
                <Explain text=explain label=explain_label />
            </span>
            <span class="matrix__words">{move || (text().row_words)(i18n.format(), abc, options())}</span>
            <span class="matrix__total">{total}</span>
        </th>
    }
}

/// Eight periods as marks, those with a purchase filled: regularity is told by pattern, not by colour.
#[component]
fn Rhythm(xyz: Option<XyzClass>) -> impl IntoView {
    let marks = match xyz {
        Some(XyzClass::X) => [true, true, true, false, true, true, true, true],
        Some(XyzClass::Y) => [true, false, false, true, false, false, true, false],
        Some(XyzClass::Z) => [false, false, true, false, false, false, false, false],
        None => [false, false, false, false, false, false, true, true],
    };
    let marks = marks.map(|filled| view! { <span class="rhythm__mark" class:rhythm__mark--filled=filled></span> });
    view! { <span class="rhythm" aria-hidden="true">{marks.collect_view()}</span> }
}

/// One cell.
#[component]
fn MatrixCell(
    cell: Cell,
    summary: Signal<Arc<AbcXyzSummary>>,
    stop: ReadSignal<Cell>,
    set_stop: WriteSignal<Cell>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let text = move || &i18n.text().abc_xyz().matrix;
    let figures =
        Memo::new(move |_| summary.with(|summary| cell_figures(i18n.format(), summary, cell, Format::money_short)));
    let shown = Memo::new(move |_| summary.with(|summary| summary.cell(cell)));
    let shade = Memo::new(move |_| summary.with(|summary| state.shading().get().shade(summary, cell)));
    let share = move || summary.with(|summary| state.shading().get().share(summary, cell));
    let is_selected = move || state.cell().get() == Some(cell);
    let choose = move || {
        set_stop.set(cell);
        state.toggle_cell(cell);
        if state.cell().get_untracked() == Some(cell) {
            // The panel stands in the page after the frame in which it is made.
            request_animation_frame(|| scroll::reveal(PANEL_HEAD_ID));
        }
    };
    let pressed = move |event| match cell_key(&event, |key, control| step(cell, key, control)) {
        Some(CellKey::Choose) => choose(),
        Some(CellKey::Clear) => state.clear_cell(),
        Some(CellKey::Go(next)) => {
            set_stop.set(next);
            navigation::focus(&cell_id(next));
        }
        None => {}
    };
    let content = move || {
        let figures = figures.get();
        let format = i18n.format();
        let share = figures.value_share.map(|share| {
            view! {
                <span class="matrix__share">{share} " " <span class="matrix__unit">{(text().of_value)(figures.by)}</span></span>
            }
        });
        let quiet = (figures.quiet > 0).then(|| {
            view! { <span class="matrix__quiet">{(text().quiet)(format, figures.quiet)}</span> }
        });
        view! {
            <span class="matrix__count">{format.count(figures.clients)}</span>
            <span class="visually-hidden">{(text().clients)(format, figures.clients)}</span>
            {share}
            <span class="matrix__value">{figures.value}</span>
            {quiet}
        }
    };
    view! {
        <td
            class=move || format!("matrix__cell matrix__cell--{}", shade.get())
            class:matrix__cell--slim=cell.abc.is_none() || cell.xyz.is_none()
            class:matrix__cell--empty=Signal::derive(move || shown.get().clients == 0)
            role="gridcell"
            id=cell_id(cell)
            data-testid=cell_id(cell)
            data-clients=Signal::derive(move || shown.get().clients.to_string())
            data-value=Signal::derive(move || shown.get().value.to_string())
            tabindex=Signal::derive(move || if stop.get() == cell { "0" } else { "-1" })
            aria-selected=Signal::derive(move || is_selected().to_string())
            on:click=move |_| choose()
            on:focus=move |_| set_stop.set(cell)
            on:keydown=pressed
        >
            {content}
            <span class="matrix__bar" aria-hidden="true">
                <span class="matrix__fill" style:inline-size=move || format!("{:.2}%", share() * 100.0)></span>
            </span>
        </td>
    }
}

/// The `id` of a cell, which is also its name for automation.
fn cell_id(cell: Cell) -> String {
    format!("matrix-cell-{}", cell.code())
}
