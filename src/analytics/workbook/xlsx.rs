//! XLSX and XLSB, cell by cell.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsb, XlsbError, Xlsx, XlsxError};

use super::error::WorkbookError;
use super::grid::Grid;
use super::{Sheet, Sheets, value};

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => Self::Encrypted,
            _ => Self::Damaged,
        }
    }
}

impl From<XlsbError> for WorkbookError {
    fn from(error: XlsbError) -> Self {
        match error {
            XlsbError::Password => Self::Encrypted,
            _ => Self::Damaged,
        }
    }
}

/// The sheets of a workbook that have cells; charts and macros have none.
pub(super) fn sheets_of(all: &[calamine::Sheet]) -> Vec<Sheet> {
    all.iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
        .collect()
}

/// XLSX.
pub struct Xml {
    book: Xlsx<Cursor<Vec<u8>>>,
    sheets: Vec<Sheet>,
}

impl Xml {
    /// Opens a workbook.
    pub fn open(bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        let book = Xlsx::new(Cursor::new(bytes))?;
        let sheets = sheets_of(book.sheets_metadata());
        Ok(Self { book, sheets })
    }
}

impl Sheets for Xml {
    fn list(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    fn read(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        let name = self.sheets.get(index).map(|sheet| sheet.name.clone()).ok_or(WorkbookError::NoSuchSheet)?;
        let mut grid = Grid::default();
        let mut cells = match self.book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => return Ok(grid),
            Err(error) => return Err(error.into()),
        };
        while let Some(cell) = cells.next_cell()? {
            let (row, column) = cell.get_position();
            if let Some(text) = value::of_ref(cell.get_value()) {
                grid.put(row, column, &text)?;
            }
        }
        drop(cells);
        // A sheet whose merged cells cannot be read is still a sheet.
        for merged in self.book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            grid.merge(merged.start.0, merged.start.1, merged.end.1);
        }
        Ok(grid)
    }
}

/// XLSB.
pub struct Binary {
    book: Xlsb<Cursor<Vec<u8>>>,
    sheets: Vec<Sheet>,
}

impl Binary {
    /// Opens a workbook.
    pub fn open(bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        let book = Xlsb::new(Cursor::new(bytes))?;
        let sheets = sheets_of(book.sheets_metadata());
        Ok(Self { book, sheets })
    }
}

impl Sheets for Binary {
    fn list(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    fn read(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        let name = self.sheets.get(index).map(|sheet| sheet.name.clone()).ok_or(WorkbookError::NoSuchSheet)?;
        let mut grid = Grid::default();
        let mut cells = self.book.worksheet_cells_reader(&name)?;
        while let Some(cell) = cells.next_cell()? {
            let (row, column) = cell.get_position();
            if let Some(text) = value::of_ref(cell.get_value()) {
                grid.put(row, column, &text)?;
            }
        }
        Ok(grid)
    }
}
