//! Stands where a table will stand in a moment, while it is taken from the browser.

use leptos::prelude::*;

use crate::ui::components::{EmptyState, Icon};
use crate::ui::state::i18n::use_i18n;

/// Says which table is being opened.
#[component]
pub fn OpeningTable(
    /// Its name.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div role="status" data-testid="opening-table">
            <EmptyState
                icon=Icon::Table
                title=Signal::derive(move || (i18n.text().tables().opening)(&name.get()))
                text=i18n.label(|text| text.tables().opening_text)
            />
        </div>
    }
}
