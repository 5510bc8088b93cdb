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
//! | `choice` | which sheets are read |
//! | `currencies` | currencies that formats of numbers name |
//! | `lines` | sheets whose cells are the lines of a CSV file |
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

mod choice;
mod container;
mod currencies;
mod error;
mod grid;
mod html;
mod lines;
mod mhtml;
mod ods;
mod package;
mod value;
mod xls;
mod xlsx;
mod xml;

use serde::{Deserialize, Serialize};

use self::choice::Sheets;
pub use self::error::WorkbookError;
use super::dataset::report::ForeignKind;
use super::dataset::{Encoding, ReadOptions, foreign_kind};

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
    /// The one at this place, or that of [`Pick::First`], and all in [`Book::alike`] after it, as if they were one.
    Together(Option<usize>),
}

/// A workbook of which a sheet, or several alike, have become text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// The form of the file.
    pub format: BookFormat,
    /// All sheets, in the order of the workbook.
    pub sheets: Vec<Sheet>,
    /// The place of the one that was read, or of the first of them.
    pub sheet: usize,
    /// Places of all sheets that are shown and have the columns of that one, itself among them, left to right: sales of a
    /// year are often kept on a sheet for each month. None where no other has them, or where columns are periods.
    pub alike: Vec<usize>,
    /// Whether all of those were read: the first one as it stands, then the rows of the others below their headers.
    pub together: bool,
    /// Rows read, blank ones included.
    pub rows: u32,
    /// Columns.
    pub columns: u32,
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

/// Gives one sheet of a workbook as text, in pieces, or several that are alike.
///
/// # Errors
/// See [`WorkbookError`]. Pieces may have been given before one that is over the limits.
pub fn convert(bytes: Vec<u8>, pick: &Pick, give: &mut impl FnMut(&[u8])) -> Result<Book, WorkbookError> {
    if bytes.len() as u64 > BYTES_MAX {
        return Err(WorkbookError::TooBig { bytes_max: BYTES_MAX });
    }
    let (format, mut sheets) = open(bytes)?;
    let list = sheets.list();
    let sheet = match pick {
        Pick::At(index) | Pick::Together(Some(index)) => *index,
        Pick::First | Pick::Together(None) => choice::first(&list, sheets.as_mut())?,
        Pick::Named(name) => list.iter().position(|sheet| sheet.name == *name).ok_or(WorkbookError::NoSuchSheet)?,
    };
    let alike = choice::alike(&list, sheets.as_mut(), sheet)?;
    let together = matches!(pick, Pick::Together(_)) && !alike.is_empty();
    let grid = sheets.read(sheet)?;
    // What the text is made from is not needed any more, where nothing else is read.
    let rest = Some(sheets).filter(|_| together);
    let (mut rows, mut columns) = lines::unfolded(grid).write(give)?;
    if let Some(mut sheets) = rest {
        for other in alike.iter().filter(|other| other.place != sheet) {
            let below = lines::unfolded(sheets.read(other.place)?).below(other.header_rows);
            let (more, wide) = below.write(give)?;
            (rows, columns) = (rows.saturating_add(more), columns.max(wide));
        }
    }
    let alike = alike.iter().map(|sheet| sheet.place).collect();
    Ok(Book { format, sheets: list, sheet, alike, together, rows, columns })
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
