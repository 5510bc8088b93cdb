//! What a screen says first: a sentence, and quiet lines on what it stands on.

use leptos::prelude::*;

use crate::i18n::format::closed;

/// A sentence that is told anew when it changes, and the lines below it.
#[component]
pub fn Headline(
    /// What one would say first.
    #[prop(into)]
    sentence: Signal<String>,
    /// What it was computed from and by which rules, a line each.
    #[prop(optional, into)]
    lines: Signal<Vec<String>>,
    /// Name for tests, of the sentence.
    #[prop(optional)]
    testid: Option<&'static str>,
    /// Whether it is bad news.
    #[prop(optional, into)]
    is_bad: Signal<bool>,
    /// What stands between the sentence and the lines.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="headline">
            <p class="headline__sentence" class:is-bad=is_bad role="status" data-testid=testid>
                {move || closed(sentence.get())}
            </p>
            {children.map(|children| children())}
            {move || lines.get().into_iter().map(|line| view! { <p class="headline__quiet">{line}</p> }).collect_view()}
        </div>
    }
}
