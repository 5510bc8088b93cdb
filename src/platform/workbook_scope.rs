//! The side of the worker that reads workbooks: hears one request, answers it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use crate::analytics::workbook::{BYTES_MAX, WorkbookError, convert};
use crate::jobs::workbook::{WORKBOOK_PROTOCOL_VERSION, WorkbookEvent, WorkbookRequest};

/// Serves until the worker is ended. Does nothing outside of a dedicated worker.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let port = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let parts = Array::from(&message.data());
        let bytes = Uint8Array::new(&parts.get(0)).to_vec();
        let Ok(pick) = postcard::from_bytes::<WorkbookRequest>(&bytes) else { return };
        let (event, text) = answer(parts.get(1), &pick);
        post(&port, &event, &text);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as it listens.
    on_message.forget();
    post(&scope, &WorkbookEvent::Ready { protocol: WORKBOOK_PROTOCOL_VERSION }, &JsValue::UNDEFINED);
}

/// The answer, and the text of the sheet where there is one.
fn answer(file: JsValue, pick: &WorkbookRequest) -> (WorkbookEvent, JsValue) {
    let Ok(file) = file.dyn_into::<File>() else { return (WorkbookEvent::Done(None), JsValue::UNDEFINED) };
    if file.size() > BYTES_MAX as f64 {
        let error = WorkbookError::TooBig { bytes_max: BYTES_MAX };
        return (WorkbookEvent::Done(Some(Err(error))), JsValue::UNDEFINED);
    }
    let Some(bytes) = bytes_of(&file) else { return (WorkbookEvent::Done(None), JsValue::UNDEFINED) };
    // Pieces leave this memory at once: the browser may keep them where it likes.
    let pieces = Array::new();
    let result = convert(bytes, pick, &mut |piece| {
        pieces.push(&Uint8Array::from(piece));
    });
    let text = Blob::new_with_u8_array_sequence(&pieces).map_or(JsValue::UNDEFINED, JsValue::from);
    (WorkbookEvent::Done(Some(result)), text)
}

fn bytes_of(file: &File) -> Option<Vec<u8>> {
    let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(file).ok()?;
    Some(Uint8Array::new(&buffer.into()).to_vec())
}

fn post(scope: &DedicatedWorkerGlobalScope, event: &WorkbookEvent, text: &JsValue) {
    let bytes = Uint8Array::from(postcard::to_stdvec(event).unwrap_or_default().as_slice());
    // A clone of bytes and a blob cannot fail.
    let _ = scope.post_message(&Array::of2(&bytes, text));
}
