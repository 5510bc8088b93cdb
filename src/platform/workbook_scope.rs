//! The side of the worker that reads workbooks.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File, FileReaderSync};

use super::errand_scope;
use crate::analytics::workbook::{BYTES_MAX, WorkbookError, convert};
use crate::jobs::workbook::{WORKBOOK_PROTOCOL_VERSION, WorkbookAnswer, WorkbookRequest};

/// Serves until the worker is ended.
pub fn serve() {
    errand_scope::serve(WORKBOOK_PROTOCOL_VERSION, answer);
}

/// The answer, and the text of the sheet where there is one.
fn answer(pick: WorkbookRequest, file: JsValue) -> (WorkbookAnswer, JsValue) {
    let Ok(file) = file.dyn_into::<File>() else { return (None, JsValue::UNDEFINED) };
    if file.size() > BYTES_MAX as f64 {
        return (Some(Err(WorkbookError::TooBig { bytes_max: BYTES_MAX })), JsValue::UNDEFINED);
    }
    let Some(bytes) = bytes_of(&file) else { return (None, JsValue::UNDEFINED) };
    // Pieces leave this memory at once: the browser may keep them where it likes.
    let pieces = Array::new();
    let result = convert(bytes, &pick, &mut |piece| {
        pieces.push(&Uint8Array::from(piece));
    });
    let text = Blob::new_with_u8_array_sequence(&pieces).map_or(JsValue::UNDEFINED, JsValue::from);
    (Some(result), text)
}

fn bytes_of(file: &File) -> Option<Vec<u8>> {
    let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(file).ok()?;
    Some(Uint8Array::new(&buffer.into()).to_vec())
}
