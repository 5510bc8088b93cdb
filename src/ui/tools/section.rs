//! A section of a screen, under a heading that explains itself.

use leptos::prelude::*;

use crate::i18n::Messages;
use crate::ui::components::Explain;
use crate::ui::state::i18n::use_i18n;

/// A section.
#[component]
pub fn Section(
    /// Id of the heading.
    id: &'static str,
    /// The heading.
    title: fn(&'static Messages) -> &'static str,
    /// What the heading means.
    #[prop(optional, into)]
    explain: Option<Signal<String>>,
    /// Stands beside the heading.
    #[prop(optional, into)]
    beside: Option<ViewFn>,
    /// Classes.
    #[prop(default = "section")]
    class: &'static str,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class=class>
            <div class="section__heading">
                <h2 id=id>{i18n.phrase(title)}</h2>
                {explain.map(|text| view! { <Explain text=text label=i18n.label(title) /> })}
                {beside.map(|beside| move || beside.run())}
            </div>
            {children()}
        </section>
    }
}
