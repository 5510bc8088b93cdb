//! XLSX and XLSB, cell by cell.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::rc::Rc;

use calamine::{Dimensions, Reader, SheetType, SheetVisible, Xlsb, XlsbError, Xlsx, XlsxError};

use super::choice::Sheets;
use super::currencies::Formats;
use super::error::WorkbookError;
use super::grid::Grid;
use super::{Sheet, value};

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

/// How much of a sheet is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Beginning,
    Whole,
}

/// Takes cells, each with its row and column, as long as there are any.
fn filled(
    extent: Extent,
    mut next: impl FnMut() -> Result<Option<((u32, u32), Option<String>)>, WorkbookError>,
) -> Result<Grid, WorkbookError> {
    let mut grid = Grid::default();
    while let Some(((row, column), text)) = next()? {
        if extent == Extent::Beginning && grid.is_past_beginning(row) {
            break;
        }
        if let Some(text) = text {
            grid.put(row, column, &text)?;
        }
    }
    Ok(grid)
}

/// The bytes of a workbook, which are read in two ways.
#[derive(Clone)]
struct Shared(Rc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// XLSX.
pub struct Xml {
    book: Xlsx<Cursor<Shared>>,
    sheets: Vec<Sheet>,
    bytes: Shared,
    /// Where formats name currencies.
    formats: Option<Formats>,
    /// Merged cells of the sheets that were looked at: each looking goes through a whole sheet.
    merged: BTreeMap<usize, Vec<Dimensions>>,
}

impl Xml {
    /// Opens a workbook.
    pub fn open(bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        let formats = Formats::of(&bytes);
        let bytes = Shared(Rc::new(bytes));
        let book = Xlsx::new(Cursor::new(bytes.clone()))?;
        let sheets = sheets_of(book.sheets_metadata());
        Ok(Self { book, sheets, bytes, formats, merged: BTreeMap::new() })
    }

    fn grid(&mut self, index: usize, extent: Extent) -> Result<Grid, WorkbookError> {
        let name = self.sheets.get(index).map(|sheet| sheet.name.clone()).ok_or(WorkbookError::NoSuchSheet)?;
        let mut grid = match self.book.worksheet_cells_reader(&name) {
            Ok(mut cells) => filled(extent, || {
                let cell = cells.next_cell()?;
                Ok(cell.map(|cell| (cell.get_position(), value::of_ref(cell.get_value()))))
            })?,
            Err(XlsxError::NotAWorksheet(_)) => return Ok(Grid::default()),
            Err(error) => return Err(error.into()),
        };
        if let Some(formats) = &self.formats {
            let is_enough = |row| extent == Extent::Beginning && grid.is_past_beginning(row);
            let marked = formats.cells(self.bytes.as_ref(), &name, is_enough);
            grid.mark(&marked);
        }
        let merged = self.merged.entry(index).or_insert_with(|| {
            // A sheet whose merged cells cannot be read is still a sheet.
            self.book.merge_cells_by_sheet_name(&name).unwrap_or_default()
        });
        merged.iter().for_each(|merged| grid.merge(merged.start, merged.end));
        Ok(grid)
    }
}

impl Sheets for Xml {
    fn list(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    fn beginning(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        self.grid(index, Extent::Beginning)
    }

    fn read(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        self.grid(index, Extent::Whole)
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

    fn grid(&mut self, index: usize, extent: Extent) -> Result<Grid, WorkbookError> {
        let name = self.sheets.get(index).map(|sheet| sheet.name.clone()).ok_or(WorkbookError::NoSuchSheet)?;
        let mut cells = self.book.worksheet_cells_reader(&name)?;
        filled(extent, || {
            let cell = cells.next_cell()?;
            Ok(cell.map(|cell| (cell.get_position(), value::of_ref(cell.get_value()))))
        })
    }
}

impl Sheets for Binary {
    fn list(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    fn beginning(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        self.grid(index, Extent::Beginning)
    }

    fn read(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        self.grid(index, Extent::Whole)
    }
}
