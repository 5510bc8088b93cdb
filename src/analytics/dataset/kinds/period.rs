//! Periods as people write them over columns.
//!
//! A header is cut into words and numbers; those that name a period are taken out, and what is left is the measure:
//! `Февраль 2020`, `2020-02`, `фев.20`, `02.2020`, `Q1 2020`, `1 кв. 2020`, `IV квартал 2020`, `неделя 5 2020`, `2020`,
//! `01.02.2020`, `5 янв`, `05.01`, `1-7 янв`, `01.02-07.02.2020`, `Сумма, янв 2020`, `2020 / Январь / Количество`. The year may stand elsewhere, over several columns.

use serde::{Deserialize, Serialize};

use crate::analytics::dataset::calendar;
use crate::analytics::dataset::plan::DateOrder;
use crate::analytics::date::{Day, days_in_month};

/// What joins the rows of a header.
pub const JOINT: &str = " / ";
/// Years that a header may name: narrower than those of dates, as any number can look like one.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Span {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// January to June, or July to December.
    HalfYear,
    /// A calendar year.
    Year,
}

/// A period as a header names it, the year apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A whole date.
    Day(Day),
    /// Week of the year, from 1, as ISO 8601 counts.
    Week(u32),
    /// Month, from 1.
    Month(u32),
    /// Quarter, from 1.
    Quarter(u32),
    /// Half of the year, from 1.
    Half(u32),
    /// The year itself.
    Year,
    /// Days from one to another of the same year, month and day of each.
    Days((u32, u32), (u32, u32)),
}

/// What a header names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The period within the year.
    pub unit: Unit,
    /// The year, where the header has it.
    pub year: Option<i32>,
    /// The other words of the header.
    pub measure: String,
}

impl Named {
    /// A month of a year that is named elsewhere, from 1.
    #[must_use]
    pub const fn month(month: u32) -> Self {
        Self { unit: Unit::Month(month), year: None, measure: String::new() }
    }

    /// How long the period is.
    #[must_use]
    pub const fn span(&self) -> Span {
        match self.unit {
            Unit::Day(_) => Span::Day,
            Unit::Week(_) => Span::Week,
            Unit::Month(_) => Span::Month,
            Unit::Quarter(_) => Span::Quarter,
            Unit::Half(_) => Span::HalfYear,
            Unit::Year => Span::Year,
            Unit::Days((month, day), (last_month, last)) if month == last_month && day == last => Span::Day,
            Unit::Days(..) => Span::Week,
        }
    }

    /// Which half, quarter, month, week or day of its year it is, counted so that later ones are more; `None` where the
    /// header names the year.
    #[must_use]
    pub const fn number_in_year(&self) -> Option<u32> {
        match self.unit {
            Unit::Half(number) | Unit::Quarter(number) | Unit::Month(number) | Unit::Week(number)
                if self.year.is_none() =>
            {
                Some(number)
            }
            // More than any month has days.
            Unit::Days((month, day), _) if self.year.is_none() => Some(month * 32 + day),
            _ => None,
        }
    }

    /// First and last day, with `year` where the header has none; `None` if there is no such period.
    #[must_use]
    pub fn days(&self, year: i32) -> Option<(Day, Day)> {
        let year = self.year.unwrap_or(year);
        let months = |first: u32, last: u32| {
            Some((Day::from_ymd(year, first, 1)?, Day::from_ymd(year, last, days_in_month(year, last))?))
        };
        match self.unit {
            Unit::Day(day) => Some((day, day)),
            Unit::Month(month) => months(month, month),
            Unit::Quarter(quarter) => months(quarter * 3 - 2, quarter * 3),
            Unit::Half(half) => months(half * 6 - 5, half * 6),
            Unit::Year => months(1, 12),
            Unit::Days((first_month, first), (last_month, last)) => {
                let ends = if (last_month, last) < (first_month, first) { year + 1 } else { year };
                Some((Day::from_ymd(year, first_month, first)?, Day::from_ymd(ends, last_month, last)?))
            }
            Unit::Week(week) => {
                let monday = Day::from_iso_week(year, week)?;
                Some((monday, Day(monday.0 + 6)))
            }
        }
    }
}

