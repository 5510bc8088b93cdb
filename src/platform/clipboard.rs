//! Puts text on the clipboard.

use thiserror::Error;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The browser has no clipboard for this page, or the user does not let the page use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the browser does not let the page copy")]
pub struct CopyError;

/// Copies `text`. Browsers allow it in answer to a press, on pages of secure hosts.
///
/// # Errors
/// [`CopyError`] when the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), CopyError> {
    let navigator = web_sys::window().ok_or(CopyError)?.navigator();
    // On an insecure host there is no clipboard at all, and asking it would throw.
    let is_there =
        js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|found| found.is_object());
    if !is_there {
        return Err(CopyError);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(drop).map_err(|_| CopyError)
}
