//! Days as people and programs write them in cells.
//!
//! Nearly every way to write a date names its day by itself; `03/04/2026` does not, and which order a column follows can
//! only be told by the whole of it: [`parse`] gives such cells as [`DateCell::Ordered`], [`OrderEvidence`] decides.
//!
//! What is read, in any case of letters, with or without a weekday before a comma and with or without a time after:
//! `2026-01-05` (also with points and slashes), `05.01.2026`, `05. 01. 2026`, `05,01,2026`, `5/1/26`, `5-1-2026`,
//! `20260105`, `2026010513`, `05012026`, `5 января 2026 г.`, `05 янв 26`, `Jan 5, 2026`, `05-Jan-26`, `2026-Jan-05`, and months, as their first day:
//! `январь 2026`, `2026 январь`, `January 2026`, `янв.26`, `2026-01`; and quarters: `Q1 2026`, `1 кв. 2026`; and weeks
//! of ISO 8601, as their Monday: `2026-W05`; and spans between two dates of digits, as the first of them:
//! `01.01.2026-31.01.2026`.
//! Numbers that are days only where a date is expected have readers of their own: [`parse_serial`], [`parse_unix`],
//! [`parse_month`].
//!
//! - Years are 1900–2200, in dates of digits only 1900–2100. So the empty dates of programs (`01.01.0001`, `30.12.1899`)
//!   are no dates.
//! - Years of two digits: 00–68 are 2000–2068, 69–99 are 1969–1999, as POSIX has it.
//! - With points the day always comes first, or the year does: nobody writes month, day, year with points.
//! - The time is checked loosely and dropped together with its zone: the day is the one that was written down.
//!
//! Nothing here allocates: this runs for each row of files with millions of rows.

mod around;
mod periods;
mod swapped;

use std::ops::RangeInclusive;

use self::around::{without_at, without_ordinal, without_surroundings};
use self::periods::{is_rest_of_span, quarter, week, year_and_month};
pub use self::swapped::are_swapped;
use super::number::unquote;
use super::plan::DateOrder;
use super::short_text::{is_in_any_case, is_letter};
use crate::analytics::date::Day;

/// Years that a date may have.
const YEARS: RangeInclusive<u32> = 1900..=2200;
/// Years that a date of digits only may have: narrower, as any other number can look like one.
const COMPACT_YEARS: RangeInclusive<u32> = 1900..=2100;
/// The first year of two digits that belongs to the 1900s.
const PIVOT: u32 = 69;
/// Excel's number of 1970-01-01, in the system that counts from 1900.
const SERIAL_OF_EPOCH: i32 = 25_569;
/// Days from 1954 to 2064, as Excel counts them.
const SERIALS: RangeInclusive<i32> = 20_000..=60_000;
const DAY_SECONDS: i64 = 86_400;
/// The longest run of digits that means anything here.
const DIGITS_MAX: usize = 10;

/// A cell that holds a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateCell {
    /// A day beyond doubt.
    Day(Day),
    /// Day and month in an order that the column decides; at least one order gives a day that exists.
    Ordered {
        /// Day or month, whichever is written first.
        first: u8,
        /// The other one.
        second: u8,
        /// Year in full.
        year: i16,
    },
}

impl DateCell {
    /// The day, given the order of the column; `None` if that order gives none. With the year at the end of the cell,
    /// [`DateOrder::Ymd`] says nothing about day and month and is taken as day, month.
    #[must_use]
    pub fn resolve(self, order: DateOrder) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Ordered { first, second, year } => {
                let (day, month) = match order {
                    DateOrder::Dmy | DateOrder::Ymd => (first, second),
                    DateOrder::Mdy => (second, first),
                };
                Day::from_ymd(year.into(), month.into(), day.into())
            }
        }
    }

    /// A cell whose order is open; `None` if no order gives a day.
    fn ordered(first: u32, second: u32, year: u32) -> Option<Self> {
        let cell = Self::Ordered {
            first: u8::try_from(first).ok()?,
            second: u8::try_from(second).ok()?,
            year: i16::try_from(year).ok()?,
        };
        (cell.resolve(DateOrder::Dmy).is_some() || cell.resolve(DateOrder::Mdy).is_some()).then_some(cell)
    }
}

