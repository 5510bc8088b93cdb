//! Requests and responses. They cross to the worker as bytes (`postcard`), so integers of any size stay exact.

use derive_more::{TryUnwrap, TryUnwrapError};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::columns::Column;
use super::sheet::FileKind;
use crate::analytics::amount::Sum;
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::dataset::pack::PackError;
use crate::analytics::dataset::{ImportReport, Inspection, JoinError, ReadError, ReadOptions};
use crate::analytics::date::Day;
use crate::analytics::funnel::deals::{DealQuery, DealRow};
use crate::analytics::funnel::flow::{FlowOptions, FlowReport};
use crate::analytics::funnel::sources::{SourceClasses, SourceCost, SourceLabel, SourcesOptions, SourcesReport};
use crate::analytics::funnel::{FunnelOptions, FunnelReport};
use crate::analytics::quality::{Count, Findings, Narrowing, Parts, RefinedAccount, Refinement, SpellingGroup};
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, ClientRow, Label, Rival};
use crate::analytics::segmentation::course::Course;
use crate::analytics::segmentation::flow::FlowCell;
use crate::analytics::segmentation::migration::{MigrationOptions, MigrationSummary, Move, MovementQuery, MovementRow};
use crate::analytics::segmentation::priority::attribute::AttributeSummary;
use crate::analytics::segmentation::priority::{ClientPlaces, PriorityOptions, PrioritySummary};
use crate::analytics::segmentation::rfm::{self, RfmOptions, RfmSummary};
use crate::analytics::workbook::WorkbookError;
use crate::i18n::Format;

/// Raised whenever a message changes its shape; page and worker of different builds refuse each other.
pub const PROTOCOL_VERSION: u32 = 21;
/// The number of no protocol: what a worker names when it is asked something that it cannot read.
pub const NO_PROTOCOL: u32 = 0;

/// Rows that a page of a list holds at the most, whatever is asked.
pub const PAGE_ROWS_MAX: u64 = 1_000;

