//! The two readings of cells that can be read in two ways: 03/04/2026, and 1,234.
//!
//! Whether a file needs the question is the reader's finding (`date_order_ambiguous`, `decimal_ambiguous` of the
//! report); here the first such cells are laid out both ways, so that the user can tell which one is meant.

use crate::analytics::amount::Sum;
use crate::analytics::dataset::{DateOrder, DecimalMark, Field, Inspection};
use crate::analytics::date::Day;

use super::figures::{parse_day, parse_decimal};

/// Cells enough to recognise one's own sales by.
const SAMPLES: usize = 3;
/// Digits of a group of thousands; with as many after it, a mark can mean either thing.
const GROUP: usize = 3;

/// A cell and its two meanings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// The cell as it stands in the file.
    pub raw: String,
    /// What it is read as now.
    pub now: T,
    /// What it would be read as otherwise.
    pub otherwise: T,
}

/// The order that exchanges day and month; orders with the year in front have no other.
pub const fn other_order(order: DateOrder) -> Option<DateOrder> {
    match order {
        DateOrder::Dmy => Some(DateOrder::Mdy),
        DateOrder::Mdy => Some(DateOrder::Dmy),
        DateOrder::Ymd => None,
    }
}

/// The other mark.
pub const fn other_mark(mark: DecimalMark) -> DecimalMark {
    match mark {
        DecimalMark::Comma => DecimalMark::Point,
        DecimalMark::Point => DecimalMark::Comma,
    }
}

/// The first distinct dates of the preview that mean another day when day and month are exchanged.
pub fn date_readings(inspection: &Inspection) -> Vec<Reading<Day>> {
    first_distinct(cells(inspection, Field::Date).filter_map(|(raw, read)| {
        let now = parse_day(read)?;
        let (year, month, day) = now.to_ymd();
        let otherwise = Day::from_ymd(year, day, month)?;
        (otherwise != now).then(|| Reading { raw: raw.to_owned(), now, otherwise })
    }))
}

/// The first distinct numbers of the preview in which the one mark can stand before a fraction or between thousands,
/// with that mark.
pub fn number_readings(inspection: &Inspection) -> Option<(DecimalMark, Vec<Reading<Sum>>)> {
    let in_force = inspection.decimal?;
    let field = [Field::Amount, Field::Price].into_iter().find(|field| inspection.mapping.column(*field).is_some())?;
    let mut mark = None;
    let readings = first_distinct(cells(inspection, field).filter_map(|(raw, read)| {
        let found = doubtful_mark(raw)?;
        let now = parse_decimal(read)?;
        let otherwise = if found == in_force { Sum(now.0.checked_mul(1_000)?) } else { Sum(now.0 / 1_000) };
        mark.get_or_insert(found);
        (now != otherwise).then(|| Reading { raw: raw.to_owned(), now, otherwise })
    }));
    mark.map(|mark| (mark, readings)).filter(|(_, readings)| !readings.is_empty())
}

/// The only mark of a number if exactly three digits follow it.
fn doubtful_mark(raw: &str) -> Option<DecimalMark> {
    let (place, found) = raw.char_indices().find_map(|(place, c)| match c {
        ',' => Some((place, DecimalMark::Comma)),
        '.' => Some((place, DecimalMark::Point)),
        _ => None,
    })?;
    let after = raw.get(place + 1..)?;
    let digits = after.chars().take_while(char::is_ascii_digit).count();
    let ends = !after.chars().skip(digits).any(|c| c.is_ascii_digit() || c == ',' || c == '.');
    (digits == GROUP && ends).then_some(found)
}

/// Cells of a field in the rows that will be used: raw and read.
fn cells(inspection: &Inspection, field: Field) -> impl Iterator<Item = (&str, &str)> {
    let column = inspection.mapping.column(field);
    inspection.preview.iter().filter(|row| row.set_aside.is_none()).filter_map(move |row| {
        let raw = row.raw.get(column?)?;
        // Where reading changes nothing the reader gives no second text.
        let read = row.read.get(column?).and_then(Option::as_ref).unwrap_or(raw);
        Some((raw.as_str(), read.as_str()))
    })
}

