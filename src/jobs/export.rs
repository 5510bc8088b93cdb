//! Tables as CSV files that Excel opens by a double click, in both languages.
//!
//! Russian Excel takes `;` between cells and a comma in numbers, English Excel a comma and a point; both need a byte
//! order mark to see UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it
//! (OWASP, "CSV Injection"); numbers stay numbers.

use crate::analytics::amount::Sum;
use crate::analytics::dataset::encode::encode;
use crate::analytics::dataset::{ImportReport, Separator};
use crate::analytics::date::Day;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, ClientRow, Label};
use crate::i18n::{Format, Locale, messages};

/// The clients of a list, one a line; what they were computed with stands in the last column of the first of them.
#[must_use]
pub fn clients(rows: impl Iterator<Item = ClientRow>, summary: &AbcXyzSummary, format: Format) -> Vec<u8> {
    let text = &messages(format.locale).export;
    let mut table = Table::new(format.locale);
    table.line([
        text.rank,
        text.client,
        text.class,
        text.value,
        text.share,
        text.share_with,
        text.orders,
        text.active,
        text.periods,
        text.cv,
        text.first,
        text.last,
        text.recency,
        text.labels,
        text.settings,
    ]);
    for (index, row) in rows.enumerate() {
        let labels: Vec<&str> =
            Label::ALL.into_iter().filter(|&label| row.labels.has(label)).map(|label| (text.label)(label)).collect();
        let settings = if index == 0 { (text.settings_line)(format, summary) } else { String::new() };
        let day = |day: Option<Day>| day.map_or_else(String::new, |day| table.day(day));
        let cells = [
            row.rank.to_string(),
            guarded(&row.client),
            // A class such as "-Z" begins with a minus and is a text.
            guarded(&row.cell.code()),
            table.sum(row.total),
            table.ratio(row.share),
            table.ratio(row.share_with),
            row.orders.to_string(),
            row.active.to_string(),
            row.periods.to_string(),
            row.cv.map_or_else(String::new, |cv| table.ratio(cv)),
            day(row.first),
            day(row.last),
            row.recency_days.map_or_else(String::new, |days| days.to_string()),
            labels.join(", "),
            guarded(&settings),
        ];
        table.line(cells);
    }
    // The mark by which spreadsheets know UTF-8.
    ["\u{feff}".as_bytes(), &table.finish()].concat()
}

/// The rows set aside in the form of the file that they come from: its columns, separator and encoding, so that they can
/// be mended where it is mended. Line and reason stand in front, where rows of any length leave them in place.
///
/// Cells are those of the file, except that what a spreadsheet would take for a formula is disarmed here as everywhere:
/// this file is made to be opened in one.
#[must_use]
pub fn set_aside(report: &ImportReport, format: Format) -> Vec<u8> {
    let text = &messages(format.locale).export;
    let mut table = Table::with_separator(format.locale, report.separator);
    table.line([text.line, text.reason].into_iter().chain(report.headers.iter().map(String::as_str)));
    for row in &report.set_aside_rows {
        let own = [row.line.to_string(), (text.reason_name)(row.reason).to_owned()];
        table.line(own.into_iter().chain(row.cells.iter().map(|cell| guarded_unless_number(cell))));
    }
    // Made of texts, so it is one.
    encode(&String::from_utf8(table.finish()).unwrap_or_default(), report.encoding)
}

/// A table being written.
struct Table {
    locale: Locale,
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    fn new(locale: Locale) -> Self {
        let separator = match locale {
            Locale::Ru => Separator::Semicolon,
            Locale::En => Separator::Comma,
        };
        Self::with_separator(locale, separator)
    }

    fn with_separator(locale: Locale, separator: Separator) -> Self {
        let writer = csv::WriterBuilder::new()
            .delimiter(separator.byte())
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(Vec::new());
        Self { locale, writer }
    }

    fn line<T: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = T>) {
        // Writing to memory cannot fail, and lines of any length are allowed.
        let _ = self.writer.write_record(cells);
    }

    fn finish(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }

    fn sum(&self, sum: Sum) -> String {
        let text = sum.to_string();
        let text = text.strip_suffix("00").unwrap_or(&text);
        self.localised(text)
    }

    fn ratio(&self, ratio: f64) -> String {
        self.localised(&format!("{ratio:.6}"))
    }

    fn localised(&self, number: &str) -> String {
        match self.locale {
            Locale::Ru => number.replace('.', ","),
            Locale::En => number.to_owned(),
        }
    }

    fn day(&self, day: Day) -> String {
        match self.locale {
            Locale::Ru => Format { locale: Locale::Ru, currency: crate::i18n::Currency::None }.date(day),
            // The one form that every English spreadsheet reads as a date, whatever its country.
            Locale::En => day.to_string(),
        }
    }
}

/// `text` so that no spreadsheet takes it for a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Like [`guarded`], but `-1 234,50` and `+7 900 123` stay as they are: they hold digits and nothing to call.
fn guarded_unless_number(text: &str) -> String {
    let is_number = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-.,\u{2212}".contains(c));
    if is_number && !text.starts_with(['\t', '\r']) { text.to_owned() } else { guarded(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
