//! Light or dark: the system's wish, and the page's answer.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement, MediaQueryList};

/// Listens to the system's wish; ends with this value.
pub struct DarkWatch {
    query: MediaQueryList,
    listener: Closure<dyn FnMut(Event)>,
}

impl DarkWatch {
    /// Tells `changed` whenever the wish changes. `None` where there is no window.
    #[must_use]
    pub fn start(changed: impl Fn(bool) + 'static) -> Option<Self> {
        let query = query()?;
        let listener = Closure::<dyn FnMut(Event)>::new({
            let query = query.clone();
            move |_| changed(query.matches())
        });
        // Adding a listener fails only for a target that is none.
        let _ = query.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
        Some(Self { query, listener })
    }
}

impl Drop for DarkWatch {
    fn drop(&mut self) {
        let listener = self.listener.as_ref().unchecked_ref();
        let _ = self.query.remove_event_listener_with_callback("change", listener);
    }
}

/// Whether the system wants a dark screen now.
#[must_use]
pub fn prefers_dark() -> bool {
    query().is_some_and(|query| query.matches())
}

fn query() -> Option<MediaQueryList> {
    web_sys::window()?.match_media("(prefers-color-scheme: dark)").ok().flatten()
}

/// Turns the page dark or light, all at once: transitions, meant for a pointer passing over a button, would let
/// every part of the page change at a pace of its own.
pub fn show(dark: bool) {
    const PACE: &str = "--motion";
    let Some(window) = web_sys::window() else { return };
    let root = window.document().and_then(|document| document.document_element());
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    // None of these fails for names and values as plain as ours.
    let _ = root.style().set_property(PACE, "0s");
    let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
    // Asking for a computed value makes the browser take the new colours while there is no pace.
    let _ = window.get_computed_style(&root).ok().flatten().map(|style| style.get_property_value("color"));
    let _ = root.style().remove_property(PACE);
}
