//! XLS: read whole by the library, so the size of its files is limited more narrowly.
//!
//! The library stops the program over some of the files that are cut off or spoilt. Natively that is caught here; in the
//! browser it ends the worker, and the page says so.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, Xls, XlsError, Xlsx, XlsxError};

use super::choice::ReadSheets;
use super::container;
use super::error::WorkbookError;
use super::grid::Grid;
use super::value;
use super::xlsx::sheets_of;

/// Largest file: over any sheet of 65,536 rows, the most that this kind has.
const BYTES_MAX: u64 = 64_000_000;

/// Reads all sheets.
pub fn read(bytes: Vec<u8>) -> Result<ReadSheets, WorkbookError> {
    if bytes.len() as u64 > BYTES_MAX {
        return Err(WorkbookError::TooBig { bytes_max: BYTES_MAX });
    }
    if !container::chains_end(&bytes) {
        return Err(WorkbookError::Damaged);
    }
    // Nothing is left half done: what the closure makes goes with it.
    catch_unwind(AssertUnwindSafe(|| read_sheets(&bytes))).unwrap_or(Err(WorkbookError::Damaged))
}

fn read_sheets(bytes: &[u8]) -> Result<ReadSheets, WorkbookError> {
    let mut book = match Xls::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(XlsError::Password) => return Err(WorkbookError::Encrypted),
        Err(_) => return Err(why_not(bytes)),
    };
    let mut sheets = Vec::new();
    for sheet in sheets_of(book.sheets_metadata()) {
        let mut grid = Grid::default();
        // The library has laid the whole sheet out by now: this only hands it over.
        let range = book.worksheet_range(&sheet.name).map_err(|_| WorkbookError::Damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            if let (Some(text), Ok(row), Ok(column)) = (value::of(cell), u32::try_from(row), u32::try_from(column)) {
                grid.put(top.saturating_add(row), left.saturating_add(column), &text)?;
            }
        }
        for merged in book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
            grid.merge(merged.start, merged.end);
        }
        sheets.push((sheet, grid));
    }
    Ok(ReadSheets(sheets))
}

/// A new workbook with a password is wrapped into the container of the old kind; other programs use that container too.
fn why_not(bytes: &[u8]) -> WorkbookError {
    match Xlsx::new(Cursor::new(bytes)) {
        Err(XlsxError::Password) => WorkbookError::Encrypted,
        _ if is_workbook(bytes) => WorkbookError::Damaged,
        _ => WorkbookError::NotAWorkbook,
    }
}

/// Whether the container names a part as workbooks do.
fn is_workbook(bytes: &[u8]) -> bool {
    let named = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    // A directory that is cut off names nothing: then it was a workbook as likely as not.
    named("Workbook") || named("Book") || !named("Root Entry")
}