/// What a screen asks. Requests on bytes ([`Request::Inspect`], [`Request::InspectAny`], [`Request::Import`],
/// [`Request::Read`], [`Request::Open`]) come with the file or the kept bytes themselves beside them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Look at the beginning of the file and propose how to read it.
    Inspect(ReadOptions),
    /// The same, of a file of which it is not yet known whether it is text.
    InspectAny(ReadOptions),
    /// Read the whole file; the table then stands for all later requests to this worker.
    Import(ReadOptions),
    /// Both at once, of a file of which nothing is known: [`Event::Looked`] tells what was found at its beginning.
    Read(ReadOptions),
    /// Read something made up until there is something real to do, so that a browser has translated what reads files
    /// before there is one. Changes nothing; a host of another kind has nothing to do.
    Practise,
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
    /// What the sales can be narrowed to.
    Parts,
    /// Look at a part of the sales in place of the one before; all later answers of analyses are of that part.
    Narrow(Narrowing),
    /// The matrix.
    AbcXyz(AbcXyzOptions),
    /// How many clients each rival definition of the matrix would move: it takes longer than the matrix itself.
    Rivals(AbcXyzOptions),
    /// Scores and segments of clients.
    Rfm(RfmOptions),
    /// How many clients each rival definition of the segments would move.
    RfmRivals(RfmOptions),
    /// Who changed class between two windows.
    Migration(MigrationOptions),
    /// A page of the clients of two windows.
    Movements {
        /// The windows and their rules.
        options: MigrationOptions,
        /// Which clients.
        query: MovementQuery,
        /// First row wanted, from 0.
        from: u64,
        /// Rows wanted.
        count: u64,
    },
    /// Scores and groups of clients by criteria.
    Priority(PriorityOptions),
    /// Where a client would stand with other weights.
    PriorityPlaces {
        /// Criteria.
        options: PriorityOptions,
        /// Its name.
        client: String,
    },
    /// All rows of a list of clients, for the engine of a table of sales.
    ClientList,
    /// Take a list of clients with attributes in place of the one before: criteria of priority may use its columns.
    KnowClients(Box<ClientsTable>),
    /// A page of clients.
    Clients {
        /// Options of the analysis.
        options: AbcXyzOptions,
        /// What rows carry besides.
        beside: Box<Beside>,
        /// Which clients, in what order.
        query: ClientQuery,
        /// First row wanted, from 0.
        from: u64,
        /// Rows wanted.
        count: u64,
    },
    /// The names of all clients that a query finds, in its order.
    ClientNames {
        /// As in [`Request::Clients`].
        options: AbcXyzOptions,
        /// As in [`Request::Clients`].
        beside: Box<Beside>,
        /// Which clients, in what order.
        query: ClientQuery,
    },
    /// What a client of a list bought over time.
    Course {
        /// As in [`Request::Clients`].
        options: AbcXyzOptions,
        /// As in [`Request::Clients`].
        beside: Box<Beside>,
        /// Its name.
        client: String,
    },
    /// A table of an analysis as a file.
    Export(Box<ExportRequest>),
    /// The funnel of a table of deals or moves.
    Funnel(FunnelOptions),
    /// The client flow of a table of deals.
    Flow(FlowOptions),
    /// A page of the deals behind a figure.
    Deals {
        /// Options of the funnel.
        options: FunnelOptions,
        /// Which deals.
        query: DealQuery,
        /// First row wanted, from 0.
        from: u64,
        /// Rows wanted.
        count: u64,
    },
    /// What the sources of a table of deals or sales bring.
    Sources(SourcesOptions),
    /// What sources cost, by a table of them.
    SourceCosts,
    /// The class of each client of a table of sales, by name.
    ClientClasses(AbcXyzOptions),
    /// The source that each client of a table of deals came from, by name.
    ClientSources(SourcesOptions),
    /// Which classes the clients of each source of a table of sales are of.
    SourceClasses {
        /// Options of sources.
        sources: SourcesOptions,
        /// Options of classes.
        classes: AbcXyzOptions,
        /// Where clients came from by another table; `None`: by the column of the sales.
        clients: Option<Vec<(String, SourceLabel)>>,
    },
    /// The rows set aside as a CSV file, in the source's own form, plus line and reason.
    ExportSetAside {
        /// Language of the reasons.
        format: Format,
    },
}

/// What the rows of a list of clients carry beside their class.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// Scores and segments of an RFM analysis: its days are then those of the list.
    pub rfm: Option<RfmOptions>,
    /// Score and group by priority; the days are those of the list.
    pub priority: Option<PriorityOptions>,
    /// The class in an earlier and a later window; these have days of their own.
    pub migration: Option<MigrationOptions>,
    /// Cells of the client flow, by name of the client. Of several cells of one client the one served first counts.
    pub flow: Vec<(String, FlowCell)>,
}

/// What is to be saved, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportRequest {
    /// The table.
    pub table: ExportTable,
    /// The format of the file. For [`FileKind::Xlsx`] the answer is what [`sheet::xlsx::write`](super::sheet::xlsx::write)
    /// takes.
    pub kind: FileKind,
    /// What the user calls the table that it is made of.
    pub source: String,
    /// Language of words and of numbers.
    pub format: Format,
}

/// Tables that can be saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ExportTable {
    /// All clients of a query, and how many moved from where to where.
    Movements {
        /// The windows and their rules.
        options: MigrationOptions,
        /// Which clients.
        query: MovementQuery,
    },
    /// All clients of a query with the columns of a list; beside it the matrix, where it is a list of that alone.
    List {
        /// Options of the matrix.
        options: AbcXyzOptions,
        /// As in [`Request::Clients`].
        beside: Box<Beside>,
        /// Which clients, in what order.
        query: ClientQuery,
        /// Columns, left to right.
        columns: Vec<Column>,
    },
    /// All deals of a query.
    Deals {
        /// Options of the funnel.
        options: FunnelOptions,
        /// Which deals.
        query: DealQuery,
    },
}

