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
    /// Whether it is all of the screen: its title is then the screen's heading.
    #[prop(optional)]
    whole_page: bool,
    /// The way there.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = if whole_page {
        view! { <h1 class="empty__title">{title}</h1> }.into_any()
    } else {
        view! { <h2 class="empty__title">{title}</h2> }.into_any()
    };
    view! {
        <div class="empty">
            <span class="empty__icon"><IconView icon=icon /></span>
            {heading}
            <p class="empty__text">{text}</p>
            {children.map(|children| view! { <div class="empty__actions">{children()}</div> })}
        </div>
    }
}
