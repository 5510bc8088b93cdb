//! What each client did in a window: the figures from which every class is made.
//!
//! A purchase is a row with an amount above zero; an order is a distinct order id, else a distinct day. Returns
//! lower the value and are no purchases.
//!
//! Rows are grouped by client by a counting sort, for as many clients at a time as have [`GROUPED_ROWS`] together, so
//! that a large table is never there twice; then each client's rows are gone through. Nothing depends on the order of
//! rows in the file.

use std::ops::Range;

use crate::analytics::amount::Sum;
use crate::analytics::dataset::SalesTable;
use crate::analytics::dataset::table::parts;
use crate::analytics::date::{Day, Grain};
use crate::analytics::stats::quantile::{Fraction, decile_type7, median_twice};
use crate::analytics::stats::variation::Moments;

/// What one client did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientHistory {
    /// Number of the client in the table's names.
    pub client: u32,
    /// Net value: purchases less returns.
    pub total: Sum,
    /// Orders.
    pub orders: u32,
    /// Rows that are purchases.
    pub purchase_rows: u32,
    /// First and last purchase.
    pub purchased: Option<(Day, Day)>,
    /// Twice the median interval between purchase days; `None` under two intervals.
    pub median_gap_days_twice: Option<u32>,
    /// `n`: periods from the first purchase to the last one counted.
    pub periods: u32,
    /// `k`: those with a purchase.
    pub active: u32,
    /// Moments of the sums of those `n` periods, returns included.
    pub moments: Moments,
}

impl ClientHistory {
    /// Days from the last purchase to the day after the window.
    #[must_use]
    pub fn recency_days(&self, window_end: Day) -> Option<u32> {
        self.purchased.map(|(_, last)| (window_end.0 - last.0 + 1).unsigned_abs())
    }
}

/// What all clients did in a window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histories {
    /// First and last day counted; `None` when there are no rows.
    pub window: Option<(Day, Day)>,
    /// One entry a client with at least one row in the window, in order of client numbers.
    pub clients: Vec<ClientHistory>,
    /// Periods counted in all.
    pub periods: u32,
    /// Whether the last period was left out because the window does not reach its last day.
    pub last_period_left_out: bool,
    /// 90th percentile of all clients' intervals between purchase days.
    pub long_gap_days: Option<Fraction>,
    /// Twice the median of those intervals.
    pub median_gap_days_twice: Option<u32>,
    /// Rows without a client within the window, and their sum.
    pub without_client: (u64, Sum),
    /// Rows outside the window, and their sum.
    pub outside_window: (u64, Sum),
}

/// Rows grouped at a time, unless one client alone has more: some megabytes, that every place in them is near.
const GROUPED_ROWS: usize = 1 << 19;

/// Days whose periods are looked up: three centuries.
const DAYS_KNOWN_MAX: i32 = 110_000;

/// A row as the histories need it.
#[derive(Clone, Copy, Default)]
struct Row {
    day: Day,
    amount: i64,
    /// Number of the order, or how many orders begin here: [`Walk::counts`] tells.
    order: u32,
}

impl Histories {
    /// Goes through the table. `window` is the first and last day counted; `None` is all rows.
    #[must_use]
    pub fn new(table: &SalesTable, window: Option<(Day, Day)>, grain: Grain) -> Self {
        let all_days = table.row_days();
        // Rows that stand for periods speak of whole ones.
        let window =
            window.or_else(|| all_days.map(|(first, last)| (first, table.reaches.map_or(last, |end| end.max(last)))));
        let (Some((from, to)), Some((first_day, last_day))) = (window, all_days) else {
            return Self { window, ..Self::default() };
        };
        let last_period_left_out = !grain.ends_on(to);
        let last_period = grain.period_of(to) - i32::from(last_period_left_out);
        let mut histories = Self {
            window,
            periods: (last_period - grain.period_of(from) + 1).max(0).unsigned_abs(),
            last_period_left_out,
            ..Self::default()
        };
        let counts = histories.count_rows(table, from, to);
        let days = (from.max(first_day), to.min(last_day));
        let mut walk = Walk::new(table, grain, days, last_period);
        // Grown bit by bit, these megabytes would be copied again and again.
        histories.clients.reserve_exact(counts.iter().filter(|&&count| count > 0).count());
        let mut rows = Vec::new();
        let mut ends = Vec::new();
        let mut first = 0_u32;
        let mut rest = counts.as_slice();
        while let Some((group, after)) = next_group(rest) {
            group_rows(table, (from, to), first, group, &mut rows, &mut ends);
            let mut start = 0;
            for &end in &ends {
                if let Some(rows) = rows.get_mut(start..end).filter(|rows| !rows.is_empty()) {
                    histories.clients.push(walk.history(first, rows));
                }
                start = end;
                first += 1;
            }
            rest = after;
        }
        sort_days(&mut walk.all_gaps);
        histories.long_gap_days = decile_type7(&walk.all_gaps, 9);
        histories.median_gap_days_twice = median_twice(&walk.all_gaps);
        histories
    }