/// Reads a header; `None` if it names no period.
#[must_use]
pub fn read(header: &str) -> Option<Named> {
    let mut parts = Parts::default();
    header.split(JOINT).for_each(|segment| parts.take(segment));
    parts.finish()
}

/// The year in which the periods below a title begin: «Продажи за 2020 год»; of two years that follow each other the
/// first, where the periods go on into a second one. `None` if the title names none, or others.
#[must_use]
pub fn first_year_in(title: &str, goes_on: bool) -> Option<i32> {
    let mut years = tokens(title).into_iter().filter_map(|token| year_of(token.text)).collect::<Vec<_>>();
    years.dedup();
    match *years.as_slice() {
        [year] => Some(year),
        [year, next] if goes_on && next == year + 1 => Some(year),
        _ => None,
    }
}

/// Whether a cell where a date is expected names a part of some year and not which: `Январь`, `5 янв`, `05.01`, `Неделя 3`.
#[must_use]
pub fn lacks_year(cell: &str) -> bool {
    let is_day = || match *tokens(cell) {
        [one, other] => [(one, other), (other, one)]
            .into_iter()
            .any(|(day, month)| day.number_up_to(31).is_some() && month.number_up_to(12).is_some()),
        _ => false,
    };
    read(cell).map_or_else(is_day, |named| named.year.is_none() && !matches!(named.unit, Unit::Day(_)))
}

/// Where twelve headers begin that number the months of a year: `1`, `2` … `12`, maybe with a zero in front.
#[must_use]
pub fn numbered_months(headers: &[&str]) -> Option<usize> {
    let number = |header: &&str| header.trim().parse::<usize>().ok().filter(|_| header.trim().len() <= 2);
    headers.windows(12).position(|months| months.iter().zip(1..).all(|(header, month)| number(header) == Some(month)))
}

/// What was found in a header so far.
#[derive(Debug, Default)]
struct Parts {
    day: Option<Day>,
    days: Option<Unit>,
    month: Option<u32>,
    quarter: Option<u32>,
    half: Option<u32>,
    week: Option<u32>,
    year: Option<i32>,
    measure: Vec<String>,
}

/// A run of letters or of digits.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a str,
    is_number: bool,
    /// Whether it follows the one before without anything between.
    adjoins: bool,
}

impl Token<'_> {
    fn number_up_to(self, most: u32) -> Option<u32> {
        let number = self.text.parse().ok().filter(|_| self.is_number && self.text.len() <= 2)?;
        (1..=most).contains(&number).then_some(number)
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut adjoins = false;
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let is_of_run = |c: char| if is_number { c.is_ascii_digit() } else { c.is_alphabetic() };
        if !is_number && !first.is_alphabetic() {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            adjoins = false;
            continue;
        }
        let after = rest.trim_start_matches(is_of_run);
        let run = rest.strip_suffix(after).unwrap_or(rest);
        tokens.push(Token { text: run, is_number, adjoins });
        adjoins = true;
        rest = after;
    }
    tokens
}

/// What a word says of a period.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Month(u32),
    /// One of so many in a year.
    Counted(Counted),
    Roman(u32),
    /// The end of a number in words: `1-й`, `2nd`.
    Ordinal,
    Filler,
    Other,
}

/// A part of a year that has a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Half,
    Quarter,
    Week,
}

impl Counted {
    /// How many a year has at the most.
    const fn most(self) -> u32 {
        match self {
            Self::Half => 2,
            Self::Quarter => 4,
            Self::Week => 53,
        }
    }
}

