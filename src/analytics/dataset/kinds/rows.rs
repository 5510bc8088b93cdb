//! The rows of a table of any kind but sales, behind one interface.

use super::OtherTable;
use super::answers::AnswersRows;
use super::clients::ClientsRows;
use super::daily::DailyRows;
use super::deals::DealsRows;
use super::events::EventsRows;
use super::frame::Frame;
use super::pivot::PivotRows;
use super::report::{Details, UnreadCell};
use super::sources::SourcesRows;
use super::{TableKind, report};
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::dataset::calendar;
use crate::analytics::dataset::layout::{Layout, shortened};
use crate::analytics::dataset::marks::Marks;
use crate::analytics::dataset::number::Decimal;
use crate::analytics::dataset::placeholder::is_placeholder;
use crate::analytics::dataset::plan::DateOrder;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;
use crate::analytics::dataset::row;
use crate::analytics::dataset::table::SalesTable;
use crate::analytics::date::Day;

/// Why a row is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The reason.
    pub reason: Reason,
    /// The column that decided, where one did.
    pub column: Option<usize>,
    /// Money in the row, where it is readable: [`Rows::take`] adds it.
    pub amount: Option<Sum>,
}

impl Refusal {
    /// A row refused as a whole.
    pub(super) const fn whole(reason: Reason) -> Self {
        Self { reason, column: None, amount: None }
    }

    /// A row refused for a cell.
    pub(super) const fn cell(reason: Reason, column: usize) -> Self {
        Self { reason, column: Some(column), amount: None }
    }
}

/// The cells of rows in use that could not be read.
#[derive(Debug, Default)]
pub struct Unread {
    count: u64,
    cells: Vec<UnreadCell>,
}

impl Unread {
    /// Takes a cell.
    pub(super) fn push(&mut self, line: u64, column: usize, text: &str) {
        self.count += 1;
        if self.cells.len() < Details::UNREAD_MAX {
            self.cells.push(UnreadCell { line, column, text: shortened(text) });
        }
    }
}

/// What rows come to.
#[derive(Debug)]
pub enum RowsOf {
    /// Sales.
    Sales(Box<SalesTable>),
    /// Anything else.
    Other(Box<OtherTable>),
}

/// Money counted on the way.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Rows without a client, and their sum.
    pub without_client: (u64, Sum),
    /// Returns, and their sum.
    pub returns: (u64, Sum),
    /// Sum of the column of amounts.
    pub total: Sum,
    /// Amounts that were rounded.
    pub rounded: u64,
}

impl Default for Counted {
    fn default() -> Self {
        Self { without_client: (0, Sum::ZERO), returns: (0, Sum::ZERO), total: Sum::ZERO, rounded: 0 }
    }
}

/// Reads cells the way that the layout says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells {
    marks: Marks,
    date_order: DateOrder,
}

/// A cell that may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell<T> {
    Empty,
    Unreadable,
    Read(T),
}

impl<T> Cell<T> {
    /// The value, where there is one.
    pub(super) fn value(self) -> Option<T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Empty | Self::Unreadable => None,
        }
    }
}

impl Cells {
    pub(super) const fn new(layout: &Layout) -> Self {
        Self { marks: Marks::new(layout), date_order: layout.date_order.0 }
    }

    /// The day in a cell; the empty dates of programs count as empty.
    pub(super) fn day(self, record: &Record<'_>, column: usize) -> Cell<Day> {
        let cell = record.trimmed(column);
        if is_placeholder(cell) || calendar::is_empty_date(cell) {
            return Cell::Empty;
        }
        row::day_of(cell, self.date_order).map_or(Cell::Unreadable, Cell::Read)
    }

    /// The amount in a cell, and whether it was rounded.
    pub(super) fn amount(self, record: &Record<'_>, column: usize) -> Cell<(Amount, bool)> {
        let cell = record.trimmed(column);
        if is_placeholder(cell) {
            return Cell::Empty;
        }
        self.marks.parse(cell).and_then(Decimal::to_amount).map_or(Cell::Unreadable, Cell::Read)
    }

    /// The day in the cell of an optional column, an unreadable one told.
    pub(super) fn day_or_tell(self, record: &Record<'_>, column: Option<usize>, unread: &mut Unread) -> Option<Day> {
        self.tell(record, column?, unread, Self::day)
    }

    /// The amount in the cell of an optional column, an unreadable one told.
    pub(super) fn amount_or_tell(
        self,
        record: &Record<'_>,
        column: Option<usize>,
        unread: &mut Unread,
    ) -> Option<(Amount, bool)> {
        self.tell(record, column?, unread, Self::amount)
    }

