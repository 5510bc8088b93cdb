//! Choice of one out of several, folded away.

use leptos::prelude::*;

use super::choices::{Drawn, Places};
use super::unique_id;

/// A native select with its label.
#[component]
pub fn Select<A: IntoIterator<Item: PartialEq>>(
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
    let id = unique_id("select");
    let Drawn { names, chosen, choose } = places.drawn();
    let options = move || {
        names
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, text)| {
                view! { <option value=index.to_string() prop:selected=Signal::derive(move || chosen.get() == index)>{text}</option> }
            })
            .collect_view()
    };
    let changed = move |event| {
        if let Ok(index) = event_target_value(&event).parse() {
            choose.run(index);
        }
    };
    view! {
        <div class="field">
            <label class="field__label" class:visually-hidden=hide_label for=id.clone()>{label}</label>
            <span class="select">
                <select class="select__control" id=id data-testid=testid on:change=changed>{options}</select>
            </span>
        </div>
    }
}
