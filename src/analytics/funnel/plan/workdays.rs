//! Which days are worked: a week of five, six or seven days, less the days off that the user names.
//!
//! Public holidays are not known here: they differ by country and are moved by decree. Who wants them counted names
//! them.

use serde::{Deserialize, Serialize};

use crate::analytics::date::Day;

/// How many days of a week are worked, from Monday on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Workweek {
    /// Monday to Friday.
    #[default]
    Five,
    /// Monday to Saturday.
    Six,
    /// Every day.
    Seven,
}

impl Workweek {
    /// All of them, shortest first.
    pub const ALL: [Self; 3] = [Self::Five, Self::Six, Self::Seven];

    const fn days(self) -> i32 {
        match self {
            Self::Five => 5,
            Self::Six => 6,
            Self::Seven => 7,
        }
    }
}

/// Which days are worked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkCalendar {
    /// The week.
    pub week: Workweek,
    /// Days off besides, in any order.
    pub days_off: Vec<Day>,
}

/// Further back no working day is looked for: nobody has so many days off in a row.
const SEARCH_DAYS: i32 = 60;

impl WorkCalendar {
    /// Whether `day` is worked.
    #[must_use]
    pub fn is_worked(&self, day: Day) -> bool {
        // 1970-01-01 was a Thursday, three days after a Monday.
        (day.0 + 3).rem_euclid(7) < self.week.days() && !self.days_off.contains(&day)
    }

    /// The working days from `first` to `last`, both included, in their order.
    pub fn worked(&self, first: Day, last: Day) -> impl Iterator<Item = Day> {
        (first.0..=last.0).map(Day).filter(|&day| self.is_worked(day))
    }

    /// The last working day up to `day`, but not before `first`.
    #[must_use]
    pub fn last_worked(&self, first: Day, day: Day) -> Option<Day> {
        let from = first.0.max(day.0.saturating_sub(SEARCH_DAYS));
        (from..=day.0).rev().map(Day).find(|&day| self.is_worked(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    #[test]
    fn working_days_of_a_month() {
        // May 2026 begins on a Friday: 21 weekdays, 5 Saturdays, 5 Sundays.
        for (week, days_off, worked) in [
            (Workweek::Five, &[][..], 21),
            (Workweek::Six, &[], 26),
            (Workweek::Seven, &[], 31),
            // 1 and 11 May fall on weekdays, 9 May on a Saturday.
            (Workweek::Five, &["2026-05-01", "2026-05-09", "2026-05-11"], 19),
            (Workweek::Six, &["2026-05-01", "2026-05-09", "2026-05-11"], 23),
        ] {
            let calendar = WorkCalendar { week, days_off: days_off.iter().map(|text| day(text)).collect() };
            assert_eq!(calendar.worked(day("2026-05-01"), day("2026-05-31")).count(), worked, "{week:?} {days_off:?}");
        }
    }

    #[test]
    fn the_last_working_day() {
        let calendar = WorkCalendar { week: Workweek::Five, days_off: vec![day("2026-05-08")] };
        for (first, up_to, last) in [
            ("2026-05-01", "2026-05-10", Some("2026-05-07")),
            ("2026-05-01", "2026-05-06", Some("2026-05-06")),
            ("2026-05-08", "2026-05-10", None),
            ("2026-05-12", "2026-05-10", None),
        ] {
            assert_eq!(calendar.last_worked(day(first), day(up_to)), last.map(day), "{first} to {up_to}");
        }
    }
}
