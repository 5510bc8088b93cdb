//! What the user pastes: a table copied from a spreadsheet or a page, or files; and what the app copies.

use js_sys::Reflect;
use thiserror::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardEvent, Element, EventTarget, File, HtmlElement, HtmlInputElement};

use super::file_access;

/// Fields in which pasting means something else: all but those that take no text.
const FIELDS_WITHOUT_TEXT: [&str; 7] = ["file", "checkbox", "radio", "range", "button", "submit", "color"];

/// What was pasted.
#[derive(Clone, Debug)]
pub enum Pasted {
    /// Files copied in the file manager.
    Files(Vec<File>),
    /// Text, or the code of a page where there is no text with rows.
    Text(String),
}

/// Listens to the page; ends with this value.
#[derive(Debug)]
pub struct PasteListener {
    target: EventTarget,
    listener: Closure<dyn FnMut(ClipboardEvent)>,
}

impl Drop for PasteListener {
    fn drop(&mut self) {
        let listener = self.listener.as_ref().unchecked_ref();
        // Removing a listener cannot fail in a way that matters: the page is going.
        let _ = self.target.remove_event_listener_with_callback("paste", listener);
    }
}

/// Tells what is pasted anywhere but into a field for text. `None` where there is no window.
#[must_use]
pub fn listen_for_pastes(pasted: impl Fn(Pasted) + 'static) -> Option<PasteListener> {
    let target: EventTarget = web_sys::window()?.into();
    let listener = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(found) = content_of(&event).filter(|_| !is_for_a_field(&event)) {
            event.prevent_default();
            pasted(found);
        }
    });
    // Adding a listener fails only for a target that is none.
    let _ = target.add_event_listener_with_callback("paste", listener.as_ref().unchecked_ref());
    Some(PasteListener { target, listener })
}

/// The copied text; `None` where the browser or the user does not let a button read it.
pub async fn read_text() -> Option<String> {
    let clipboard = clipboard()?;
    // Not every browser lets a page read.
    if !Reflect::has(&clipboard, &"readText".into()).unwrap_or(false) {
        return None;
    }
    JsFuture::from(clipboard.read_text()).await.ok()?.as_string()
}

/// The browser's clipboard. On an insecure host there is none at all, and asking it would throw.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let is_there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| found.is_object());
    is_there.then(|| navigator.clipboard())
}

fn content_of(event: &ClipboardEvent) -> Option<Pasted> {
    let data = event.clipboard_data()?;
    let text = |kind: &str| data.get_data(kind).unwrap_or_default();
    let plain = text("text/plain");
    if has_rows(&plain) {
        return Some(Pasted::Text(plain));
    }
    let page = text("text/html");
    if page.to_ascii_lowercase().contains("<table") {
        return Some(Pasted::Text(page));
    }
    let files = data.files().map(|list| file_access::to_vec(&list)).unwrap_or_default();
    if files.is_empty() { (!plain.is_empty()).then_some(Pasted::Text(plain)) } else { Some(Pasted::Files(files)) }
}

/// The browser has no clipboard for this page, or the user does not let the page use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the browser does not let the page copy")]
pub struct CopyError;

/// Copies `text`. Browsers allow it in answer to a press, on pages of secure hosts.
///
/// # Errors
/// [`CopyError`] when the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), CopyError> {
    let clipboard = clipboard().ok_or(CopyError)?;
    JsFuture::from(clipboard.write_text(text)).await.map(drop).map_err(|_| CopyError)
}

/// Whether a text has more than one row or cell.
#[must_use]
pub fn has_rows(text: &str) -> bool {
    text.trim().contains(['\t', '\n', '\r'])
}

fn is_for_a_field(event: &ClipboardEvent) -> bool {
    let Some(target) = event.target() else { return false };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return !FIELDS_WITHOUT_TEXT.contains(&input.type_().as_str());
    }
    let is_area = target.dyn_ref::<Element>().is_some_and(|element| element.tag_name() == "TEXTAREA");
    is_area || target.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable)
}
