//! Small panels in the browser's top layer, beside the element that they belong to.

use web_sys::HtmlElement;

/// Distance to the anchor and to the edges of the window, in CSS pixels.
const GAP_PX: f64 = 8.0;

/// Shows or hides `panel` (an element with `popover="manual"`), placed below `anchor`, or above where below is no room.
pub fn set_open(panel: &HtmlElement, anchor: &HtmlElement, open: bool) {
    let shown = panel.matches(":popover-open").unwrap_or(false);
    // Both calls fail only for an element outside the page, or already so.
    if open && !shown {
        let _ = panel.show_popover();
        place(panel, anchor);
    } else if !open && shown {
        let _ = panel.hide_popover();
    }
}

fn place(panel: &HtmlElement, anchor: &HtmlElement) {
    let Some(window) = web_sys::window() else { return };
    let side = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (width, height) = (side(window.inner_width()), side(window.inner_height()));
    let (anchor, own) = (anchor.get_bounding_client_rect(), panel.get_bounding_client_rect());
    let left = fit(anchor.left() + anchor.width() / 2.0 - own.width() / 2.0, own.width(), width);
    let below = anchor.bottom() + GAP_PX;
    let top = if below + own.height() + GAP_PX > height && anchor.top() - GAP_PX - own.height() > 0.0 {
        anchor.top() - GAP_PX - own.height()
    } else {
        below
    };
    let style = panel.style();
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}

/// The place nearest to `wanted` at which something of `size` stays within `room`.
fn fit(wanted: f64, size: f64, room: f64) -> f64 {
    wanted.min(room - size - GAP_PX).max(GAP_PX)
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn stays_in_the_window() {
        for (wanted, size, room, place) in [
            (100.0, 50.0, 400.0, 100.0),
            (-20.0, 50.0, 400.0, 8.0),
            (390.0, 50.0, 400.0, 342.0),
            (10.0, 500.0, 360.0, 8.0),
        ] {
            assert!((fit(wanted, size, room) - place).abs() < f64::EPSILON);
        }
    }
}
