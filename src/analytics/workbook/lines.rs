//! Sheets whose cells are the lines of a CSV file.
//!
//! A spreadsheet parts the cells of a CSV file by the separator of its own country. A file with another one becomes a
//! sheet with whole lines in its first column, `Client;Date;Sum`, and is often saved so. Only whole lines are taken for
//! such: where a country parts by commas, the kopecks of `1500,05` are a cell of their own, and a 5 by now.

use super::grid::{Grid, SEPARATOR};
use crate::analytics::dataset::records::{Record, RecordReader};
use crate::analytics::dataset::{Encoding, ReadOptions, Separator, inspect};

/// Columns from which lines are those of a table: a title may have a comma in it.
const COLUMNS_MIN: usize = 3;

/// The sheet with the cells that its lines have, if it has lines in place of cells; else itself.
pub(super) fn unfolded(grid: Grid) -> Grid {
    match separator(&grid) {
        Some(separator) => parted(&grid, separator).unwrap_or(grid),
        None => grid,
    }
}

/// What parts the cells of the lines; nothing where cells are cells.
fn separator(grid: &Grid) -> Option<Separator> {
    let header = grid.rows().next()?;
    if !header.line()?.contains([';', ',', '|']) || grid.rows().any(|row| row.line().is_none()) {
        return None;
    }
    let mut text = String::new();
    for line in grid.beginning().rows().filter_map(|row| row.line()) {
        text.push_str(line);
        text.push('\n');
    }
    let options = ReadOptions { encoding: Some(Encoding::Utf8), ..ReadOptions::default() };
    let inspection = inspect(text.as_bytes(), text.len() as u64, &options).ok()?;
    let is_whole = inspection.header_line == Some(1)
        && inspection.missing.is_empty()
        && inspection.columns.len() >= COLUMNS_MIN
        && inspection.separator != SEPARATOR;
    is_whole.then_some(inspection.separator)
}

/// The cells of the lines, each in the row of its line; nothing where they cannot be.
fn parted(grid: &Grid, separator: Separator) -> Option<Grid> {
    let mut parted = Grid::default();
    for row in grid.rows() {
        let line = row.line()?;
        let mut records = RecordReader::new(separator.byte(), false);
        let mut is_within_limits = true;
        let mut put = |record: Record<'_>| {
            is_within_limits &=
                (0..).zip(record.iter()).all(|(column, cell)| parted.put(row.number(), column, cell).is_ok());
            Ok(())
        };
        records.push(line, &mut put).ok()?;
        records.finish(&mut put).ok()?;
        if !is_within_limits {
            return None;
        }
    }
    Some(parted)
}
