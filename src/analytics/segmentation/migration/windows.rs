//! Which windows are compared where nobody chose any.

use std::collections::BTreeSet;

use super::Days;
use crate::analytics::dataset::SalesTable;
use crate::analytics::date::Day;

/// How much the earlier year may lack at its beginning: tables seldom begin with a sale on the very first day.
const MISSING_DAYS_MAX: i32 = 31;

/// The last twelve months after the twelve before them; where the rows do not reach back so far, the two halves of the
/// time, as long as each other: of an odd number of days the middle one is left out, and where rows stand for periods, of
/// an odd number of those the first one. `None` where there are no two of them.
#[must_use]
pub fn default_windows(table: &SalesTable) -> Option<(Days, Days)> {
    let days = table.days()?;
    of_years(days).or_else(|| if table.reaches.is_some() { of_periods(table, days) } else { of_days(days) })
}

fn of_years((first, last): Days) -> Option<(Days, Days)> {
    let years = last.years_before(1).zip(last.years_before(2));
    let (year_before, two_before) = years.filter(|(_, two)| first.0 <= two.0 + 1 + MISSING_DAYS_MAX)?;
    Some(((Day(two_before.0 + 1), year_before), (Day(year_before.0 + 1), last)))
}

fn of_days((first, last): Days) -> Option<(Days, Days)> {
    let half = last.0.saturating_sub(first.0).saturating_add(1) / 2;
    (half > 0).then(|| ((first, Day(first.0 + half - 1)), (Day(last.0 - half + 1), last)))
}

/// A period's sales lie on its first day: a border elsewhere would cut some of them off.
fn of_periods(table: &SalesTable, (_, last): Days) -> Option<(Days, Days)> {
    let begin: BTreeSet<Day> = table.day.iter().copied().collect();
    let half = begin.len() / 2;
    let from_end = |periods: usize| begin.iter().rev().nth(periods.checked_sub(1)?).copied();
    let (before, after) = (from_end(half * 2)?, from_end(half)?);
    Some(((before, Day(after.0 - 1)), (after, last)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Amount;
    use crate::analytics::dataset::{ReadOptions, read_all};

    /// First and last day of the table; the two windows.
    type Case<'a> = ((&'a str, &'a str), Option<[&'a str; 4]>);

    fn found(table: &SalesTable) -> Option<[String; 4]> {
        default_windows(table).map(|(before, after)| [before.0, before.1, after.0, after.1].map(|day| day.to_string()))
    }

    #[test]
    fn compares_years_or_else_halves() {
        let cases: [Case<'_>; 8] = [
            (("2022-01-01", "2025-12-31"), Some(["2024-01-01", "2024-12-31", "2025-01-01", "2025-12-31"])),
            // The earlier year lacks 31 days: still a year. One more, and it is halves.
            (("2024-02-01", "2025-12-31"), Some(["2024-01-01", "2024-12-31", "2025-01-01", "2025-12-31"])),
            // 699 days: 349 each.
            (("2024-02-02", "2025-12-31"), Some(["2024-02-02", "2025-01-15", "2025-01-17", "2025-12-31"])),
            // No 29 February a year before.
            (("2020-01-01", "2024-02-29"), Some(["2022-03-01", "2023-02-28", "2023-03-01", "2024-02-29"])),
            (("2025-01-01", "2025-01-04"), Some(["2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04"])),
            (("2025-01-01", "2025-01-05"), Some(["2025-01-01", "2025-01-02", "2025-01-04", "2025-01-05"])),
            (("2025-01-01", "2025-01-02"), Some(["2025-01-01", "2025-01-01", "2025-01-02", "2025-01-02"])),
            (("2025-01-01", "2025-01-01"), None),
        ];
        for ((first, last), expected) in cases {
            let day = |text: &str| Day::from_iso(text).unwrap();
            let days = vec![day(first), day(last)];
            let table =
                SalesTable { client: vec![0; 2], amount: vec![Amount(1); 2], day: days, ..SalesTable::default() };
            assert_eq!(found(&table), expected.map(|days| days.map(str::to_owned)), "{first} {last}");
        }
    }

    #[test]
    fn periods_stay_whole() {
        let read = |text: &str| read_all(text.as_bytes(), &ReadOptions::default()).unwrap().table;
        // 181 days: their middle is in the second month of spring.
        let half_year = read("Client,2025-01,2025-02,2025-03,2025-04,2025-05,2025-06\nAcme,1,1,1,1,1,1\n");
        assert_eq!(
            found(&half_year),
            Some(["2025-01-01", "2025-03-31", "2025-04-01", "2025-06-30"].map(str::to_owned))
        );
        let quarters = read("Client,Q1 2025,Q2 2025,Q3 2025\nAcme,1,1,1\n");
        assert_eq!(found(&quarters), Some(["2025-04-01", "2025-06-30", "2025-07-01", "2025-09-30"].map(str::to_owned)));
    }
}
