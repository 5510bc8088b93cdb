//! What lies under the pointer while something is dragged.

/// The `data-drop` of the place at a point of the window, in its pixels; `None` where there is none.
#[must_use]
pub fn at(x: f32, y: f32) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let place = document.element_from_point(x, y)?.closest("[data-drop]").ok()??;
    place.get_attribute("data-drop")
}
