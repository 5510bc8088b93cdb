//! Where an accepted file goes: a choice that is there only where there is something to choose.

use leptos::prelude::*;

use crate::ui::components::Select;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{Destination, use_workspace};

/// In the order of the choices.
const ALL: [Destination; 3] = [Destination::NewTable, Destination::Append, Destination::Replace];

/// The choice. Beside the sample there is none: its rows are nobody's.
#[component]
pub fn DestinationChoice(
    /// The choice in force.
    value: RwSignal<Destination>,
) -> impl IntoView {
    let i18n = use_i18n();
    let loaded = use_workspace().loaded();
    let table = Memo::new(move |_| {
        loaded.with(|loaded| loaded.as_ref().filter(|loaded| !loaded.sample).map(|loaded| loaded.name.clone()))
    });
    let options = Signal::derive(move || {
        let texts = &i18n.text().tables.destination;
        let name = table.get().unwrap_or_default();
        vec![texts.new_table.to_owned(), (texts.append)(&name), (texts.replace)(&name)]
    });
    let selected = Signal::derive(move || ALL.iter().position(|choice| *choice == value.get()).unwrap_or_default());
    let choose = move |index: usize| value.set(ALL.get(index).copied().unwrap_or_default());
    view! {
        <Show when=move || table.with(Option::is_some)>
            <div class="import-destination">
                <Select
                    label=i18n.label(|text| text.tables.destination.label)
                    options=options
                    selected=selected
                    on_change=choose
                    testid="import-destination"
                />
            </div>
        </Show>
    }
}