    /// Rows of each client in the window; counts what is left out on the way.
    fn count_rows(&mut self, table: &SalesTable, from: Day, to: Day) -> Vec<u32> {
        let mut counts = vec![0; table.client_names.len()];
        table.parts().for_each(|rows| self.count_part(table, rows, (from, to), &mut counts));
        counts
    }

    #[inline(never)]
    fn count_part(&mut self, table: &SalesTable, rows: Range<usize>, (from, to): (Day, Day), counts: &mut [u32]) {
        let clients = table.client.get(rows.clone()).unwrap_or_default();
        let days = table.day.get(rows.clone()).unwrap_or_default();
        let amounts = table.amount.get(rows).unwrap_or_default();
        for ((&client, &day), &amount) in clients.iter().zip(days).zip(amounts) {
            if day < from || day > to {
                self.outside_window.0 += 1;
                self.outside_window.1 += amount;
            } else if let Some(count) = counts.get_mut(client as usize) {
                *count += 1;
            } else {
                self.without_client.0 += 1;
                self.without_client.1 += amount;
            }
        }
    }
}

/// The counts of the clients that are grouped next, and of those after them.
fn next_group(counts: &[u32]) -> Option<(&[u32], &[u32])> {
    let mut rows = 0;
    let fitting = counts.iter().take_while(|&&count| {
        rows += count as usize;
        rows <= GROUPED_ROWS
    });
    let clients = fitting.count().max(1);
    counts.split_at_checked(clients)
}

/// Puts the rows of the clients from `first` on that `counts` counts into `rows`, client by client and in file order;
/// `ends` then says where each client's end.
fn group_rows(
    table: &SalesTable,
    window: (Day, Day),
    first: u32,
    counts: &[u32],
    rows: &mut Vec<Row>,
    ends: &mut Vec<usize>,
) {
    ends.clear();
    let mut total = 0;
    for &count in counts {
        ends.push(total);
        total += count as usize;
    }
    // Those of the group before are written over: every place has a row of its own.
    if rows.len() < total {
        rows.resize(total, Row::default());
    }
    table.parts().for_each(|part| place_part(table, part, window, first, rows, ends));
}

/// Puts some of the rows into the places of their clients.
#[inline(never)]
fn place_part(
    table: &SalesTable,
    part: Range<usize>,
    (from, to): (Day, Day),
    first: u32,
    rows: &mut [Row],
    ends: &mut [usize],
) {
    let orders = table.order_count.as_ref().or(table.order.as_ref());
    let orders = orders.and_then(|orders| orders.get(part.clone()));
    let clients = table.client.get(part.clone()).unwrap_or_default();
    let days = table.day.get(part.clone()).unwrap_or_default();
    let amounts = table.amount.get(part).unwrap_or_default();
    for (index, ((&client, &day), &amount)) in clients.iter().zip(days).zip(amounts).enumerate() {
        let Some(place) = ends.get_mut(client.wrapping_sub(first) as usize) else { continue };
        if day < from || day > to {
            continue;
        }
        let order = orders.and_then(|orders| orders.get(index)).copied();
        if let Some(row) = rows.get_mut(*place) {
            *row = Row { day, amount: amount.0, order: order.unwrap_or(SalesTable::NO_ORDER) };
            // After the last of its rows, this is where the client's end.
            *place += 1;
        }
    }
}

/// Sorts numbers of days. They are as many as there are sales and hardly any is large, so that counting is the quick way.
fn sort_days(days: &mut Vec<u32>) {
    let mut counts = vec![0_usize; DAYS_KNOWN_MAX.unsigned_abs() as usize];
    if !parts(0..days.len()).all(|part| count_days(days.get(part).unwrap_or_default(), &mut counts)) {
        days.sort_unstable();
        return;
    }
    days.clear();
    (0..).zip(counts).for_each(|(day, count)| days.resize(days.len() + count, day));
}

/// Counts each of some numbers of days; whether all of them are below the number of `counts`.
#[inline(never)]
fn count_days(days: &[u32], counts: &mut [usize]) -> bool {
    days.iter().all(|&day| counts.get_mut(day as usize).map(|count| *count += 1).is_some())
}

/// What one walk over all clients keeps between them.
struct Walk {
    grain: Grain,
    /// The first day, and the period of each day from it on: a calendar is slow to ask for each row.
    from: Day,
    period_of: Vec<i32>,
    last_period: i32,
    all_gaps: Vec<u32>,
    gaps: Vec<u32>,
    orders: Vec<u32>,
    /// Whether rows hold numbers of orders begun rather than orders.
    counts: bool,
}

