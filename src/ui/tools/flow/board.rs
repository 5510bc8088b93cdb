//! The board: four cells, numbered in the order of service.

use leptos::{ev, html, prelude::*};

use super::card::Card;
use super::moving::use_moving;
use crate::analytics::segmentation::flow::FlowCell;
use crate::profile::flow::FlowItem;
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;

/// The four cells.
#[component]
pub(super) fn Board() -> impl IntoView {
    let i18n = use_i18n();
    let moving = use_moving();
    let cells = FlowCell::ALL.into_iter().map(|cell| view! { <CellView cell /> }).collect_view();
    let element = NodeRef::<html::Div>::new();
    let go_on = move |event: ev::PointerEvent| {
        if moving.dragging.go_on(&event) {
            let _ = element.get_untracked().map(|element| element.set_pointer_capture(event.pointer_id()));
        }
    };
    view! {
        <div
            node_ref=element
            class="flow-board"
            on:pointermove=go_on
            on:pointerup=move |_| moving.release()
            on:pointercancel=move |_| moving.dragging.give_up()
        >
            {cells}
        </div>
        <p class="flow-hint no-print">{i18n.phrase(|text| text.flow().move_hint)}</p>
        <p class="visually-hidden" role="status">{moving.said}</p>
    }
}

#[component]
fn CellView(cell: FlowCell) -> impl IntoView {
    let i18n = use_i18n();
    let moving = use_moving();
    let board = use_flow().board();
    let items = Memo::new(move |_| {
        let own = |board: &crate::profile::flow::FlowBoard| -> Vec<FlowItem> {
            board.in_order().into_iter().filter(|(other, _)| *other == cell).map(|(_, item)| item.clone()).collect()
        };
        board.with(own)
    });
    let name = move || (i18n.text().flow().cell)(cell);
    let cards = move || {
        let items = items.get();
        if items.is_empty() {
            return view! { <li class="flow-cell__empty">{i18n.text().flow().cell_empty}</li> }.into_any();
        }
        items.into_iter().map(|item| view! { <Card item cell /> }).collect_view().into_any()
    };
    view! {
        <section
            class="flow-cell"
            class:flow-cell--over=Signal::derive(move || moving.dragging.over() == Some(cell))
            data-cell=cell.key()
            data-drop=cell.key()
            data-testid=format!("flow-cell-{}", cell.key())
            data-items=Signal::derive(move || items.with(Vec::len).to_string())
            aria-label=name
        >
            <header class="flow-cell__head">
                <span class="flow-cell__number" aria-hidden="true">{(cell.index() + 1).to_string()}</span>
                <h2 class="flow-cell__name">{name}</h2>
                <span class="flow-cell__count">{move || i18n.format().count(items.with(Vec::len) as u64)}</span>
                <p class="flow-cell__words">{move || (i18n.text().flow().cell_words)(cell)}</p>
            </header>
            <ol class="flow-cell__cards">{cards}</ol>
        </section>
    }
}
