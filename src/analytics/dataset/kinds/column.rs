//! Typed columns in which a cell may be empty.

use serde::{Deserialize, Serialize};

use super::ids::Ids;
use crate::analytics::amount::Amount;
use crate::analytics::dataset::names::Interner;
use crate::analytics::dataset::short_text::trimmed;
use crate::analytics::dataset::table::{Names, make_room};
use crate::analytics::date::Day;

/// Texts, each distinct one once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextColumn {
    /// The distinct texts, in order of first appearance.
    pub names: Names,
    /// The number of each row's text, or [`TextColumn::NONE`].
    pub ids: Ids,
}

impl TextColumn {
    /// In place of a text's number: the cell is empty.
    pub const NONE: u32 = Ids::NONE;

    /// The text of a row; `None` where the cell is empty.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&str> {
        self.names.get(self.ids.get(row)?)
    }

    /// The column of some of the rows.
    #[must_use]
    pub fn of_rows(&self, kept: &[bool]) -> Self {
        let ids = self.ids.iter().zip(kept).filter(|(_, kept)| **kept).map(|(id, _)| id);
        Self { names: self.names.clone(), ids: ids.collect() }
    }

    /// The texts of all rows.
    pub fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        self.ids.iter().map(|id| self.names.get(id))
    }
}

/// Collects a [`TextColumn`].
#[derive(Debug, Default)]
pub struct TextCollector {
    names: Interner,
    ids: Ids,
}

impl TextCollector {
    /// Takes the next row's cell.
    pub fn push(&mut self, cell: &str) {
        let cell = trimmed(cell);
        self.ids.push(if cell.is_empty() { TextColumn::NONE } else { self.names.intern(cell) });
    }

    /// Makes room for so many rows in all.
    pub fn reserve(&mut self, rows: usize) {
        self.ids.reserve(rows);
    }

    /// The column.
    #[must_use]
    pub fn finish(self) -> TextColumn {
        TextColumn { names: self.names.into_names(), ids: self.ids }
    }
}

/// Decimals; eight bytes a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecimalColumn(Vec<i64>);

impl DecimalColumn {
    /// Makes room for so many rows in all.
    pub fn reserve(&mut self, rows: usize) {
        make_room(&mut self.0, rows);
    }

    /// Takes the next row's value.
    pub fn push(&mut self, value: Option<Amount>) {
        // The one value that no amount of a file has.
        self.0.push(value.map_or(i64::MIN, |amount| amount.0));
    }

    /// The value of a row; `None` where the cell is empty or no number.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Amount> {
        self.0.get(row).copied().filter(|&units| units != i64::MIN).map(Amount)
    }

    /// The column of some of the rows.
    #[must_use]
    pub fn of_rows(&self, kept: &[bool]) -> Self {
        Self(self.0.iter().zip(kept).filter(|(_, kept)| **kept).map(|(units, _)| *units).collect())
    }

    /// The values of all rows.
    pub fn iter(&self) -> impl Iterator<Item = Option<Amount>> {
        (0..self.0.len()).map(|row| self.get(row))
    }

    /// Rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Days; four bytes a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayColumn(Vec<i32>);

impl DayColumn {
    /// Takes the next row's day.
    pub fn push(&mut self, day: Option<Day>) {
        self.0.push(day.map_or(i32::MIN, |day| day.0));
    }

    /// The day of a row; `None` where the cell is empty or no day.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Day> {
        self.0.get(row).copied().filter(|&number| number != i32::MIN).map(Day)
    }

    /// The days of all rows.
    pub fn iter(&self) -> impl Iterator<Item = Option<Day>> {
        (0..self.0.len()).map(|row| self.get(row))
    }

    /// Rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A column that is no field of its table: its header and its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// Header, made unique.
    pub header: String,
    /// Index of the column in the file.
    pub column: usize,
    /// Its texts.
    pub texts: TextColumn,
}
