//! Months, quarters, weeks and spans in cells, as their first days.

use super::{Number, day_of, is_one_of, is_tail, numeric, take_number, take_word};
use crate::analytics::date::Day;

/// A year and a month, `2026-01`, as the first day of it, and what follows.
pub(super) fn year_and_month(text: &str) -> Option<(Day, &str)> {
    let (year, rest) = take_number(text)?;
    let (month, rest) = take_number(rest.strip_prefix('-')?)?;
    let is_month = year.digits == 4 && month.digits == 2;
    is_month.then(|| Some((day_of(year.year()?, month.value, 1)?, rest)))?
}

/// The Monday of a week of ISO 8601, `2026-W05`, `2026W05`, or the day of it that is named, `2026-W05-3`, and what
/// follows it.
pub(super) fn week(text: &str) -> Option<(Day, &str)> {
    let (year, rest) = take_number(text).filter(|(year, _)| year.digits == 4)?;
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix(['W', 'w'])?;
    let (number, rest) = take_number(rest).filter(|(number, _)| number.digits == 2)?;
    let monday = Day::from_iso_week(year.year()?.cast_signed(), number.value)?;
    let of_week = rest.strip_prefix('-').and_then(take_number);
    Some(match of_week.filter(|(day, _)| day.digits == 1 && (1..=7).contains(&day.value)) {
        Some((day, rest)) => (Day(monday.0 + i32::try_from(day.value).ok()? - 1), rest),
        None => (monday, rest),
    })
}

/// A quarter, `Q1 2026`, `2026-Q1`, `1 кв. 2026`, `I квартал 2026`, as the first day of it, and what follows.
pub(super) fn quarter(text: &str) -> Option<(Day, &str)> {
    let between = |c: char| c == ' ' || c == '-' || c == '.' || c == '\u{a0}';
    let small = |number: Number| (number.digits == 1 && (1..=4).contains(&number.value)).then_some(number.value);
    let roman = |word: &str| {
        let place = ["i", "ii", "iii", "iv"].iter().position(|name| is_one_of(word, &[name]))?;
        u32::try_from(place + 1).ok()
    };
    let after_word = |text: &'_ str| -> Option<usize> {
        let (word, rest) = take_word(text);
        is_one_of(word, &["q", "кв", "квартал", "quarter", "qtr"])
            .then(|| text.len() - rest.trim_start_matches(between).len())
    };
    let (year, number, rest) = if let Some(skip) = after_word(text) {
        let (number, rest) = take_number(text.get(skip..)?)?;
        let (year, rest) = take_number(rest.trim_start_matches(between))?;
        (year, small(number)?, rest)
    } else if let Some((year, rest)) = take_number(text).filter(|(year, _)| year.digits == 4) {
        let rest = rest.trim_start_matches(between);
        let (number, rest) = take_number(rest.get(after_word(rest)?..)?)?;
        (year, small(number)?, rest)
    } else {
        let (number, rest) = match take_number(text) {
            Some((number, rest)) => (small(number)?, rest),
            None => {
                let (word, rest) = take_word(text);
                (roman(word)?, rest)
            }
        };
        let rest = rest.trim_start_matches(between);
        let (year, rest) = take_number(rest.get(after_word(rest)?..)?)?;
        (year, number, rest)
    };
    let year = year.year().filter(|_| year.digits == 4)?;
    Some((day_of(year, number * 3 - 2, 1)?, rest))
}

/// Whether the text goes on to the last day of a span, after its first: `-31.01.2026`, ` 0:00:00 — 31.01.2026 23:59:59`,
/// ` по 31.01.2026`.
pub(super) fn is_rest_of_span(text: &str) -> bool {
    let parted = match text.strip_prefix('-') {
        Some(end) => Some(("", end)),
        None => [" - ", "–", "—", " по ", " to ", ".."].into_iter().find_map(|mark| text.split_once(mark)),
    };
    parted.is_some_and(|(time, end)| {
        is_tail(time.trim_end()) && numeric(end.trim_start()).is_some_and(|(_, rest)| is_tail(rest))
    })
}
