//! Sheets as an XLSX workbook: texts are texts, numbers are numbers in their formats, days are dates.
//!
//! The library behind it is large, so only the worker that is loaded for it calls this.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Cell;
use super::pack::{Piece, Unpack};
use crate::analytics::date::Day;

/// Rows that a sheet of a workbook holds.
const ROWS_MAX: u32 = 1_048_576;
/// Characters that a cell holds.
const TEXT_MAX: usize = 32_767;
/// Characters that the name of a sheet holds.
const NAME_MAX: usize = 31;
/// Characters that the name of a sheet cannot have.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Rows by which widths of columns are judged.
const MEASURED_ROWS: u32 = 200;
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (8, 48);

/// Sheets cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum XlsxWriteError {
    /// The bytes are no packed sheets.
    #[error("the bytes are no packed sheets")]
    NotPacked,
    /// The workbook could not be put together.
    #[error("the workbook could not be put together")]
    Failed,
}

impl From<XlsxError> for XlsxWriteError {
    fn from(_: XlsxError) -> Self {
        Self::Failed
    }
}

/// The workbook of packed sheets. A sheet of more rows than fit goes on on the next one, under the same headers.
///
/// # Errors
/// See [`XlsxWriteError`].
pub fn write(packed: &[u8]) -> Result<Vec<u8>, XlsxWriteError> {
    write_in_sheets_of(packed, ROWS_MAX)
}

fn write_in_sheets_of(packed: &[u8], rows_max: u32) -> Result<Vec<u8>, XlsxWriteError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let mut names: Vec<String> = Vec::new();
    let mut page: Option<Page> = None;
    for piece in Unpack::new(packed) {
        match piece.map_err(|_| XlsxWriteError::NotPacked)? {
            Piece::Sheet { name, headers } => {
                if let Some(page) = page.take() {
                    workbook.push_worksheet(page.finish()?);
                }
                page = Some(Page::new(&name, &mut names, headers, &looks)?);
            }
            Piece::Row(row) => {
                let mut open = page.take().ok_or(XlsxWriteError::NotPacked)?;
                if open.next_row >= rows_max {
                    let (name, headers) = (open.name.clone(), open.headers.clone());
                    workbook.push_worksheet(open.finish()?);
                    open = Page::new(&name, &mut names, headers, &looks)?;
                }
                open.push(&row, &looks)?;
                page = Some(open);
            }
        }
    }
    workbook.push_worksheet(page.ok_or(XlsxWriteError::NotPacked)?.finish()?);
    Ok(workbook.save_to_buffer()?)
}

/// How kinds of cells look.
struct Looks {
    header: Format,
    header_right: Format,
    count: Format,
    amount: Format,
    share: Format,
    ratio: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let header = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap();
        Self {
            header_right: header.clone().set_align(FormatAlign::Right),
            header,
            count: Format::new().set_num_format("#,##0"),
            amount: Format::new().set_num_format("#,##0.00"),
            share: Format::new().set_num_format("0.00%"),
            ratio: Format::new().set_num_format("0.00"),
            // The short date of whoever opens the file.
            day: Format::new().set_num_format_index(14),
        }
    }
}

/// A sheet being written.
struct Page {
    sheet: Worksheet,
    /// The name wanted; another sheet may have it already.
    name: String,
    headers: Vec<String>,
    next_row: u32,
    /// Characters by column.
    widths: Vec<usize>,
}

