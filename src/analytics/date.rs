//! Calendar days as integers, and the periods they fall into.
//!
//! The proleptic Gregorian calendar; no time zones: a sale happened on the day that the firm wrote down.
//! Algorithms of civil days after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_SHIFT: i32 = 719_468;
/// Days in 400 Gregorian years.
const ERA_DAYS: i64 = 146_097;

impl Day {
    /// The day of a calendar date; `None` where the calendar has no such date (31 February, month 13)
    /// or the year is outside 1..=9999.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        // Years begin in March, so that a leap day is the last of its year.
        let years = year.unsigned_abs() - u32::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = years * 365 + years / 4 - years / 100 + years / 400 + day_of_year;
        Some(Self(days.cast_signed() - EPOCH_SHIFT))
    }

    /// Monday of a week of the year, from 1, as ISO 8601 counts: the first one has 4 January in it. `None` where the year
    /// has no such week (it has 52 or 53) or is outside 1..=9999.
    #[must_use]
    pub fn from_iso_week(year: i32, week: u32) -> Option<Self> {
        let first = |year: i32| Self::from_ymd(year, 1, 4).map(|day| day.0 - (day.0 + 3).rem_euclid(7));
        let weeks = i32::try_from(week).ok().filter(|week| (1..=53).contains(week))? - 1;
        let monday = first(year)? + weeks * 7;
        first(year + 1).is_none_or(|next| monday < next).then_some(Self(monday))
    }

    /// The day of `2026-11-21`; `None` for anything else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-').map(|part| part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part));
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        Self::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The same date so many years earlier, 28 February for a 29th that is not there; `None` before the year 1.
    #[must_use]
    pub fn years_before(self, years: i32) -> Option<Self> {
        let (year, month, day) = self.to_ymd();
        Self::from_ymd(year - years, month, day).or_else(|| Self::from_ymd(year - years, month, 28))
    }

    /// Year, month 1..=12, day of the month 1..=31.
    #[must_use]
    pub fn to_ymd(self) -> (i32, u32, u32) {
        let shifted = i64::from(self.0) + i64::from(EPOCH_SHIFT);
        let era = shifted.div_euclid(ERA_DAYS);
        let day_of_era = shifted.rem_euclid(ERA_DAYS);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ranges shown above")]
        (year as i32, month as u32, day as u32)
    }
}

/// ISO 8601: `2026-11-21`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.to_ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Days of a month in the Gregorian calendar; 0 for a month that does not exist.
#[must_use]
pub const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// How time is cut into periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Grain {
    /// Monday to Sunday.
    Week,
    /// Calendar months.
    #[default]
    Month,
    /// January–March and so on.
    Quarter,
}

impl Grain {
    /// Every grain, finest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// Number of the period that holds `day`; consecutive periods have consecutive numbers.
    #[must_use]
    pub fn period_of(self, day: Day) -> i32 {
        let (year, month, _) = day.to_ymd();
        #[expect(clippy::cast_possible_wrap, reason = "months are 1..=12")]
        let month_index = month as i32 - 1;
        match self {
            // 1970-01-01 was a Thursday, three days after a Monday.
            Self::Week => (day.0 + 3).div_euclid(7),
            Self::Month => year * 12 + month_index,
            Self::Quarter => year * 4 + month_index / 3,
        }
    }

    /// The first day of the period of a number; `None` where it is outside the years that there are.
    #[must_use]
    pub fn first_day(self, period: i32) -> Option<Day> {
        let month = |number: i32| {
            let month = u32::try_from(number.rem_euclid(12)).ok()?;
            Day::from_ymd(number.div_euclid(12), month + 1, 1)
        };
        match self {
            Self::Week => period.checked_mul(7).map(|days| Day(days - 3)),
            Self::Month => month(period),
            Self::Quarter => month(period.checked_mul(3)?),
        }
    }

