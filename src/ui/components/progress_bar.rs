//! How far a long task is.

use leptos::prelude::*;

/// A bar and a line of text below it.
#[component]
pub fn ProgressBar(
    /// From 0 to 1.
    #[prop(into)]
    value: Signal<f64>,
    /// What is being done and how far it is, in words.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="progress">
            <progress
                class="progress__bar"
                max="1"
                aria-label=label
                prop:value=Signal::derive(move || value.get().clamp(0.0, 1.0))
            ></progress>
            <p class="progress__label" aria-hidden="true">{label}</p>
        </div>
    }
}