impl Page {
    fn new(name: &str, taken: &mut Vec<String>, headers: Vec<String>, looks: &Looks) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(unique_name(name, taken))?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, header) in (0..).zip(&headers) {
            sheet.write_string_with_format(0, column, cut(header), &looks.header)?;
        }
        // A header may stand in two lines.
        let widths = headers.iter().map(|header| header.chars().count().div_ceil(2) + 4).collect();
        Ok(Self { sheet, name: name.to_owned(), headers, next_row: 1, widths })
    }

    fn push(&mut self, cells: &[Cell], looks: &Looks) -> Result<(), XlsxError> {
        let row = self.next_row;
        self.next_row += 1;
        for (column, cell) in (0_u16..).zip(cells) {
            let characters = self.put(row, column, cell, looks)?;
            if row <= MEASURED_ROWS
                && let Some(width) = self.widths.get_mut(usize::from(column))
            {
                *width = characters.max(*width);
            }
            let is_number = !matches!(cell, Cell::Text(_) | Cell::Empty);
            if row == 1
                && is_number
                && let Some(header) = self.headers.get(usize::from(column))
            {
                self.sheet.write_string_with_format(0, column, cut(header), &looks.header_right)?;
            }
        }
        Ok(())
    }

    /// Writes a cell; how many characters it shows.
    fn put(&mut self, row: u32, column: u16, cell: &Cell, looks: &Looks) -> Result<usize, XlsxError> {
        let sheet = &mut self.sheet;
        // A number in groups of three, and room around it.
        let digits = |whole: f64| whole.abs().max(1.0).log10() as usize * 4 / 3 + 4;
        #[expect(clippy::cast_precision_loss, reason = "a workbook has no other numbers")]
        Ok(match cell {
            Cell::Empty => 0,
            Cell::Text(text) => {
                sheet.write_string(row, column, cut(text))?;
                text.chars().count() + 2
            }
            Cell::Count(count) => {
                sheet.write_number_with_format(row, column, *count as f64, &looks.count)?;
                digits(*count as f64)
            }
            Cell::Amount(sum) => {
                let amount = sum.approximate();
                sheet.write_number_with_format(row, column, amount, &looks.amount)?;
                digits(amount) + 4
            }
            Cell::Share(ratio) if ratio.is_finite() => {
                sheet.write_number_with_format(row, column, *ratio, &looks.share)?;
                9
            }
            Cell::Ratio(ratio) if ratio.is_finite() => {
                sheet.write_number_with_format(row, column, *ratio, &looks.ratio)?;
                digits(*ratio) + 3
            }
            Cell::Share(_) | Cell::Ratio(_) => 0,
            Cell::Day(day) => {
                match serial(*day) {
                    Some(serial) => sheet.write_number_with_format(row, column, serial, &looks.day)?,
                    None => sheet.write_string(row, column, day.to_string())?,
                };
                12
            }
        })
    }

    fn finish(mut self) -> Result<Worksheet, XlsxError> {
        for (column, &width) in (0..).zip(&self.widths) {
            #[expect(clippy::cast_precision_loss, reason = "at most the widest")]
            self.sheet.set_column_width(column, width.clamp(WIDTHS.0, WIDTHS.1) as f64)?;
        }
        let last_column = u16::try_from(self.headers.len()).unwrap_or(u16::MAX).saturating_sub(1);
        if self.next_row > 2 {
            self.sheet.autofilter(0, 0, self.next_row - 1, last_column)?;
        }
        Ok(self.sheet)
    }
}

/// The number by which spreadsheets know a day; they know none before March 1900 that all of them agree on.
fn serial(day: Day) -> Option<f64> {
    let first = Day::from_ymd(1900, 3, 1)?;
    (day >= first).then(|| f64::from(day.0 - first.0 + 61))
}

/// `text` as far as a cell holds it.
fn cut(text: &str) -> String {
    text.chars().take(TEXT_MAX).collect()
}

/// A name that a workbook takes and that no other of its sheets has.
fn unique_name(wanted: &str, taken: &mut Vec<String>) -> String {
    let clean: String = wanted.chars().map(|c| if NOT_IN_NAMES.contains(&c) { ' ' } else { c }).collect();
    let clean = clean.trim_matches(['\'', ' ']);
    let clean = if clean.is_empty() { "1" } else { clean };
    let named = |number: usize| {
        let tail = if number == 1 { String::new() } else { format!(" ({number})") };
        let head: String = clean.chars().take(NAME_MAX - tail.chars().count()).collect();
        format!("{head}{tail}")
    };
    let is_free = |name: &String| taken.iter().all(|other| other.to_lowercase() != name.to_lowercase());
    let name = (1..).map(named).find(is_free).unwrap_or_default();
    taken.push(name.clone());
    name
}

#[cfg(test)]
mod tests;
