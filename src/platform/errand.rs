//! A worker that is started for one request and ended with its answer.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

use crate::jobs::errand::Told;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ErrandError {
    /// The worker did not start.
    Unavailable,
    /// The worker stopped.
    Stopped,
    /// The worker is of another build.
    OtherBuild,
    /// Nobody wants the answer any more.
    GivenUp,
}

type Answer = Result<(Vec<u8>, JsValue), ErrandError>;

/// A way to give up an errand. Clones give up the same one.
#[derive(Clone, Debug, Default)]
pub struct Ending(Rc<RefCell<Option<oneshot::Sender<Answer>>>>);

impl Ending {
    /// Ends the errand; whoever waits for it learns that it was given up.
    pub fn end(&self) {
        self.0.borrow_mut().take();
    }

    fn answer(&self, answer: Answer) {
        if let Some(waiting) = self.0.borrow_mut().take() {
            // Nobody waits any more: the screen is gone, and so is the need for the answer.
            let _ = waiting.send(answer);
        }
    }
}

/// Asks `worker`, and ends it with its answer; `protocol` is the number that it must name.
pub(super) async fn run<A: DeserializeOwned>(
    worker: Result<Worker, JsValue>,
    protocol: u32,
    request: &impl Serialize,
    beside: JsValue,
    ending: &Ending,
) -> Result<(A, JsValue), ErrandError> {
    let worker = worker.map_err(|_| ErrandError::Unavailable)?;
    let request = postcard::to_stdvec(request).unwrap_or_default();
    let message = Array::of2(&Uint8Array::from(request.as_slice()), &beside);
    let (waiting, answered) = oneshot::channel();
    *ending.0.borrow_mut() = Some(waiting);
    // Ends the worker when the answer is there, and when nobody wants it any more.
    let _port = Port::new(worker, protocol, message, ending.clone());
    let (answer, beside) = answered.await.unwrap_or(Err(ErrandError::GivenUp))?;
    let answer = postcard::from_bytes(&answer).map_err(|_| ErrandError::OtherBuild)?;
    Ok((answer, beside))
}

/// A worker and what listens to it; dropping ends both.
#[derive(Debug)]
struct Port {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Port {
    fn new(worker: Worker, wanted: u32, message: Array, ending: Ending) -> Self {
        let runs = Rc::new(Cell::new(false));
        let on_message = Closure::new({
            let (worker, runs, ending) = (worker.clone(), Rc::clone(&runs), ending.clone());
            move |event: MessageEvent| {
                let parts = Array::from(&event.data());
                match postcard::from_bytes(&Uint8Array::new(&parts.get(0)).to_vec()) {
                    Ok(Told::Ready { protocol }) if protocol == wanted => {
                        runs.set(true);
                        // A clone of bytes and files cannot fail.
                        let _ = worker.post_message(&message);
                    }
                    Ok(Told::Done(answer)) => ending.answer(Ok((answer, parts.get(1)))),
                    // Not our bytes, or not our number.
                    Ok(Told::Ready { .. }) | Err(_) => ending.answer(Err(ErrandError::OtherBuild)),
                }
            }
        });
        let on_error = Closure::new(move |event: web_sys::Event| {
            event.prevent_default();
            let error = if runs.get() { ErrandError::Stopped } else { ErrandError::Unavailable };
            ending.answer(Err(error));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self { worker, _on_message: on_message, _on_error: on_error }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