/// Reads a cell as a date; `None` if it is empty, is no date, or names a day that does not exist.
#[must_use]
pub fn parse(cell: &str) -> Option<DateCell> {
    if let Some(date) = plain(cell.as_bytes()) {
        return Some(date);
    }
    let text = without_weekday(without_surroundings(unquote(cell)));
    // As it stands in contracts: «05» февраля 2026 г.
    let text = text.strip_prefix(['«', '"', '“']).unwrap_or(text);
    if let Some((cell, rest)) = numeric(text) {
        return (is_tail(rest) || is_rest_of_span(rest)).then_some(cell);
    }
    let (day, rest) = named(text).or_else(|| year_and_month(text)).or_else(|| quarter(text)).or_else(|| week(text))?;
    is_tail(rest).then_some(DateCell::Day(day))
}

/// The three ways in which programs write nearly all dates, maybe with a time: `2026-01-05`, `05.01.2026`, `05/01/2026`.
/// `None` for anything else, which may still be a date.
fn plain(cell: &[u8]) -> Option<DateCell> {
    let (date, time) = cell.split_first_chunk::<10>()?;
    if !is_plain_time(time) {
        return None;
    }
    let digit = |byte: u8| Some(u32::from(byte.wrapping_sub(b'0'))).filter(|&digit| digit < 10);
    let two = |tens: u8, ones: u8| Some(digit(tens)? * 10 + digit(ones)?);
    let known_year = |year: u32| Some(year).filter(|year| YEARS.contains(year));
    match *date {
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => {
            let year = known_year(two(y1, y2)? * 100 + two(y3, y4)?)?;
            day_of(year, two(m1, m2)?, two(d1, d2)?).map(DateCell::Day)
        }
        [a1, a2, mark @ (b'.' | b'/'), b1, b2, second_mark, y1, y2, y3, y4] if mark == second_mark => {
            let year = known_year(two(y1, y2)? * 100 + two(y3, y4)?)?;
            let (first, second) = (two(a1, a2)?, two(b1, b2)?);
            if mark == b'.' {
                day_of(year, second, first).map(DateCell::Day)
            } else {
                DateCell::ordered(first, second, year)
            }
        }
        _ => None,
    }
}

/// Whether the text is nothing, or a time of day as programs write it: ` 9:00`, ` 09:00:00`.
fn is_plain_time(text: &[u8]) -> bool {
    let (hours, rest) = match text {
        [] => return true,
        [b' ' | b'T', tens @ b'0'..=b'2', ones @ b'0'..=b'9', rest @ ..] => ((tens - b'0') * 10 + ones - b'0', rest),
        [b' ' | b'T', b'0'..=b'9', rest @ ..] => (0, rest),
        _ => return false,
    };
    let is_clock = matches!(
        rest,
        [b':', b'0'..=b'5', b'0'..=b'9'] | [b':', b'0'..=b'5', b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9']
    );
    hours < 24 && is_clock
}

/// Reads a cell as the number that Excel (1900 system) gives to a day, the time of day as fraction dropped.
/// Only for cells where a date is expected: any other number can look the same.
#[must_use]
pub fn parse_serial(cell: &str) -> Option<Day> {
    let (whole, rest) = take_number(unquote(cell))?;
    if !rest.is_empty() {
        let fraction = rest.strip_prefix(['.', ','])?;
        if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
    }
    let serial = i32::try_from(whole.value).ok().filter(|serial| whole.digits == 5 && SERIALS.contains(serial))?;
    Some(Day(serial - SERIAL_OF_EPOCH))
}

/// Reads a cell as Unix time, ten digits of seconds or thirteen of milliseconds: the day in UTC.
/// Only for cells where a date is expected: any other number can look the same.
#[must_use]
pub fn parse_unix(cell: &str) -> Option<Day> {
    let text = unquote(cell);
    let seconds = match text.len() {
        10 => text,
        13 => text.get(..10)?,
        _ => return None,
    };
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let seconds: i64 = seconds.parse().ok()?;
    let day = Day(i32::try_from(seconds.div_euclid(DAY_SECONDS)).ok()?);
    u32::try_from(day.to_ymd().0).is_ok_and(|year| YEARS.contains(&year)).then_some(day)
}

/// Reads a cell as a month in digits, `01.2026`, `1/2026`, `202601`: its first day.
/// Only for cells where a date is expected: a sum can look the same.
#[must_use]
pub fn parse_month(cell: &str) -> Option<Day> {
    let (first, rest) = take_number(unquote(cell))?;
    let (month, year) = match rest.strip_prefix(['.', '/']) {
        None if rest.is_empty() && first.digits == 6 => (first.value % 100, first.value / 100),
        None => return None,
        Some(rest) => match take_number(rest)? {
            (year, "") if year.digits == 4 => (first.small()?, year.value),
            _ => return None,
        },
    };
    COMPACT_YEARS.contains(&year).then(|| day_of(year, month, 1))?
}

/// Reads the day of a document that is named with it, as 1C does: «Реализация 00ЦБ-000001 от 01.02.2026 0:00:00».
/// Only for cells where a date is expected and no other stands.
#[must_use]
pub fn parse_document(cell: &str) -> Option<DateCell> {
    // Half of the names of a file have no Russian letter at all.
    if cell.is_ascii() {
        return None;
    }
    parse(cell.rsplit_once(" от ")?.1)
}

/// Whether a cell holds what programs write for "no date": `01.01.0001`, `0000-00-00`, `30.12.1899`, with or without a time.
#[must_use]
pub fn is_empty_date(cell: &str) -> bool {
    let date = unquote(cell).split([' ', 'T']).next().unwrap_or_default();
    ["01.01.0001", "00.00.0000", "0001-01-01", "0000-00-00", "30.12.1899", "1899-12-30", "1900-01-00"].contains(&date)
}

/// What a column tells about the order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderVerdict {
    /// At least one cell is a date in this order only, and no cell speaks against it.
    Certain(DateOrder),
    /// Every cell is a date in both orders, and at least one is another day then.
    Ambiguous,
    /// The order changes nothing: no cell leaves it open, or all name the same day both ways (`05/05/2026`).
    Irrelevant,
    /// Some cells are dates in one order only, some in the other. Holds the order of the majority, day first if there
    /// is none; the cells of the minority will not be read.
    Contradictory(DateOrder),
}

