//! The fields of a card that is changed in its place.

use leptos::{ev, prelude::*};

use super::numbers::Numbers;
use crate::profile::flow::FlowItem;
use crate::ui::components::{Button, Icon, TextField};
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::field_numbers::{amount_of, small_count_of, typed_amount};

/// The fields. What is typed over an estimate is none any more.
#[component]
pub(super) fn Edit(
    /// What is changed.
    item: FlowItem,
    /// Whether the fields are there.
    edits: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let name = RwSignal::new(item.name.clone());
    let days = RwSignal::new(f64::from(item.days));
    let amount = RwSignal::new(typed_amount(item.amount));
    let keep = move || {
        let typed = name.get_untracked().trim().to_owned();
        let (days, amount) = (small_count_of(days.get_untracked()), amount_of(amount.get_untracked()));
        let (id, is_named) = (item.id, !typed.is_empty());
        edits.set(false);
        state.change(move |board| {
            board.change(id, |item| {
                if is_named {
                    item.name.clone_from(&typed);
                }
                item.days_estimated &= item.days == days;
                item.amount_estimated &= item.amount == amount;
                item.days = days;
                item.amount = amount;
                if !item.days_estimated && !item.amount_estimated {
                    item.estimate = None;
                }
            });
        });
    };
    let keep = Callback::new(move |()| keep());
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            edits.set(false);
        }
    };
    view! {
        <form
            class="flow-card__edit"
            // A pointer in a field takes a place in the text, not the card.
            on:pointerdown=move |event: ev::PointerEvent| event.stop_propagation()
            on:keydown=pressed
            on:submit=move |event| {
                event.prevent_default();
                keep.run(());
            }
        >
            <TextField
                label=i18n.label(|text| text.flow().what)
                value=name
                on_input=move |typed| name.set(typed)
                testid="flow-edit-name"
            />
            <Numbers days=days amount=amount testids=["flow-edit-days", "flow-edit-amount"] />
            <Button
                icon=Icon::Check
                label=i18n.label(|text| text.flow().keep)
                on_press=move || keep.run(())
                testid="flow-edit-keep"
            />
        </form>
    }
}
