//! The import screen: what a file holds, how it is read, and what became of its rows.
//!
//! One page in three states, all derived from the workspace: a file is being read, a table is loaded, or nothing
//! is there. What can be computed is in the small pure files beside the views.

mod account;
mod decisions;
mod figures;
mod readings;
mod time_left;

use leptos::prelude::*;

use super::no_table::NoTable;

/// The screen.
#[component]
pub fn DataPage() -> impl IntoView {
    view! { <NoTable /> }
}
