//! One thing about the file that is found out, and can be decided.

use leptos::prelude::*;

use crate::ui::components::{Select, none_or};
use crate::ui::state::i18n::{I18n, use_i18n};

/// A list that begins with what was found and goes on with what can be chosen instead.
#[component]
pub fn Decision<T>(
    /// What is decided.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    all: Signal<Vec<T>>,
    /// What the user chose; `None` leaves it to the importer.
    #[prop(into)]
    chosen: Signal<Option<T>>,
    /// What the importer found.
    #[prop(into)]
    found: Signal<Option<T>>,
    /// A choice in words.
    name: fn(T, I18n) -> String,
    /// Told the new choice.
    #[prop(into)]
    on_change: Callback<Option<T>>,
    /// Name for automation.
    testid: &'static str,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let i18n = use_i18n();
    let name_or_found = move |value: Option<T>| {
        let texts = &i18n.text().import().file;
        match (value, chosen.get(), found.get()) {
            (Some(value), ..) => name(value, i18n),
            (None, None, Some(found)) => (texts.found)(&name(found, i18n)),
            (None, ..) => texts.find_out.to_owned(),
        }
    };
    view! {
        <Select
            label=label
            all=move || none_or(all.get())
            name=name_or_found
            chosen=move || chosen.get()
            on_change=move |value| on_change.run(value)
            testid=testid
        />
    }
}
