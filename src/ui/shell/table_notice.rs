//! Why the table of the last time did not open by itself.

use leptos::prelude::*;

use crate::ui::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::ui::error_text::error_text;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;

/// A notice on top of every screen until it is closed or a table is there.
#[component]
pub fn TableNotice() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let failure = workspace.open_failure();
    move || {
        let error = failure.get()?;
        let told = Memo::new(move |_| error_text(&error, i18n.format()));
        Some(view! {
            <div class="shell-notices">
                <Notice
                    kind=NoticeKind::Bad
                    testid="table-notice"
                    title=Signal::derive(move || told.with(|told| told.heading.clone()))
                    text=Signal::derive(move || told.with(|told| format!("{} {}", told.text, told.advice)))
                >
                    <Button
                        kind=ButtonKind::Quiet
                        label=i18n.label(|text| text.shell().close)
                        on_press=move || workspace.close_open_failure()
                    />
                </Notice>
            </div>
        })
    }
}
