//! The first rows of a file, as cells: what the structure of the whole is told from.

use super::plan::Separator;
use super::records::{Cell, Record, RecordReader};
use super::report::ReadError;
use super::short_text::trimmed;

/// Rows that tell the structure; more would only cost time.
const ROWS_MAX: usize = 2_000;

/// The first rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// Rows in file order, blank ones included.
    pub rows: Vec<SampleRow>,
}

/// A row of a [`Sample`]: a record that outlives its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleRow {
    /// Physical line on which it begins.
    pub line: u64,
    text: String,
    cells: Vec<Cell>,
}

impl SampleRow {
    /// A copy of a record.
    pub(super) fn new(record: &Record<'_>) -> Self {
        let bytes = record.iter().map(str::len).sum();
        let (text, cells) = (String::with_capacity(bytes), Vec::with_capacity(record.len()));
        let mut row = Self { line: record.line, text, cells };
        for cell in record.iter() {
            let start = row.text.len();
            row.text.push_str(cell);
            row.cells.push(Cell::new(start, row.text.len()));
        }
        row
    }

    /// The row as a record.
    #[must_use]
    pub fn record(&self) -> Record<'_> {
        Record::new(self.line, &self.text, &self.cells)
    }

    /// Cells with anything but white space.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.record().iter().filter(|cell| !trimmed(cell).is_empty()).count()
    }

    /// Cells up to the last filled one.
    #[must_use]
    pub fn width(&self) -> usize {
        let filled = self.record().iter().enumerate().filter(|(_, cell)| !trimmed(cell).is_empty());
        filled.last().map_or(0, |(last, _)| last + 1)
    }
}

impl Sample {
    /// Cuts `text`, the beginning of a file, into rows. `is_whole` says that the file ends with it.
    ///
    /// # Errors
    /// Those of the record reader, [`ReadError::UnclosedQuote`] only when the text is whole.
    pub fn new(text: &str, is_whole: bool, separator: Separator, backslash_escapes: bool) -> Result<Self, ReadError> {
        let mut rows = Vec::new();
        first_rows(text, is_whole, separator, backslash_escapes, |record| rows.push(SampleRow::new(record)))?;
        Ok(Self { rows })
    }

    /// The most frequent count of cells among rows that are not blank, and the share of those rows that have it.
    #[must_use]
    pub fn modal_width(&self) -> (usize, f64) {
        modal(self.rows.iter().filter(|row| row.filled() > 0).map(|row| row.record().len()).collect())
    }
}

/// The most frequent of some counts, the larger where two are equally frequent, and its share of them; zeros of nothing.
pub(super) fn modal(mut counts: Vec<usize>) -> (usize, f64) {
    counts.sort_unstable();
    let most = counts.chunk_by(|left, right| left == right).max_by_key(|equal| equal.len());
    let modal = most.and_then(|equal| equal.first()).copied().unwrap_or(0);
    let share = most.map_or(0.0, |equal| equal.len() as f64 / counts.len() as f64);
    (modal, share)
}

/// Cuts `text` into rows and gives the first of them, as many as a [`Sample`] holds; `is_whole` says that the file ends
/// with it.
///
/// # Errors
/// Those of the record reader, [`ReadError::UnclosedQuote`] only when the text is whole.
pub(super) fn first_rows(
    text: &str,
    is_whole: bool,
    separator: Separator,
    backslash_escapes: bool,
    mut give: impl FnMut(&Record<'_>),
) -> Result<(), ReadError> {
    let mut reader = RecordReader::new(separator.byte(), backslash_escapes);
    let mut rows = 0;
    let mut take = |record: Record<'_>| {
        rows += 1;
        if rows <= ROWS_MAX {
            give(&record);
        }
        Ok(())
    };
    reader.push(text, &mut take)?;
    if is_whole { reader.finish(&mut take) } else { Ok(()) }
}
