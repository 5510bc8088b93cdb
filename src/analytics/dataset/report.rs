//! What an import says: rows read, used, set aside and why; and why nothing could be read at all.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::currency::{CurrencyCode, TakenCurrency};
use super::field::{Field, FieldMapping};
use super::kinds::report::Details;
use super::kinds::{OtherTable, TableKind};
use super::plan::{DateOrder, DecimalMark, Encoding, Separator};
use super::table::SalesTable;
use crate::analytics::amount::Sum;
use crate::analytics::date::Day;

/// Why a row was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// The date is empty, not a date, or no day of the calendar.
    BadDate,
    /// The amount (or quantity or price) is empty or not a number.
    BadAmount,
    /// A total, not a sale.
    TotalRow,
    /// Text above the header.
    TitleRow,
    /// Nothing in it.
    BlankRow,
    /// The header once more.
    RepeatedHeader,
    /// Too few cells to reach the needed columns, or filled cells beyond the header.
    RaggedRow,
    /// In a currency other than the one that was chosen.
    OtherCurrency,
    /// A cell without which the row says nothing is empty: a name, a stage, all amounts.
    EmptyCell,
}

impl Reason {
    /// Every reason, in the order of reports.
    pub const ALL: [Self; 9] = [
        Self::BadDate,
        Self::BadAmount,
        Self::TotalRow,
        Self::TitleRow,
        Self::BlankRow,
        Self::RepeatedHeader,
        Self::RaggedRow,
        Self::OtherCurrency,
        Self::EmptyCell,
    ];

    /// Whether the row is one that the user would want to mend, and none that every export has or that was chosen.
    #[must_use]
    pub const fn is_mistake(self) -> bool {
        match self {
            Self::BadDate | Self::BadAmount | Self::RaggedRow | Self::EmptyCell => true,
            Self::TotalRow | Self::TitleRow | Self::BlankRow | Self::RepeatedHeader | Self::OtherCurrency => false,
        }
    }

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BadDate => "bad_date",
            Self::BadAmount => "bad_amount",
            Self::TotalRow => "total_row",
            Self::TitleRow => "title_row",
            Self::BlankRow => "blank_row",
            Self::RepeatedHeader => "repeated_header",
            Self::RaggedRow => "ragged_row",
            Self::OtherCurrency => "other_currency",
            Self::EmptyCell => "empty_cell",
        }
    }
}

/// Rows set aside for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// The reason.
    pub reason: Reason,
    /// How many rows.
    pub rows: u64,
    /// Sum of the amounts in those rows that have a readable one.
    pub amount: Sum,
    /// Lines on which the first of them begin, at most [`SetAside::LINES_MAX`].
    pub lines: Vec<u64>,
}

impl SetAside {
    /// Lines kept for a reason: enough to look at, little enough to hold.
    pub const LINES_MAX: usize = 1_000;
}

/// A row set aside, kept for download.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAsideRow {
    /// Line on which the row begins.
    pub line: u64,
    /// The reason.
    pub reason: Reason,
    /// Index of the column that decided, where one did.
    pub column: Option<usize>,
    /// Cells as they stand in the file.
    pub cells: Vec<String>,
}

/// Why used rows do not take part in analyses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LeftOutReason {
    /// No name in the client column.
    WithoutClient,
    /// Outside the window of dates.
    OutsideWindow,
    /// By a switch of the user's.
    ExcludedBySwitch,
}

impl LeftOutReason {
    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::WithoutClient => "without_client",
            Self::OutsideWindow => "outside_window",
            Self::ExcludedBySwitch => "excluded_by_switch",
        }
    }
}

/// Used rows that do not take part in analyses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The reason.
    pub reason: LeftOutReason,
    /// How many rows.
    pub rows: u64,
    /// Their sum.
    pub amount: Sum,
}

/// Rows in one currency, those that were set aside for it included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CurrencyShare {
    /// The currency; `None` for rows that name none, where the header names none either.
    pub currency: Option<CurrencyCode>,
    /// How many rows.
    pub rows: u64,
    /// Their sum.
    pub amount: Sum,
}

