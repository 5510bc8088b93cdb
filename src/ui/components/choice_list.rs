//! Choice of one out of a few, each with a sentence about it.

use leptos::prelude::*;

use super::{Explain, unique_id};

/// One choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Its name.
    pub name: String,
    /// A word beside the name, such as "default".
    pub mark: Option<String>,
    /// What it does.
    pub words: String,
    /// What would follow from it.
    pub note: String,
    /// Whether it cannot be chosen now.
    pub disabled: bool,
}

/// Radio buttons one below the other: arrows move between them.
#[component]
pub fn ChoiceList(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// What that means, one tap away.
    #[prop(into)]
    explain: Signal<String>,
    /// The choices.
    choices: Vec<Signal<Choice>>,
    /// Position of the choice in force.
    #[prop(into)]
    selected: Signal<usize>,
    /// Told the position of the new choice.
    #[prop(into)]
    on_change: Callback<usize>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let group = unique_id("choices");
    let items = choices.into_iter().enumerate().map(|(index, choice)| {
        let id = format!("{group}-{index}");
        let details = format!("{id}-details");
        view! {
            <div class="choice">
                <input
                    class="choice__control"
                    type="radio"
                    id=id.clone()
                    name=group.clone()
                    value=index.to_string()
                    aria-describedby=details.clone()
                    disabled=Signal::derive(move || choice.with(|choice| choice.disabled))
                    prop:checked=Signal::derive(move || selected.get() == index)
                    on:change=move |_| on_change.run(index)
                />
                <label class="choice__name" for=id>
                    {move || choice.get().name}
                    {move || choice.get().mark.map(|mark| view! { " " <span class="choice__mark">{mark}</span> })}
                </label>
                <p class="choice__details" id=details>
                    {move || choice.get().words} " " <span class="choice__note">{move || choice.get().note}</span>
                </p>
            </div>
        }
    });
    view! {
        <fieldset class="choices" data-testid=testid>
            <legend class="choices__label">
                <span>{label}</span>
                <Explain text=explain label=label />
            </legend>
            {items.collect_view()}
        </fieldset>
    }
}
