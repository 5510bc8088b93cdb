//! Choice of one out of a few, all in sight.

use leptos::prelude::*;

use super::choices::{Drawn, Places};
use super::unique_id;

/// Radio buttons drawn as the segments of one bar: arrows move between them.
#[component]
pub fn Segmented<A: IntoIterator<Item: PartialEq>>(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The choices.
    all: impl Fn() -> A + Clone + Send + Sync + 'static,
    /// A choice in words.
    name: impl Fn(A::Item) -> String + Send + Sync + 'static,
    /// The choice in force; what is none of the choices counts as the first.
    chosen: impl Fn() -> A::Item + Send + Sync + 'static,
    /// Told the new choice.
    on_change: impl Fn(A::Item) + Send + Sync + 'static,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    hide_label: bool,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    draw(label, Places::of(all, name, chosen, on_change), hide_label, testid)
}

/// Not of the type of the choices, so it is in the program once.
fn draw(label: Signal<String>, places: Places, hide_label: bool, testid: Option<&'static str>) -> impl IntoView {
    let group = unique_id("segmented");
    let Drawn { names, chosen, choose } = places.drawn();
    let segments = move || {
        names
            .get()
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
                            prop:checked=Signal::derive(move || chosen.get() == index)
                            on:change=move |_| choose.run(index)
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