    /// Whether `day` is the last day of its period.
    #[must_use]
    pub fn ends_on(self, day: Day) -> bool {
        self.period_of(Day(day.0 + 1)) != self.period_of(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        for (y, m, d, number) in
            [(1970, 1, 1, 0), (2000, 3, 1, 11_017), (1969, 12, 31, -1), (2026, 11, 21, 20_778), (1996, 2, 29, 9_555)]
        {
            assert_eq!(Day::from_ymd(y, m, d), Some(Day(number)), "{y}-{m}-{d}");
            assert_eq!(Day(number).to_ymd(), (y, m, d));
        }
    }

    #[test]
    fn days_that_do_not_exist() {
        for (y, m, d) in
            [(2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (0, 1, 1)]
        {
            assert_eq!(Day::from_ymd(y, m, d), None, "{y}-{m}-{d}");
        }
    }

    #[test]
    fn periods_begin_on_their_first_day() {
        for (grain, day, first) in [
            (Grain::Week, "2026-11-21", "2026-11-16"),
            (Grain::Week, "1970-01-01", "1969-12-29"),
            (Grain::Month, "2024-02-29", "2024-02-01"),
            (Grain::Quarter, "2026-11-21", "2026-10-01"),
            (Grain::Quarter, "2026-03-31", "2026-01-01"),
        ] {
            let period = grain.period_of(Day::from_iso(day).unwrap());
            assert_eq!(grain.first_day(period), Day::from_iso(first), "{grain:?} {day}");
        }
        assert_eq!(Grain::Month.first_day(i32::MAX), None);
    }

    #[test]
    fn days_as_text() {
        let day = Day::from_ymd(2026, 11, 21);
        for (text, expected) in [
            ("2026-11-21", day),
            ("2026-11-31", None),
            ("2026-11", None),
            ("2026-11-2x", None),
            ("", None),
            ("-1-2-3", None),
        ] {
            assert_eq!(Day::from_iso(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_day_of_eight_centuries_round_trips() {
        for number in -200_000..100_000 {
            let (y, m, d) = Day(number).to_ymd();
            assert_eq!(Day::from_ymd(y, m, d), Some(Day(number)));
        }
    }

    #[test]
    fn weeks_of_the_year() {
        // ISO 8601: 2026 has 53 weeks, 2024 begins with a Monday, 2021 with the last days of week 53 of 2020.
        for (year, week, expected) in [
            (2026, 53, Some((2026, 12, 28))),
            (2024, 1, Some((2024, 1, 1))),
            (2024, 53, None),
            (2020, 53, Some((2020, 12, 28))),
            (2021, 1, Some((2021, 1, 4))),
            (2025, 1, Some((2024, 12, 30))),
            (2025, 0, None),
            (2025, 54, None),
            (2025, u32::MAX, None),
            (0, 1, None),
            (9999, 52, Some((9999, 12, 27))),
        ] {
            let expected = expected.and_then(|(y, m, d)| Day::from_ymd(y, m, d));
            assert_eq!(Day::from_iso_week(year, week), expected, "{year}-W{week}");
        }
    }

    #[test]
    fn periods_follow_each_other() {
        let day = |y, m, d| Day::from_ymd(y, m, d).unwrap();
        assert_eq!(Grain::Month.period_of(day(2021, 1, 1)) - Grain::Month.period_of(day(2020, 12, 31)), 1);
        assert_eq!(Grain::Quarter.period_of(day(2021, 1, 1)) - Grain::Quarter.period_of(day(2020, 12, 31)), 1);
        // 2026-11-22 is a Sunday.
        assert!(Grain::Week.ends_on(day(2026, 11, 22)));
        assert!(!Grain::Week.ends_on(day(2026, 11, 21)));
        assert!(Grain::Month.ends_on(day(2024, 2, 29)));
        assert!(!Grain::Quarter.ends_on(day(2024, 2, 29)));
    }
}
