//! Boxes that scroll: where they are, how tall, and when that changes.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// How far a box is scrolled, in pixels.
#[must_use]
pub fn top(element: &Element) -> f64 {
    f64::from(element.scroll_top())
}

/// Scrolls a box.
pub fn set_top(element: &Element, top: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "boxes are at most 34 million pixels tall")]
    element.set_scroll_top(top.round() as i32);
}

/// Scrolls as little as is needed to bring the element with this id into sight; smoothly, unless the user asked for calm.
pub fn reveal(id: &str) {
    let Some(window) = web_sys::window() else { return };
    let Some(element) = window.document().and_then(|document| document.get_element_by_id(id)) else { return };
    let calm = window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    let is_calm = calm.is_some_and(|calm| calm.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(if is_calm { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Inner height of a box in pixels.
#[must_use]
pub fn height(element: &Element) -> f64 {
    f64::from(element.client_height())
}

/// Tells when a box changes its size, until it is dropped.
#[derive(Debug)]
pub struct SizeWatch {
    observer: ResizeObserver,
    _on_change: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Watches `element`; `None` where the browser cannot.
    #[must_use]
    pub fn new(element: &Element, on_change: impl FnMut() + 'static) -> Option<Self> {
        let on_change = Closure::<dyn FnMut()>::new(on_change);
        let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _on_change: on_change })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