fn word(text: &str) -> Word {
    if let Some(month) = calendar::month_of(text) {
        return Word::Month(month);
    }
    match text.to_lowercase().as_str() {
        "h" | "half" | "полугодие" | "полугодия" | "пол" => Word::Counted(Counted::Half),
        "q" | "qtr" | "quarter" | "кв" | "квартал" | "квартала" => Word::Counted(Counted::Quarter),
        "w" | "wk" | "week" | "нед" | "неделя" | "недели" => Word::Counted(Counted::Week),
        "е" | "ое" | "й" | "ый" | "я" | "st" | "nd" | "rd" | "th" => Word::Ordinal,
        "i" => Word::Roman(1),
        "ii" => Word::Roman(2),
        "iii" => Word::Roman(3),
        "iv" => Word::Roman(4),
        "г" | "гг" | "год" | "года" | "year" | "y" | "fy" | "мес" | "месяц" | "month" | "за" | "в" | "of" | "in" => {
            Word::Filler
        }
        _ => Word::Other,
    }
}

/// The year that a text of four digits is.
#[must_use]
pub fn year_of(text: &str) -> Option<i32> {
    let year = text.parse().ok().filter(|_| text.len() == 4)?;
    YEARS.contains(&year).then_some(year)
}

impl Parts {
    fn take(&mut self, segment: &str) {
        let segment = segment.trim();
        if let Some((year, month)) = year_and_month(segment) {
            (self.year, self.month) = (Some(year), Some(month));
            return;
        }
        let tokens = tokens(segment);
        let days = days_of(&tokens, segment.contains(['-', '–', '—']) || is_day_and_month(segment));
        let numbers = tokens.iter().filter(|token| token.is_number).count();
        // Two whole dates are a span, though each alone is a day.
        let is_span = days.is_some() && numbers >= 6;
        if segment.starts_with(|c: char| c.is_ascii_digit())
            && numbers >= 3
            && !is_span
            && let Some(day) = calendar::parse(segment).and_then(|date| date.resolve(DateOrder::Dmy))
        {
            self.day = Some(day);
            return;
        }
        if let Some((days, year)) = days {
            self.days = Some(days);
            self.year = self.year.or(year);
            return;
        }
        self.take_words(&tokens);
    }