/// Counts of cells by what they tell about the order of day and month in their column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderEvidence {
    day_first: u64,
    month_first: u64,
    open: u64,
}

impl OrderEvidence {
    /// Takes one more cell of the column into account.
    pub fn see(&mut self, cell: DateCell) {
        match (cell.resolve(DateOrder::Dmy), cell.resolve(DateOrder::Mdy)) {
            (Some(_), None) => self.day_first += 1,
            (None, Some(_)) => self.month_first += 1,
            (Some(one), Some(other)) if one != other => self.open += 1,
            _ => {}
        }
    }

    /// Adds what was collected over another part of the column.
    pub const fn merge(&mut self, other: &Self) {
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.open += other.open;
    }

    /// What the cells seen so far tell together.
    #[must_use]
    pub const fn verdict(&self) -> OrderVerdict {
        match (self.day_first, self.month_first) {
            (0, 0) if self.open == 0 => OrderVerdict::Irrelevant,
            (0, 0) => OrderVerdict::Ambiguous,
            (_, 0) => OrderVerdict::Certain(DateOrder::Dmy),
            (0, _) => OrderVerdict::Certain(DateOrder::Mdy),
            (day, month) if month > day => OrderVerdict::Contradictory(DateOrder::Mdy),
            _ => OrderVerdict::Contradictory(DateOrder::Dmy),
        }
    }
}

/// A run of digits.
#[derive(Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
}

impl Number {
    /// Day or month.
    fn small(self) -> Option<u32> {
        (self.digits <= 2).then_some(self.value)
    }

    /// A year, of four digits or of two.
    fn year(self) -> Option<u32> {
        match self.digits {
            2 if self.value < PIVOT => Some(2000 + self.value),
            2 => Some(1900 + self.value),
            4 => YEARS.contains(&self.value).then_some(self.value),
            _ => None,
        }
    }
}

/// The digits at the beginning of the text, and what follows them.
fn take_number(text: &str) -> Option<(Number, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > DIGITS_MAX {
        return None;
    }
    let (run, rest) = text.split_at_checked(digits)?;
    Some((Number { value: run.parse().ok()?, digits }, rest))
}

fn day_of(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::from_ymd(i32::try_from(year).ok()?, month, day)
}

/// A date of digits at the beginning of the text, and what follows it.
fn numeric(text: &str) -> Option<(DateCell, &str)> {
    let (a, rest) = take_number(text)?;
    let mark = match rest.as_bytes().first() {
        // Whoever types on the digits at the right of a Russian keyboard has a comma there.
        Some(mark @ (b'-' | b'.' | b'/' | b',')) => char::from(*mark),
        _ => return compact(a).map(|day| (DateCell::Day(day), rest)),
    };
    let (b, rest) = take_number(rest.strip_prefix(mark)?.trim_start())?;
    let (c, rest) = take_number(rest.strip_prefix(mark)?.trim_start())?;
    let cell = if a.digits == 4 {
        DateCell::Day(day_of(a.year()?, b.small()?, c.small()?)?)
    } else if mark == ',' && c.digits != 4 {
        // Rather a list of numbers.
        return None;
    } else if matches!(mark, '.' | ',') {
        DateCell::Day(day_of(c.year()?, b.small()?, a.small()?)?)
    } else {
        DateCell::ordered(a.small()?, b.small()?, c.year()?)?
    };
    Some((cell, rest))
}

