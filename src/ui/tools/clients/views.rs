//! Named views of the list.

use leptos::prelude::*;

use super::state::use_clients;
use crate::ui::tools::kept_names::KeptNames;

/// The views of the list.
#[component]
pub(super) fn Views() -> impl IntoView {
    let state = use_clients();
    view! {
        <KeptNames
            list=state.views.views()
            text=|text| &text.clients().views
            selected=state.view()
            on_choose=move |name| state.choose_view(name)
            make=move |name| state.as_view(name)
        />
    }
}
