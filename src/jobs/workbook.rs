//! What the page asks of the worker that reads workbooks, and the answer.
//!
//! A worker of its own for each reading: it is asked once, with a [`Pick`] and the file beside it, and answers once, with
//! a [`Done`](WorkbookEvent::Done) and the text of the sheet beside it. Whatever a file does to it ends with it.

use serde::{Deserialize, Serialize};

use crate::analytics::workbook::{Book, Pick, WorkbookError};

/// Raised whenever a message changes its shape, [`Pick`], [`Book`] and [`WorkbookError`] included.
pub const WORKBOOK_PROTOCOL_VERSION: u32 = 1;

/// What the page asks.
pub type WorkbookRequest = Pick;

/// What the worker sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkbookEvent {
    /// First message: the worker runs.
    Ready {
        /// [`WORKBOOK_PROTOCOL_VERSION`] of the worker.
        protocol: u32,
    },
    /// The answer; `None` when the browser could not give the file's bytes.
    Done(Option<Result<Book, WorkbookError>>),
}