/// A date without marks: year, month, day, and maybe the hour; or day, month, year. No number is a day in both ways: years
/// of these begin with no month.
fn compact(number: Number) -> Option<Day> {
    let date = match number.digits {
        8 => number.value,
        10 if number.value % 100 < 24 => number.value / 100,
        _ => return None,
    };
    let day = |year: u32, month: u32, day: u32| COMPACT_YEARS.contains(&year).then(|| day_of(year, month, day))?;
    let day_first = || day(date % 10_000, date / 10_000 % 100, date / 1_000_000).filter(|_| number.digits == 8);
    day(date / 10_000, date / 100 % 100, date % 100).or_else(day_first)
}

/// A part of a date with a month in words.
#[derive(Clone, Copy)]
enum Part {
    Absent,
    Number(Number),
    Month(u32),
}

impl Part {
    fn take(text: &str) -> Option<(Self, &str)> {
        if let Some((number, rest)) = take_number(text) {
            return Some((Self::Number(number), without_ordinal(rest)));
        }
        let (word, rest) = take_word(text);
        Some((Self::Month(month_of(word)?), rest))
    }
}

/// A date with a month in words at the beginning of the text, and what follows it.
fn named(text: &str) -> Option<(Day, &str)> {
    let mut parts = [Part::Absent; 3];
    let mut rest = text;
    let mut last_gap = "";
    for (index, slot) in parts.iter_mut().enumerate() {
        let next = rest.trim_start_matches(is_between_parts);
        let gap = rest.strip_suffix(next).unwrap_or_default();
        // A cell begins with a date, not with a mark.
        if index == 0 && !gap.is_empty() {
            return None;
        }
        let Some((part, after)) = Part::take(next) else { break };
        (*slot, rest, last_gap) = (part, after, gap);
    }
    let day = match parts {
        [Part::Number(year), Part::Month(month), Part::Number(day)] if year.digits == 4 => {
            day_of(year.year()?, month, day.small()?)
        }
        [Part::Number(year), Part::Month(month), Part::Absent] if year.digits == 4 => day_of(year.year()?, month, 1),
        [Part::Number(day), Part::Month(month), Part::Number(year)]
        | [Part::Month(month), Part::Number(day), Part::Number(year)] => day_of(year.year()?, month, day.small()?),
        // `янв.26` and `Jan-26` are what spreadsheets make of a month; `Jan 26` is rather a day without a year. In Russian
        // the day comes first, so that `январь 26` is a month.
        [Part::Month(month), Part::Number(year), Part::Absent]
            if year.digits == 4
                || [".", "-", "'", " '", "’"].contains(&last_gap)
                || year.digits == 2 && last_gap == " " && !text.starts_with(|c: char| c.is_ascii()) =>
        {
            day_of(year.year()?, month, 1)
        }
        _ => None,
    };
    Some((day?, rest))
}

/// The month that a word names, alone, after a day or shortened: `февраль`, `февраля`, `фев`.
#[must_use]
pub fn month_of(word: &str) -> Option<u32> {
    MONTHS.iter().find(|(_, names)| is_one_of(word, names)).map(|(month, _)| *month)
}

/// Spaces and the marks that stand between parts of a date with a month in words.
fn is_between_parts(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '.' | ',' | '/' | '\'' | '’' | '»' | '"' | '”')
}

/// The letters at the beginning of the text, and what follows them.
fn take_word(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(is_letter);
    (text.strip_suffix(rest).unwrap_or_default(), rest)
}

/// Whether the word is one of the names, which are in small letters.
fn is_one_of(word: &str, names: &[&str]) -> bool {
    let Some(first) = word.chars().next().and_then(|first| first.to_lowercase().next()) else { return false };
    // Letters of either case take the same bytes here, so that length and first letter tell most words from names.
    let may_be = |name: &&&str| word.len() == name.len() && name.starts_with(first);
    names.iter().filter(may_be).any(|name| is_in_any_case(word, name))
}

/// The text without the day of the week before its first comma or space.
fn without_weekday(text: &str) -> &str {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return text;
    }
    let (word, rest) = take_word(text);
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    match rest.strip_prefix([',', ' ']) {
        Some(date) if is_one_of(word, &WEEKDAYS) => date.trim_start(),
        _ => text,
    }
}

