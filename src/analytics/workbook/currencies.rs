//! Currencies that a workbook of Excel names in the formats of its numbers and nowhere else: `#,##0.00 [$€-407]`.
//!
//! The library gives the values of cells without their formats, so styles are looked up here, and a sheet is gone through
//! once more where one of them names a currency. What cannot be read says nothing.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::grid::CELLS_MAX;
use super::xml::attribute;
use crate::analytics::dataset::{CurrencyCode, currency_of_header};

/// Styles that are looked at; Excel allows 65,490.
const STYLES_MAX: usize = 1 << 17;
/// Largest of the small parts of a workbook that is read.
const PART_BYTES_MAX: u64 = 64 << 20;

/// A cell whose format names a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    pub row: u32,
    pub column: u32,
    pub currency: CurrencyCode,
}

/// The currencies of a workbook's styles, and where its sheets are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Formats {
    styles: Vec<Option<CurrencyCode>>,
    /// Names and parts of the sheets.
    sheets: Vec<(String, String)>,
}

impl Formats {
    /// The formats of a workbook; nothing if none names a currency.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let styles = styles(&part(&mut archive, "xl/styles.xml")?);
        if styles.iter().all(Option::is_none) {
            return None;
        }
        let (book, links) = (part(&mut archive, "xl/workbook.xml")?, part(&mut archive, "xl/_rels/workbook.xml.rels")?);
        Some(Self { styles, sheets: sheets(&book, &links) })
    }

    /// The cells of a sheet with a currency, as they stand in the file, to the first that `is_enough`.
    pub(super) fn cells(&self, bytes: &[u8], sheet: &str, is_enough: impl Fn(u32) -> bool) -> Vec<Marked> {
        let mut cells = Vec::new();
        let Some((_, part)) = self.sheets.iter().find(|(name, _)| name == sheet) else { return cells };
        let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return cells };
        let Ok(part) = archive.by_name(part) else { return cells };
        let mut reader = Reader::from_reader(BufReader::new(part));
        let (mut buffer, mut row, mut column) = (Vec::new(), 0_u32, 0_u32);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                    "row" => {
                        row = attribute(&element, "r").and_then(|row| row.parse().ok()).unwrap_or(row + 1);
                        column = 0;
                        if is_enough(row.saturating_sub(1)) {
                            break;
                        }
                    }
                    "c" => {
                        column = attribute(&element, "r").and_then(|place| column_of(&place)).unwrap_or(column + 1);
                        if let Some(currency) = self.currency(&element) {
                            let (row, column) = (row.saturating_sub(1), column.saturating_sub(1));
                            cells.push(Marked { row, column, currency });
                        }
                    }
                    _ => {}
                },
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
            if cells.len() >= CELLS_MAX {
                break;
            }
        }
        cells
    }

    /// The currency of a cell with a number.
    fn currency(&self, cell: &BytesStart<'_>) -> Option<CurrencyCode> {
        let style: usize = attribute(cell, "s")?.parse().ok()?;
        let currency = self.styles.get(style).copied().flatten()?;
        attribute(cell, "t").is_none_or(|kind| kind == "n").then_some(currency)
    }
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(PART_BYTES_MAX).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Goes through the elements of a part.
fn elements(text: &str, mut see: impl FnMut(&BytesStart<'_>, bool)) {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element, true),
            Ok(Event::End(element)) => see(&BytesStart::new(element.name().as_ref()), false),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

/// The currency of each style that cells may have.
fn styles(text: &str) -> Vec<Option<CurrencyCode>> {
    let (mut formats, mut styles, mut is_of_cells) = (BTreeMap::new(), Vec::new(), false);
    elements(text, |element, begins| match (element.local_name().as_ref(), begins) {
        ("numFmt", true) if formats.len() < STYLES_MAX => {
            let format = attribute(element, "numFmtId").zip(attribute(element, "formatCode"));
            formats.extend(format.and_then(|(id, code)| Some((id, of_format(&code)?))));
        }
        ("cellXfs", begins) => is_of_cells = begins,
        ("xf", true) if is_of_cells && styles.len() < STYLES_MAX => {
            styles.push(attribute(element, "numFmtId").and_then(|id| formats.get(&id).copied()));
        }
        _ => {}
    });
    styles
}

/// Names and parts of the sheets.
fn sheets(book: &str, links: &str) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    elements(links, |element, begins| {
        if begins && element.local_name().as_ref() == "Relationship" {
            parts.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    });
    let mut sheets = Vec::new();
    elements(book, |element, begins| {
        if begins && element.local_name().as_ref() == "sheet" {
            let link = attribute(element, "r:id");
            let part = parts
                .iter()
                .find(|(id, _)| Some(id) == link.as_ref())
                .map(|(_, target)| target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned));
            sheets.extend(attribute(element, "name").zip(part));
        }
    });
    sheets
}

/// The column of `C7`, from 1.
fn column_of(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_u32, |column, letter| {
        column.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    (column > 0).then_some(column)
}

/// The currency that a format shows beside positive numbers: `[$€-407]`, `"руб."`, `$` and the like.
fn of_format(code: &str) -> Option<CurrencyCode> {
    let mut letters = code.chars().take_while(|&letter| letter != ';');
    let mut bare = String::new();
    while let Some(letter) = letters.next() {
        let found = match letter {
            '[' => {
                let inside: String = letters.by_ref().take_while(|&letter| letter != ']').collect();
                // `[$-419]` is a language alone, `[Red]` a colour.
                let name = inside.strip_prefix('$').and_then(|name| name.split('-').next()).unwrap_or_default();
                of_word(name).or_else(|| CurrencyCode::from_code(name))
            }
            '"' => of_word(&letters.by_ref().take_while(|&letter| letter != '"').collect::<String>()),
            // A space as wide as the next letter, and that letter to fill a cell with: neither is shown as such.
            '_' | '*' => {
                letters.next();
                None
            }
            _ => {
                bare.push(if letter == '$' || !letter.is_ascii() { letter } else { ' ' });
                None
            }
        };
        if found.is_some() {
            return found;
        }
    }
    bare.split_whitespace().find_map(of_word)
}

/// The currency that a word is; nothing of two, and of words that only begin like one: «рубок». «р.» alone is how Excel wrote
/// roubles for many years.
fn of_word(text: &str) -> Option<CurrencyCode> {
    const WORDS: &[&str] = &["руб", "рубль", "рубля", "рублей", "тг", "тенге", "грн", "сом", "сум", "лари", "драм"];
    let word = text.trim().trim_end_matches('.').to_lowercase();
    let is_short = word.chars().all(|letter| !letter.is_alphabetic()) || word.len() == 3 && word.is_ascii();
    match word.as_str() {
        "р" => Some(CurrencyCode::RUB),
        _ if is_short || WORDS.contains(&word.as_str()) => currency_of_header(&word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_of_formats() {
        for (format, currency) in [
            ("#,##0.00\\ [$€-407]", "EUR"),
            ("[$$-409]#,##0.00", "USD"),
            ("#,##0.00\\ \"₽\"", "RUB"),
            ("_-* #,##0.00\\ \"₽\"_-;\\-* #,##0.00\\ \"₽\"_-", "RUB"),
            ("#,##0\"р.\"", "RUB"),
            ("\"$\"#,##0.00", "USD"),
            ("[$USD]\\ #,##0.00", "USD"),
            ("#,##0.00 $", "USD"),
            ("[$₸-43F]#,##0.00", "KZT"),
            ("#,##0\" руб.\"", "RUB"),
        ] {
            let found = of_format(format);
            assert_eq!(found.as_ref().map(CurrencyCode::code), Some(currency), "{format}");
        }
        for format in [
            "General",
            "#,##0.00",
            "0%",
            "dd\\.mm\\.yyyy",
            "[$-419]d mmm yyyy",
            "#,##0\" шт.\"",
            "0.00E+00",
            "[Red]-#,##0",
        ] {
            assert_eq!(of_format(format), None, "{format}");
        }
    }

    #[test]
    fn columns_by_letters() {
        for (place, column) in
            [("A1", Some(1)), ("Z9", Some(26)), ("AA10", Some(27)), ("XFD1", Some(16_384)), ("7", None)]
        {
            assert_eq!(column_of(place), column, "{place}");
        }
    }
}