/// What the engine answers.
#[derive(TryUnwrap, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// To [`Request::Inspect`] and [`Request::InspectAny`].
    Inspected(Inspection),
    /// To [`Request::InspectAny`] and [`Request::Read`]: the file is a workbook, of which another worker makes text.
    Workbook,
    /// To [`Request::Import`] and [`Request::Read`].
    Imported(ImportReport),
    /// To [`Request::Practise`]: what was found at the beginning of something made up, and the account of its rows; `None`
    /// where there was something real to do before it was read.
    Practised(Option<Box<(Inspection, ImportReport)>>),
    /// To [`Request::Pack`], where the bytes are handed over beside the answer; else they are a [`Response::File`].
    Packed,
    /// To [`Request::Open`]: the account of all imports together.
    Opened(ImportReport),
    /// To [`Request::Quality`].
    Quality(QualityReport),
    /// To [`Request::Refine`].
    Refined(RefinedAccount),
    /// To [`Request::Narrow`]: the rows that are not of the part.
    Narrowed(Count),
    /// To [`Request::Parts`].
    Parts(Parts),
    /// To [`Request::AbcXyz`].
    AbcXyz(AbcXyzSummary),
    /// To [`Request::Rivals`].
    Rivals(Vec<(Rival, u64)>),
    /// To [`Request::Rfm`].
    Rfm(Box<RfmSummary>),
    /// To [`Request::RfmRivals`].
    RfmRivals(Vec<(rfm::Rival, u64)>),
    /// To [`Request::Migration`].
    Migration(Box<MigrationSummary>),
    /// To [`Request::Movements`].
    Movements(MovementPage),
    /// To [`Request::Priority`].
    Priority(Box<PrioritySummary>),
    /// To [`Request::PriorityPlaces`]; `None` where there is no such client.
    PriorityPlaces(Option<ClientPlaces>),
    /// To [`Request::Clients`].
    Clients(ClientPage),
    /// To [`Request::ClientList`].
    ClientList(Box<ClientsTable>),
    /// To [`Request::KnowClients`]: the columns of the list.
    ClientsKnown(Vec<AttributeSummary>),
    /// To [`Request::ClientNames`].
    ClientNames(Vec<String>),
    /// To [`Request::Course`]; `None` where no such client has rows among those looked at.
    Course(Option<Course>),
    /// To [`Request::Funnel`].
    Funnel(Box<FunnelReport>),
    /// To [`Request::Flow`].
    Flow(Box<FlowReport>),
    /// To [`Request::Deals`].
    Deals(DealPage),
    /// To [`Request::Sources`]; `None` where no column tells of sources.
    Sources(Option<Box<SourcesReport>>),
    /// To [`Request::SourceCosts`].
    SourceCosts(Vec<SourceCost>),
    /// To [`Request::ClientClasses`]: clients by value, and the code of the cell of each.
    ClientClasses(Vec<(String, String)>),
    /// To [`Request::ClientSources`]; empty where no column tells of clients or sources.
    ClientSources(Vec<(String, SourceLabel)>),
    /// To [`Request::SourceClasses`]: sources with most value first; empty where no column tells of sources.
    SourceClasses(Vec<SourceClasses>),
    /// To the exports: a file's bytes, or the packed sheets of a workbook.
    File(Vec<u8>),
}

/// A page of the clients of two windows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovementPage {
    /// Clients that the query finds.
    pub total: u64,
    /// Position of the first row of this page.
    pub from: u64,
    /// The rows.
    pub rows: Vec<MovementRow>,
}

