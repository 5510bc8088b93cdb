//! What one client bought over time: its sums by period, for the picture on its card.
//!
//! Rows and window are those of the [`Histories`] that the client's class was made of, and so are `n` and `k`. Hence
//! the invariant: the sums of all periods together are [`ClientHistory::total`](super::history::ClientHistory::total),
//! and the periods with a purchase from the first one on, less one that is not over, are its `k`.

use serde::{Deserialize, Serialize};

use super::history::Histories;
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::dataset::SalesTable;
use crate::analytics::date::{Day, Grain};

/// Periods that are told one by one, the latest: two years of weeks, ten of months. More are thinner than the eye sees.
pub const PERIODS_MAX: u32 = 120;

/// What one client bought over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// How time is cut.
    pub grain: Grain,
    /// First and last day counted.
    pub window: (Day, Day),
    /// Number of the first of `sums`, as [`Grain::period_of`] counts.
    pub first: i32,
    /// Periods one after another, up to that of the window's last day; those without rows too.
    pub sums: Vec<PeriodSum>,
    /// All periods of the window before `first` together, and how many they are: see [`PERIODS_MAX`].
    pub earlier: (u32, PeriodSum),
    /// Whether the window ends before the last of `sums` does, so that `periods` and `active` leave it out.
    pub is_last_left_out: bool,
    /// `n`: periods from the first purchase to the last one counted.
    pub periods: u32,
    /// `k`: those with a purchase.
    pub active: u32,
    /// Orders.
    pub orders: u32,
    /// First and last purchase.
    pub purchased: Option<(Day, Day)>,
}

/// What a client did in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodSum {
    /// Purchases less returns.
    pub sum: Sum,
    /// Returns that were taken off, as a sum above zero.
    pub returned: Sum,
    /// Whether anything was bought.
    pub is_bought: bool,
}

impl PeriodSum {
    fn add(&mut self, amount: Amount) {
        self.sum += amount;
        if amount.0 < 0 {
            self.returned += -Sum::from(amount);
        }
        self.is_bought |= amount.0 > 0;
    }
}

impl Course {
    /// The course of the client of this number; `None` where it has no rows in the window. `histories` are of this table
    /// and grain.
    #[must_use]
    pub fn of(table: &SalesTable, histories: &Histories, grain: Grain, client: u32) -> Option<Self> {
        let clients = &histories.clients;
        let history = clients.get(clients.binary_search_by_key(&client, |history| history.client).ok()?)?;
        let window = histories.window?;
        let (from, last) = (grain.period_of(window.0), grain.period_of(window.1));
        let all = last.checked_sub(from)?.checked_add(1).and_then(|all| u32::try_from(all).ok())?;
        let shown = all.min(PERIODS_MAX);
        let first = last - shown.cast_signed() + 1;
        let mut sums = vec![PeriodSum::default(); shown as usize];
        let mut earlier = PeriodSum::default();
        let rows = table.client.iter().zip(&table.day).zip(&table.amount);
        for ((_, &day), &amount) in rows.filter(|((of, _), _)| **of == client) {
            if day < window.0 || day > window.1 {
                continue;
            }
            let place = usize::try_from(grain.period_of(day) - first).ok();
            place.and_then(|place| sums.get_mut(place)).unwrap_or(&mut earlier).add(amount);
        }
        Some(Self {
            grain,
            window,
            first,
            sums,
            earlier: (all - shown, earlier),
            is_last_left_out: histories.last_period_left_out,
            periods: history.periods,
            active: history.active,
            orders: history.orders,
            purchased: history.purchased,
        })
    }

    /// Purchases less returns in all.
    #[must_use]
    pub fn total(&self) -> Sum {
        self.all().map(|period| period.sum).sum()
    }

    /// Returns in all, as a sum above zero.
    #[must_use]
    pub fn returned(&self) -> Sum {
        self.all().map(|period| period.returned).sum()
    }

    /// The periods with their numbers, first to last.
    pub fn numbered(&self) -> impl Iterator<Item = (i32, &PeriodSum)> {
        (self.first..).zip(&self.sums)
    }

