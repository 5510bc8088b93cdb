//! The explanation one hover, focus or tap away.

use leptos::{html, prelude::*};
use web_sys::PointerEvent;

use super::{Icon, IconView, unique_id};
use crate::platform::popover;

/// A small «?» beside a word that not everyone knows.
///
/// Opens on hover and on keyboard focus, stays open after a tap, closes on Esc, on leaving and on a second tap.
#[component]
pub fn Explain(
    /// The explanation.
    #[prop(into)]
    text: Signal<String>,
    /// Name of the button for screen readers: what is explained.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let id = unique_id("explain");
    let button = NodeRef::<html::Button>::new();
    let bubble = NodeRef::<html::Span>::new();
    let (open, set_open) = signal(false);
    let (pinned, set_pinned) = signal(false);
    let close = move || {
        set_pinned.set(false);
        set_open.set(false);
    };
    let toggle = move || {
        let pin = !pinned.get_untracked();
        set_pinned.set(pin);
        set_open.set(pin);
    };
    // Not when it enters: a screen that changes may put the button under a pointer that rests.
    let hover = move |event: PointerEvent| {
        if event.pointer_type() == "mouse" && !open.get_untracked() {
            set_open.set(true);
        }
    };
    let leave = move || {
        if !pinned.get_untracked() {
            set_open.set(false);
        }
    };
    Effect::new(move |_| {
        let open = open.get();
        if let (Some(button), Some(bubble)) = (button.get(), bubble.get()) {
            popover::set_open(&bubble, &button, open);
        }
    });
    view! {
        <span class="explain" on:pointermove=hover on:mouseleave=move |_| leave()>
            <button
                type="button"
                class="explain__button"
                node_ref=button
                aria-label=label
                aria-describedby=id.clone()
                aria-expanded=Signal::derive(move || open.get().to_string())
                on:click=move |_| toggle()
                on:focus=move |_| set_open.set(true)
                on:blur=move |_| close()
                on:keydown=move |event| {
                    if event.key() == "Escape" && open.get_untracked() {
                        event.stop_propagation();
                        event.prevent_default();
                        close();
                    }
                }
            >
                <IconView icon=Icon::Question />
            </button>
            <span class="explain__bubble" id=id role="tooltip" popover="manual" node_ref=bubble>
                {text}
            </span>
        </span>
    }
}
