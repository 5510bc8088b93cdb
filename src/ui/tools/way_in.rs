//! How a table comes into the app: a file, or the sample.

use leptos::prelude::*;
use web_sys::File;

use crate::ui::components::{Button, DropZone, Icon};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::places::use_places;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::use_workspace;

/// The place where a file's reading is shown.
const READING: &str = "data";

/// Opens the first of several files and says how many are left.
#[must_use]
pub fn open_files() -> Callback<Vec<File>> {
    let open = open_file();
    let left = say_surplus();
    Callback::new(move |files: Vec<File>| {
        let surplus = files.len().saturating_sub(1);
        let Some(first) = files.into_iter().next() else { return };
        open.run(first);
        if surplus > 0 {
            left.run(surplus);
        }
    })
}

fn open_file() -> Callback<File> {
    let (workspace, places) = (use_workspace(), use_places());
    Callback::new(move |file| {
        workspace.open_file(file);
        places.go(READING);
    })
}

fn say_surplus() -> Callback<usize> {
    let (toasts, i18n) = (use_toasts(), use_i18n());
    Callback::new(move |surplus: usize| {
        let (text, format) = untrack(move || (i18n.text(), i18n.format()));
        toasts.show(ToastKind::Info, (text.shell.one_file_at_a_time)(format, surplus as u64));
    })
}

/// A drop zone and the sample; both lead to the reading.
#[component]
pub fn WayIn(
    /// A low zone, for screens that are not about the file.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, places) = (use_workspace(), use_places());
    let sample = move || {
        workspace.open_sample(untrack(move || i18n.locale()));
        places.go(READING);
    };
    view! {
        <DropZone on_file=open_file() on_surplus=say_surplus() compact=compact>
            <Button
                icon=Icon::Flask
                testid="sample-data"
                label=i18n.label(|text| text.shell.try_sample)
                on_press=sample
            />
        </DropZone>
    }
}
