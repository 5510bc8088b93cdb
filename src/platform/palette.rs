//! The design tokens that charts are drawn with, and word of their change.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MediaQueryList, MutationObserver, MutationObserverInit};

use super::css_tokens::token;
use crate::charts::Palette;

/// The attribute of the root element that the theme is chosen by.
const THEME_ATTRIBUTE: &str = "data-theme";
/// What the theme follows where none is chosen.
const DARK: &str = "(prefers-color-scheme: dark)";

/// The palette of the theme in force.
#[must_use]
pub fn palette() -> Palette {
    let colour = |name: &str| token(name).unwrap_or_default();
    Palette {
        surface: colour("--surface-raised"),
        ink: colour("--ink"),
        muted: colour("--muted"),
        rule: colour("--rule"),
        accent: colour("--accent"),
        class_a: colour("--class-a"),
        class_b: colour("--class-b"),
        class_c: colour("--class-c"),
        font: token("--font").unwrap_or_else(|| "sans-serif".to_owned()),
    }
}

/// Calls back after the theme has changed, by choice or with the system. Dropping it ends that.
pub struct ThemeWatch {
    observer: Option<MutationObserver>,
    dark: Option<MediaQueryList>,
    on_change: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for ThemeWatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ThemeWatch").finish_non_exhaustive()
    }
}

impl ThemeWatch {
    /// Begins to watch. A browser that lacks a part of it watches without that part.
    #[must_use]
    pub fn new(on_change: impl FnMut() + 'static) -> Self {
        let on_change = Closure::<dyn FnMut()>::new(on_change);
        let window = web_sys::window();
        let root = window.as_ref().and_then(web_sys::Window::document).and_then(|document| document.document_element());
        let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(root)) = (&observer, &root) {
            let what = MutationObserverInit::new();
            what.set_attributes(true);
            what.set_attribute_filter(&js_sys::Array::of1(&THEME_ATTRIBUTE.into()));
            // Fails only for options that contradict each other.
            let _ = observer.observe_with_options(root, &what);
        }
        let dark = window.and_then(|window| window.match_media(DARK).ok().flatten());
        if let Some(dark) = &dark {
            let _ = dark.add_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
        }
        Self { observer, dark, on_change }
    }
}

impl Drop for ThemeWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        if let Some(dark) = &self.dark {
            let _ = dark.remove_event_listener_with_callback("change", self.on_change.as_ref().unchecked_ref());
        }
    }
}
