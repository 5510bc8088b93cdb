//! Workbooks, written by a worker of their own: its module is large, and is loaded when the first one is saved.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::boot;
use super::download::SaveError;
use super::errand::{self, Ending};
use crate::jobs::errand::{EXPORT_PROTOCOL_VERSION, ExportAnswer};

/// The XLSX file of packed sheets, see [`crate::jobs::sheet::pack`].
///
/// # Errors
/// [`SaveError`] when the worker did not start, stopped, or could not.
pub async fn workbook(packed: &[u8]) -> Result<Vec<u8>, SaveError> {
    let worker = boot::start_export_worker();
    let packed = JsValue::from(Uint8Array::from(packed));
    let errand = errand::run(worker, EXPORT_PROTOCOL_VERSION, &(), packed, &Ending::default()).await;
    match errand {
        Ok((ExportAnswer::Ok(()), file)) => Ok(Uint8Array::new(&file).to_vec()),
        Ok((ExportAnswer::Err(_), _)) | Err(_) => Err(SaveError),
    }
}
