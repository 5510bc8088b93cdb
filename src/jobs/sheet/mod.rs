//! Tables on their way into files: typed cells, of which CSV and XLSX are written.
//!
//! An analysis says once what its table holds; what a spreadsheet must know of it (a text is a text, an amount is a
//! number, a day is a date) follows from the kind of the cell. Rows come from an iterator, so that a list of any length
//! is never there twice.
//!
//! | module | what |
//! |---|---|
//! | [`csv`] | the first sheet as CSV, what it was computed from in its last column |
//! | [`xlsx`] | all sheets as a workbook, what they were computed from on sheets of their own |
//! | [`pack`] | how sheets cross to the worker that writes workbooks |

pub mod csv;
pub mod pack;
pub mod xlsx;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::analytics::amount::Sum;
use crate::analytics::date::Day;
use crate::i18n::{Format, messages};

/// A cell. A ratio that is not a number is written as an empty cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text: never a formula, whatever it begins with.
    Text(String),
    /// A whole number.
    Count(u64),
    /// An amount of money, exact.
    Amount(Sum),
    /// A ratio shown in percent; approximate.
    Share(f64),
    /// A ratio shown as a decimal; approximate.
    Ratio(f64),
    /// A day.
    Day(Day),
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl From<Sum> for Cell {
    fn from(sum: Sum) -> Self {
        Self::Amount(sum)
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u64> for Cell {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Rows of a sheet, each as long as its headers.
pub type Rows<'a> = Box<dyn Iterator<Item = Vec<Cell>> + 'a>;

/// A table with a name.
pub struct Sheet<'a> {
    /// Name of the sheet.
    pub name: String,
    /// Headers, left to right.
    pub headers: Vec<String>,
    /// Rows, in their order.
    pub rows: Rows<'a>,
}

impl fmt::Debug for Sheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sheet").field("name", &self.name).field("headers", &self.headers).finish_non_exhaustive()
    }
}

impl<'a> Sheet<'a> {
    /// A sheet.
    pub fn new<H: AsRef<str>>(
        name: &str,
        headers: impl IntoIterator<Item = H>,
        rows: impl IntoIterator<Item = Vec<Cell>, IntoIter: 'a>,
    ) -> Self {
        let headers = headers.into_iter().map(|header| header.as_ref().to_owned()).collect();
        Self { name: name.to_owned(), headers, rows: Box::new(rows.into_iter()) }
    }
}

/// Rows that took no part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutLine {
    /// Which rows, in words.
    pub what: String,
    /// How many.
    pub rows: u64,
    /// Their sum, where they have one.
    pub sum: Option<Sum>,
}

/// What a table was computed from: it goes with every file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Names and values: file, window, rules.
    pub settings: Vec<(String, String)>,
    /// What was left out, with its sums.
    pub left_out: Vec<LeftOutLine>,
}

impl Basis {
    /// All of it in one line, for formats that have no place of their own for it.
    #[must_use]
    pub fn line(&self, format: Format) -> String {
        let settings = self.settings.iter().map(|(name, value)| format!("{name}: {value}"));
        let left_out = self.left_out.iter().map(|line| {
            let LeftOutLine { what, rows, sum } = line;
            (messages(format.locale).export().left_out_line)(format, what, *rows, *sum)
        });
        settings.chain(left_out).collect::<Vec<_>>().join("; ")
    }
}

/// What is saved as one file.
#[derive(Debug)]
pub struct Export<'a> {
    /// The tables; a format that holds one takes the first.
    pub sheets: Vec<Sheet<'a>>,
    /// What they were computed from.
    pub basis: Basis,
}

/// Formats of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// Text that every spreadsheet opens.
    Csv,
    /// A workbook with all sheets.
    Xlsx,
}

impl FileKind {
    /// Ending of the file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// What the file says of itself.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

impl Export<'_> {
    /// CSV as bytes; for XLSX the sheets as [`xlsx::write`] takes them, because a workbook is written by a worker that
    /// is loaded for it.
    #[must_use]
    pub fn prepared(self, kind: FileKind, format: Format) -> Vec<u8> {
        match kind {
            FileKind::Csv => csv::write(self, format),
            FileKind::Xlsx => pack::pack(self, format),
        }
    }
}
