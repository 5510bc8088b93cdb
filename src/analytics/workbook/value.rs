//! Values of cells as text: decimals with a point, days as ISO 8601.

use calamine::{Data, DataRef, ExcelDateTime};

use crate::analytics::date::Day;

/// Digits that spreadsheets keep and show; what a binary number has beyond them is noise (`0.1 + 0.2`).
const SIGNIFICANT_DIGITS: usize = 15;
/// Places that a reader of decimals could take for a group of thousands.
const GROUP: usize = 3;
/// The first number that is no day any more: 9999-12-31 and a day.
const SERIAL_END: f64 = 2_958_466.0;

/// A number as a plain decimal of at most fifteen significant digits: `-1234.5`, never an exponent.
///
/// Three places after up to three digits get a zero at the end (`1.234` → `1.2340`), so that nobody takes the point for
/// the mark of thousands: the cell says that it is none.
#[must_use]
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let scientific = format!("{:.*e}", SIGNIFICANT_DIGITS - 1, value.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    // Digits before the point.
    let whole = exponent + 1;
    let (before, after) = match usize::try_from(whole) {
        Ok(whole) if whole >= digits.len() => (format!("{digits:0<whole$}"), String::new()),
        Ok(whole) if whole > 0 => {
            let (before, after) = digits.split_at_checked(whole).unwrap_or((digits, ""));
            (before.to_owned(), after.to_owned())
        }
        _ => ("0".to_owned(), "0".repeat(whole.unsigned_abs() as usize) + digits),
    };
    let sign = if value < 0.0 { "-" } else { "" };
    let looks_like_groups = after.len() == GROUP && before.len() <= GROUP && before != "0";
    match after.as_str() {
        "" => format!("{sign}{before}"),
        _ if looks_like_groups => format!("{sign}{before}.{after}0"),
        _ => format!("{sign}{before}.{after}"),
    }
}

/// A number that the cell shows as a day: `2026-01-31`, with the time if it is not midnight; a time alone without a day.
fn day_and_time(value: &ExcelDateTime) -> String {
    let serial = value.as_f64();
    if !(0.0..SERIAL_END).contains(&serial) {
        return number(serial);
    }
    if value.is_duration() {
        return duration(serial);
    }
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match Day::from_ymd(year.into(), month.into(), day.into()) {
        Some(_) if serial < 1.0 => time,
        Some(day) if (hour, minute, second) == (0, 0, 0) => day.to_string(),
        Some(day) => format!("{day} {time}"),
        // The 29th of February 1900, which spreadsheets have and the calendar has not.
        None => number(serial),
    }
}

/// Days as hours, minutes and seconds: `36:00:00`.
fn duration(days: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the range of days")]
    let seconds = (days * 86_400.0).round() as u64;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// A moment in ISO 8601 as this app writes it: a space in place of the T, no time at midnight, no fraction of seconds.
#[must_use]
pub fn iso(moment: &str) -> String {
    let Some((day, time)) = moment.trim().split_once('T') else { return moment.trim().to_owned() };
    let time = time.trim_end_matches('Z').split('.').next().unwrap_or_default();
    let is_midnight = time.chars().all(|c| c == '0' || c == ':');
    if is_midnight { day.to_owned() } else { format!("{day} {time}") }
}

/// What a spreadsheet shows for a truth value.
#[must_use]
pub const fn truth(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

/// A value of a cell as text; `None` for an empty cell.
pub fn of_ref(value: &DataRef<'_>) -> Option<String> {
    match value {
        DataRef::SharedString(text) => Some((*text).to_owned()),
        DataRef::String(text) | DataRef::DurationIso(text) => Some(text.clone()),
        DataRef::Int(value) => Some(value.to_string()),
        DataRef::Float(value) => Some(number(*value)),
        DataRef::Bool(value) => Some(truth(*value).to_owned()),
        DataRef::DateTime(value) => Some(day_and_time(value)),
        DataRef::DateTimeIso(moment) => Some(iso(moment)),
        DataRef::Error(error) => Some(error.to_string()),
        DataRef::Empty => None,
    }
}

/// Like [`of_ref`], for formats that are read whole.
pub fn of(value: &Data) -> Option<String> {
    match value {
        Data::String(text) | Data::DurationIso(text) => Some(text.clone()),
        Data::Int(value) => Some(value.to_string()),
        Data::Float(value) => Some(number(*value)),
        Data::Bool(value) => Some(truth(*value).to_owned()),
        Data::DateTime(value) => Some(day_and_time(value)),
        Data::DateTimeIso(moment) => Some(iso(moment)),
        Data::Error(error) => Some(error.to_string()),
        Data::Empty => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_are_plain_and_as_shown() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1500.5, "1500.5"),
            (0.1 + 0.2, "0.3"),
            (1_234.560_000_000_000_2, "1234.56"),
            (-49.03, "-49.03"),
            (1e21, "1000000000000000000000"),
            (1e-7, "0.0000001"),
            (123_456_789_012_345_680.0, "123456789012346000"),
            (79_161_234_567.0, "79161234567"),
            (1.234, "1.2340"),
            (-123.456, "-123.4560"),
            (0.125, "0.125"),
            (1234.567, "1234.567"),
            (100.0, "100"),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
        ] {
            assert_eq!(number(value), text, "{value}");
        }
    }

    #[test]
    fn days_of_both_systems() {
        let date = |serial, is_1904| {
            of(&Data::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904))).unwrap()
        };
        for (serial, is_1904, text) in [
            (46_037.0, false, "2026-01-15"),
            (44_575.0, true, "2026-01-15"),
            (46_037.5, false, "2026-01-15 12:00:00"),
            (46_037.75, false, "2026-01-15 18:00:00"),
            (61.0, false, "1900-03-01"),
            (60.0, false, "60"),
            (0.25, false, "06:00:00"),
            (-1.0, false, "-1"),
            (3_000_000.0, false, "3000000"),
        ] {
            assert_eq!(date(serial, is_1904), text, "{serial}");
        }
        let hours = ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(of(&Data::DateTime(hours)).unwrap(), "36:00:00");
    }

    #[test]
    fn moments_in_iso() {
        for (moment, text) in [
            ("2026-01-15", "2026-01-15"),
            ("2026-01-15T00:00:00.000", "2026-01-15"),
            ("2026-01-15T10:30:00Z", "2026-01-15 10:30:00"),
        ] {
            assert_eq!(iso(moment), text);
        }
    }
}
