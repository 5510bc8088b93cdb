//! Workbooks, turned into the text of a table by a worker of their own that is started with the first of them.
//!
//! That worker's module is large and most files need none of it, so it is no part of the first load; and a workbook
//! made to do harm can only stop this worker.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

use super::boot;
pub use super::errand::Ending;
use super::errand::{self, ErrandError};
use crate::analytics::workbook::{Book, Pick};
use crate::jobs::protocol::JobError;
use crate::jobs::workbook::{WORKBOOK_PROTOCOL_VERSION, WorkbookAnswer};

/// Makes text of one sheet of a workbook: the sheet, and a file with the workbook's name.
///
/// # Errors
/// What the worker says, and what became of the worker; [`JobError::EngineStopped`] after `ending`.
pub async fn convert(file: &File, pick: Pick, ending: &Ending) -> Result<(Book, File), JobError> {
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
    text.map(|text| (book, text)).map_err(|_| JobError::FileUnavailable)
}
