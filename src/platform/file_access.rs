//! Files that the user gives: chosen in a field or dropped on the page.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, EventTarget, File, FileList, HtmlInputElement};

/// The files of a file field.
#[must_use]
pub fn files_of(input: &HtmlInputElement) -> Vec<File> {
    input.files().map(|list| to_vec(&list)).unwrap_or_default()
}

fn to_vec(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// Listeners on the window; they end with this value.
pub struct DropListeners {
    target: EventTarget,
    listeners: Vec<(&'static str, Closure<dyn FnMut(DragEvent)>)>,
}

impl Drop for DropListeners {
    fn drop(&mut self) {
        for (name, listener) in &self.listeners {
            // Removing a listener cannot fail in a way that matters: the page is going.
            let _ = self.target.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
    }
}

/// Listens to files dragged over the page and dropped on it. `over` is told when one comes and goes.
///
/// `None` where there is no window.
#[must_use]
pub fn listen_for_drops(over: impl Fn(bool) + 'static, dropped: impl Fn(Vec<File>) + 'static) -> Option<DropListeners> {
    let target: EventTarget = web_sys::window()?.into();
    let over = Rc::new(over);
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
                let files = event.data_transfer().and_then(|transfer| transfer.files());
                dropped(files.map(|list| to_vec(&list)).unwrap_or_default());
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
