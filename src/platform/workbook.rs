//! Workbooks, turned into the text of a table by a worker of their own that is started with the first of them.
//!
//! That worker's module is large and most files need none of it, so it is no part of the first load; and a workbook
//! made to do harm can only stop this worker.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::boot;
pub use super::errand::Ending;
use super::errand::{self, ErrandError};
use crate::analytics::workbook::{Book, Pick, SIGN_BYTES, is_workbook};
use crate::jobs::protocol::JobError;
use crate::jobs::workbook::{WORKBOOK_PROTOCOL_VERSION, WorkbookAnswer};

/// What became of a file.
#[derive(Clone, Debug)]
pub enum Converted {
    /// It is no workbook: the importer reads it as it is.
    Text,
    /// One of its sheets is a text file now, with the name of the workbook.
    Sheet(Book, File),
}

/// Turns a workbook into text; a file that is none is looked at only at its beginning.
///
/// # Errors
/// What the worker says, and what became of the worker; [`JobError::EngineStopped`] after `ending`.
pub async fn convert(file: &File, pick: Pick, ending: &Ending) -> Result<Converted, JobError> {
    if !is_workbook(&head_of(file).await.ok_or(JobError::FileUnavailable)?) {
        return Ok(Converted::Text);
    }
    let worker = boot::start_workbook_worker();
    let errand = errand::run(worker, WORKBOOK_PROTOCOL_VERSION, &pick, JsValue::from(file.clone()), ending);
    let (answer, text): (WorkbookAnswer, _) = errand.await.map_err(|error| match error {
        ErrandError::Unavailable => JobError::WorkbookUnavailable,
        ErrandError::Stopped => JobError::WorkbookStopped,
        ErrandError::OtherBuild => JobError::OtherBuild,
        ErrandError::GivenUp => JobError::EngineStopped,
    })?;
    let book = answer.ok_or(JobError::FileUnavailable)??;
    let text = text.dyn_into::<Blob>().map_err(|_| JobError::WorkbookStopped)?;
    let text = File::new_with_blob_sequence(&Array::of1(&text), &file.name());
    text.map(|text| Converted::Sheet(book, text)).map_err(|_| JobError::FileUnavailable)
}

async fn head_of(file: &File) -> Option<Vec<u8>> {
    let head = file.slice_with_f64_and_f64(0.0, SIGN_BYTES as f64).ok()?;
    let buffer = JsFuture::from(head.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