impl Walk {
    fn new(table: &SalesTable, grain: Grain, days: (Day, Day), last_period: i32) -> Self {
        let counts = table.order_count.is_some();
        let (Day(from), Day(to)) = days;
        let known = from..=to.min(from.saturating_add(DAYS_KNOWN_MAX));
        let period_of = known.map(|day| grain.period_of(Day(day))).collect();
        let (all_gaps, gaps, orders) = (Vec::new(), Vec::new(), Vec::new());
        Self { grain, from: days.0, period_of, last_period, all_gaps, gaps, orders, counts }
    }

    /// The number of the period of a day that is not before the first.
    fn period(&self, day: Day) -> i32 {
        let index = day.0.abs_diff(self.from.0) as usize;
        self.period_of.get(index).copied().unwrap_or_else(|| self.grain.period_of(day))
    }

    // A function of its own: see [`SalesTable::parts`].
    #[inline(never)]
    fn history(&mut self, client: u32, rows: &mut [Row]) -> ClientHistory {
        let mut orders = if self.counts { 0 } else { self.distinct_orders(rows) };
        rows.sort_unstable_by_key(|row| row.day);

        let mut total = Sum::ZERO;
        let mut purchase_rows = 0;
        let mut purchased: Option<(Day, Day)> = None;
        let mut day_of_order = None;
        self.gaps.clear();
        for row in &*rows {
            total.0 += i128::from(row.amount);
            if row.amount <= 0 {
                continue;
            }
            purchase_rows += 1;
            if self.counts {
                orders += row.order;
            } else if row.order == SalesTable::NO_ORDER {
                orders += u32::from(day_of_order.replace(row.day) != Some(row.day));
            }
            purchased = Some(match purchased {
                None => (row.day, row.day),
                Some((first, last)) => {
                    if last != row.day {
                        self.gaps.push((row.day.0 - last.0).unsigned_abs());
                    }
                    (first, row.day)
                }
            });
        }
        self.all_gaps.extend_from_slice(&self.gaps);
        self.gaps.sort_unstable();
        let median_gap_days_twice = median_twice(&self.gaps).filter(|_| self.gaps.len() >= 2);
        let (periods, active, moments) = self.periods_from(purchased.map(|(first, _)| first), rows);
        ClientHistory {
            client,
            total,
            orders,
            purchase_rows,
            purchased,
            median_gap_days_twice,
            periods,
            active,
            moments,
        }
    }

    /// Distinct order ids among the purchases. Most files have orders in the order of their ids.
    fn distinct_orders(&mut self, rows: &[Row]) -> u32 {
        self.orders.clear();
        let is_order = |row: &&Row| row.amount > 0 && row.order != SalesTable::NO_ORDER;
        self.orders.extend(rows.iter().filter(is_order).map(|row| row.order));
        if !self.orders.is_sorted() {
            self.orders.sort_unstable();
        }
        self.orders.dedup();
        u32::try_from(self.orders.len()).unwrap_or(u32::MAX)
    }

    /// `n`, `k` and the moments of the period sums, from the period of the first purchase on. Rows come by day.
    fn periods_from(&self, first_purchase: Option<Day>, rows: &[Row]) -> (u32, u32, Moments) {
        let mut moments = Moments::default();
        let Some(first_period) = first_purchase.map(|day| self.period(day)) else {
            return (0, 0, moments);
        };
        let periods = (self.last_period - first_period + 1).max(0).unsigned_abs();
        let mut active = 0;
        let counted = |(period, _): &(i32, i64)| (first_period..=self.last_period).contains(period);
        let mut rows = rows.iter().map(|row| (self.period(row.day), row.amount)).filter(counted).peekable();
        while let Some((period, amount)) = rows.next() {
            let (mut sum, mut has_purchase) = (i128::from(amount), amount > 0);
            while let Some((_, amount)) = rows.next_if(|(next, _)| *next == period) {
                sum += i128::from(amount);
                has_purchase |= amount > 0;
            }
            active += u32::from(has_purchase);
            moments.push(sum);
        }
        moments.push_zeros(periods.saturating_sub(moments.count));
        (periods, active, moments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_sorted_however_large_they_are() {
        let far = DAYS_KNOWN_MAX.unsigned_abs();
        for (days, sorted) in [
            (vec![], vec![]),
            (vec![7, 0, 31, 7, 1], vec![0, 1, 7, 7, 31]),
            (vec![far, 2, far - 1, 2], vec![2, 2, far - 1, far]),
        ] {
            let mut days = days;
            sort_days(&mut days);
            assert_eq!(days, sorted);
        }
    }
}