    fn tell<T>(
        self,
        record: &Record<'_>,
        column: usize,
        unread: &mut Unread,
        read: fn(Self, &Record<'_>, usize) -> Cell<T>,
    ) -> Option<T> {
        let cell = read(self, record, column);
        if matches!(cell, Cell::Unreadable) {
            unread.push(record.line, column, record.get(column).unwrap_or_default());
        }
        cell.value()
    }
}

/// Rows of one kind.
#[derive(Debug)]
enum Kind {
    Pivot(PivotRows),
    Daily(DailyRows),
    Deals(DealsRows),
    Events(EventsRows),
    Clients(ClientsRows),
    Sources(SourcesRows),
    Answers(AnswersRows),
}

impl Kind {
    /// The money in a row, whatever becomes of it; `None` where it is unreadable, or tables of the kind have none.
    fn money(&self, record: &Record<'_>) -> Option<Sum> {
        match self {
            Self::Pivot(rows) => rows.money(record),
            Self::Daily(rows) => rows.money(record),
            Self::Deals(rows) => rows.money(record),
            Self::Events(_) | Self::Clients(_) | Self::Sources(_) | Self::Answers(_) => None,
        }
    }
}

/// Takes the rows of a table.
#[derive(Debug)]
pub struct Rows {
    frame: Frame,
    kind: Kind,
    unread: Unread,
}

impl Rows {
    /// Takes rows by a layout; `None` if a needed column is missing, or the table is one of sales.
    #[must_use]
    pub fn new(layout: &Layout) -> Option<Self> {
        let kind = match layout.table {
            TableKind::Sales => return None,
            TableKind::Pivot => Kind::Pivot(PivotRows::new(layout)?),
            TableKind::Daily => Kind::Daily(DailyRows::new(layout)?),
            TableKind::Deals => Kind::Deals(DealsRows::new(layout)?),
            TableKind::Events => Kind::Events(EventsRows::new(layout)?),
            TableKind::Clients => Kind::Clients(ClientsRows::new(layout)?),
            TableKind::Sources => Kind::Sources(SourcesRows::new(layout)?),
            TableKind::Answers => Kind::Answers(AnswersRows::new(layout)?),
        };
        Some(Self { frame: Frame::new(layout), kind, unread: Unread::default() })
    }

    /// Takes a row that is not the header.
    ///
    /// # Errors
    /// Why the row is not used, and the money in it.
    pub fn take(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        self.take_whole(record).map_err(|refusal| {
            // Numbers in titles and headers are years and the like.
            let is_data = !matches!(refusal.reason, Reason::TitleRow | Reason::RepeatedHeader | Reason::BlankRow);
            Refusal { amount: self.kind.money(record).filter(|_| is_data), ..refusal }
        })
    }

    fn take_whole(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let Self { frame, kind, unread } = self;
        if let Err(refusal) = frame.check(record) {
            if let (Reason::TotalRow, Kind::Pivot(rows)) = (refusal.reason, &mut *kind) {
                rows.end_group();
            }
            return Err(refusal);
        }
        match kind {
            Kind::Pivot(rows) => rows.take(record, unread),
            Kind::Daily(rows) => rows.take(record, unread),
            Kind::Deals(rows) => rows.take(record, unread),
            Kind::Events(rows) => rows.take(record, unread),
            Kind::Clients(rows) => rows.take(record),
            Kind::Sources(rows) => rows.take(record, unread),
            Kind::Answers(rows) => rows.take(record),
        }
    }

    /// The table, and what is to be said of it.
    #[must_use]
    pub fn finish(self) -> (RowsOf, Details, Counted) {
        let (table, mut details, counted) = match self.kind {
            Kind::Pivot(rows) => rows.finish(),
            Kind::Daily(rows) => rows.finish(),
            Kind::Deals(rows) => rows.finish(),
            Kind::Events(rows) => rows.finish(),
            Kind::Clients(rows) => rows.finish(),
            Kind::Sources(rows) => rows.finish(),
            Kind::Answers(rows) => rows.finish(),
        };
        details.cells_unread = self.unread.count;
        details.unread = self.unread.cells;
        (table, details, counted)
    }
}

/// Findings that occur.
pub(super) fn occurring<const N: usize>(findings: [(report::Finding, u64); N]) -> Vec<(report::Finding, u64)> {
    findings.into_iter().filter(|(_, count)| *count > 0).collect()
}
