//! Files in dropped folders.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// Files taken from folders: more at once nobody looks through.
const FILES_MAX: usize = 50;
/// Folders and files looked at.
const ENTRIES_MAX: usize = 2_000;

/// What was dropped, if a folder is among it. To be asked while the event of the drop is handled.
#[must_use]
pub fn dropped_entries(transfer: &DataTransfer) -> Option<Vec<FileSystemEntry>> {
    let items = transfer.items();
    let entry = |index| items.get(index)?.webkit_get_as_entry().ok().flatten();
    let entries: Vec<FileSystemEntry> = (0..items.length()).filter_map(entry).collect();
    entries.iter().any(FileSystemEntry::is_directory).then_some(entries)
}

/// The files of the entries and of the folders among them, by path; those that programs and systems put there for
/// themselves are left out.
pub async fn files_of(entries: Vec<FileSystemEntry>) -> Vec<File> {
    let mut waiting = entries;
    let mut found: Vec<(String, File)> = Vec::new();
    let mut seen = 0;
    while let Some(entry) = waiting.pop() {
        seen += 1;
        if seen > ENTRIES_MAX || is_for_programs(&entry.name()) {
            continue;
        }
        if entry.is_directory() {
            waiting.extend(entries_of(entry.unchecked_into()).await);
        } else if let Some(file) = file_of(entry.unchecked_ref()).await {
            found.push((entry.full_path(), file));
        }
    }
    found.sort_by(|(left, _), (right, _)| left.cmp(right));
    found.truncate(FILES_MAX);
    found.into_iter().map(|(_, file)| file).collect()
}

/// `.DS_Store`, `~$sales.xlsx`, `Thumbs.db`, `desktop.ini`.
fn is_for_programs(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || ["thumbs.db", "desktop.ini"].contains(&&*name.to_lowercase())
}

async fn entries_of(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut all = Vec::new();
    // The browser gives a part at a time, and an empty one at the end.
    loop {
        let part = promised(|done, failed| {
            // Fails only as `failed` says.
            let _ = reader.read_entries_with_callback_and_callback(done, failed);
        });
        let Some(part) = JsFuture::from(part).await.ok().and_then(|part| part.dyn_into::<Array>().ok()) else { break };
        if part.length() == 0 || all.len() > ENTRIES_MAX {
            break;
        }
        all.extend(part.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
    all
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let file = promised(|done, failed| entry.file_with_callback_and_callback(done, failed));
    JsFuture::from(file).await.ok()?.dyn_into().ok()
}

/// A promise of what is told to the first of two functions.
fn promised(mut begin: impl FnMut(&Function, &Function)) -> Promise {
    Promise::new(&mut |done, failed| begin(&done, &failed))
}
