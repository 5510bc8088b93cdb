//! Files that the user gives: chosen in a field or dropped on the page.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DragEvent, EventTarget, File, FileList, HtmlInputElement};

use super::folders;

/// The files of a file field.
#[must_use]
pub fn files_of(input: &HtmlInputElement) -> Vec<File> {
    input.files().map(|list| to_vec(&list)).unwrap_or_default()
}

pub(super) fn to_vec(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// A text as a file with this name.
#[must_use]
pub fn text_file(name: &str, text: &str) -> Option<File> {
    let text = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
    File::new_with_blob_sequence(&Array::of1(&text), name).ok()
}

/// Listeners on the window; they end with this value.
pub struct DropListeners {
    target: EventTarget,
    listeners: Vec<Listener>,
}

/// The name of an event, and what listens to it.
type Listener = (&'static str, Closure<dyn FnMut(DragEvent)>);

impl Drop for DropListeners {
    fn drop(&mut self) {
        for (name, listener) in &self.listeners {
            // Removing a listener cannot fail in a way that matters: the page is going.
            let _ = self.target.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
    }
}

/// Listens to files dragged over the page and dropped on it; of folders, the files in them are told. `over` is told when one comes and goes.
///
/// `None` where there is no window.
#[must_use]
pub fn listen_for_drops(over: impl Fn(bool) + 'static, dropped: impl Fn(Vec<File>) + 'static) -> Option<DropListeners> {
    let target: EventTarget = web_sys::window()?.into();
    let (over, dropped) = (Rc::new(over), Rc::new(dropped));
    // Entering a child element leaves its parent: only the balance tells whether the page itself was left.
    let depth = Rc::new(Cell::new(0_i32));
    let listener = |name: &'static str, act: Box<dyn Fn(&DragEvent)>| {
        let closure = Closure::<dyn FnMut(DragEvent)>::new(move |event: DragEvent| {
            if carries_files(&event) {
                event.prevent_default();
                act(&event);
            }
        });
        (name, closure)
    };
    let listeners = vec![
        listener("dragenter", {
            let (over, depth) = (Rc::clone(&over), Rc::clone(&depth));
            Box::new(move |_| {
                depth.set(depth.get() + 1);
                over(true);
            })
        }),
        listener("dragleave", {
            let (over, depth) = (Rc::clone(&over), Rc::clone(&depth));
            Box::new(move |_| {
                depth.set((depth.get() - 1).max(0));
                over(depth.get() > 0);
            })
        }),
        // Without this the browser would not let go of the file here.
        listener("dragover", Box::new(|_| {})),
        listener(
            "drop",
            Box::new(move |event| {
                depth.set(0);
                over(false);
                let Some(transfer) = event.data_transfer() else { return };
                if let Some(entries) = folders::dropped_entries(&transfer) {
                    let dropped = Rc::clone(&dropped);
                    spawn_local(async move { dropped(folders::files_of(entries).await) });
                } else {
                    dropped(transfer.files().map(|list| to_vec(&list)).unwrap_or_default());
                }
            }),
        ),
    ];
    for (name, listener) in &listeners {
        // Adding a listener fails only for a target that is none.
        let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    Some(DropListeners { target, listeners })
}

/// Text and links dragged about are none of our business.
fn carries_files(event: &DragEvent) -> bool {
    let files = JsValue::from_str("Files");
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&files, 0))
}
