//! Hands a file made by the page over to the user's downloads, without a server.

use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the bytes stay reachable after the press: browsers may ask the user where to save first.
const KEPT_MS: i32 = 60_000;

/// The browser refused to make a file: mostly there is no memory for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the browser could not make a file to save")]
pub struct SaveError;

/// Saves `bytes` as `file_name`. `mime` is what the file says of itself, such as `text/csv`.
///
/// # Errors
/// [`SaveError`] when the browser gives no memory, or there is no page to save from.
pub fn save(file_name: &str, mime: &str, bytes: &[u8]) -> Result<(), SaveError> {
    blob(mime, bytes).and_then(|blob| try_save(file_name, &blob)).map_err(|_| SaveError)
}

/// Saves what the browser holds already.
///
/// # Errors
/// See [`save`].
pub fn save_blob(file_name: &str, blob: &Blob) -> Result<(), SaveError> {
    try_save(file_name, blob).map_err(|_| SaveError)
}

fn try_save(file_name: &str, blob: &Blob) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let url = ObjectUrl::new(blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url.0);
    anchor.set_download(file_name);
    anchor.click();
    let release = Closure::once_into_js(move || drop(url));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), KEPT_MS)?;
    Ok(())
}

/// Bytes of the page that the browser holds.
pub(super) fn blob(mime: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// An address of bytes held by the page; dropping it lets them go.
pub(super) struct ObjectUrl(pub(super) String);

impl ObjectUrl {
    pub(super) fn new(blob: &Blob) -> Result<Self, JsValue> {
        Url::create_object_url_with_blob(blob).map(Self)
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        // It can only fail for an address that was never made.
        let _ = Url::revoke_object_url(&self.0);
    }
}