/// Whether the text may follow a date: nothing, the word "year" and a time.
fn is_tail(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let text = without_year_word(text).trim_start();
    text.is_empty() || is_time(without_at(text.strip_prefix(['T', 't', ',']).unwrap_or(text).trim_start()))
}

/// The text without `г.` after the year.
fn without_year_word(text: &str) -> &str {
    let (word, rest) = take_word(text.trim_start());
    if is_one_of(word, &["г", "год", "года", "р", "року"]) {
        rest.strip_prefix('.').unwrap_or(rest)
    } else {
        text
    }
}

/// Whether the text is a time of day: hours and minutes, maybe seconds with a fraction, the half of the day, the zone.
fn is_time(text: &str) -> bool {
    let Some((hours, rest)) = take_number(text) else { return false };
    let Some((minutes, rest)) = rest.strip_prefix(':').and_then(take_number) else { return false };
    if hours.digits > 2 || hours.value > 24 || minutes.digits != 2 || minutes.value > 59 {
        return false;
    }
    let rest = match rest.strip_prefix(':').map(take_number) {
        None => rest,
        // 60 is a leap second.
        Some(Some((seconds, rest))) if seconds.digits == 2 && seconds.value <= 60 => without_fraction(rest),
        Some(_) => return false,
    };
    let (half, after) = take_word(rest.trim_start());
    if is_one_of(half, &["am", "pm"]) { hours.value <= 12 && is_zone(after) } else { is_zone(rest) }
}

fn without_fraction(text: &str) -> &str {
    text.strip_prefix(['.', ','])
        .map(|fraction| (fraction, fraction.trim_start_matches(|c: char| c.is_ascii_digit())))
        .filter(|(fraction, rest)| fraction.len() > rest.len())
        .map_or(text, |(_, rest)| rest)
}

/// Whether the text is empty or names a time zone: `Z`, `UTC`, `GMT`, `+03`, `+0300`, `+03:00`.
fn is_zone(text: &str) -> bool {
    let text = text.trim();
    let (name, offset) = take_word(text);
    let is_named = is_one_of(name, &["z", "utc", "gmt"]);
    if text.is_empty() || (is_named && offset.is_empty()) {
        return true;
    }
    // Browsers write "GMT+0300 (Moscow Standard Time)".
    let offset = offset.split(" (").next().unwrap_or(offset);
    let text = if is_named { offset } else { text };
    let Some((hours, rest)) = text.strip_prefix(['+', '-', '−']).and_then(take_number) else { return false };
    match rest.strip_prefix(':') {
        Some(minutes) => {
            hours.digits == 2 && take_number(minutes).is_some_and(|(m, rest)| m.digits == 2 && rest.is_empty())
        }
        None => matches!(hours.digits, 2 | 4) && rest.is_empty(),
    }
}

/// Names of months: as they stand alone, after a day, and short; in Russian, English, German and Ukrainian.
const MONTHS: [(u32, &[&str]); 12] = [
    (1, &["январь", "января", "янв", "january", "jan", "januar", "січень", "січня"]),
    (2, &["февраль", "февраля", "фев", "февр", "february", "feb", "februar", "лютий", "лютого"]),
    (3, &["март", "марта", "мар", "march", "mar", "märz", "mär", "mrz", "березень", "березня"]),
    (4, &["апрель", "апреля", "апр", "april", "apr", "квітень", "квітня"]),
    (5, &["май", "мая", "may", "mai", "травень", "травня"]),
    (6, &["июнь", "июня", "июн", "june", "jun", "juni", "червень", "червня"]),
    (7, &["июль", "июля", "июл", "july", "jul", "juli", "липень", "липня"]),
    (8, &["август", "августа", "авг", "august", "aug", "серпень", "серпня"]),
    (9, &["сентябрь", "сентября", "сен", "сент", "september", "sep", "sept", "вересень", "вересня"]),
    (10, &["октябрь", "октября", "окт", "october", "oct", "oktober", "okt", "жовтень", "жовтня"]),
    (11, &["ноябрь", "ноября", "ноя", "нояб", "november", "nov", "листопад", "листопада"]),
    (12, &["декабрь", "декабря", "дек", "december", "dec", "dezember", "dez", "грудень", "грудня"]),
];

const WEEKDAYS: [&str; 32] = [
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "пн",
    "вт",
    "ср",
    "чт",
    "пт",
    "сб",
    "вс",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "вск",
];

#[cfg(test)]
mod tests;
