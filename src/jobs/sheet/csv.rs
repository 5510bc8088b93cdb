//! A table as a CSV file that Excel opens by a double click, in both languages.
//!
//! Russian Excel takes `;` between cells and a comma in numbers, English Excel a comma and a point; both need a byte
//! order mark to see UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it
//! (OWASP, "CSV Injection"); numbers stay numbers.

use super::{Cell, Export};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::Separator;
use crate::analytics::date::Day;
use crate::i18n::{Currency, Format, Locale, messages};

/// The first sheet; what it was computed from stands in the last column of its first row.
#[must_use]
pub fn write(export: Export<'_>, format: Format) -> Vec<u8> {
    let mut table = Table::new(format.locale);
    if let Some(sheet) = export.sheets.into_iter().next() {
        let basis = messages(format.locale).export().basis;
        table.line(sheet.headers.iter().map(String::as_str).chain([basis]));
        let mut basis = Some(guarded(&export.basis.line(format)));
        for row in sheet.rows {
            let cells = row.iter().map(|cell| table.cell(cell)).collect::<Vec<_>>();
            table.line(cells.into_iter().chain([basis.take().unwrap_or_default()]));
        }
    }
    // The mark by which spreadsheets know UTF-8.
    ["\u{feff}".as_bytes(), &table.finish()].concat()
}

/// A table being written.
pub struct Table {
    locale: Locale,
    writer: ::csv::Writer<Vec<u8>>,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("locale", &self.locale).finish_non_exhaustive()
    }
}

impl Table {
    /// A table as the spreadsheets of a language take it.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        let separator = match locale {
            Locale::Ru => Separator::Semicolon,
            Locale::En => Separator::Comma,
        };
        Self::with_separator(locale, separator)
    }

    /// A table with a separator of its own.
    #[must_use]
    pub fn with_separator(locale: Locale, separator: Separator) -> Self {
        let writer = ::csv::WriterBuilder::new()
            .delimiter(separator.byte())
            .terminator(::csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(Vec::new());
        Self { locale, writer }
    }

    /// Adds a line.
    pub fn line<T: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = T>) {
        // Writing to memory cannot fail, and lines of any length are allowed.
        let _ = self.writer.write_record(cells);
    }

    /// The bytes.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => guarded(text),
            Cell::Count(count) => count.to_string(),
            Cell::Amount(sum) => self.sum(*sum),
            Cell::Share(ratio) | Cell::Ratio(ratio) if ratio.is_finite() => self.localised(&format!("{ratio:.6}")),
            Cell::Share(_) | Cell::Ratio(_) => String::new(),
            Cell::Day(day) => self.day(*day),
        }
    }

    fn sum(&self, sum: Sum) -> String {
        let text = sum.to_string();
        let text = text.strip_suffix("00").unwrap_or(&text);
        self.localised(text)
    }

    fn localised(&self, number: &str) -> String {
        match self.locale {
            Locale::Ru => number.replace('.', ","),
            Locale::En => number.to_owned(),
        }
    }

    fn day(&self, day: Day) -> String {
        match self.locale {
            Locale::Ru => Format { locale: Locale::Ru, currency: Currency::None }.date(day),
            // The one form that every English spreadsheet reads as a date, whatever its country.
            Locale::En => day.to_string(),
        }
    }
}

/// `text` so that no spreadsheet takes it for a formula.
#[must_use]
pub fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Like [`guarded`], but `-1 234,50` and `+7 900 123` stay as they are: they hold digits and nothing to call.
#[must_use]
pub fn guarded_unless_number(text: &str) -> String {
    let is_number = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-.,\u{2212}".contains(c));
    if is_number && !text.starts_with(['\t', '\r']) { text.to_owned() } else { guarded(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::sheet::{Basis, LeftOutLine, Sheet};

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        for (cell, written) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+1+cmd", "'+1+cmd"),
            ("\t=1", "'\t=1"),
            ("-1 234,50", "-1 234,50"),
            ("ООО «Ромашка»", "ООО «Ромашка»"),
            ("", ""),
        ] {
            assert_eq!(guarded_unless_number(cell), written);
        }
        assert_eq!(guarded("-Z"), "'-Z");
    }

    #[test]
    fn cells_are_written_as_the_language_writes_them() {
        let row = || {
            vec![
                Cell::text("-Z"),
                Cell::Count(12_345),
                Cell::Amount(Sum(-12_345_000)),
                Cell::Share(0.25),
                Cell::Ratio(f64::NAN),
                Cell::from(Day::from_ymd(2025, 1, 9)),
                Cell::Empty,
            ]
        };
        let basis = Basis {
            settings: vec![("File".to_owned(), "a.csv".to_owned())],
            left_out: vec![LeftOutLine { what: "без клиента".to_owned(), rows: 2, sum: Some(Sum(30_000)) }],
        };
        for (locale, line) in [
            (Locale::Ru, "'-Z;12345;-1234,50;0,250000;;09.01.2025;;File: a.csv; без клиента: 2 строки, сумма 3,00"),
            (Locale::En, "'-Z,12345,-1234.50,0.250000,,2025-01-09,,\"File: a.csv; без клиента: 2 rows, sum 3.00\""),
        ] {
            let format = Format { locale, currency: Currency::None };
            let sheets = vec![Sheet::new("any", ["a", "b", "c", "d", "e", "f", "g"], [row()])];
            let text = String::from_utf8(write(Export { sheets, basis: basis.clone() }, format)).unwrap();
            let written = text.lines().nth(1).unwrap().replace('\u{a0}', " ").replace("\"", "");
            assert_eq!(written, line.replace("\"", ""));
        }
    }
}
