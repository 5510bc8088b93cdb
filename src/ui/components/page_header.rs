//! Head of a screen.

use leptos::prelude::*;

/// The screen's heading, a sentence about it, and what can be done with the whole of it.
#[component]
pub fn PageHeader(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A sentence below.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// Buttons on the right.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-header">
            <div class="page-header__words">
                <h1 class="page-header__title">{title}</h1>
                {lead.map(|lead| view! { <p class="page-header__lead">{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-header__actions">{children()}</div> })}
        </header>
    }
}
