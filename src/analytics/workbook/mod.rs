//! Sheets of workbooks and tables of web pages, turned into the text of a table that the importer reads like any other.
//!
//! | module | reads |
//! |---|---|
//! | `package` | what a ZIP archive holds, and how much it unpacks to |
//! | `xlsx` | XLSX and XLSB, cell by cell |
//! | `xls` | XLS |
//! | `ods` | ODS |
//! | `html` | web pages saved as tables, as 1C does under the name of a workbook |
//! | `mhtml` | web pages saved as one file |
//! | `xml` | XML tables of Excel 2003 |
//! | `grid` | the filled cells of a sheet, and their text |
//! | `value` | numbers, days, errors as text |
//!
//! The text is UTF-8 with tabs between cells and a line for each row of the sheet. Numbers have a point, days are ISO
//! 8601, formulas are the values that were saved with them. What was text in the workbook stays as it is: programs
//! write amounts and days as text too, so the decimal mark and the order of days are still found out by the importer.
//!
//! - Memory depends on what is filled, not on where: no reader asks for the rectangle between the corners of a sheet.
//!   XLS is the exception (the library builds it), which is why its files have a limit of their own.
//! - Files are not trusted: what cannot be read is a [`WorkbookError`]. A file made to exhaust memory may still do so
//!   within its limit, so the page reads workbooks in a worker of their own and outlives it.

mod container;
mod error;
mod grid;
mod html;
mod mhtml;
mod ods;
mod package;
mod value;
mod xls;
mod xlsx;
mod xml;

use serde::{Deserialize, Serialize};

pub use self::error::WorkbookError;
use self::grid::Grid;
use super::dataset::report::ForeignKind;
use super::dataset::{Encoding, ReadOptions, foreign_kind, inspect};

/// Largest file: a workbook of a million rows is a fifth of it, and all of it is in memory while it is read.
pub const BYTES_MAX: u64 = 200_000_000;
/// Bytes at the beginning of a file by which [`is_workbook`] tells.
pub const SIGN_BYTES: usize = 64 << 10;

/// The form of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BookFormat {
    /// Excel since 2007.
    Xlsx,
    /// Excel since 2007, the binary kind.
    Xlsb,
    /// Excel until 2003.
    Xls,
    /// OpenDocument, of LibreOffice.
    Ods,
    /// A web page, whatever its name ends with.
    Html,
    /// The XML of Excel 2003.
    Xml2003,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; tables of web pages have one if they have a caption, else it is empty.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
}

/// Which sheet is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pick {
    /// The first one with a table that has all that tables of its kind need, else with a table in it, else with anything in
    /// it; hidden ones last.
    #[default]
    First,
    /// The one at this place, from 0.
    At(usize),
    /// The one with this name.
    Named(String),
}

/// A workbook of which one sheet has become text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// The form of the file.
    pub format: BookFormat,
    /// All sheets, in the order of the workbook.
    pub sheets: Vec<Sheet>,
    /// The place of the one that was read.
    pub sheet: usize,
    /// Its rows, blank ones included.
    pub rows: u32,
    /// Its columns.
    pub columns: u32,
}

/// A workbook that gives its sheets one by one.
trait Sheets {
    /// All sheets, in the order of the workbook.
    fn list(&self) -> Vec<Sheet>;

    /// The filled cells of the sheet at `index`, asked for at most once.
    fn read(&mut self, index: usize) -> Result<Grid, WorkbookError>;
}

/// Sheets that are read already; each is given once.
struct ReadSheets(Vec<(Sheet, Grid)>);

