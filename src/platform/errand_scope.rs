//! The worker's side of an [errand](super::errand): says that it runs, hears one request, answers it.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::jobs::errand::Told;
use crate::jobs::protocol::NO_PROTOCOL;

/// Serves until the worker is ended. `answer` gets the request and what stands beside it, and gives the answer and what
/// is to stand beside that. Does nothing outside of a dedicated worker.
pub(super) fn serve<R: DeserializeOwned + 'static, A: Serialize + 'static>(
    protocol: u32,
    answer: fn(R, JsValue) -> (A, JsValue),
) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let port = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let parts = Array::from(&message.data());
        let Ok(request) = postcard::from_bytes(&Uint8Array::new(&parts.get(0)).to_vec()) else {
            // Whoever asks so is of another build, and would wait for ever.
            return post(&port, &Told::Ready { protocol: NO_PROTOCOL }, &JsValue::UNDEFINED);
        };
        let (answer, beside) = answer(request, parts.get(1));
        post(&port, &Told::Done(postcard::to_stdvec(&answer).unwrap_or_default()), &beside);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as it listens.
    on_message.forget();
    post(&scope, &Told::Ready { protocol }, &JsValue::UNDEFINED);
}

fn post(scope: &DedicatedWorkerGlobalScope, told: &Told, beside: &JsValue) {
    let bytes = Uint8Array::from(postcard::to_stdvec(told).unwrap_or_default().as_slice());
    // A clone of bytes and blobs cannot fail.
    let _ = scope.post_message(&Array::of2(&bytes, beside));
}
