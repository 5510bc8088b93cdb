//! Data reading of a file.

use leptos::prelude::*;

use super::no_table::NoTable;

/// The screen.
#[component]
pub fn DataPage() -> impl IntoView {
    view! { <NoTable /> }
}