impl Sheets for ReadSheets {
    fn list(&self) -> Vec<Sheet> {
        self.0.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    fn read(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        self.0.get_mut(index).map(|(_, grid)| std::mem::take(grid)).ok_or(WorkbookError::NoSuchSheet)
    }
}

/// Whether a file that begins with `head` is for [`convert`]; the name of a file says nothing.
#[must_use]
pub fn is_workbook(head: &[u8]) -> bool {
    matches!(foreign_kind(head), Some(ForeignKind::Workbook | ForeignKind::OldWorkbook | ForeignKind::Html))
}

/// How the text of a sheet is read.
#[must_use]
pub fn read_options() -> ReadOptions {
    ReadOptions {
        encoding: Some(Encoding::Utf8),
        separator: Some(grid::SEPARATOR),
        either_mark: true,
        ..ReadOptions::default()
    }
}

/// Gives one sheet of a workbook as text, in pieces.
///
/// # Errors
/// See [`WorkbookError`]. Pieces may have been given before one that is over the limits.
pub fn convert(bytes: Vec<u8>, pick: &Pick, give: &mut impl FnMut(&[u8])) -> Result<Book, WorkbookError> {
    if bytes.len() as u64 > BYTES_MAX {
        return Err(WorkbookError::TooBig { bytes_max: BYTES_MAX });
    }
    let (format, mut sheets) = open(bytes)?;
    let list = sheets.list();
    let (sheet, grid) = match pick {
        Pick::First => first(&list, sheets.as_mut())?,
        Pick::At(index) => (*index, sheets.read(*index)?),
        Pick::Named(name) => {
            let index = list.iter().position(|sheet| sheet.name == *name).ok_or(WorkbookError::NoSuchSheet)?;
            (index, sheets.read(index)?)
        }
    };
    // What the text is made from is not needed any more.
    drop(sheets);
    let (rows, columns) = grid.write(give)?;
    Ok(Book { format, sheets: list, sheet, rows, columns })
}

fn open(bytes: Vec<u8>) -> Result<(BookFormat, Box<dyn Sheets>), WorkbookError> {
    let head = bytes.get(..SIGN_BYTES).unwrap_or(&bytes);
    match foreign_kind(head) {
        Some(ForeignKind::OldWorkbook) => Ok((BookFormat::Xls, Box::new(xls::read(bytes)?))),
        Some(ForeignKind::Workbook | ForeignKind::Archive) => match package::recognise(&bytes)? {
            BookFormat::Ods => Ok((BookFormat::Ods, Box::new(ods::read(bytes)?))),
            BookFormat::Xlsb => Ok((BookFormat::Xlsb, Box::new(xlsx::Binary::open(bytes)?))),
            _ => Ok((BookFormat::Xlsx, Box::new(xlsx::Xml::open(bytes)?))),
        },
        Some(ForeignKind::Html) => {
            if mhtml::is_mhtml(head) {
                return Ok((BookFormat::Html, Box::new(mhtml::read(&bytes)?)));
            }
            let text = html::decode(&bytes);
            drop(bytes);
            if xml::is_workbook(&text) {
                Ok((BookFormat::Xml2003, Box::new(xml::read(&text)?)))
            } else {
                Ok((BookFormat::Html, Box::new(html::read(&text)?)))
            }
        }
        _ => Err(WorkbookError::NotAWorkbook),
    }
}

/// The sheet of [`Pick::First`]. A cover, instructions or parameters often stand before the data.
fn first(list: &[Sheet], sheets: &mut dyn Sheets) -> Result<(usize, Grid), WorkbookError> {
    let mut best: Option<(usize, Grid)> = None;
    let by_place = |hidden: bool| list.iter().enumerate().filter(move |(_, sheet)| sheet.hidden == hidden);
    for (index, _) in by_place(false).chain(by_place(true)) {
        let grid = match (sheets.read(index), &best) {
            (Ok(grid), _) => grid,
            // Nobody has asked for this one.
            (Err(_), Some(_)) => break,
            (Err(error), None) => return Err(error),
        };
        if grid.is_table() && (list.len() == 1 || is_complete(&grid)) {
            return Ok((index, grid));
        }
        let is_better = match &best {
            None => !grid.is_empty(),
            Some((_, best)) => grid.is_table() && !best.is_table(),
        };
        if is_better {
            best = Some((index, grid));
        }
    }
    best.ok_or(WorkbookError::NoTable)
}

/// Whether the beginning of a sheet reads as a table in which no field is missing that its kind needs.
fn is_complete(grid: &Grid) -> bool {
    let mut text = Vec::new();
    let written = grid.beginning().write(&mut |piece| text.extend_from_slice(piece));
    let inspection = written.ok().and_then(|_| inspect(&text, text.len() as u64, &read_options()).ok());
    inspection.is_some_and(|inspection| inspection.missing.is_empty())
}
