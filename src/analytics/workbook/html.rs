//! Tables of web pages, as 1C and some CRMs save under the name of a workbook.
//!
//! Read as browsers do, as far as tables go: cells and rows end where the next begins, whatever is closed or not. Each
//! table is a sheet, a table within a table too: reports often stand in a table that only holds the page together.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::choice::ReadSheets;
use super::error::WorkbookError;
use super::grid::Grid;
use super::{Sheet, value};
use crate::analytics::dataset::Encoding;
use crate::analytics::dataset::encoding::{Decoder, detect};
use crate::analytics::dataset::number;

/// Where a page names its encoding at the latest, as browsers have it.
const PROLOGUE_BYTES: usize = 1_024;
/// Most columns and rows that a cell may be merged over: what browsers take.
const SPAN_MAX: u32 = 1_000;
/// Tables within each other; more are no page of people.
const DEPTH_MAX: usize = 64;

/// The text of a page: by its byte order mark, by what it says of itself unless its letters are plainly others, else by
/// these. What is well-formed UTF-8 was hardly ever meant as anything else.
pub fn decode(bytes: &[u8]) -> String {
    let detected = detect(bytes);
    let has_mark = matches!(bytes, [0xef, 0xbb, 0xbf, ..] | [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    let encoding = match named_encoding(bytes) {
        Some(named) if !has_mark && named != Encoding::Utf8 && detected.encoding != Encoding::Utf8 => named,
        _ => detected.encoding,
    };
    let mut text = String::new();
    let mut give = |part: &str| -> Result<(), std::convert::Infallible> {
        text.push_str(part);
        Ok(())
    };
    let Ok(()) = Decoder::new(encoding).push(bytes, &mut give);
    text
}

/// The encoding that stands behind `charset=` or `encoding=` at the beginning, if it is one of ours.
fn named_encoding(bytes: &[u8]) -> Option<Encoding> {
    let prologue = bytes.get(..PROLOGUE_BYTES).unwrap_or(bytes);
    let prologue = String::from_utf8_lossy(prologue).to_lowercase();
    let (_, after) = prologue.split_once("charset=").or_else(|| prologue.split_once("encoding="))?;
    let after = after.trim_start_matches(['"', '\'', ' ']);
    let name: String = after.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    match name.as_str() {
        "utf-8" | "utf8" => Some(Encoding::Utf8),
        "windows-1251" | "cp1251" | "x-cp1251" | "win-1251" => Some(Encoding::Windows1251),
        "koi8-r" => Some(Encoding::Koi8R),
        "windows-1252" | "cp1252" => Some(Encoding::Windows1252),
        "ibm866" | "cp866" | "dos-866" => Some(Encoding::Cp866),
        _ => None,
    }
}

/// Reads all tables.
///
/// # Errors
/// [`WorkbookError::NoTable`] when the page has none, and over the limits.
pub fn read(text: &str) -> Result<ReadSheets, WorkbookError> {
    let mut page = Page::default();
    let mut emitter = DefaultEmitter::default();
    // What looks like a tag in scripts and styles is none.
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => page.start(&tag)?,
            Token::EndTag(tag) => page.end(&tag.name)?,
            Token::String(text) => page.push_text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    while page.end_table()? {}
    match page.sheets.is_empty() {
        true => Err(WorkbookError::NoTable),
        false => Ok(ReadSheets(page.sheets)),
    }
}

/// A page being read.
#[derive(Default)]
struct Page {
    sheets: Vec<(Sheet, Grid)>,
    /// Tables that are open, the innermost last.
    open: Vec<Table>,
    /// Tables too deep within others: their ends end nothing.
    too_deep: usize,
    /// In what is not shown: a script, a style, an element that says so of itself.
    is_hidden: bool,
    /// That element, and how many of its name are open from it on.
    hidden: Option<(Vec<u8>, usize)>,
}

/// A table being read.
#[derive(Default)]
struct Table {
    /// Its place among the sheets.
    sheet: usize,
    /// Rows that have begun.
    rows: u32,
    column: u32,
    /// For each column, the first row that is not covered by a cell from above.
    covered_until: Vec<u32>,
    part: Part,
    text: String,
    /// The number of the cell as the spreadsheet has it.
    exact: Option<String>,
    columns_spanned: u32,
    rows_spanned: u32,
}

/// What of a table is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// Neither of the others.
    #[default]
    Nothing,
    Caption,
    Cell,
}

impl Page {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), WorkbookError> {
        if let Some((_, depth)) = self.hidden.as_mut().filter(|(name, _)| *name == tag.name.as_slice()) {
            *depth += 1;
        }
        match tag.name.as_slice() {
            b"table" if self.open.len() >= DEPTH_MAX => self.too_deep += 1,
            b"table" => {
                self.open.push(Table { sheet: self.sheets.len(), ..Table::default() });
                self.sheets.push((Sheet { name: String::new(), hidden: false }, Grid::default()));
            }
            b"tr" => {
                self.end_part()?;
                if let Some(table) = self.open.last_mut() {
                    table.rows = table.rows.saturating_add(1);
                    table.column = 0;
                }
            }
            b"td" | b"th" => {
                self.end_part()?;
                if let Some(table) = self.open.last_mut() {
                    table.begin_cell(span(tag, b"colspan"), span(tag, b"rowspan"));
                    table.exact = exact_value(tag);
                }
            }
            b"caption" => {
                self.end_part()?;
                if let Some(table) = self.open.last_mut() {
                    table.part = Part::Caption;
                }
            }
            b"script" | b"style" => self.is_hidden = true,
            // The number of a footnote stands behind another number; what stands behind a unit belongs to it.
            b"sup" => self.is_hidden |= self.ends_with_digit(),
            b"span" | b"div" | b"p" | b"font" | b"b" | b"i" | b"a" if self.hidden.is_none() && is_not_shown(tag) => {
                self.hidden = Some((tag.name.to_vec(), 1));
                self.is_hidden = true;
            }
            b"br" | b"p" | b"div" | b"li" => self.push_text(" "),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), WorkbookError> {
        if let Some((_, depth)) = self.hidden.as_mut().filter(|(hidden, _)| hidden == name) {
            *depth -= 1;
            if *depth == 0 {
                (self.hidden, self.is_hidden) = (None, false);
            }
        }
        match name {
            b"script" | b"style" | b"sup" => self.is_hidden = self.hidden.is_some(),
            b"table" if self.too_deep > 0 => self.too_deep -= 1,
            b"table" => {
                self.end_table()?;
            }
            b"td" | b"th" | b"tr" | b"caption" => self.end_part()?,
            _ => {}
        }
        Ok(())
    }

    fn push_text(&mut self, text: &str) {
        if self.is_hidden {
            return;
        }
        if let Some(table) = self.open.last_mut().filter(|table| table.part != Part::Nothing) {
            table.text.push_str(text);
        }
    }

    /// Whether the text of the open cell ends with a digit.
    fn ends_with_digit(&self) -> bool {
        self.open.last().is_some_and(|table| table.text.trim_end().ends_with(|c: char| c.is_ascii_digit()))
    }

    /// Ends the innermost table; says whether there was one.
    fn end_table(&mut self) -> Result<bool, WorkbookError> {
        self.end_part()?;
        Ok(self.open.pop().is_some())
    }

    /// Ends the cell or caption of the innermost table, if one is open.
    fn end_part(&mut self) -> Result<(), WorkbookError> {
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        let Some((sheet, grid)) = self.sheets.get_mut(table.sheet) else { return Ok(()) };
        let text = one_line(&table.text);
        // Rounded for the eye, or in thousands.
        let text = match table.exact.take() {
            Some(exact) if table.part == Part::Cell && number::looks_numeric(&text) => exact,
            _ => text,
        };
        match std::mem::take(&mut table.part) {
            Part::Nothing => {}
            Part::Caption => sheet.name = text,
            Part::Cell => {
                let row = table.rows.saturating_sub(1);
                grid.put(row, table.column, &text)?;
                let last = (row + table.rows_spanned - 1, table.column + table.columns_spanned - 1);
                grid.merge((row, table.column), last);
                table.end_cell();
            }
        }
        table.text.clear();
        Ok(())
    }
}

impl Table {
    fn begin_cell(&mut self, columns: u32, rows: u32) {
        // A cell outside of rows begins the first one.
        self.rows = self.rows.max(1);
        while self.covered_until.get(self.column as usize).is_some_and(|&until| until >= self.rows) {
            self.column += 1;
        }
        (self.columns_spanned, self.rows_spanned) = (columns, rows);
        self.part = Part::Cell;
    }

    fn end_cell(&mut self) {
        let end = self.column.saturating_add(self.columns_spanned);
        if self.rows_spanned > 1 && (end as usize) <= super::grid::SHEET_COLUMNS as usize {
            if self.covered_until.len() < end as usize {
                self.covered_until.resize(end as usize, 0);
            }
            let until = self.rows.saturating_add(self.rows_spanned - 1);
            for covered in self.covered_until.iter_mut().take(end as usize).skip(self.column as usize) {
                *covered = until;
            }
        }
        self.column = end;
    }
}

/// The number of a cell that Excel (`x:num`) or LibreOffice (`sdval`) writes beside what the cell shows.
fn exact_value(tag: &StartTag<()>) -> Option<String> {
    let names = [b"x:num".as_slice(), b"sdval".as_slice()];
    let value = names.into_iter().find_map(|name| tag.attributes.get(name))?;
    let number: f64 = String::from_utf8_lossy(value).trim().parse().ok()?;
    Some(value::number(number))
}

/// Whether an element says of itself that it is not shown.
fn is_not_shown(tag: &StartTag<()>) -> bool {
    let style = tag.attributes.get(b"style".as_slice()).map(|style| String::from_utf8_lossy(style).to_lowercase());
    let style = style.map(|style| style.replace(char::is_whitespace, ""));
    style.is_some_and(|style| style.contains("display:none")) || tag.attributes.contains_key(b"hidden".as_slice())
}

/// How many columns or rows a cell takes.
fn span(tag: &StartTag<()>, name: &[u8]) -> u32 {
    let text = tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).trim().to_owned());
    text.and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, SPAN_MAX)
}

