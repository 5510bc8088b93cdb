//! A field for the new name of a table, in place of the old one.

use leptos::{html, prelude::*};

use crate::ui::components::{Button, ButtonKind, unique_id};
use crate::ui::state::i18n::use_i18n;

/// Enter takes the name, Escape leaves the old one.
#[component]
pub fn Rename(
    /// The name in force.
    name: String,
    /// Told the new name, or nothing.
    #[prop(into)]
    on_done: Callback<Option<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = unique_id("rename");
    let field = NodeRef::<html::Input>::new();
    let text = RwSignal::new(name);
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot have the focus is still there to be clicked.
            let _ = field.focus();
            field.select();
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_done.run(Some(text.get_untracked()));
    };
    let keydown = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            on_done.run(None);
        }
    };
    view! {
        <form class="kept-rename" on:submit=submit>
            <label class="visually-hidden" for=id.clone()>{i18n.phrase(|text| text.tables().list.name)}</label>
            <input
                class="input"
                type="text"
                autocomplete="off"
                maxlength="200"
                id=id
                node_ref=field
                data-testid="table-name"
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
                on:keydown=keydown
            />
            <Button
                label=i18n.label(|text| text.tables().list.save)
                on_press=move || on_done.run(Some(text.get_untracked()))
            />
            <Button
                kind=ButtonKind::Quiet
                label=i18n.label(|text| text.shell().cancel)
                on_press=move || on_done.run(None)
            />
        </form>
    }
}
