//! Choice of one out of a few, all in sight.

use leptos::prelude::*;

use super::unique_id;

/// Radio buttons drawn as the segments of one bar: arrows move between them.
#[component]
pub fn Segmented(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The choices.
    #[prop(into)]
    options: Signal<Vec<String>>,
    /// Position of the choice in force.
    #[prop(into)]
    selected: Signal<usize>,
    /// Told the position of the new choice.
    #[prop(into)]
    on_change: Callback<usize>,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    hide_label: bool,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let group = unique_id("segmented");
    let segments = move || {
        let options = options.get();
        options
            .into_iter()
            .enumerate()
            .map(|(index, text)| {
                view! {
                    <label class="segmented__segment">
                        <input
                            class="segmented__input"
                            type="radio"
                            name=group.clone()
                            value=index.to_string()
                            prop:checked=Signal::derive(move || selected.get() == index)
                            on:change=move |_| on_change.run(index)
                        />
                        <span class="segmented__text">{text}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset class="field segmented" data-testid=testid>
            <legend class="field__label" class:visually-hidden=hide_label>{label}</legend>
            <div class="segmented__bar">{segments}</div>
        </fieldset>
    }
}