/// A page of deals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealPage {
    /// Deals that the query finds.
    pub total: u64,
    /// Position of the first row of this page.
    pub from: u64,
    /// The rows.
    pub rows: Vec<DealRow>,
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
    /// Only these of an RFM analysis; nobody fits where the list was asked without one.
    pub rfm: Option<RfmFilter>,
    /// Only this priority group, by position; nobody fits where the list was asked without them.
    pub group: Option<u16>,
    /// Only clients who moved so between two windows; nobody fits where the list was asked without them.
    pub moved: Option<Move>,
    /// Only clients in this cell of the client flow; nobody fits where the list was asked without it.
    pub flow: Option<FlowCell>,
    /// Only values from and to, in the amounts of the table.
    pub value: Range<Sum>,
    /// Only so many orders.
    pub orders: Range<u32>,
    /// Only so many days since the last purchase; who never bought fits no range.
    pub recency_days: Range<u32>,
    /// Only these names, in rising order; `None` for all.
    pub only: Option<Vec<String>>,
    /// Only names that contain this text; case and ё/е do not matter. Empty for all.
    pub search: String,
    /// Order.
    pub sort: ClientSort,
    /// Turns the order round.
    pub descending: bool,
}

impl ClientQuery {
    /// Orders by this; once more, the other way round.
    pub fn sort_by(&mut self, sort: ClientSort) {
        self.descending = self.sort == sort && !self.descending;
        self.sort = sort;
    }

    /// Whether names decide what is found, or its order.
    #[must_use]
    pub fn asks_for_names(&self) -> bool {
        self.only.is_some() || !self.search.trim().is_empty() || self.sort == ClientSort::Name
    }

    /// Whether nothing is asked of the clients: only their order, if anything.
    #[must_use]
    pub fn finds_all(&self) -> bool {
        *self == Self { sort: self.sort, descending: self.descending, ..Self::default() }
    }

    /// These clients alone in the same order: no other choice hides any of them.
    #[must_use]
    pub fn of_only(&self, clients: Vec<String>) -> Self {
        Self { only: Some(clients), sort: self.sort, descending: self.descending, ..Self::default() }
    }
}

/// From and to, both included; either may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Range<T> {
    /// The least that fits.
    pub from: Option<T>,
    /// The most that fits.
    pub to: Option<T>,
}

impl<T> Default for Range<T> {
    fn default() -> Self {
        Self { from: None, to: None }
    }
}

impl<T: PartialOrd + Copy> Range<T> {
    /// Whether `value` fits; nothing fits only an open range.
    #[must_use]
    pub fn has(self, value: Option<T>) -> bool {
        let fits = |value: T| self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value <= to);
        value.map_or(self.is_open(), fits)
    }

    /// Whether everything fits.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// Clients of an RFM analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RfmFilter {
    /// Those of the segment at this position in the map; the number of rules for those that no rule takes.
    Segment(u16),
    /// Those with these scores; `None` for any.
    Scores {
        /// Recency.
        r: Option<u8>,
        /// Frequency.
        f: Option<u8>,
        /// Monetary.
        m: Option<u8>,
    },
    /// Those without a purchase, who have no scores.
    Apart,
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
    /// Scores of an RFM analysis: the best first, by R, then F, then M.
    Scores,
    /// Segment of an RFM analysis, in the order of its map.
    Segment,
    /// Score of priority groups: the best first.
    Priority,
    /// First purchase: the latest first.
    First,
    /// Net sum of amounts, whatever the measure of value: the largest first.
    Net,
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

impl Progress {
    /// How long the rest takes, if it goes on as it went so far; `None` while nothing is read.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    pub fn ms_left(self, elapsed_ms: f64) -> Option<f64> {
        let left = self.bytes_all.saturating_sub(self.bytes_done);
        (self.bytes_done > 0).then(|| elapsed_ms * left as f64 / self.bytes_done as f64)
    }
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
    /// There is no table, or the request is on a table of another kind.
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

/// An answer to another question than the one asked: only an engine of another build gives that.
impl From<TryUnwrapError<Response>> for JobError {
    fn from(_: TryUnwrapError<Response>) -> Self {
        Self::OtherBuild
    }
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
    /// What the beginning of a file shows, for the [`Request::Read`] of this number, which goes on.
    Looked {
        /// Number of the request.
        id: u32,
        /// What it shows.
        inspection: Box<Inspection>,
    },
    /// The answer to the request `id`.
    Done {
        /// Number of the request.
        id: u32,
        /// The answer.
        result: Box<Result<Response, JobError>>,
    },
}
