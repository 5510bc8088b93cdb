//! What was put off, and what is done.

use leptos::prelude::*;

use crate::profile::flow::{FlowItem, ItemState};
use crate::ui::components::{Button, ButtonKind, Disclosure, Icon};
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};

/// Says that something is done or put off: its id, its name, which; with an undo.
pub(super) fn use_set_aside() -> Callback<(u64, String, ItemState)> {
    let (i18n, toasts, flow) = (use_i18n(), use_toasts(), use_flow());
    Callback::new(move |(id, name, to): (u64, String, ItemState)| {
        flow.change(move |board| board.change(id, |item| item.state = to));
        let text = untrack(|| i18n.text());
        let said = if to == ItemState::Done { text.flow().was_done } else { text.flow().was_postponed };
        toasts.show_with_action(ToastKind::Good, said(&name), text.shell().undo, move || {
            flow.change(move |board| board.change(id, |item| item.state = ItemState::Waiting));
        });
    })
}

/// Both lists, each folded, where there is something in it.
#[component]
pub(super) fn Aside() -> impl IntoView {
    view! {
        <div class="no-print">
            <List state=ItemState::Postponed />
            <List state=ItemState::Done />
        </div>
    }
}

#[component]
fn List(state: ItemState) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let flow = use_flow();
    let board = flow.board();
    let items = Memo::new(move |_| {
        board.with(|board| board.items.iter().filter(|item| item.state == state).cloned().collect::<Vec<FlowItem>>())
    });
    let is_done = state == ItemState::Done;
    let summary = Signal::derive(move || {
        let (text, count) = (i18n.text().flow(), items.with(Vec::len));
        if is_done { (text.done_list)(i18n.format(), count) } else { (text.postponed)(i18n.format(), count) }
    });
    let clear = move || {
        let undo = flow.change_undoable(|board| board.items.retain(|item| item.state != ItemState::Done));
        let text = untrack(|| i18n.text());
        toasts.show_with_action(ToastKind::Good, text.flow().done_cleared, text.shell().undo, undo);
    };
    let rows = move || items.get().into_iter().map(|item| view! { <Row item /> }).collect_view();
    view! {
        <Show when=move || !items.with(Vec::is_empty)>
            <Disclosure summary>
                <ul class="flow-aside">{rows}</ul>
                {is_done
                    .then(|| {
                        view! {
                            <Button
                                icon=Icon::Trash
                                testid="flow-clear-done"
                                label=i18n.label(|text| text.flow().clear_done)
                                on_press=clear
                            />
                        }
                    })}
            </Disclosure>
        </Show>
    }
}

#[component]
fn Row(item: FlowItem) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let (id, name) = (item.id, item.name.clone());
    view! {
        <li class="flow-aside__row">
            <span>{item.name}</span>
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Undo
                hide_label=true
                testid="flow-bring-back"
                label=Signal::derive(move || (i18n.text().flow().bring_back)(&name))
                on_press=move || state.change(move |board| board.change(id, |item| item.state = ItemState::Waiting))
            />
        </li>
    }
}