    fn take_words(&mut self, tokens: &[Token<'_>]) {
        let mut used = vec![false; tokens.len()];
        let at = |index: usize| tokens.get(index).copied();
        let words: Vec<Word> = tokens.iter().map(|t| if t.is_number { Word::Other } else { word(t.text) }).collect();
        for (index, what) in words.iter().enumerate() {
            match what {
                Word::Month(month) if self.month.is_none() => {
                    self.month = Some(*month);
                    mark(&mut used, index);
                }
                Word::Counted(counted) => {
                    let most = counted.most();
                    // "Q1", "кв. 1" before "1 кв.", unless the number in front touches the word.
                    let next = at(index + 1).and_then(|token| token.number_up_to(most)).map(|n| (n, index + 1));
                    // "1-й кв."
                    let ends = usize::from(index > 0 && words.get(index - 1) == Some(&Word::Ordinal));
                    let before = index.checked_sub(1 + ends).and_then(|i| Some((number_or_roman(at(i)?, most)?, i)));
                    let Some((number, place)) = next.or(before) else { continue };
                    *match counted {
                        Counted::Half => &mut self.half,
                        Counted::Quarter => &mut self.quarter,
                        Counted::Week => &mut self.week,
                    } = Some(number);
                    (place.min(index)..=place.max(index)).for_each(|place| mark(&mut used, place));
                }
                Word::Filler => mark(&mut used, index),
                _ => {}
            }
        }
        for (index, token) in tokens.iter().enumerate() {
            let is_free = used.get(index) == Some(&false);
            if is_free && self.year.is_none() && token.is_number {
                self.year = year_of(token.text);
                // "фев.20", "Q1'20": two digits only beside something that needs a year.
                if self.year.is_none()
                    && token.text.len() == 2
                    && (self.month.is_some() || self.quarter.is_some() || self.half.is_some())
                {
                    self.year = token.text.parse().ok().map(|year: i32| 2000 + year);
                }
                if self.year.is_some() {
                    mark(&mut used, index);
                }
            }
        }
        let mut free = String::new();
        for (token, _) in tokens.iter().zip(&used).filter(|(_, used)| !**used) {
            if !free.is_empty() && !token.adjoins {
                free.push(' ');
            }
            free.push_str(token.text);
        }
        if !free.is_empty() {
            self.measure.push(free);
        }
    }

    fn finish(self) -> Option<Named> {
        if let Some(unit) = self.days {
            return Some(Named { unit, year: self.year, measure: self.measure.join(JOINT) });
        }
        let year = self.year.map(|_| Unit::Year);
        let unit = (self.day.map(Unit::Day))
            .or(self.month.map(Unit::Month))
            .or(self.quarter.map(Unit::Quarter))
            .or(self.half.map(Unit::Half))
            .or(self.week.map(Unit::Week))
            .or(year)?;
        Some(Named { unit, year: self.year, measure: self.measure.join(JOINT) })
    }
}

fn mark(used: &mut [bool], index: usize) {
    if let Some(used) = used.get_mut(index) {
        *used = true;
    }
}

fn number_or_roman(token: Token<'_>, most: u32) -> Option<u32> {
    match word(token.text) {
        Word::Roman(number) if !token.is_number => Some(number),
        _ => token.number_up_to(most),
    }
}

/// Days by month and day, from one to another or one twice, and their year where it is said: `5 янв`, `05.01`,
/// `05.янв.24`, `1-7 янв 2024`, `29 янв – 4 фев`, `01.02-07.02`, `01.02.2024 - 07.02.2024`; a week's number before them says
/// no more.
fn days_of(tokens: &[Token<'_>], has_digits: bool) -> Option<(Unit, Option<i32>)> {
    let is_said = |token: &&Token<'_>| token.is_number || word(token.text) != Word::Filler;
    let tokens: Vec<Token<'_>> = tokens.iter().filter(is_said).copied().collect();
    let is_week = |token: &Token<'_>| !token.is_number && word(token.text) == Word::Counted(Counted::Week);
    let tokens = match tokens.as_slice() {
        [week, number, rest @ ..] | [number, week, rest @ ..] if is_week(week) && number.is_number => rest,
        all => all,
    };
    let day = |token: Token<'_>| token.number_up_to(31);
    let named = |token: Token<'_>| match word(token.text) {
        Word::Month(month) if !token.is_number => Some(month),
        _ => None,
    };
    // Months in digits only where their form shows that days are meant.
    let month = |token: Token<'_>| named(token).or_else(|| token.number_up_to(12).filter(|_| has_digits));
    let year = |token: Token<'_>| {
        let short = || token.number_up_to(99).filter(|_| token.text.len() == 2)?.try_into().ok();
        year_of(token.text).or_else(|| short().map(|year: i32| 2000 + year))
    };
    let one = |d: Token<'_>, m: Token<'_>| Some(Unit::Days((month(m)?, day(d)?), (month(m)?, day(d)?)));
    let range = |d: Token<'_>, m: Token<'_>, e: Token<'_>, n: Token<'_>| {
        Some(Unit::Days((month(m)?, day(d)?), (month(n)?, day(e)?)))
    };
    match *tokens {
        [d, m] => Some((one(d, m)?, None)),
        [d, e, m] if named(m).is_some() => Some((range(d, m, e, m)?, None)),
        [d, m, y] => Some((one(d, m)?, Some(year(y)?))),
        [d, e, m, y] if named(m).is_some() && y.is_number => Some((range(d, m, e, m)?, Some(year(y)?))),
        [d, m, e, n] => Some((range(d, m, e, n)?, None)),
        [d, m, e, n, y] => Some((range(d, m, e, n)?, Some(year(y)?))),
        [d, m, y, e, n, z] if year(y)? <= year(z)? => Some((range(d, m, e, n)?, Some(year(y)?))),
        _ => None,
    }
}

