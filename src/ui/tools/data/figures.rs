//! Cells of the preview in the user's own way of writing: the reader gives plain decimals and ISO dates.

use crate::analytics::amount::{PLACES, Sum, UNIT};
use crate::analytics::date::Day;
use crate::i18n::Format;

/// A plain decimal (`-1234.5`) as a sum; `None` for anything else, or for more places than a sum keeps.
pub fn parse_decimal(text: &str) -> Option<Sum> {
    let (negative, magnitude) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = magnitude.split_once('.').unwrap_or((magnitude, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > PLACES as usize {
        return None;
    }
    let whole: i128 = whole.parse().ok()?;
    let fraction: i128 = format!("{fraction:0<width$}", width = PLACES as usize).parse().ok()?;
    let units = whole.checked_mul(i128::from(UNIT))?.checked_add(fraction)?;
    Some(Sum(if negative { -units } else { units }))
}

/// An ISO date (`2026-11-21`) as a day; `None` for anything else.
pub fn parse_day(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A cell as read, in the user's format: numbers with as many places as the file writes, and never fewer than they have.
pub fn shown(read: &str, raw: &str, format: Format) -> String {
    if let Some(sum) = parse_decimal(read) {
        let (whole, fraction) = read.split_once('.').unwrap_or((read, ""));
        let needed = fraction.trim_end_matches('0').len();
        // Marks may stand for thousands; but digits that are not of the whole are of the fraction.
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
        let written = digits(raw).saturating_sub(digits(whole));
        let places = u32::try_from(needed.max(written)).unwrap_or(PLACES).min(PLACES);
        return format.decimal(sum, places);
    }
    parse_day(read).map_or_else(|| read.to_owned(), |day| format.date(day))
}

/// Whether `raw` says something that `shown` does not: white space alone does not count.
pub fn differs(raw: &str, shown: &str) -> bool {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    solid(raw) != solid(shown)
}

/// Letters of a cell that the preview shows: no more fit, and a cell may hold a whole book.
const CELL_CHARS_MAX: usize = 160;

/// The beginning of a cell.
pub fn clipped(raw: &str) -> String {
    match raw.char_indices().nth(CELL_CHARS_MAX) {
        Some((end, _)) => format!("{}…", raw.get(..end).unwrap_or_default()),
        None => raw.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Currency, Locale};

    const RU: Format = Format { locale: Locale::Ru, currency: Currency::Rub };
    const EN: Format = Format { locale: Locale::En, currency: Currency::Usd };

    #[test]
    fn plain_decimals() {
        for (text, units) in [
            ("3123.40", Some(31_234_000)),
            ("-0.0001", Some(-1)),
            ("23", Some(230_000)),
            ("7.", Some(70_000)),
            ("", None),
            ("-", None),
            (".5", None),
            ("1.23456", None),
            ("1,5", None),
            ("--1", None),
            ("12a", None),
        ] {
            assert_eq!(parse_decimal(text), units.map(Sum), "{text}");
        }
    }

    #[test]
    fn cells_in_the_users_format() {
        for (raw, read, ru, en) in [
            ("3 123,40", "3123.4000", "3123,40", "3,123.40"),
            ("12.345,50-", "-12345.5", "\u{2212}12\u{202f}345,50", "\u{2212}12,345.50"),
            ("24\u{a0}650,00", "24650", "24\u{202f}650,00", "24,650.00"),
            ("1,234", "1234", "1234", "1,234"),
            ("23", "23.0000", "23", "23"),
            ("0,125 ₽", "0.1250", "0,125", "0.125"),
            ("1e3", "1000", "1000", "1,000"),
            ("04.07.1996", "1996-07-04", "04.07.1996", "4\u{a0}Jul\u{a0}1996"),
            ("x", "1996-13-04", "1996-13-04", "1996-13-04"),
            ("x", "10-20", "10-20", "10-20"),
        ] {
            assert_eq!(shown(read, raw, RU), ru);
            assert_eq!(shown(read, raw, EN), en);
        }
    }

    #[test]
    fn long_cells_are_cut_between_letters() {
        assert_eq!(clipped("short"), "short");
        let long = "ё".repeat(CELL_CHARS_MAX + 1);
        assert_eq!(clipped(&long), format!("{}…", "ё".repeat(CELL_CHARS_MAX)));
        assert_eq!(clipped(&"ё".repeat(CELL_CHARS_MAX)), "ё".repeat(CELL_CHARS_MAX));
    }

    #[test]
    fn raw_text_is_repeated_only_where_it_says_more() {
        for (raw, shown, more) in [
            ("3\u{a0}123,40", "3123,40", false),
            ("3 123,40", "3,123.40", true),
            (" 04.07.1996", "04.07.1996", false),
            ("35,30", "35,30", false),
        ] {
            assert_eq!(differs(raw, shown), more, "{raw} / {shown}");
        }
    }
}