    fn all(&self) -> impl Iterator<Item = &PeriodSum> {
        self.sums.iter().chain([&self.earlier.1])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).unwrap()
    }

    /// A table of rows: client (0 or 1), day, whole units.
    fn table(rows: &[(u32, Day, i64)]) -> SalesTable {
        SalesTable {
            client_names: ["asked", "other"].into_iter().collect(),
            client: rows.iter().map(|row| row.0).collect(),
            day: rows.iter().map(|row| row.1).collect(),
            amount: rows.iter().map(|row| Amount(row.2 * 10_000)).collect(),
            ..SalesTable::default()
        }
    }

    fn course(rows: &[(u32, &str, i64)], window: Option<(&str, &str)>, grain: Grain) -> Option<Course> {
        let rows: Vec<_> = rows.iter().map(|&(client, iso, sum)| (client, day(iso), sum)).collect();
        let table = table(&rows);
        let histories = Histories::new(&table, window.map(|(from, to)| (day(from), day(to))), grain);
        Course::of(&table, &histories, grain, 0)
    }

    /// Net, returned and whether bought, of each period, in whole units.
    fn told(course: &Course) -> Vec<(i128, i128, bool)> {
        course.sums.iter().map(|it| (it.sum.0 / 10_000, it.returned.0 / 10_000, it.is_bought)).collect()
    }

    #[test]
    fn sums_by_month_with_returns_taken_off() {
        let rows = [
            (0, "2025-01-10", 100),
            (1, "2025-01-02", 999),
            (0, "2025-01-31", 50),
            (0, "2025-03-01", 70),
            (0, "2025-03-20", -90),
            (0, "2025-04-30", 20),
        ];
        let course = course(&rows, None, Grain::Month).unwrap();
        assert_eq!(told(&course), [(150, 0, true), (0, 0, false), (-20, 90, true), (20, 0, true)]);
        assert_eq!((course.first, course.window), (2025 * 12, (day("2025-01-02"), day("2025-04-30"))));
        assert_eq!((course.active, course.periods, course.orders), (3, 4, 4));
        assert_eq!((course.total().0, course.returned().0), (150 * 10_000, 90 * 10_000));
        assert!(!course.is_last_left_out);
        assert_eq!(course.purchased, Some((day("2025-01-10"), day("2025-04-30"))));
        // The same by quarters, of which the second is not over.
        let course = self::course(&rows, None, Grain::Quarter).unwrap();
        assert_eq!(told(&course), [(130, 90, true), (20, 0, true)]);
        assert_eq!((course.first, course.active, course.periods, course.is_last_left_out), (2025 * 4, 1, 1, true));
    }

    #[test]
    fn returns_alone_are_no_purchase() {
        let rows = [(0, "2025-02-03", -40), (1, "2025-01-01", 1), (1, "2025-02-28", 1)];
        let course = course(&rows, None, Grain::Month).unwrap();
        assert_eq!(told(&course), [(0, 0, false), (-40, 40, false)]);
        assert_eq!((course.active, course.periods, course.orders, course.purchased), (0, 0, 0, None));
    }

    #[test]
    fn one_purchase_stands_alone() {
        let rows = [(0, "2025-02-03", 40), (1, "2025-01-01", 1), (1, "2025-05-31", 1)];
        let course = course(&rows, None, Grain::Month).unwrap();
        assert_eq!(told(&course).iter().map(|it| it.0).collect::<Vec<_>>(), [0, 40, 0, 0, 0]);
        // February to May.
        assert_eq!((course.active, course.periods, course.orders), (1, 4, 1));
    }

    #[test]
    fn a_window_cuts_rows_and_periods() {
        let rows = [
            (0, "2025-01-31", 1_000),
            (0, "2025-02-01", 5),
            (0, "2025-04-14", 7),
            (0, "2025-04-16", 2_000),
            (1, "2025-12-31", 1),
        ];
        let cut = course(&rows, Some(("2025-02-01", "2025-04-15")), Grain::Month).unwrap();
        assert_eq!(told(&cut), [(5, 0, true), (0, 0, false), (7, 0, true)]);
        // April is not over on the 15th: it is in the sums, and not among the months that are counted.
        assert_eq!((cut.is_last_left_out, cut.active, cut.periods), (true, 1, 2));
        assert_eq!(cut.total().0, 12 * 10_000);
        // Without rows in the window there is nothing to tell.
        assert_eq!(course(&rows, Some(("2025-06-01", "2025-06-30")), Grain::Month), None);
    }

    #[test]
    fn a_client_who_came_in_the_last_month_has_no_counted_month() {
        let rows = [(1, "2025-01-01", 1), (0, "2025-03-02", 9), (1, "2025-03-05", 1)];
        let course = course(&rows, None, Grain::Month).unwrap();
        assert_eq!(told(&course), [(0, 0, false), (0, 0, false), (9, 0, true)]);
        assert_eq!((course.is_last_left_out, course.active, course.periods), (true, 0, 0));
    }

    #[test]
    fn what_is_long_ago_is_told_together() {
        // 150 weeks from Monday 2 January 2023 on: the first 30 are earlier.
        let monday = day("2023-01-02");
        let week = |number: i32, sum: i64| (0, Day(monday.0 + 7 * number), sum);
        let rows = [week(0, 3), week(29, 4), week(29, -1), week(30, 10), (0, Day(monday.0 + 7 * 150 - 1), 20)];
        let table = table(&rows);
        let course = Course::of(&table, &Histories::new(&table, None, Grain::Week), Grain::Week, 0).unwrap();
        let (periods, earlier) = course.earlier;
        assert_eq!((periods, earlier.sum.0, earlier.returned.0), (30, 6 * 10_000, 10_000));
        assert_eq!((course.sums.len(), told(&course)[0], told(&course)[119]), (120, (10, 0, true), (20, 0, true)));
        assert_eq!(course.total().0, 36 * 10_000);
    }

    proptest! {
        #[test]
        fn the_periods_are_those_of_the_class(
            rows in proptest::collection::vec((0_u32..2, 19_000_i32..20_400, -50_i64..100), 1..60),
            window in proptest::option::of((19_000_i32..20_400, 0_i32..1_400)),
            grain in proptest::sample::select(Grain::ALL.to_vec()),
        ) {
            let rows: Vec<_> = rows.into_iter().map(|(client, day, sum)| (client, Day(day), sum)).collect();
            let window = window.map(|(from, days)| (Day(from), Day(from + days)));
            let table = table(&rows);
            let histories = Histories::new(&table, window, grain);
            let history = histories.clients.iter().find(|history| history.client == 0);
            let course = Course::of(&table, &histories, grain, 0);
            prop_assert_eq!(course.is_some(), history.is_some());
            if let (Some(course), Some(history)) = (course, history) {
                prop_assert_eq!(course.total(), history.total);
                prop_assert_eq!(course.first + course.sums.len() as i32 - 1, grain.period_of(course.window.1));
                // The class counts purchases from the first one on, and so does whoever counts the bars.
                let counted = course.sums.len() - usize::from(course.is_last_left_out);
                let bought = course.sums.iter().take(counted).filter(|it| it.is_bought).count();
                if course.earlier.0 == 0 {
                    prop_assert_eq!(bought as u32, history.active);
                }
                prop_assert!(bought as u32 <= history.active);
                prop_assert!(course.active <= course.periods);
            }
        }
    }
}
