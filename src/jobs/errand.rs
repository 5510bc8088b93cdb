//! What crosses to a worker that is started for one request: it reads a workbook, or writes one.
//!
//! It is asked once, with a request and what belongs to it beside it, and answers once, in the same way. Whatever a file
//! does to it ends with it.

use serde::{Deserialize, Serialize};

/// What such a worker sends; the bytes are those of its own answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// First message: the worker runs.
    Ready {
        /// Number of the shape of its request and answer.
        protocol: u32,
    },
    /// The answer.
    Done(Vec<u8>),
}

/// Number of the shape of what the worker that writes workbooks is asked (packed sheets) and answers.
pub const EXPORT_PROTOCOL_VERSION: u32 = 1;

/// What the worker that writes workbooks answers; the file stands beside it.
pub type ExportAnswer = Result<(), super::sheet::xlsx::XlsxWriteError>;
