//! The place for a file.

use leptos::{html, prelude::*};
use web_sys::File;

use super::{Icon, IconView, unique_id, use_page_drop};
use crate::platform::file_access;
use crate::ui::state::i18n::use_i18n;

/// A field for files that also takes what is dropped anywhere on the page.
///
/// The file field itself covers the zone and is see-through, so a click, Enter, a drop and a screen reader all reach
/// the browser's own control; what looks like a button is a second label of it.
#[component]
pub fn DropZone(
    /// Told the files.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
    /// What is to be dropped here, as long as nothing is held over it.
    #[prop(into)]
    title: Signal<String>,
    /// A low zone, for places that are not about the file.
    #[prop(optional)]
    compact: bool,
    /// Whether the screen has something more important to press than this zone's button.
    #[prop(optional)]
    quiet: bool,
    /// Buttons beside the zone's own.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let i18n = use_i18n();
    let drop = use_page_drop();
    let id = unique_id("file");
    let input = NodeRef::<html::Input>::new();
    drop.take(on_files);
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            let files = file_access::files_of(&input);
            // The same file can be chosen again after it was mended.
            input.set_value("");
            if !files.is_empty() {
                on_files.run(files);
            }
        }
    };
    view! {
        <div
            class="drop-zone"
            class:drop-zone--compact=compact
            class:drop-zone--quiet=quiet
            class:drop-zone--over=Signal::derive(move || drop.over().get())
        >
            <input
                class="drop-zone__input"
                type="file"
                multiple=true
                id=id.clone()
                node_ref=input
                data-testid="file-input"
                aria-describedby=format!("{id}-hint")
                on:change=chosen
            />
            <span class="drop-zone__icon"><IconView icon=Icon::Upload /></span>
            <label class="drop-zone__title" for=id.clone()>
                {move || if drop.over().get() { i18n.text().shell().drop_now.to_owned() } else { title.get() }}
            </label>
            <p class="drop-zone__hint" id=format!("{id}-hint")>{i18n.phrase(|text| text.shell().drop_hint)}</p>
            <div class="drop-zone__actions">
                <label class="button" class:button--primary=!quiet for=id.clone()>
                    {i18n.phrase(|text| text.shell().choose_file)}
                </label>
                {children.map(|children| children())}
            </div>
        </div>
    }
}
