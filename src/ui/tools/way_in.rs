//! How a table comes into the app: files, the clipboard, or the sample.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::platform::clipboard::{self, Pasted};
use crate::platform::file_access;
use crate::ui::components::{Button, DropZone, Icon};
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::state::places::use_places;
use crate::ui::state::queue::use_file_queue;
use crate::ui::state::toasts::{ToastKind, Toasts, use_toasts};
use crate::ui::state::workspace::{Sample, use_workspace};

/// The place where a file's reading is shown.
const READING: &str = "data";
/// More than a spreadsheet puts on the clipboard without asking, and little enough to be held twice for a moment.
const PASTE_BYTES_MAX: usize = 50_000_000;

/// Opens the first of several files; the others wait for their turn.
#[must_use]
pub fn open_files() -> Callback<Vec<File>> {
    let (workspace, places, queue) = (use_workspace(), use_places(), use_file_queue());
    let (toasts, i18n) = (use_toasts(), use_i18n());
    Callback::new(move |files: Vec<File>| match queue.begin(files) {
        Some(first) => {
            workspace.open_file(first);
            places.go(READING);
        }
        None => toasts.show(ToastKind::Info, untrack(move || i18n.text().intake().empty_folder.to_owned())),
    })
}

/// What opens a sample; files that were waiting are given up then.
pub fn open_sample(sample: Sample) -> impl Fn() + Clone + 'static {
    let (workspace, places, queue, i18n) = (use_workspace(), use_places(), use_file_queue(), use_i18n());
    move || {
        queue.begin(Vec::new());
        workspace.open_sample(sample, untrack(move || i18n.locale()));
        places.go(READING);
    }
}

/// Takes what was copied: a table in text becomes a file like any other.
#[derive(Clone, Copy)]
struct Paste {
    open: Callback<Vec<File>>,
    toasts: Toasts,
    i18n: I18n,
}

impl Paste {
    fn new() -> Self {
        Self { open: open_files(), toasts: use_toasts(), i18n: use_i18n() }
    }

    fn take(self, pasted: Pasted) {
        match pasted {
            Pasted::Files(files) => self.open.run(files),
            Pasted::Text(text) => self.take_text(&text),
        }
    }

    fn take_text(self, text: &str) {
        let (texts, format) = untrack(move || (self.i18n.text().intake(), self.i18n.format()));
        if text.len() > PASTE_BYTES_MAX {
            self.toasts.show(ToastKind::Bad, (texts.paste_too_big)(format, PASTE_BYTES_MAX as u64));
        } else if !clipboard::has_rows(text) {
            self.toasts.show(ToastKind::Info, texts.nothing_to_paste.to_owned());
        } else if let Some(file) = file_access::text_file(texts.pasted, text) {
            self.open.run(vec![file]);
        }
    }

    /// What the button does: the browser may want to be asked by key instead.
    fn ask(self) {
        spawn_local(async move {
            match clipboard::read_text().await {
                Some(text) => self.take_text(&text),
                None => {
                    let text = untrack(move || self.i18n.text().intake().paste_by_key);
                    self.toasts.show(ToastKind::Info, text.to_owned());
                }
            }
        });
    }
}

/// A drop zone, the clipboard and the sample; all lead to the reading.
#[component]
pub fn WayIn(
    /// A low zone, for screens that are not about the file.
    #[prop(optional)]
    compact: bool,
    /// Whether the screen has something more important to press.
    #[prop(optional)]
    quiet: bool,
    /// What the screen is about: this is asked for, and there is a sample of it.
    #[prop(optional)]
    about: Sample,
) -> impl IntoView {
    let i18n = use_i18n();
    let (title, sample, testid) = match about {
        Sample::Sales => {
            (i18n.label(|text| text.shell().drop_here), i18n.label(|text| text.shell().try_sample), "sample-data")
        }
        Sample::Deals => (
            i18n.label(|text| text.funnel().screen.drop_here),
            i18n.label(|text| text.funnel().screen.sample),
            "sample-deals",
        ),
    };
    let paste = Paste::new();
    let listener = StoredValue::new_local(clipboard::listen_for_pastes(move |pasted| paste.take(pasted)));
    on_cleanup(move || listener.set_value(None));
    view! {
        <DropZone on_files=paste.open title compact=compact quiet=quiet>
            <Button
                icon=Icon::Table
                testid="paste-table"
                label=i18n.label(|text| text.intake().paste)
                on_press=move || paste.ask()
            />
            <Button icon=Icon::Flask testid=testid label=sample on_press=open_sample(about) />
        </DropZone>
    }
}
