//! A panel that slides over the screen's edge.

use leptos::{html, prelude::*};

use super::{Button, ButtonKind, Icon, unique_id};
use crate::platform::dialog;
use crate::ui::state::i18n::use_i18n;

/// A modal panel at the side. The browser keeps the focus in it, closes it on Esc and gives the focus back.
#[component]
pub fn SideSheet(
    /// Heading of the panel.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is there.
    #[prop(into)]
    open: Signal<bool>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = unique_id("sheet");
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            dialog::set_open(&element, open.get());
        }
    });
    view! {
        <dialog
            class="sheet"
            node_ref=element
            aria-labelledby=id
            on:close=move |_| on_close.run(())
            on:click=move |event| {
                if element.get_untracked().is_some_and(|element| dialog::is_backdrop(&event, &element)) {
                    on_close.run(());
                }
            }
        >
            <div class="sheet__frame">
                <header class="sheet__header">
                    <h2 class="sheet__title" id=id.clone()>{title}</h2>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Close
                        hide_label=true
                        label=i18n.label(|text| text.shell().close)
                        on_press=move || on_close.run(())
                    />
                </header>
                <div class="sheet__content">{children()}</div>
            </div>
        </dialog>
    }
}
