//! The design tokens that charts are drawn with, and word of their change.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MutationObserver, MutationObserverInit};

use super::css_tokens::token;
use crate::charts::Palette;

/// The attribute of the root element that the theme is chosen by.
const THEME_ATTRIBUTE: &str = "data-theme";

/// Colours of segments among the tokens.
const SEGMENTS: usize = 10;

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
        good: colour("--good"),
        bad: colour("--bad"),
        class_a: colour("--class-a"),
        class_b: colour("--class-b"),
        class_c: colour("--class-c"),
        segments: (1..=SEGMENTS).map(|number| colour(&format!("--segment-{number}"))).collect(),
        font: token("--font").unwrap_or_else(|| "sans-serif".to_owned()),
    }
}

/// Calls back after the theme has changed. Dropping it ends that.
pub struct ThemeWatch {
    observer: Option<MutationObserver>,
    // Called by the observer for as long as the watch lives.
    _on_change: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for ThemeWatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ThemeWatch").finish_non_exhaustive()
    }
}

impl ThemeWatch {
    /// Begins to watch the root element, which always says what theme is in force.
    #[must_use]
    pub fn new(on_change: impl FnMut() + 'static) -> Self {
        let on_change = Closure::<dyn FnMut()>::new(on_change);
        let document = web_sys::window().and_then(|window| window.document());
        let root = document.and_then(|document| document.document_element());
        let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(root)) = (&observer, &root) {
            let what = MutationObserverInit::new();
            what.set_attributes(true);
            what.set_attribute_filter(&Array::of1(&THEME_ATTRIBUTE.into()));
            // Fails only for options that contradict each other.
            let _ = observer.observe_with_options(root, &what);
        }
        Self { observer, _on_change: on_change }
    }
}

impl Drop for ThemeWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
