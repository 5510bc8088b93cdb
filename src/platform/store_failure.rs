//! Why a browser kept nothing.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::storage::StoreError;

/// What an error of the browser's means for what was to be kept. A full store has two names.
pub(super) fn reason(error: &JsValue) -> StoreError {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
        _ => StoreError::Blocked,
    }
}
