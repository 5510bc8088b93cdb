//! Stands where an analysis could not be computed: why, and a way to try again.

use leptos::prelude::*;

use crate::jobs::protocol::JobError;
use crate::ui::components::{Button, Notice, NoticeKind};
use crate::ui::error_text::error_text;
use crate::ui::state::i18n::use_i18n;

/// Nothing as long as there is no error.
#[component]
pub fn Failure(
    /// What went wrong.
    #[prop(into)]
    error: Signal<Option<JobError>>,
    /// The heading, where a screen has its own; else that of the error.
    #[prop(optional_no_strip)]
    title: Option<Signal<String>>,
    /// Tries again.
    #[prop(into)]
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        error.get().map(|error| {
            let told = error_text(&error, i18n.format());
            view! {
                <Notice
                    kind=NoticeKind::Bad
                    title=title.unwrap_or_else(|| Signal::stored(told.heading))
                    text=Signal::stored(format!("{} {}", told.text, told.advice))
                >
                    <Button label=i18n.label(|text| text.abc_xyz().try_again) on_press=move || again.run(()) />
                </Notice>
            }
        })
    }
}
