//! The day of a row whose date names no year: the year stands in a title, or nowhere.

use super::super::calendar::{self, DateCell};
use super::super::kinds::period;
use super::super::kinds::pivot::{LEAP_YEAR_ASSUMED, YEAR_ASSUMED};
use crate::analytics::date::Day;

/// Months that lie between December and January when the months of a year are counted; fewer are rows out of order.
const TURN_MONTHS: u32 = 6;

/// A column of days of one year, or of two that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct InYear {
    /// The column.
    pub(super) column: usize,
    /// The year of the first row.
    pub(super) year: i32,
    /// Whether nothing tells that year.
    pub(super) is_assumed: bool,
    /// Whether January follows December.
    goes_on: bool,
}

/// How far the rows above have come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Turn {
    month: u32,
    years_on: i32,
}

impl InYear {
    /// The column, if all of its filled cells are days or months without a year. The year is the `known` one, or that of a
    /// title.
    pub(super) fn find<'a>(
        column: usize,
        cells: &[&str],
        known: Option<i32>,
        titles: impl Iterator<Item = &'a str>,
    ) -> Option<Self> {
        let is_day_of = |year: i32| {
            cells.iter().all(|cell| period::lacks_year(cell) && calendar::parse(&with_year(cell, year)).is_some())
        };
        let assumed =
            [YEAR_ASSUMED, LEAP_YEAR_ASSUMED].into_iter().find(|&year| !cells.is_empty() && is_day_of(year))?;
        let goes_on = goes_on(cells);
        let year = known.or_else(|| {
            titles
                .filter(|title| speaks_of_time(title))
                .filter_map(|title| period::first_year_in(title, goes_on))
                .next()
        });
        Some(Self { column, year: year.unwrap_or(assumed), is_assumed: year.is_none(), goes_on })
    }

    /// The date in a cell with its year; a cell that is no such date stays as it is.
    pub(super) fn of(&self, cell: &str, turn: &mut Turn) -> String {
        if !period::lacks_year(cell) {
            return cell.to_owned();
        }
        if self.goes_on
            && let Some(month) = month_in(cell)
        {
            turn.years_on += i32::from(turn.month >= month + TURN_MONTHS);
            turn.month = month;
        }
        with_year(cell, self.year + turn.years_on)
    }
}

/// A date with a year after it, as people would have written it: `05.03` as `05.03.2025`, `5 мар` as `5 мар 2025`.
fn with_year(cell: &str, year: i32) -> String {
    let mark = cell.chars().find(|c| matches!(c, '.' | '/' | '-')).unwrap_or(' ');
    format!("{}{mark}{year}", cell.trim_end_matches(mark))
}

/// Whether a title says of what time the table is, and not when it was made, or how somebody is called.
fn speaks_of_time(title: &str) -> bool {
    const OF_TIME: [&str; 13] = [
        "за ",
        "период",
        "год",
        "сезон",
        "продаж",
        "отчет",
        "реализац",
        "for ",
        "period",
        "year",
        "season",
        "sales",
        "report",
    ];
    const OF_REPORT: [&str; 9] =
        ["формир", "создан", "печат", "выгру", "тел", "generated", "printed", "created", "exported"];
    let lower = title.to_lowercase().replace('ё', "е");
    let is_bare = lower.chars().all(|c| !c.is_alphabetic());
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    // «Журнал 2025».
    let last = lower.split_whitespace().last().map(|word| word.trim_end_matches('.'));
    let ends_with_year = last.is_some_and(|word| word.parse::<u16>().is_ok());
    (is_bare || ends_with_year || says(&OF_TIME)) && !says(&OF_REPORT) && !lower.contains(['"', '«'])
}

/// The month of a cell, where no order of day and month is left open.
fn month_in(cell: &str) -> Option<u32> {
    match calendar::parse(&with_year(cell, LEAP_YEAR_ASSUMED))? {
        DateCell::Day(day) => Some(month_of(day)),
        DateCell::Ordered { .. } => None,
    }
}

fn month_of(day: Day) -> u32 {
    day.to_ymd().1
}

/// Whether months only grow, but for a turn from the end of a year to the beginning of the next.
fn goes_on(cells: &[&str]) -> bool {
    let months: Option<Vec<u32>> = cells.iter().map(|cell| month_in(cell)).collect();
    months.is_some_and(|months| {
        let mut pairs = months.iter().zip(months.iter().skip(1));
        let is_turn = |(before, after): (&u32, &u32)| *before >= after + TURN_MONTHS;
        pairs.clone().any(is_turn) && pairs.all(|(before, after)| before <= after || is_turn((before, after)))
    })
}
