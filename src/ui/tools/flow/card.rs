//! A card of the board.

use leptos::{ev, prelude::*};

use super::aside::use_set_aside;
use super::edit::Edit;
use super::figures::{Figures, estimate_words, step};
use super::moving::{grip_id, use_moving};
use crate::analytics::segmentation::flow::FlowCell;
use crate::profile::flow::{FlowItem, ItemState};
use crate::ui::components::{Button, ButtonKind, Explain, Icon, IconView};
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};

/// A card with what can be done about it. A mouse drags it anywhere, a finger by its dots, keys move it from there.
#[component]
pub(super) fn Card(
    /// What it is of.
    item: FlowItem,
    /// Where it stands.
    cell: FlowCell,
) -> impl IntoView {
    let i18n = use_i18n();
    let dragging = use_moving().dragging;
    let id = item.id;
    let (chooses, edits) = (RwSignal::new(false), RwSignal::new(false));
    let figures = {
        let item = item.clone();
        Memo::new(move |_| Figures::of(i18n.format(), i18n.text().flow(), &item))
    };
    let is_dragged = Memo::new(move |_| dragging.by(id).is_some());
    let shift = move || dragging.by(id).map(|(x, y)| format!("translate({x}px, {y}px)"));
    let estimate = item.estimate.map(|estimate| {
        let words = Signal::derive(move || estimate_words(i18n.format(), i18n.text().flow(), estimate));
        view! { <Explain text=words label=i18n.label(|text| text.flow().estimated) /> }
    });
    let edited = StoredValue::new(item.clone());
    let moved = item.moved.is_some().then(|| view! { <MovedMark id name=item.name.clone() /> });
    view! {
        <li
            class="flow-card"
            class:flow-card--dragged=is_dragged
            style:transform=shift
            data-testid="flow-card"
            data-id=id.to_string()
            on:pointerdown=move |event: ev::PointerEvent| dragging.mouse_takes(id, &event)
        >
            <Grip id cell name=item.name.clone() chooses />
            <div class="flow-card__words">
                <p class="flow-card__name">{item.name.clone()}</p>
                <p class="flow-card__figures">
                    <strong>{move || figures.get().amount}</strong>
                    <span>{move || figures.get().days}</span>
                    <span>{move || figures.get().per_day}</span>
                    {estimate}
                </p>
                {moved}
            </div>
            <Actions id name=item.name.clone() edits />
            <Show when=move || chooses.get()>
                <CellChoice id cell chooses />
            </Show>
            <Show when=move || edits.get()>
                <Edit item=edited.get_value() edits />
            </Show>
        </li>
    }
}

#[component]
fn Grip(id: u64, cell: FlowCell, name: String, chooses: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let moving = use_moving();
    let label = Signal::derive(move || (i18n.text().flow().move_button)(&name));
    let by_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            chooses.set(false);
        }
        if let Some(to) = step(cell, &event.key()) {
            event.prevent_default();
            moving.put(id, to);
        }
    };
    view! {
        <button
            type="button"
            class="flow-card__grip"
            id=grip_id(id)
            data-testid="flow-grip"
            aria-label=label
            title=label
            aria-expanded=Signal::derive(move || chooses.get().to_string())
            on:pointerdown=move |event: ev::PointerEvent| moving.dragging.finger_takes(id, &event)
            on:click=move |_| chooses.update(|chooses| *chooses = !*chooses)
            on:keydown=by_key
        >
            <IconView icon=Icon::Grip />
        </button>
    }
}

/// The other cells, to be pressed.
#[component]
fn CellChoice(id: u64, cell: FlowCell, chooses: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let moving = use_moving();
    let others = FlowCell::ALL.into_iter().filter(move |&other| other != cell);
    let buttons = others.map(|other| {
        view! {
            <Button
                label=Signal::derive(move || (i18n.text().flow().cell)(other).to_owned())
                testid="flow-move-to"
                on_press=move || {
                    chooses.set(false);
                    moving.put(id, other);
                }
            />
        }
    });
    view! {
        <div class="flow-card__cells" role="group" aria-label=i18n.phrase(|text| text.flow().move_to)>
            <span class="flow-card__cells-name" aria-hidden="true">{i18n.phrase(|text| text.flow().move_to)}</span>
            {buttons.collect_view()}
        </div>
    }
}

/// Says that the card stands where the user put it, and puts it back.
#[component]
fn MovedMark(id: u64, name: String) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    view! {
        <p class="flow-card__moved">
            {i18n.phrase(|text| text.flow().moved)}
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Undo
                hide_label=true
                testid="flow-put-back"
                label=Signal::derive(move || (i18n.text().flow().put_back)(&name))
                on_press=move || state.change(move |board| board.change(id, |item| item.moved = None))
            />
        </p>
    }
}

#[component]
fn Actions(id: u64, name: String, edits: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let toasts = use_toasts();
    let name = StoredValue::new(name);
    let label = move |pick: fn(&crate::i18n::Messages) -> fn(&str) -> String| {
        Signal::derive(move || name.with_value(|name| pick(i18n.text())(name)))
    };
    let set_aside = use_set_aside();
    let set = move |to: ItemState| set_aside.run((id, name.get_value(), to));
    let remove = move || {
        let undo = state.change_undoable(move |board| board.items.retain(|item| item.id != id));
        let text = untrack(|| i18n.text());
        let said = name.with_value(|name| (text.flow().removed)(name));
        toasts.show_with_action(ToastKind::Good, said, text.shell().undo, undo);
    };
    view! {
        <div class="flow-card__actions no-print" on:pointerdown=move |event: ev::PointerEvent| event.prevent_default()>
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Check
                hide_label=true
                testid="flow-done"
                label=label(|text| text.flow().done)
                on_press=move || set(ItemState::Done)
            />
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::History
                hide_label=true
                testid="flow-postpone"
                label=label(|text| text.flow().postpone)
                on_press=move || set(ItemState::Postponed)
            />
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Pencil
                hide_label=true
                testid="flow-edit"
                label=label(|text| text.flow().edit)
                on_press=move || edits.update(|edits| *edits = !*edits)
            />
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Trash
                hide_label=true
                testid="flow-remove"
                label=label(|text| text.flow().remove)
                on_press=remove
            />
        </div>
    }
}
