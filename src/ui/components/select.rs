//! Choice of one out of several, folded away.

use leptos::prelude::*;

use super::unique_id;

/// A native select with its label.
#[component]
pub fn Select(
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
    let id = unique_id("select");
    let choices = move || {
        let options = options.get();
        options
            .into_iter()
            .enumerate()
            .map(|(index, text)| {
                view! { <option value=index.to_string() prop:selected=Signal::derive(move || selected.get() == index)>{text}</option> }
            })
            .collect_view()
    };
    let changed = move |event| {
        if let Ok(index) = event_target_value(&event).parse() {
            on_change.run(index);
        }
    };
    view! {
        <div class="field">
            <label class="field__label" class:visually-hidden=hide_label for=id.clone()>{label}</label>
            <span class="select">
                <select class="select__control" id=id data-testid=testid on:change=changed>{choices}</select>
            </span>
        </div>
    }
}
