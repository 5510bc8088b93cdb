//! XML tables of Excel 2003, and what readers of XML share.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::choice::ReadSheets;
use super::error::WorkbookError;
use super::grid::Grid;
use super::{Sheet, value};

/// The name by which the format knows itself.
const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";
/// Where that name stands at the latest.
const PROLOGUE_BYTES: usize = 4 << 10;

/// The value of an attribute of an element; broken ones are as good as none.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = element.try_get_attribute(name).ok()??;
    Some(quick_xml::escape::unescape(&value.value).ok()?.into_owned())
}

/// Adds the character that a reference (`&amp;`, `&#160;`) stands for; unknown ones are left out.
pub fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    if let Some(known) = quick_xml::escape::resolve_xml_entity(reference) {
        text.push_str(known);
    } else if let Ok(Some(character)) = reference.resolve_char_ref() {
        text.push(character);
    }
}

/// Whether the text is an XML table of Excel 2003.
pub fn is_workbook(text: &str) -> bool {
    let end = (0..=PROLOGUE_BYTES.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    text.get(..end).is_some_and(|prologue| prologue.contains(NAMESPACE) && prologue.contains("Workbook"))
}

/// Reads all sheets.
pub fn read(text: &str) -> Result<ReadSheets, WorkbookError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut book = Book::default();
    loop {
        match reader.read_event().map_err(|_| WorkbookError::Damaged)? {
            Event::Start(element) => book.start(&element),
            Event::End(element) => book.end(element.local_name().as_ref())?,
            Event::Text(text) if book.is_in_data => book.text.push_str(&text.xml10_content()),
            Event::CData(text) if book.is_in_data => book.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if book.is_in_data => push_reference(&reference, &mut book.text),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(ReadSheets(book.sheets))
}

/// A workbook being read.
#[derive(Default)]
struct Book {
    sheets: Vec<(Sheet, Grid)>,
    row: u32,
    column: u32,
    /// Columns beside its own that the cell is merged over.
    merged: u32,
    /// Rows below its own.
    merged_down: u32,
    kind: String,
    is_in_data: bool,
    /// What is noted about a cell is no value of it.
    is_in_comment: bool,
    text: String,
}

impl Book {
    fn start(&mut self, element: &BytesStart<'_>) {
        let count = |name: &str| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        match element.local_name().as_ref() {
            "Worksheet" => {
                let name = attribute(element, "ss:Name").unwrap_or_default();
                self.sheets.push((Sheet { name, hidden: false }, Grid::default()));
                self.row = 0;
            }
            "Row" => {
                // Rows and cells that are not written are skipped by the number of the next one.
                self.row = count("ss:Index").map_or(self.row, |index| index.saturating_sub(1));
                self.column = 0;
            }
            "Cell" => {
                self.column = count("ss:Index").map_or(self.column, |index| index.saturating_sub(1));
                self.merged = count("ss:MergeAcross").unwrap_or(0);
                self.merged_down = count("ss:MergeDown").unwrap_or(0);
            }
            "Comment" => self.is_in_comment = true,
            "Data" if !self.is_in_comment => {
                self.kind = attribute(element, "ss:Type").unwrap_or_default();
                self.text.clear();
                self.is_in_data = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), WorkbookError> {
        match name {
            "Row" => self.row = self.row.saturating_add(1),
            "Cell" => self.column = self.column.saturating_add(1).saturating_add(self.merged),
            "Comment" => self.is_in_comment = false,
            "Data" if self.is_in_data => {
                self.is_in_data = false;
                let text = self.text.trim();
                let text = match self.kind.as_str() {
                    "Number" => text.parse().map_or_else(|_| text.to_owned(), value::number),
                    "DateTime" => value::iso(text),
                    "Boolean" => value::truth(text == "1").to_owned(),
                    _ => text.to_owned(),
                };
                if let Some((_, grid)) = self.sheets.last_mut() {
                    grid.put(self.row, self.column, &text)?;
                    let last = (self.row.saturating_add(self.merged_down), self.column.saturating_add(self.merged));
                    grid.merge((self.row, self.column), last);
                }
            }
            _ => {}
        }
        Ok(())
    }
}
