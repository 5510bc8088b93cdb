//! Sales as typed columns: one entry a used row, in file order.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::extras::Extras;
use crate::analytics::amount::Amount;
use crate::analytics::date::Day;

/// Distinct texts, each with a number: the numbers are given in order of first appearance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// All texts, one after another.
    text: String,
    /// Where each ends in `text`.
    ends: Vec<u32>,
}

impl Names {
    /// Adds a text that is not there yet.
    pub fn push(&mut self, name: &str) {
        self.text.push_str(name);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// The text of a number.
    #[must_use]
    pub fn get(&self, id: u32) -> Option<&str> {
        let index = id as usize;
        let end_of = |index: usize| self.ends.get(index).map(|&end| end as usize);
        let start = index.checked_sub(1).map_or(Some(0), end_of)?;
        self.text.get(start..end_of(index)?)
    }

    /// How many texts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All texts one after another, and where each ends.
    #[must_use]
    pub fn parts(&self) -> (&str, &[u32]) {
        (&self.text, &self.ends)
    }

    /// The reverse of [`Names::parts`]; `None` where the ends do not cut the text into texts.
    #[must_use]
    pub fn from_parts(text: String, ends: Vec<u32>) -> Option<Self> {
        let is_cut = |&end: &u32| text.is_char_boundary(end as usize);
        let is_whole = ends.last().map_or(0, |&last| last as usize) == text.len();
        (is_whole && ends.is_sorted() && ends.iter().all(is_cut)).then_some(Self { text, ends })
    }

    /// The texts, in order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.get(u32::try_from(index).ok()?))
    }
}

impl<'a> FromIterator<&'a str> for Names {
    fn from_iter<I: IntoIterator<Item = &'a str>>(iter: I) -> Self {
        let mut names = Self::default();
        for name in iter {
            names.push(name);
        }
        names
    }
}

/// Makes room in a column for so many rows in all as are foreseen: one that doubles its room as it grows would take up to
/// three times its size while it does.
pub(super) fn make_room<T>(column: &mut Vec<T>, rows: usize) {
    if rows > column.capacity() {
        // Never by little, and with some room to spare, as rows are not all of one length: each time all of the room is
        // copied, filled or not.
        let spare = rows / 64;
        column.reserve_exact((rows + spare - column.len()).max(column.len() / 8));
    }
}

/// Rows that are gone through in one call: see [`SalesTable::parts`].
const PART_ROWS: usize = 1 << 13;

/// Rows in parts. A browser that finds a loop worth making faster can only change it from one call to the next, so that
/// whoever goes through very many rows calls a function of its own, which is not inlined, for each part of them.
pub fn parts(rows: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let Range { start, end } = rows;
    (start..end).step_by(PART_ROWS).map(move |first| first..end.min(first + PART_ROWS))
}

/// Sales as columns of equal length, one entry a used row, in file order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SalesTable {
    /// Names of clients as they stand in the file, outer white space taken off.
    pub client_names: Names,
    /// Number of the client, or [`SalesTable::NO_CLIENT`].
    pub client: Vec<u32>,
    /// Day of the sale.
    pub day: Vec<Day>,
    /// Amount of the row.
    pub amount: Vec<Amount>,
    /// Number of the order: equal numbers, equal order id. The numbers may be anywhere in the range and follow no order;
    /// `None` if no column stands for orders.
    /// A row without an order id has [`SalesTable::NO_ORDER`] and counts as an order of its day.
    pub order: Option<Vec<u32>>,
    /// What the cells that are kept nowhere say, for telling rows apart (see [`crate::analytics::quality::duplicates`]);
    /// `None` where no row has such cells.
    pub fingerprint: Option<Vec<u32>>,
    /// Ids of the orders whose numbers are not the ids themselves (see [`super::orders`]), so that an order is the same one
    /// in the next file as well.
    pub order_names: Names,
    /// Orders that begin in each row, where rows stand for days rather than sales; in place of `order`.
    pub order_count: Option<Vec<u32>>,
    /// Last day that the rows speak of, where they stand for periods: later than the last of `day`.
    pub reaches: Option<Day>,
    /// Columns that only some analyses need.
    pub extras: Extras,
}

impl SalesTable {
    /// In place of a client's number: the row names none.
    pub const NO_CLIENT: u32 = u32::MAX;
    /// In place of an order's number: the row names none.
    pub const NO_ORDER: u32 = u32::MAX;

    /// Rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.amount.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.amount.is_empty()
    }

    /// All rows in [`parts`].
    pub fn parts(&self) -> impl Iterator<Item = Range<usize>> + use<> {
        parts(0..self.len())
    }

    /// First and last day that the rows speak of; where they stand for periods, the last day of the last one.
    #[must_use]
    pub fn days(&self) -> Option<(Day, Day)> {
        let (first, last) = self.row_days()?;
        Some((first, self.reaches.map_or(last, |end| end.max(last))))
    }

    /// First and last day of a row.
    #[must_use]
    pub fn row_days(&self) -> Option<(Day, Day)> {
        let parts = self.parts().filter_map(|rows| first_and_last(self.day.get(rows)?));
        parts.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
    }
}

// A function of its own: see [`parts`].
#[inline(never)]
fn first_and_last(days: &[Day]) -> Option<(Day, Day)> {
    let &some = days.first()?;
    Some(days.iter().fold((some, some), |(first, last), &day| (first.min(day), last.max(day))))
}
