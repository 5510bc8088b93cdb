//! The frame of screens with one analysis: heading, why there is no result, the result.

use std::sync::Arc;

use leptos::prelude::*;

use super::failure::Failure;
use crate::i18n::Messages;
use crate::ui::components::{Blank, PageHeader, PrintButton};
use crate::ui::state::computed::Computed;
use crate::ui::state::i18n::use_i18n;

/// Shows `content` once there is a result, and `skeleton` until then.
#[component]
pub fn AnalysisFrame<W, R>(
    /// Classes of the page.
    class: &'static str,
    /// Heading of the screen.
    title: Signal<String>,
    /// The result.
    result: Computed<W, R>,
    /// Heading of an error, where the screen has its own.
    #[prop(optional)]
    failed: Option<Signal<String>>,
    /// Stands where the result will stand.
    skeleton: fn() -> AnyView,
    /// The screen with a result.
    content: impl Fn(Signal<Arc<R>>) -> AnyView + Send + 'static,
    /// Buttons beside the heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView
where
    W: Clone + PartialEq + Send + Sync + 'static,
    R: PartialEq + Send + Sync + 'static,
{
    let is_there = result.is_there();
    let shown = move || {
        if !is_there.get() {
            return result.failure().with(Option::is_none).then(skeleton);
        }
        let first = result.value().get_untracked()?;
        let latest = Memo::new(move |_| result.value().get().unwrap_or_else(|| Arc::clone(&first)));
        Some(content(latest.into()))
    };
    view! {
        <div class=class aria-busy=move || result.is_stale().get().to_string()>
            <PageHeader title>
                <PrintButton disabled=Signal::derive(move || !is_there.get()) />
                {children.map(|children| children())}
            </PageHeader>
            <Failure error=result.failure() title=failed again=result.again() />
            {shown}
        </div>
    }
}

/// Stands where a result will stand, in its shape, so that nothing jumps: a bar over what is given.
#[component]
pub fn Skeleton(
    /// What is being done.
    text: fn(&'static Messages) -> &'static str,
    /// What is under the bar.
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="skeleton" data-testid="computing">
            <p class="visually-hidden" role="status">{i18n.phrase(text)}</p>
            <Blank class="skeleton__bar" />
            {children()}
        </div>
    }
}

/// The same with two boxes side by side.
#[component]
pub fn BoardSkeleton(
    /// What is being done.
    text: fn(&'static Messages) -> &'static str,
    /// Class of the board that holds both boxes.
    board: &'static str,
) -> impl IntoView {
    view! {
        <Skeleton text>
            <div class=board>
                <Blank class="skeleton__box" />
                <Blank class="skeleton__box" />
            </div>
        </Skeleton>
    }
}
