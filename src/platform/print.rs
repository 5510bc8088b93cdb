//! The browser's own printing.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Opens the browser's window of printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Fails only where printing is forbidden to the page; nothing happens then.
        let _ = window.print();
    }
}

type Listener = Closure<dyn FnMut()>;

/// Calls back before the page is laid out for paper, and after. Dropping it ends that.
pub struct PrintWatch {
    before: Listener,
    after: Listener,
}

impl std::fmt::Debug for PrintWatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PrintWatch").finish_non_exhaustive()
    }
}

impl PrintWatch {
    /// Begins to watch. What is to be on paper must be there when `before` returns.
    #[must_use]
    pub fn new(before: impl FnMut() + 'static, after: impl FnMut() + 'static) -> Self {
        let watch = Self { before: Closure::new(before), after: Closure::new(after) };
        if let Some(window) = web_sys::window() {
            for (event, listener) in watch.listeners() {
                // Fails for no event and no listener.
                let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            }
        }
        watch
    }

    const fn listeners(&self) -> [(&'static str, &Listener); 2] {
        [("beforeprint", &self.before), ("afterprint", &self.after)]
    }
}

impl Drop for PrintWatch {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            for (event, listener) in self.listeners() {
                let _ = window.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            }
        }
    }
}
