//! Rows that are shorter or longer than the header.
//!
//! Such rows are used as long as what they need can be read: a short row lacks its last cells, and what stands beyond the
//! header of a long one has no name. Both are told. A long row whose cells do not look like their columns is set aside:
//! a separator inside a cell has moved them, and a sum may stand where another was meant ([`Shape::is_moved`]).
//! Where rows of a wrong length are many, cells are likely parted by the wrong sign.

use super::kinds::report::Finding;
use super::layout::Layout;
use super::number;
use super::plan::{ColumnKind, DateOrder, Separator};
use super::records::Record;
use super::row;

/// Rows of a wrong length from which the separator is in doubt: more than one in so many.
const DOUBTFUL_ONE_IN: u64 = 20;

/// How long a row is to be, and what its cells look like.
#[derive(Clone, Debug)]
pub struct Shape {
    kinds: Vec<ColumnKind>,
    separator: Separator,
    date_order: DateOrder,
}

impl Shape {
    /// The shape of the rows of a layout.
    pub fn new(layout: &Layout) -> Self {
        Self { kinds: layout.kinds.clone(), separator: layout.separator, date_order: layout.date_order.0 }
    }

    /// Whether a row has filled cells beyond the header. Separators at the end of a line make no cell.
    #[inline]
    pub fn is_long(&self, record: &Record<'_>) -> bool {
        record.len() > self.kinds.len() && record.iter().skip(self.kinds.len()).any(|cell| !cell.trim().is_empty())
    }

    /// Whether the cells of a long row do not stand under their headers: one of them does not look like its column, or a
    /// comma that parts cells has parted a number (`2,50` as a `2` and a `50` of its own).
    pub fn is_moved(&self, record: &Record<'_>) -> bool {
        let cell = |column: usize| record.get(column).map_or("", str::trim);
        self.kinds.iter().enumerate().any(|(column, kind)| match kind {
            _ if cell(column).is_empty() => false,
            ColumnKind::Number => !number::looks_numeric(cell(column)) || self.is_torn(cell(column), cell(column + 1)),
            ColumnKind::Date => row::day_of(cell(column), self.date_order).is_none(),
            ColumnKind::Text | ColumnKind::Identifier | ColumnKind::Empty => false,
        })
    }

    fn is_torn(&self, number: &str, next: &str) -> bool {
        self.separator == Separator::Comma
            && number.ends_with(|c: char| c.is_ascii_digit())
            && next.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Counts of rows by their length.
#[derive(Clone, Copy, Debug, Default)]
pub struct Widths {
    rows: u64,
    short: u64,
    long: u64,
    refused: u64,
}

impl Widths {
    /// Takes a row that is used.
    #[inline]
    pub fn see(&mut self, record: &Record<'_>, columns: usize) {
        self.rows += 1;
        if record.len() < columns {
            self.short += 1;
        } else if record.len() > columns {
            self.long += u64::from(record.iter().skip(columns).any(|cell| !cell.trim().is_empty()));
        }
    }

    /// Takes a row that is set aside for its length.
    pub const fn see_refused(&mut self) {
        self.rows += 1;
        self.refused += 1;
    }

    /// What is to be said of them.
    pub fn findings(&self) -> impl Iterator<Item = (Finding, u64)> + use<> {
        let ragged = self.short + self.long + self.refused;
        let doubtful = if ragged * DOUBTFUL_ONE_IN > self.rows { ragged } else { 0 };
        [(Finding::ShortRows, self.short), (Finding::LongRows, self.long), (Finding::RaggedRows, doubtful)]
            .into_iter()
            .filter(|(_, rows)| *rows > 0)
    }
}
