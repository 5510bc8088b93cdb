//! Requests and responses. They cross to the worker as bytes (`postcard`), so integers of any size stay exact.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::analytics::dataset::pack::PackError;
use crate::analytics::dataset::{ImportReport, Inspection, JoinError, ReadError, ReadOptions};
use crate::analytics::date::Day;
use crate::analytics::quality::{Findings, RefinedAccount, Refinement, SpellingGroup};
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, ClientRow, Label};
use crate::analytics::workbook::WorkbookError;
use crate::i18n::Format;

/// Raised whenever a message changes its shape; page and worker of different builds refuse each other.
pub const PROTOCOL_VERSION: u32 = 3;

/// What a screen asks. Requests on bytes ([`Request::Inspect`], [`Request::Import`], [`Request::Open`]) come with the
/// file or the kept bytes themselves beside them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Look at the beginning of the file and propose how to read it.
    Inspect(ReadOptions),
    /// Read the whole file; the table then stands for all later requests to this worker.
    Import(ReadOptions),
    /// The table as bytes that [`Request::Open`] takes. Where it can, a host hands them over beside the answer.
    Pack,
    /// Take kept imports, one after another, as one table; it then stands for all later requests to this worker.
    Open,
    /// What may be wrong in the table, and what each decision about it would move.
    Quality {
        /// The last day that is not the future.
        today: Day,
        /// Whether spellings of one client are looked for: that takes longer than everything else about a large table.
        spellings: bool,
    },
    /// Apply decisions about rows in place of those before; all later answers are of the table that they make.
    Refine(Refinement),
    /// The matrix.
    AbcXyz(AbcXyzOptions),
    /// A page of clients.
    Clients {
        /// Options of the analysis.
        options: AbcXyzOptions,
        /// Which clients, in what order.
        query: ClientQuery,
        /// First row wanted, from 0.
        from: u64,
        /// Rows wanted.
        count: u64,
    },
    /// All clients of a query as a CSV file.
    ExportClients {
        /// Options of the analysis.
        options: AbcXyzOptions,
        /// Which clients, in what order.
        query: ClientQuery,
        /// Language of the header and of numbers.
        format: Format,
    },
    /// The rows set aside as a CSV file, in the source's own form, plus line and reason.
    ExportSetAside {
        /// Language of the reasons.
        format: Format,
    },
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// To [`Request::Inspect`].
    Inspected(Inspection),
    /// To [`Request::Import`].
    Imported(ImportReport),
    /// To [`Request::Pack`], where the bytes are handed over beside the answer; else they are a [`Response::File`].
    Packed,
    /// To [`Request::Open`]: the account of all imports together.
    Opened(ImportReport),
    /// To [`Request::Quality`].
    Quality(QualityReport),
    /// To [`Request::Refine`].
    Refined(RefinedAccount),
    /// To [`Request::AbcXyz`].
    AbcXyz(AbcXyzSummary),
    /// To [`Request::Clients`].
    Clients(ClientPage),
    /// To both exports: a file's bytes.
    File(Vec<u8>),
}

/// What may be wrong in a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QualityReport {
    /// What each switch would move.
    pub findings: Findings,
    /// Spellings of one client that are not merged yet: the first groups, see [`QualityReport::GROUPS_MAX`].
    pub groups: Vec<SpellingGroup>,
    /// How many groups there are in all.
    pub groups_all: u64,
}

impl QualityReport {
    /// Groups given at once: more than anybody goes through in one sitting.
    pub const GROUPS_MAX: usize = 200;
    /// Spellings given of one group.
    pub const SPELLINGS_MAX: usize = 50;
}

/// Which clients, in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClientQuery {
    /// Only this cell.
    pub cell: Option<Cell>,
    /// Only clients with this label.
    pub label: Option<Label>,
    /// Only names that contain this text; case and ё/е do not matter. Empty for all.
    pub search: String,
    /// Order.
    pub sort: ClientSort,
    /// Turns the order round.
    pub descending: bool,
}

/// What clients are ordered by; ties by value (largest first), then by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ClientSort {
    /// Place by value: the largest first when ascending.
    #[default]
    Rank,
    /// Name, as dictionaries order it.
    Name,
    /// Cell: A before B, X before Y.
    Cell,
    /// Orders.
    Orders,
    /// Share of active periods.
    Regularity,
    /// Days since the last purchase.
    Recency,
}

/// A page of clients.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClientPage {
    /// Clients that the query finds.
    pub total: u64,
    /// Position of the first row of this page.
    pub from: u64,
    /// The rows.
    pub rows: Vec<ClientRow>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes read.
    pub bytes_done: u64,
    /// Bytes of the file.
    pub bytes_all: u64,
    /// Rows read so far.
    pub rows: u64,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum JobError {
    /// The file cannot be read as a table.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Kept bytes are no table that can be opened.
    #[error(transparent)]
    Kept(#[from] PackError),
    /// The file counts differently from the table that it is to be added to, or is not of sales.
    #[error(transparent)]
    CannotJoin(#[from] JoinError),
    /// The browser has the bytes of a kept table no more, or does not give them.
    #[error("the rows of the kept table are not to be had")]
    KeptGone,
    /// The workbook gives no table.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// The worker that reads workbooks did not start.
    #[error("the reader of workbooks did not start")]
    WorkbookUnavailable,
    /// The worker that reads workbooks stopped.
    #[error("the reader of workbooks stopped")]
    WorkbookStopped,
    /// A request on a table of sales, and none has been imported.
    #[error("no table has been imported")]
    NoTable,
    /// The browser could not give the file's bytes (moved, changed or taken away since it was chosen).
    #[error("the file could not be read by the browser")]
    FileUnavailable,
    /// The engine stopped: out of memory, or a defect.
    #[error("the engine stopped")]
    EngineStopped,
    /// The engine is of another build: the page must be loaded anew.
    #[error("the engine is of another build")]
    OtherBuild,
    /// The file is over what can be read without a worker.
    #[error("without a worker files up to {bytes_max} bytes can be read")]
    TooBigWithoutWorker {
        /// The limit.
        bytes_max: u64,
    },
}

/// What the worker sends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// First message: the worker runs.
    Ready {
        /// [`PROTOCOL_VERSION`] of the worker.
        protocol: u32,
    },
    /// How far the request `id` is.
    Progress {
        /// Number of the request.
        id: u32,
        /// How far.
        progress: Progress,
    },
    /// The answer to the request `id`.
    Done {
        /// Number of the request.
        id: u32,
        /// The answer.
        result: Box<Result<Response, JobError>>,
    },
}
