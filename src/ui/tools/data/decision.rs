//! One thing about the file that is found out, and can be decided.

use std::iter;

use leptos::prelude::*;

use super::decisions::{index_of, value_at};
use crate::ui::components::Select;
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
    let options = Memo::new(move |_| {
        let texts = &i18n.text().import().file;
        let first = match (chosen.get(), found.get()) {
            (None, Some(found)) => (texts.found)(&name(found, i18n)),
            _ => texts.find_out.to_owned(),
        };
        let others = all.get().into_iter().map(|value| name(value, i18n));
        iter::once(first).chain(others).collect::<Vec<_>>()
    });
    let selected = Memo::new(move |_| all.with(|all| index_of(all, chosen.get().as_ref())));
    let changed = move |index| on_change.run(all.with_untracked(|all| value_at(all, index)));
    view! { <Select label=label options=options selected=selected on_change=changed testid=testid /> }
}
