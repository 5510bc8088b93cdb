//! Files that come with the app.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, Response};

/// A file of the app itself, by its address relative to the app's folder; `None` when it is not to be had.
pub async fn own_file(address: &str, name: &str) -> Option<File> {
    let window = web_sys::window()?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let blob: Blob = JsFuture::from(response.blob().ok()?).await.ok()?.dyn_into().ok()?;
    File::new_with_blob_sequence(&Array::of1(&blob), name).ok()
}