/// Text as a page shows it: line breaks and runs of spaces are one space; no-break spaces stay.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(page: &str) -> Vec<(String, String)> {
        let sheets = read(page).unwrap().0;
        let text = |grid: Grid| {
            let mut out = Vec::new();
            grid.write(&mut |piece| out.extend_from_slice(piece)).unwrap();
            String::from_utf8(out).unwrap()
        };
        sheets.into_iter().map(|(sheet, grid)| (sheet.name, text(grid))).collect()
    }

    #[test]
    fn tables_as_browsers_read_them() {
        for (page, expected) in [
            ("<table><tr><td>a<td>b<tr><td>1<td>2</table>", "a\tb\n1\t2\n"),
            ("<table><tr><td>64 434<sup>1</sup><td>м<sup>2</sup><td>5 <SUP>a</SUP>b</table>", "64 434\tм2\t5 b\n"),
            (
                "<table><td x:num='64519.85'>64 520<td x:num>7<td sdval='46054' sdnum='1049;'>01.02.2026<td x:num=2>два</table>",
                "64519.85\t7\t01.02.2026\tдва\n",
            ),
            (
                "<table><td>A<span style='Display: none'>x<span>y</span><sup>2</sup>z</span>B<td>c<p hidden>d</p>e</table>",
                "AB\tce\n",
            ),
            (
                "<TABLE><TR><TH>Сумма,&nbsp;руб.<TD> x\n <b>y</b><br>z &lt; &#8381;</TABLE>",
                "Сумма,\u{a0}руб.\tx y z < ₽\n",
            ),
            ("<table><td rowspan=2>a<td>b<tr><td>c</table>", "a\tb\n\tc\n"),
            ("<table><tr><td rowspan=3>a<td colspan=2>b<tr><td>c<td>d<tr><td>e</table>", "a\tb\tb\n\tc\td\n\te\t\n"),
            ("<table><tr><td>a</td></tr><tr></tr><tr><td>b</td></tr></table>", "a\n\nb\n"),
            ("<table><style>td { x: y }</style><tr><td>a<script>var b = '<td>';</script></table>", "a\n"),
            ("text <td>outside</td> <table><tr><td>never closed", "never closed\n"),
            ("<table><tr><td colspan=999999999>a<td>b</table>", "a\tb\n"),
        ] {
            let found = tables(page);
            assert_eq!(found.len(), 1, "{page}");
            assert_eq!(found[0].1, expected, "{page}");
        }
    }

    #[test]
    fn a_table_within_a_table_is_one_of_its_own() {
        let found = tables("<table><caption>Page</caption><tr><td>logo<td><table><tr><td>a<td>b</table>more</table>");
        let expected = [("Page", "logo\tmore\n"), ("", "a\tb\n")];
        assert_eq!(found, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }

    #[test]
    fn pages_without_tables_and_endless_ones() {
        assert_eq!(read("<html><p>Sign in").map(|_| ()), Err(WorkbookError::NoTable));
        assert!(read(&"<table><tr><td>".repeat(100_000)).is_ok());
    }

    #[test]
    fn encodings_by_mark_by_name_by_letters() {
        let windows = b"<meta charset=windows-1251>\xcf\xf0\xe8";
        let nameless = b"<p>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0. \xca\xeb\xe8\xe5\xed\xf2 \xe8 \xf1\xf3\xec\xec\xe0";
        let modern = "<meta charset=windows-1251><p>Клиент".as_bytes();
        let mislabelled = "\u{feff}<meta charset=windows-1251>При".as_bytes();
        let untrue =
            b"<meta charset='utf-8'>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0 \xe8 \xe2\xf1\xe5 \xe4\xf0\xf3\xe3\xe8\xe5";
        for (bytes, has) in [
            (windows.as_slice(), "При"),
            (nameless, "Привет, мир. Клиент"),
            (mislabelled, "При"),
            (modern, "Клиент"),
            (untrue, "Привет, мир"),
        ] {
            assert!(decode(bytes).contains(has), "{}", decode(bytes));
        }
    }
}
