//! Modal dialogs: the browser keeps the focus in them, closes them on Esc and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, MouseEvent};

/// Opens or closes a dialog; nothing happens if it already is so.
pub fn set_open(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        // Fails only for a dialog outside the page, which nobody could see anyway.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Whether a click hit the veil around the dialog: its target is the dialog itself, not what is in it.
#[must_use]
pub fn is_backdrop(event: &MouseEvent, dialog: &HtmlDialogElement) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| &target == dialog.unchecked_ref::<Element>())
}
