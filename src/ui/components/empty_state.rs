//! A place with nothing in it yet.

use leptos::prelude::*;

use super::{Icon, IconView};

/// Says what will be here and how to get it.
#[component]
pub fn EmptyState(
    /// A small picture.
    icon: Icon,
    /// What will be here.
    #[prop(into)]
    title: Signal<String>,
    /// How to get it.
    #[prop(into)]
    text: Signal<String>,
    /// The way there.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty__icon"><IconView icon=icon /></span>
            <h2 class="empty__title">{move || title.get()}</h2>
            <p class="empty__text">{move || text.get()}</p>
            {children.map(|children| view! { <div class="empty__actions">{children()}</div> })}
        </div>
    }
}