/// Whether a text is a day and a month of two digits each, `05.01`: without zeros it may as well be the number of a
/// question.
#[must_use]
pub const fn is_day_and_month(text: &str) -> bool {
    matches!(text.as_bytes(), [b'0'..=b'3', b'0'..=b'9', b'.', b'0'..=b'1', b'0'..=b'9'])
}

/// `2020-02`, `02.2020`, `2020/2`, `202002`.
fn year_and_month(text: &str) -> Option<(i32, u32)> {
    if text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, month) = text.split_at_checked(4)?;
        return Some((year_of(year)?, month.parse().ok().filter(|month| (1..=12).contains(month))?));
    }
    let (left, right) = text.split_once(['-', '.', '/'])?;
    let month = |text: &str| {
        let is_short = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u32>().ok().filter(|month| is_short && (1..=12).contains(month))
    };
    match (year_of(left), year_of(right)) {
        (Some(year), None) => Some((year, month(right)?)),
        (None, Some(year)) => Some((year, month(left)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_periods() {
        let cases = [
            ("Февраль 2020", "2020-02-01..2020-02-29", ""),
            ("февраль 2020 г.", "2020-02-01..2020-02-29", ""),
            ("фев.20", "2020-02-01..2020-02-29", ""),
            ("Feb-21", "2021-02-01..2021-02-28", ""),
            ("Mai 2021", "2021-05-01..2021-05-31", ""),
            ("Липень 2021", "2021-07-01..2021-07-31", ""),
            ("2020-02", "2020-02-01..2020-02-29", ""),
            ("02.2020", "2020-02-01..2020-02-29", ""),
            ("202002", "2020-02-01..2020-02-29", ""),
            ("01.02.2020", "2020-02-01..2020-02-01", ""),
            ("2020-02-01", "2020-02-01..2020-02-01", ""),
            ("2020-02-01 00:00:00", "2020-02-01..2020-02-01", ""),
            ("Q1 2020", "2020-01-01..2020-03-31", ""),
            ("2020-Q4", "2020-10-01..2020-12-31", ""),
            ("2020Q4", "2020-10-01..2020-12-31", ""),
            ("Q3'21", "2021-07-01..2021-09-30", ""),
            ("1 кв. 2020", "2020-01-01..2020-03-31", ""),
            ("2кв 2020 г.", "2020-04-01..2020-06-30", ""),
            ("IV квартал 2020", "2020-10-01..2020-12-31", ""),
            ("1-й квартал 2020", "2020-01-01..2020-03-31", ""),
            ("2nd quarter 2020", "2020-04-01..2020-06-30", ""),
            ("1 полугодие 2020", "2020-01-01..2020-06-30", ""),
            ("2-е полугодие 2020 г.", "2020-07-01..2020-12-31", ""),
            ("II полугодие 2020", "2020-07-01..2020-12-31", ""),
            ("H1 2020", "2020-01-01..2020-06-30", ""),
            ("2020-H2", "2020-07-01..2020-12-31", ""),
            ("2H'21", "2021-07-01..2021-12-31", ""),
            ("I полугодие / Сумма", "1999-01-01..1999-06-30", "Сумма"),
            ("2020", "2020-01-01..2020-12-31", ""),
            ("2020 год", "2020-01-01..2020-12-31", ""),
            // Weeks of ISO 8601: 2021 begins with Sunday of week 53 of 2020.
            ("2020-W53", "2020-12-28..2021-01-03", ""),
            ("неделя 1 2021", "2021-01-04..2021-01-10", ""),
            ("2020 / Январь", "2020-01-01..2020-01-31", ""),
            ("2020 / Январь / Сумма, руб.", "2020-01-01..2020-01-31", "Сумма руб"),
            ("Количество янв 2020", "2020-01-01..2020-01-31", "Количество"),
            ("Итого 2020", "2020-01-01..2020-12-31", "Итого"),
            ("Май", "1999-05-01..1999-05-31", ""),
            ("5 янв", "1999-01-05..1999-01-05", ""),
            ("05.янв", "1999-01-05..1999-01-05", ""),
            ("05.01", "1999-01-05..1999-01-05", ""),
            ("31.12 / Сумма", "1999-12-31..1999-12-31", "Сумма"),
            ("5 января 2024 г.", "2024-01-05..2024-01-05", ""),
            ("5-Jan-24", "2024-01-05..2024-01-05", ""),
            ("1-7 янв", "1999-01-01..1999-01-07", ""),
            ("1–7 января 2024", "2024-01-01..2024-01-07", ""),
            ("29 янв - 4 фев", "1999-01-29..1999-02-04", ""),
            ("29.12-04.01", "1999-12-29..2000-01-04", ""),
            ("01.02.2024 - 07.02.2024", "2024-02-01..2024-02-07", ""),
            ("Неделя 5 (29.01-04.02)", "1999-01-29..1999-02-04", ""),
            ("5 янв / Сумма", "1999-01-05..1999-01-05", "Сумма"),
        ];
        for (header, days, measure) in cases {
            let named = read(header).unwrap_or_else(|| panic!("{header:?}"));
            let (first, last) = named.days(1999).unwrap_or_else(|| panic!("{header:?}"));
            assert_eq!((format!("{first}..{last}").as_str(), named.measure.as_str()), (days, measure), "{header:?}");
        }
    }

    #[test]
    fn headers_of_other_things() {
        for header in [
            "Клиент",
            "Сумма",
            "№ 5",
            "Итого",
            "Кв.",
            "Пол",
            "H",
            "Дата",
            "1234567890",
            "",
            "1805",
            "12",
            "1.1",
            "1.01",
            "05.1",
        ] {
            assert_eq!(read(header), None, "{header:?}");
        }
    }

    #[test]
    fn months_by_their_numbers() {
        let cells = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        assert_eq!(numbered_months(&cells("a 1 2 3 4 5 6 7 8 9 10 11 12 b")), Some(1));
        assert_eq!(numbered_months(&cells("01 02 03 04 05 06 07 08 09 10 11 12")), Some(0));
        assert_eq!(numbered_months(&cells("a 1 2 3 4 5 6 7 8 9 10 11")), None);
        assert_eq!(numbered_months(&cells("a 1 2 3 4 6 5 7 8 9 10 11 12")), None);
    }

    #[test]
    fn cells_without_a_year() {
        for cell in ["Январь", "5 янв", "05.01", "5/1", "Неделя 3", "Q1", "1-7 янв"] {
            assert!(lacks_year(cell), "{cell:?}");
        }
        for cell in ["Январь 2024", "05.01.2024", "5 янв 2024", "2024", "???", "", "12", "31.12.25", "15:30", "99.99"]
        {
            assert!(!lacks_year(cell), "{cell:?}");
        }
    }

    #[test]
    fn years_of_titles() {
        for (title, goes_on, year) in [
            ("Продажи за 2020 год", false, Some(2020)),
            ("Период: 01.01.2020 - 31.12.2020", false, Some(2020)),
            ("Период: 01.01.2020 - 31.12.2021", false, None),
            ("Период: 01.10.2020 - 28.02.2021", true, Some(2020)),
            ("Сезоны 2018 и 2021", true, None),
            ("Отчёт по продажам", false, None),
        ] {
            assert_eq!(first_year_in(title, goes_on), year, "{title:?}");
        }
    }
}
