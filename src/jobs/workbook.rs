//! What the page asks of the worker that reads workbooks, and the answer: an [errand](super::errand) with a [`Pick`] and
//! the file beside it, answered with the account of the sheet and its text beside that.

use crate::analytics::workbook::{Book, Pick, WorkbookError};

/// Raised whenever a message changes its shape, [`Pick`], [`Book`] and [`WorkbookError`] included.
pub const WORKBOOK_PROTOCOL_VERSION: u32 = 3;

/// What the page asks.
pub type WorkbookRequest = Pick;

/// What the worker answers; `None` when the browser could not give the file's bytes.
pub type WorkbookAnswer = Option<Result<Book, WorkbookError>>;
