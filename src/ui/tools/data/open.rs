//! The ways to a file: the drop zone, and the sample.

use leptos::prelude::*;

use crate::ui::components::{Button, DropZone, Icon};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::use_workspace;

/// A place to drop a file or to take the sample; the reading begins at once.
#[component]
pub fn OpenFile(
    /// A large zone, for when there is nothing else on the screen.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let tell_surplus = move |surplus: usize| {
        let words = (i18n.text().shell.one_file_at_a_time)(i18n.format(), surplus as u64);
        toasts.show(ToastKind::Info, words);
    };
    view! {
        <DropZone compact=!large on_file=move |file| workspace.open_file(file) on_surplus=tell_surplus>
            <Button
                icon=Icon::Flask
                testid="sample-data"
                label=i18n.label(|text| text.shell.try_sample)
                on_press=move || workspace.open_sample()
            />
        </DropZone>
    }
}
