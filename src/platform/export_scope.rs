//! The side of the worker that writes workbooks.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::errand_scope;
use crate::jobs::errand::{EXPORT_PROTOCOL_VERSION, ExportAnswer};
use crate::jobs::sheet::xlsx;

/// Serves until the worker is ended.
pub fn serve() {
    errand_scope::serve(EXPORT_PROTOCOL_VERSION, answer);
}

/// The answer, and the file where there is one.
fn answer(_: (), packed: JsValue) -> (ExportAnswer, JsValue) {
    match xlsx::write(&Uint8Array::new(&packed).to_vec()) {
        Ok(file) => (Ok(()), Uint8Array::from(file.as_slice()).into()),
        Err(error) => (Err(error), JsValue::UNDEFINED),
    }
}
