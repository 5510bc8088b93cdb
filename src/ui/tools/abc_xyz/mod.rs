//! ABC-XYZ the matrix of clients.

pub mod pareto;

use leptos::prelude::*;

use super::no_table::NoTable;

/// The screen.
#[component]
pub fn AbcXyzPage() -> impl IntoView {
    view! { <NoTable /> }
}
