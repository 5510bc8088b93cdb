//! Where an accepted file goes: a choice that is there only where there is something to choose.

use leptos::prelude::*;

use super::state::DraftState;
use crate::analytics::dataset::CurrencyCode;
use crate::ui::components::{Button, Icon, IconView, Select};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{Destination, use_workspace};

/// In the order of the choices.
const ALL: [Destination; 3] = [Destination::NewTable, Destination::Append, Destination::Replace];

/// A table and a file whose amounts cannot be added up.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherCurrency {
    /// Name of the table.
    table: String,
    /// Currency of the table.
    is_in: CurrencyCode,
    /// Currency of the file.
    file_is_in: CurrencyCode,
}

/// What keeps the file from being added to the loaded table; `None` while that is not what is chosen.
pub fn other_currency(state: DraftState, destination: Signal<Destination>) -> Memo<Option<OtherCurrency>> {
    let workspace = use_workspace();
    Memo::new(move |_| {
        let file_is_in = state.report.get().filter(|_| destination.get() == Destination::Append)?.currency()?;
        let loaded = workspace.loaded_of(state.kind.get().family()).get().filter(|loaded| !loaded.sample)?;
        let is_in = loaded.report.currency().filter(|&is_in| is_in != file_is_in)?;
        Some(OtherCurrency { table: loaded.name, is_in, file_is_in })
    })
}

/// The question that such a file puts.
#[component]
pub fn OtherCurrencyQuestion(
    /// What cannot be added up.
    conflict: Memo<Option<OtherCurrency>>,
    /// Told what is chosen instead.
    on_choose: Callback<Destination>,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let OtherCurrency { table, is_in, file_is_in } = conflict.get()?;
        let words = (i18n.text().tables().destination.other_currency)(&table, is_in.code(), file_is_in.code());
        Some(view! {
            <div class="import-bar__question" role="alert" data-testid="import-other-currency">
                <p class="import-doubt">
                    <IconView icon=Icon::Warning />
                    <span>{words}</span>
                </p>
                <Button
                    label=i18n.label(|text| text.tables().destination.other_currency_new)
                    testid="import-into-new"
                    on_press=move |()| on_choose.run(Destination::NewTable)
                />
            </div>
        })
    }
}

/// The choice. Beside the sample there is none: its rows are nobody's.
#[component]
pub fn DestinationChoice(
    /// The choice in force.
    value: Signal<Destination>,
    /// Told another one.
    on_choose: Callback<Destination>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let table = Memo::new(move |_| {
        // Rows go with others of their family.
        let kind = workspace.draft().with(|draft| Some(draft.as_ref()?.inspection.as_ref()?.table))?;
        let loaded = workspace.loaded_of(kind.family());
        loaded.with(|loaded| loaded.as_ref().filter(|loaded| !loaded.sample).map(|loaded| loaded.name.clone()))
    });
    let name = move |destination| {
        let texts = &i18n.text().tables().destination;
        let table = table.get().unwrap_or_default();
        match destination {
            Destination::NewTable => texts.new_table.to_owned(),
            Destination::Append => (texts.append)(&table),
            Destination::Replace => (texts.replace)(&table),
        }
    };
    view! {
        <Show when=move || table.with(Option::is_some)>
            <div class="import-destination">
                <Select
                    label=i18n.label(|text| text.tables().destination.label)
                    all=|| ALL
                    name=name
                    chosen=move || value.get()
                    on_change=move |destination| on_choose.run(destination)
                    testid="import-destination"
                />
            </div>
        </Show>
    }
}
