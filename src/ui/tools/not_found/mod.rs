//! Where an address leads nowhere.

use leptos::prelude::*;

use crate::ui::components::{EmptyState, Icon};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::places::use_places;

/// Says so and leads back.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let i18n = use_i18n();
    let start = use_places().href("");
    view! {
        <div class="page">
            <EmptyState
                whole_page=true
                icon=Icon::Question
                title=i18n.label(|text| text.shell().not_found_title)
                text=i18n.label(|text| text.shell().not_found_text)
            >
                <a class="button button--primary" href=start>{i18n.phrase(|text| text.shell().to_start)}</a>
            </EmptyState>
        </div>
    }
}
