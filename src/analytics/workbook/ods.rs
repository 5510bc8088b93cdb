//! ODS: one XML part with all sheets, read as it comes.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::choice::ReadSheets;
use super::error::WorkbookError;
use super::grid::{CELLS_MAX, Grid, ROWS_MAX};
use super::xml::{attribute, push_reference};
use super::{Sheet, value};
use crate::analytics::dataset::CurrencyCode;

/// Largest manifest that is looked through for encryption.
const MANIFEST_BYTES_MAX: u64 = 4 << 20;

/// Reads all sheets.
pub fn read(bytes: Vec<u8>) -> Result<ReadSheets, WorkbookError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookError::Damaged)?;
    if let Ok(manifest) = archive.by_name("META-INF/manifest.xml") {
        let mut text = String::new();
        let read = manifest.take(MANIFEST_BYTES_MAX).read_to_string(&mut text);
        if read.is_ok() && text.contains("encryption-data") {
            return Err(WorkbookError::Encrypted);
        }
    }
    let content = archive.by_name("content.xml").map_err(|_| WorkbookError::NotAWorkbook)?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut document = Document::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| WorkbookError::Damaged)? {
            Event::Start(element) => document.start(&element)?,
            Event::End(element) => document.end(element.name().as_ref())?,
            Event::Text(text) => document.push_text(&text.xml10_content()),
            Event::CData(text) => document.push_text(&text.xml10_content()),
            Event::GeneralRef(reference) if document.is_in_text() => push_reference(&reference, &mut document.text),
            Event::Eof => break,
            _ => {}
        }
    }
    if document.is_spreadsheet { Ok(ReadSheets(document.sheets)) } else { Err(WorkbookError::NotAWorkbook) }
}

/// A document being read.
#[derive(Default)]
struct Document {
    is_spreadsheet: bool,
    /// The style whose properties come, and the styles of tables that are not shown.
    style: String,
    hidden_styles: Vec<String>,
    sheets: Vec<(Sheet, Grid)>,
    /// Cells filled on all sheets: a few bytes can repeat a cell over a whole sheet.
    filled: u64,
    /// Tables within each other: only the outer ones are sheets.
    tables: u32,
    row: u32,
    rows_repeated: u32,
    column: u32,
    cell: Option<Cell>,
    /// Paragraphs within each other, and notes: what is in them is no value of the cell.
    paragraphs: u32,
    notes: u32,
    text: String,
}

/// A cell being read.
struct Cell {
    repeated: u32,
    /// Columns that it is merged over.
    spanned: u32,
    /// Rows that it is merged over.
    rows_spanned: u32,
    /// What it holds, unless that is its text.
    value: Option<String>,
    currency: Option<CurrencyCode>,
}

impl Document {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        let count = |name: &str| attribute(element, name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(1).max(1);
        match element.name().as_ref() {
            "office:spreadsheet" => self.is_spreadsheet = true,
            "style:style" => self.style = attribute(element, "style:name").unwrap_or_default(),
            "style:table-properties" if attribute(element, "table:display").as_deref() == Some("false") => {
                self.hidden_styles.push(self.style.clone());
            }
            "table:table" => {
                self.tables += 1;
                if self.tables == 1 {
                    let style = attribute(element, "table:style-name").unwrap_or_default();
                    let name = attribute(element, "table:name").unwrap_or_default();
                    let hidden = self.hidden_styles.contains(&style);
                    self.sheets.push((Sheet { name, hidden }, Grid::default()));
                    self.row = 0;
                }
            }
            "table:table-row" if self.tables == 1 => {
                self.rows_repeated = count("table:number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" if self.tables == 1 && self.cell.is_none() => {
                self.text.clear();
                self.cell = Some(Cell {
                    repeated: count("table:number-columns-repeated"),
                    spanned: count("table:number-columns-spanned"),
                    rows_spanned: count("table:number-rows-spanned"),
                    value: value_of(element),
                    currency: attribute(element, "office:currency").and_then(|code| CurrencyCode::from_code(&code)),
                });
            }
            "office:annotation" => self.notes += 1,
            "text:p" | "text:h" if self.is_in_cell() => {
                if self.paragraphs == 0 && !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.paragraphs += 1;
            }
            "text:s" if self.is_in_text() => self.text.push(' '),
            "text:tab" | "text:line-break" if self.is_in_text() => self.text.push(' '),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), WorkbookError> {
        match name {
            "table:table" => self.tables = self.tables.saturating_sub(1),
            "table:table-row" if self.tables == 1 => self.row = self.row.saturating_add(self.rows_repeated),
            "table:table-cell" | "table:covered-table-cell" if self.tables == 1 => self.end_cell()?,
            "office:annotation" => self.notes = self.notes.saturating_sub(1),
            "text:p" | "text:h" if self.is_in_cell() => self.paragraphs = self.paragraphs.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    const fn is_in_cell(&self) -> bool {
        self.cell.is_some() && self.notes == 0 && self.tables == 1
    }

    const fn is_in_text(&self) -> bool {
        self.is_in_cell() && self.paragraphs > 0
    }

    fn push_text(&mut self, text: &str) {
        if self.is_in_text() {
            self.text.push_str(text);
        }
    }

    fn end_cell(&mut self) -> Result<(), WorkbookError> {
        let Some(Cell { repeated, spanned, rows_spanned, value, currency }) = self.cell.take() else { return Ok(()) };
        self.paragraphs = 0;
        let text = value.as_deref().unwrap_or(&self.text);
        if let Some((_, grid)) = self.sheets.last_mut()
            && !text.trim().is_empty()
        {
            self.filled = self.filled.saturating_add(u64::from(repeated) * u64::from(self.rows_repeated));
            if self.filled > CELLS_MAX as u64 {
                return Err(WorkbookError::TooManyCells { cells_max: CELLS_MAX as u64 });
            }
            // Empty cells repeat to the end of the sheet, filled ones as often as somebody filled them.
            for row in (self.row..ROWS_MAX.max(self.row.saturating_add(1))).take(self.rows_repeated as usize) {
                for column in (self.column..).take(repeated as usize) {
                    grid.put_in(row, column, text, currency)?;
                }
            }
            let last = (self.row.saturating_add(rows_spanned - 1), self.column.saturating_add(spanned - 1));
            grid.merge((self.row, self.column), last);
        }
        self.column = self.column.saturating_add(repeated);
        Ok(())
    }
}

/// The value that the attributes of a cell hold; `None` where its text is the value.
fn value_of(element: &BytesStart<'_>) -> Option<String> {
    match attribute(element, "office:value-type")?.as_str() {
        "float" | "currency" | "percentage" => {
            attribute(element, "office:value")?.parse().ok().map(|number: f64| value::number(number))
        }
        "date" => attribute(element, "office:date-value").map(|moment| value::iso(&moment)),
        "boolean" => attribute(element, "office:boolean-value").map(|text| value::truth(text == "true").to_owned()),
        "string" => attribute(element, "office:string-value"),
        _ => None,
    }
}
