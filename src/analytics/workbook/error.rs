//! Why a workbook gives no table.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a workbook gives no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum WorkbookError {
    /// It opens only with a password.
    #[error("the workbook is protected by a password")]
    Encrypted,
    /// Begins like a workbook and does not go on like one: cut off or overwritten.
    #[error("the workbook is damaged")]
    Damaged,
    /// A package of the same kind that holds no sheets: a text document, a presentation, a plain archive.
    #[error("there are no sheets in the file")]
    NotAWorkbook,
    /// No sheet has a filled cell, or the page has no table.
    #[error("no sheet has a filled cell")]
    NoTable,
    /// The sheet asked for is not there.
    #[error("there is no such sheet")]
    NoSuchSheet,
    /// The file is over what is opened.
    #[error("workbooks of this kind are read up to {bytes_max} bytes")]
    TooBig {
        /// The limit.
        bytes_max: u64,
    },
    /// What is packed in the file is over what is unpacked.
    #[error("workbooks are read up to {bytes_max} bytes unpacked")]
    UnpacksTooBig {
        /// The limit.
        bytes_max: u64,
    },
    /// The sheet has more cells or text than is held.
    #[error("sheets are read up to {cells_max} filled cells")]
    TooManyCells {
        /// The limit.
        cells_max: u64,
    },
    /// More columns are filled than a table may have.
    #[error("tables may have up to {columns_max} columns")]
    TooManyColumns {
        /// The limit.
        columns_max: u64,
    },
}