fn first_distinct<T: PartialEq>(readings: impl Iterator<Item = Reading<T>>) -> Vec<Reading<T>> {
    let mut first: Vec<Reading<T>> = Vec::new();
    for reading in readings {
        if first.len() == SAMPLES {
            break;
        }
        if first.iter().all(|known| known.raw != reading.raw) {
            first.push(reading);
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::kinds::report::Details;
    use crate::analytics::dataset::{Encoding, FieldMapping, PreviewRow, Reason, Separator, TableKind};

    fn inspection(field: Field, decimal: Option<DecimalMark>, rows: &[(&str, &str)]) -> Inspection {
        let mut mapping = FieldMapping::default();
        mapping.set(field, 0);
        let preview = rows.iter().zip(1..).map(|((raw, read), line)| PreviewRow {
            line,
            raw: vec![(*raw).to_owned()],
            read: vec![(raw != read).then(|| (*read).to_owned())],
            set_aside: read.is_empty().then_some((Reason::BadDate, Some(0))),
        });
        Inspection {
            table: TableKind::Sales,
            table_certain: true,
            details: Details::default(),
            encoding: Encoding::Utf8,
            encoding_certain: true,
            separator: Separator::Comma,
            header_line: None,
            columns: Vec::new(),
            mapping,
            date_order: None,
            decimal,
            missing: Vec::new(),
            preview: preview.collect(),
        }
    }

    #[test]
    fn dates_both_ways() {
        let rows = [
            ("04/04/2026", "2026-04-04"),
            ("03/04/2026", "2026-04-03"),
            ("03/04/2026", "2026-04-03"),
            ("soon", ""),
            ("2026-05-01", "2026-05-01"),
            ("25/04/2026", "2026-04-25"),
            ("06/07/2026", "2026-07-06"),
            ("08/09/2026", "2026-09-08"),
        ];
        let found = date_readings(&inspection(Field::Date, None, &rows));
        let day = |m, d| Day::from_ymd(2026, m, d).unwrap();
        let expected = [
            ("03/04/2026", day(4, 3), day(3, 4)),
            ("2026-05-01", day(5, 1), day(1, 5)),
            ("06/07/2026", day(7, 6), day(6, 7)),
        ];
        let expected = expected.map(|(raw, now, otherwise)| Reading { raw: raw.to_owned(), now, otherwise });
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_both_ways() {
        let rows = [("12", "12"), ("1,234", "1.234"), ("$5,600", "5.600"), ("1,2345", "1.2345"), ("1,234,567", "x")];
        let (mark, found) = number_readings(&inspection(Field::Amount, Some(DecimalMark::Comma), &rows)).unwrap();
        assert_eq!(mark, DecimalMark::Comma);
        let expected = [("1,234", 12_340, 12_340_000), ("$5,600", 56_000, 56_000_000)];
        let expected = expected.map(|(raw, now, otherwise)| Reading {
            raw: raw.to_owned(),
            now: Sum(now),
            otherwise: Sum(otherwise),
        });
        assert_eq!(found, expected);

        let rows = [("1,234", "1234")];
        let (_, found) = number_readings(&inspection(Field::Amount, Some(DecimalMark::Point), &rows)).unwrap();
        let expected = Reading { raw: "1,234".to_owned(), now: Sum(12_340_000), otherwise: Sum(12_340) };
        assert_eq!(found, [expected], "read as thousands now, so the other reading is a fraction");

        let rows = [("12", "12"), ("1,50", "1.50")];
        assert_eq!(number_readings(&inspection(Field::Amount, Some(DecimalMark::Comma), &rows)), None);
        assert_eq!(number_readings(&inspection(Field::Amount, None, &[("1,234", "1.234")])), None);
    }

    #[test]
    fn exchanges_are_their_own_inverse() {
        for order in [DateOrder::Dmy, DateOrder::Mdy] {
            assert_eq!(other_order(order).and_then(other_order), Some(order));
        }
        assert_eq!(other_order(DateOrder::Ymd), None);
        for mark in [DecimalMark::Comma, DecimalMark::Point] {
            assert_eq!(other_mark(other_mark(mark)), mark);
        }
    }
}
