//! Boxes without content.

use leptos::prelude::*;

/// A box that is only looked at: part of a drawing, or a place where something will come.
///
/// `view!` writes an element without any dynamic part as markup through `innerHTML`, which the page's policy forbids.
/// Here the class is dynamic, so the element is created as one.
#[component]
pub fn Blank(
    /// Its look.
    class: &'static str,
) -> impl IntoView {
    view! { <span class=class aria-hidden="true"></span> }
}
