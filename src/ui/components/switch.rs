//! Something that is on or off.

use leptos::prelude::*;

use super::unique_id;

/// A switch: takes effect at once.
#[component]
pub fn Switch(
    /// What is on when it is on.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Told the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// A sentence below.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("switch");
    let hint_id = hint.map(|_| format!("{id}-hint"));
    view! {
        <div class="switch">
            <input
                class="switch__control"
                type="checkbox"
                role="switch"
                id=id.clone()
                data-testid=testid
                aria-describedby=hint_id.clone()
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <label class="switch__label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="switch__hint" id=hint_id>{hint}</p> })}
        </div>
    }
}
