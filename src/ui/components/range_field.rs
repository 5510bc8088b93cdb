//! A number moved along a line.

use leptos::prelude::*;

use super::unique_id;

/// The browser's own slider with its label and its value in words. Takes effect while it is moved.
#[component]
pub fn RangeField(
    /// What the number is.
    #[prop(into)]
    label: Signal<String>,
    /// The value in force.
    #[prop(into)]
    value: Signal<i32>,
    /// Least value.
    min: i32,
    /// Greatest value.
    max: i32,
    /// What an arrow adds or takes.
    step: i32,
    /// The value in words, shown beside the label.
    #[prop(into)]
    describe: Signal<String>,
    /// Told the new value.
    #[prop(into)]
    on_change: Callback<i32>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("range");
    let moved = move |event| {
        if let Ok(value) = event_target_value(&event).parse() {
            on_change.run(value);
        }
    };
    view! {
        <div class="field range">
            <span class="range__words">
                <label class="field__label" for=id.clone()>{label}</label>
                <output class="range__value" for=id.clone()>{describe}</output>
            </span>
            <input
                class="range__control"
                type="range"
                id=id
                min=min.to_string()
                max=max.to_string()
                step=step.to_string()
                data-testid=testid
                aria-valuetext=describe
                prop:value=Signal::derive(move || value.get().to_string())
                on:input=moved
            />
        </div>
    }
}
