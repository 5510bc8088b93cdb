//! Where the page is, and what surrounds the app in it: title, language, theme, frame.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, MediaQueryList};

/// Whether the page stands in a frame of another page, which could lay its own things over it.
#[must_use]
pub fn is_framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    // A top window that may not be looked at is another one for sure.
    window.top().ok().flatten().is_none_or(|top| top != window)
}

/// The languages that the browser asks for, the dearest first.
#[must_use]
pub fn preferred_language() -> Option<String> {
    web_sys::window()?.navigator().language()
}

/// Writes the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Writes an attribute of the root element: `lang`, `data-theme`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Fails only for a name that is none.
        let _ = root.set_attribute(name, value);
    }
}

/// Puts the focus on the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Takes the element with this id out of the page: what stood there until the app came.
pub fn remove_element(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.remove();
    }
}

/// Shows a hidden element of the page.
pub fn reveal_element(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let _ = element.remove_attribute("hidden");
    }
}

/// The system's wish for a dark screen, to be asked and listened to.
#[must_use]
pub fn dark_preference() -> Option<MediaQueryList> {
    web_sys::window()?.match_media("(prefers-color-scheme: dark)").ok().flatten()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
