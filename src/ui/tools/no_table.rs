//! What stands on a screen that needs a table while none is loaded.

use leptos::prelude::*;

use super::way_in::WayIn;
use crate::ui::components::{EmptyState, Icon};
use crate::ui::state::i18n::use_i18n;

/// Says what will be here, and offers the way to it.
#[component]
pub fn NoTable() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="page">
            <EmptyState
                icon=Icon::Tray
                title=i18n.label(|text| text.start.no_table_title)
                text=i18n.label(|text| text.start.no_table_text)
            >
                <WayIn compact=true />
            </EmptyState>
        </div>
    }
}
