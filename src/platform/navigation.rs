//! What surrounds the app in the page: its title and language, the focus, a frame.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, KeyboardEvent};

/// Whether the page stands in a frame of another page, which could lay its own things over it.
#[must_use]
pub fn is_framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    // A top window that may not be looked at is another one for sure.
    window.top().ok().flatten().is_none_or(|top| top != window)
}

/// A place to draw to that is not in the page.
#[must_use]
pub fn detached_element() -> Option<HtmlElement> {
    document()?.create_element("div").ok()?.dyn_into().ok()
}

/// Whether the visitor asks pages to load no more than they must.
#[must_use]
pub fn saves_data() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    // Not every browser tells.
    let connection = get(&window.navigator(), "connection");
    !connection.is_undefined() && get(&connection, "saveData").is_truthy()
}

/// The language that the browser asks for first.
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

/// Says which language the page is in, as a BCP 47 tag.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Fails only for a name that is none.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Puts the focus on the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether a key was pressed in a field for text.
#[must_use]
pub fn is_in_field(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| {
        element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") == Ok(true)
    })
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
