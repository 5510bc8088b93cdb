//! Boxes that scroll: where they are, how tall, and when that changes.

use wasm_bindgen::prelude::*;
use web_sys::{
    Element, ResizeObserver, ResizeObserverEntry, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

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

/// Tells the inner width and height of a box, without padding, in pixels: first when the browser has laid it out, then whenever
/// it changes, until it is dropped. To ask a box for its size would make the browser lay out the page at once.
#[derive(Debug)]
pub struct SizeWatch {
    observer: ResizeObserver,
    _on_change: Closure<dyn FnMut(Vec<ResizeObserverEntry>)>,
}

impl SizeWatch {
    /// Watches `element`; `None` where the browser cannot.
    #[must_use]
    pub fn new(element: &Element, mut on_size: impl FnMut(f64, f64) + 'static) -> Option<Self> {
        let on_change =
            Closure::<dyn FnMut(Vec<ResizeObserverEntry>)>::new(move |entries: Vec<ResizeObserverEntry>| {
                if let Some(entry) = entries.last() {
                    let size = entry.content_rect();
                    on_size(size.width(), size.height());
                }
            });
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
