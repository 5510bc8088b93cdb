//! Workbooks, turned into the text of a table by a worker of their own that is started with the first of them.
//!
//! That worker's module is large and most files need none of it, so it is no part of the first load; and a workbook
//! made to do harm can only stop this worker.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, MessageEvent, Worker};

use super::boot;
use crate::analytics::workbook::{Book, Pick, SIGN_BYTES, is_workbook};
use crate::jobs::protocol::JobError;
use crate::jobs::workbook::{WORKBOOK_PROTOCOL_VERSION, WorkbookEvent};

/// What became of a file.
#[derive(Clone, Debug)]
pub enum Converted {
    /// It is no workbook: the importer reads it as it is.
    Text,
    /// One of its sheets is a text file now, with the name of the workbook.
    Sheet(Book, File),
}

/// A way to give up a reading. Clones give up the same one.
#[derive(Clone, Debug, Default)]
pub struct Ending(Rc<RefCell<Option<Answer>>>);

type Answer = oneshot::Sender<Result<(Book, Blob), JobError>>;

impl Ending {
    /// Ends the reading; whoever waits for it gets [`JobError::EngineStopped`].
    pub fn end(&self) {
        self.0.borrow_mut().take();
    }

    fn answer(&self, result: Result<(Book, Blob), JobError>) {
        if let Some(answer) = self.0.borrow_mut().take() {
            // Nobody waits any more: the screen is gone, and so is the need for the answer.
            let _ = answer.send(result);
        }
    }
}

/// Turns a workbook into text; a file that is none is looked at only at its beginning.
///
/// # Errors
/// What the worker says, and what became of the worker.
pub async fn convert(file: &File, pick: Pick, ending: &Ending) -> Result<Converted, JobError> {
    if !is_workbook(&head_of(file).await.ok_or(JobError::FileUnavailable)?) {
        return Ok(Converted::Text);
    }
    let worker = boot::start_workbook_worker().map_err(|_| JobError::WorkbookUnavailable)?;
    let (answer, answered) = oneshot::channel();
    *ending.0.borrow_mut() = Some(answer);
    // Ends the worker when the answer is there, and when nobody wants it any more.
    let _port = Port::new(worker, file.clone(), pick, ending.clone());
    let (book, text) = answered.await.unwrap_or(Err(JobError::EngineStopped))?;
    let text = File::new_with_blob_sequence(&Array::of1(&text), &file.name());
    text.map(|text| Converted::Sheet(book, text)).map_err(|_| JobError::FileUnavailable)
}

async fn head_of(file: &File) -> Option<Vec<u8>> {
    let head = file.slice_with_f64_and_f64(0.0, SIGN_BYTES as f64).ok()?;
    let buffer = JsFuture::from(head.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A worker and what listens to it; dropping ends both.
#[derive(Debug)]
struct Port {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Port {
    fn new(worker: Worker, file: File, pick: Pick, ending: Ending) -> Self {
        let runs = Rc::new(RefCell::new(false));
        let on_message = Closure::new({
            let (worker, runs, ending) = (worker.clone(), Rc::clone(&runs), ending.clone());
            move |message: MessageEvent| {
                let parts = Array::from(&message.data());
                let bytes = Uint8Array::new(&parts.get(0)).to_vec();
                match postcard::from_bytes(&bytes) {
                    Ok(WorkbookEvent::Ready { protocol: WORKBOOK_PROTOCOL_VERSION }) => {
                        *runs.borrow_mut() = true;
                        let pick = postcard::to_stdvec(&pick).unwrap_or_default();
                        // A clone of bytes and a file cannot fail.
                        let _ = worker.post_message(&Array::of2(&Uint8Array::from(pick.as_slice()), &file));
                    }
                    Ok(WorkbookEvent::Done(Some(result))) => {
                        let text = parts.get(1).dyn_into::<Blob>().map_err(|_| JobError::WorkbookStopped);
                        let result = result.map_err(JobError::from);
                        ending.answer(result.and_then(|book| text.map(|text| (book, text))));
                    }
                    Ok(WorkbookEvent::Done(None)) => ending.answer(Err(JobError::FileUnavailable)),
                    // Not our bytes, or not our number: the worker is of another build.
                    Ok(WorkbookEvent::Ready { .. }) | Err(_) => ending.answer(Err(JobError::OtherBuild)),
                }
            }
        });
        let on_error = Closure::new(move |event: web_sys::Event| {
            event.prevent_default();
            let ran = *runs.borrow();
            ending.answer(Err(if ran { JobError::WorkbookStopped } else { JobError::WorkbookUnavailable }));
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
