//! Which windows are compared where nobody chose any.

use super::Days;
use crate::analytics::date::Day;

/// How much the earlier year may lack at its beginning: tables seldom begin with a sale on the very first day.
const MISSING_DAYS_MAX: i32 = 31;

/// The last twelve months after the twelve before them; where the rows do not reach back so far, the two halves of the
/// time, as long as each other: of an odd number of days the middle one is left out. `None` for a single day.
#[must_use]
pub fn default_windows((first, last): Days) -> Option<(Days, Days)> {
    let years = last.years_before(1).zip(last.years_before(2));
    if let Some((year_before, two_before)) = years
        && first.0 <= two_before.0 + 1 + MISSING_DAYS_MAX
    {
        return Some(((Day(two_before.0 + 1), year_before), (Day(year_before.0 + 1), last)));
    }
    let half = last.0.saturating_sub(first.0).saturating_add(1) / 2;
    (half > 0).then(|| ((first, Day(first.0 + half - 1)), (Day(last.0 - half + 1), last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// First and last day of the table; the two windows.
    type Case<'a> = ((&'a str, &'a str), Option<[&'a str; 4]>);

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
            let found = default_windows((day(first), day(last)))
                .map(|(before, after)| [before.0, before.1, after.0, after.1].map(|day| day.to_string()));
            assert_eq!(found, expected.map(|days| days.map(str::to_owned)), "{first} {last}");
        }
    }
}
