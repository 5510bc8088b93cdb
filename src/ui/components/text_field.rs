//! Fields for text.

use leptos::{html, prelude::*};

use super::{Icon, IconView, unique_id};

/// One line of text.
#[component]
pub fn TextField(
    /// What the text is.
    #[prop(into)]
    label: Signal<String>,
    /// The text in force.
    #[prop(into)]
    value: Signal<String>,
    /// Told the text with every letter.
    #[prop(into)]
    on_input: Callback<String>,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    hide_label: bool,
    /// What stands for it while there is none.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// Takes the focus when it comes, with its text selected: the press that made it come asked for that.
    #[prop(optional)]
    takes_focus: bool,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("line");
    let field = NodeRef::<html::Input>::new();
    if takes_focus {
        Effect::new(move |_| {
            if let Some(field) = field.get() {
                // A field that cannot have the focus is still there to be clicked.
                let _ = field.focus();
                field.select();
            }
        });
    }
    view! {
        <div class="field">
            <label class="field__label" class:visually-hidden=hide_label for=id.clone()>{label}</label>
            <input
                class="input"
                type="text"
                node_ref=field
                autocomplete="off"
                spellcheck="false"
                id=id
                data-testid=testid
                placeholder=placeholder
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </div>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// What the text is.
    #[prop(into)]
    label: Signal<String>,
    /// The text in force.
    #[prop(into)]
    value: Signal<String>,
    /// Told the text with every letter.
    #[prop(into)]
    on_input: Callback<String>,
    /// Lines to begin with; grows with the text where the browser can.
    #[prop(default = 3)]
    rows: u32,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("text");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <textarea
                class="input input--area"
                id=id
                rows=rows.to_string()
                data-testid=testid
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        </div>
    }
}

/// A search: the label stands in the field.
#[component]
pub fn SearchField(
    /// What is searched; also shown while the field is empty.
    #[prop(into)]
    label: Signal<String>,
    /// The text in force.
    #[prop(into)]
    value: Signal<String>,
    /// Told the text with every letter.
    #[prop(into)]
    on_input: Callback<String>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("search");
    view! {
        <div class="search">
            <label class="visually-hidden" for=id.clone()>{label}</label>
            <IconView icon=Icon::Search />
            <input
                class="input search__control"
                type="search"
                autocomplete="off"
                spellcheck="false"
                id=id
                data-testid=testid
                placeholder=label
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </div>
    }
}
