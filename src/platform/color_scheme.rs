//! The system's wish for a light or a dark screen.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MediaQueryList};

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
