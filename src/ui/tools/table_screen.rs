//! The frame of screens that analyse a table: what stands there while there is none.

use leptos::prelude::*;

use super::opening::OpeningTable;
use crate::ui::components::PageHeader;

/// Shows `analysis` once the table is in use; until then that it is being opened, or `empty`.
#[component]
pub fn TableScreen(
    /// Heading of the screen.
    title: Signal<String>,
    /// Whether the table is in use.
    is_there: Memo<bool>,
    /// Name of the table while it is being opened.
    opening: Signal<Option<String>>,
    /// What will be here and how to get it.
    empty: impl Fn() -> AnyView + Send + 'static,
    /// The screen with the table.
    analysis: fn() -> AnyView,
) -> impl IntoView {
    let is_opening = Memo::new(move |_| opening.with(Option::is_some));
    let name = Signal::derive(move || opening.get().unwrap_or_default());
    let page = move |content: AnyView| view! { <div class="page"><PageHeader title />{content}</div> }.into_any();
    move || match (is_there.get(), is_opening.get()) {
        (true, _) => analysis(),
        (false, true) => page(view! { <OpeningTable name /> }.into_any()),
        (false, false) => page(empty()),
    }
}
