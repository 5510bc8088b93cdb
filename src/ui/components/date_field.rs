//! A day, typed or picked.

use leptos::prelude::*;

use super::unique_id;
use crate::analytics::date::Day;

/// The browser's own field for dates, written as its user is used to. Takes effect when a whole date stands in it; an
/// emptied field goes back to the day in force.
#[component]
pub fn DateField(
    /// What the day is.
    #[prop(into)]
    label: Signal<String>,
    /// The day in force.
    #[prop(into)]
    value: Signal<Day>,
    /// First and last day to choose from.
    #[prop(into)]
    within: Signal<(Day, Day)>,
    /// Told the new day.
    #[prop(into)]
    on_change: Callback<Day>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("date");
    // Counts the commits: a text that is no day must be replaced by the day in force too.
    let (commits, set_commits) = signal(0_u32);
    let written = Signal::derive(move || {
        commits.track();
        value.get().to_string()
    });
    let commit = move |event: leptos::ev::Event| {
        let (first, last) = within.get_untracked();
        if let Some(day) = Day::from_iso(&event_target_value(&event)) {
            on_change.run(day.clamp(first, last));
        }
        set_commits.update(|commits| *commits = commits.wrapping_add(1));
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <input
                class="input"
                type="date"
                id=id
                data-testid=testid
                min=Signal::derive(move || within.get().0.to_string())
                max=Signal::derive(move || within.get().1.to_string())
                prop:value=written
                on:change=commit
            />
        </div>
    }
}