/// What was read and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// What the table is about.
    #[serde(default)]
    pub table: TableKind,
    /// What only tables of its kind have to say.
    #[serde(default)]
    pub details: Box<Details>,
    /// Rows in the file, the header not counted: `rows_used + rows_set_aside`.
    pub rows_read: u64,
    /// Rows that became sales.
    pub rows_used: u64,
    /// Rows that did not: the sum over `set_aside`.
    pub rows_set_aside: u64,
    /// Rows set aside by reason, in the order of [`Reason::ALL`], reasons without rows left out.
    pub set_aside: Vec<SetAside>,
    /// Used rows that take no part in analyses; `WithoutClient` is always there.
    pub left_out: Vec<LeftOut>,
    /// The first rows set aside, for download, in file order; at most [`ImportReport::KEPT_ROWS_MAX`].
    pub set_aside_rows: Vec<SetAsideRow>,
    /// Rows with an amount below zero, and their sum.
    pub returns: (u64, Sum),
    /// Sum of the used rows.
    pub total: Sum,
    /// Clients with at least one row.
    pub clients: u64,
    /// Currencies of the amounts, by code, rows without one last. Empty where no row names one.
    #[serde(default)]
    pub currencies: Vec<CurrencyShare>,
    /// Which of them was chosen.
    #[serde(default)]
    pub taken_currency: Option<TakenCurrency>,
    /// Amounts with more than four places, rounded half to even.
    pub amounts_rounded: u64,
    /// Bytes that the encoding does not know, shown as U+FFFD.
    pub undecodable: u64,
    /// Lines with the first of them, where each is told from the next; at most [`ImportReport::UNDECODABLE_LINES_MAX`].
    #[serde(default)]
    pub undecodable_lines: Vec<u64>,
    /// Encoding.
    pub encoding: Encoding,
    /// Separator.
    pub separator: Separator,
    /// Line of the header.
    pub header_line: Option<u64>,
    /// Headers, left to right.
    pub headers: Vec<String>,
    /// Which column stood for which field.
    pub mapping: FieldMapping,
    /// Order of day and month.
    pub date_order: DateOrder,
    /// Whether day and month could be exchanged in every row, so that the order is a guess to be confirmed.
    pub date_order_ambiguous: bool,
    /// Decimal mark.
    pub decimal: DecimalMark,
    /// Whether every number reads with either mark, with different values, so that the mark is a guess to be confirmed.
    pub decimal_ambiguous: bool,
    /// First day among the used rows.
    pub first: Option<Day>,
    /// Last day among the used rows.
    pub last: Option<Day>,
}

impl ImportReport {
    /// Lines named where bytes are no text: enough to go and look.
    pub const UNDECODABLE_LINES_MAX: usize = 10;
    /// Rows kept for download: enough for any file worth mending by hand, bounded for any other.
    pub const KEPT_ROWS_MAX: usize = 20_000;

    /// Rows set aside that the user would want to mend.
    #[must_use]
    pub fn mistakes(&self) -> u64 {
        self.set_aside.iter().filter(|group| group.reason.is_mistake()).map(|group| group.rows).sum()
    }

    /// The currency of the sums, where rows name one and no other.
    #[must_use]
    pub fn currency(&self) -> Option<CurrencyCode> {
        if let Some(taken) = self.taken_currency {
            return taken.currency;
        }
        let mut named = self.currencies.iter().filter_map(|share| share.currency);
        named.next().filter(|_| named.next().is_none())
    }

    /// Whether the sums are of several currencies, so that the user must choose one before anything is made of them.
    /// Rows that name none are of the one that others name, as long as there is one only.
    #[must_use]
    pub fn mixes_currencies(&self) -> bool {
        self.taken_currency.is_none() && self.currencies.iter().filter(|share| share.currency.is_some()).count() > 1
    }
}

/// A file as typed columns, and what became of each row.
#[derive(Clone, Debug, PartialEq)]
pub struct Ingested {
    /// The rows that were used, as sales; empty for a table of another kind.
    pub table: SalesTable,
    /// The rows that were used, where they are not sales.
    pub other: Option<OtherTable>,
    /// The account of all rows.
    pub report: ImportReport,
}

/// Why a file could not be read at all. Each carries what a message to the user needs.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ReadError {
    /// No bytes, or nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// A header and no rows under it.
    #[error("the file has a header on line {header_line} and no rows under it")]
    HeaderOnly {
        /// Line of the header.
        header_line: u64,
    },
    /// Not a table of text; the kind where it can be told.
    #[error("the file is not a table of text but {kind:?}")]
    NotText {
        /// What it is.
        kind: ForeignKind,
    },
    /// One column only, so that no separator can be right.
    #[error("the file has one column only")]
    OneColumn {
        /// First line, shortened.
        first_line: String,
    },
    /// Needed fields that no column stands for.
    #[error("no column for {fields:?}")]
    MissingFields {
        /// The fields, in the order of [`Field::ALL`].
        fields: Vec<Field>,
        /// Headers that are there.
        headers: Vec<String>,
    },
    /// Columns are known, and yet no row could be used.
    #[error("none of {rows} rows could be used: {reason:?}, first on line {line}")]
    NoUsableRows {
        /// Rows under the header.
        rows: u64,
        /// The most frequent reason.
        reason: Reason,
        /// Line of the first row set aside for it.
        line: u64,
        /// The cell that decided, shortened.
        sample: String,
        /// Header of its column.
        column: String,
    },
    /// A quote opened on a line and never closed before the file's end.
    #[error("a quote opened on line {line} is never closed")]
    UnclosedQuote {
        /// The line.
        line: u64,
    },
    /// A cell over the limit: mostly an unclosed quote.
    #[error("a cell on line {line} is longer than {bytes_max} bytes")]
    CellTooLong {
        /// Line on which the row begins.
        line: u64,
        /// The limit.
        bytes_max: u64,
    },
    /// More columns than any table has.
    #[error("line {line} has more than {columns_max} columns")]
    TooManyColumns {
        /// The line.
        line: u64,
        /// The limit.
        columns_max: u64,
    },
    /// The column that a mapping or an option names is not in the file.
    #[error("no column named {name:?}")]
    UnknownColumn {
        /// The name.
        name: String,
    },
}

/// What a file that is no table of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ForeignKind {
    /// XLSX or another package of the same kind.
    Workbook,
    /// The older binary XLS.
    OldWorkbook,
    /// A ZIP archive that is no workbook.
    Archive,
    /// A picture.
    Image,
    /// PDF.
    Pdf,
    /// A web page.
    Html,
    /// Anything else that is not text.
    Binary,
}
