//! What each client did in a window: the figures from which every class is made.
//!
//! A purchase is a row with an amount above zero; an order is a distinct order id, else a distinct day. Returns
//! lower the value and are no purchases.
//!
//! One pass groups the rows by client (a counting sort), one pass goes through each client's rows. Nothing depends on
//! the order of rows in the file.

use crate::analytics::amount::Sum;
use crate::analytics::dataset::SalesTable;
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

/// A row as the histories need it.
#[derive(Clone, Copy)]
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
        // Rows that stand for periods speak of whole ones.
        let last = table.day.iter().max().copied().max(table.reaches);
        let window = window.or_else(|| table.day.iter().min().copied().zip(last));
        let Some((from, to)) = window.filter(|_| !table.is_empty()) else {
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
        let grouped = histories.group_rows(table, from, to);
        let mut walk = Walk::new(table, grain, last_period);
        let mut start = 0;
        for (client, &end) in (0_u32..).zip(&grouped.ends) {
            if let Some(rows) = grouped.rows.get(start..end).filter(|rows| !rows.is_empty()) {
                histories.clients.push(walk.history(client, rows));
            }
            start = end;
        }
        walk.all_gaps.sort_unstable();
        histories.long_gap_days = decile_type7(&walk.all_gaps, 9);
        histories.median_gap_days_twice = median_twice(&walk.all_gaps);
        histories
    }

    /// Rows of the window by client; counts what is left out on the way.
    fn group_rows(&mut self, table: &SalesTable, from: Day, to: Day) -> Grouped {
        let clients = table.client_names.len();
        let mut counts = vec![0_usize; clients];
        for ((&client, &day), &amount) in table.client.iter().zip(&table.day).zip(&table.amount) {
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
        let mut next = Vec::with_capacity(clients);
        let mut total = 0;
        for count in counts {
            next.push(total);
            total += count;
        }
        let mut rows = vec![Row { day: Day(0), amount: 0, order: 0 }; total];
        for (index, ((&client, &day), &amount)) in table.client.iter().zip(&table.day).zip(&table.amount).enumerate() {
            let Some(place) = next.get_mut(client as usize).filter(|_| day >= from && day <= to) else { continue };
            let order =
                table.order_count.as_ref().or(table.order.as_ref()).and_then(|orders| orders.get(index)).copied();
            if let Some(row) = rows.get_mut(*place) {
                *row = Row { day, amount: amount.0, order: order.unwrap_or(SalesTable::NO_ORDER) };
                *place += 1;
            }
        }
        // After the walk each client's next place is where its rows end.
        Grouped { rows, ends: next }
    }
}

/// Rows by client: those of client `i` end at `ends[i]`, where those of the next begin.
struct Grouped {
    rows: Vec<Row>,
    ends: Vec<usize>,
}

/// What one walk over all clients keeps between them.
struct Walk {
    grain: Grain,
    last_period: i32,
    all_gaps: Vec<u32>,
    gaps: Vec<u32>,
    rows: Vec<Row>,
    /// Whether rows hold numbers of orders begun rather than orders.
    counts: bool,
    /// For each order, the client that counted it last, plus one: a set that need not be emptied between clients.
    counted_by: Vec<u32>,
}

impl Walk {
    fn new(table: &SalesTable, grain: Grain, last_period: i32) -> Self {
        let orders = table.order.iter().flatten().filter(|&&order| order != SalesTable::NO_ORDER).max();
        let counted_by = vec![0; orders.map_or(0, |&largest| largest as usize + 1)];
        let counts = table.order_count.is_some();
        Self { grain, last_period, all_gaps: Vec::new(), gaps: Vec::new(), rows: Vec::new(), counts, counted_by }
    }

    fn history(&mut self, client: u32, rows: &[Row]) -> ClientHistory {
        self.rows.clear();
        self.rows.extend_from_slice(rows);
        self.rows.sort_unstable_by_key(|row| row.day);

        let mut total = Sum::ZERO;
        let mut orders = 0;
        let mut purchased: Option<(Day, Day)> = None;
        let mut day_of_order = None;
        self.gaps.clear();
        for row in &self.rows {
            total.0 += i128::from(row.amount);
            if row.amount <= 0 {
                continue;
            }
            orders += match self.counted_by.get_mut(row.order as usize) {
                _ if self.counts => row.order,
                Some(counted) => u32::from(std::mem::replace(counted, client + 1) != client + 1),
                None => u32::from(day_of_order.replace(row.day) != Some(row.day)),
            };
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
        let (periods, active, moments) = self.periods_from(purchased.map(|(first, _)| first));
        ClientHistory { client, total, orders, purchased, median_gap_days_twice, periods, active, moments }
    }

    /// `n`, `k` and the moments of the period sums, from the period of the first purchase on.
    fn periods_from(&self, first_purchase: Option<Day>) -> (u32, u32, Moments) {
        let mut moments = Moments::default();
        let Some(first_period) = first_purchase.map(|day| self.grain.period_of(day)) else {
            return (0, 0, moments);
        };
        let periods = (self.last_period - first_period + 1).max(0).unsigned_abs();
        let mut active = 0;
        for rows in self.rows.chunk_by(|left, right| self.grain.period_of(left.day) == self.grain.period_of(right.day))
        {
            let period = rows.first().map_or(i32::MAX, |row| self.grain.period_of(row.day));
            if period < first_period || period > self.last_period {
                continue;
            }
            active += u32::from(rows.iter().any(|row| row.amount > 0));
            moments.push(rows.iter().map(|row| i128::from(row.amount)).sum());
        }
        moments.push_zeros(periods.saturating_sub(moments.count));
        (periods, active, moments)
    }
}
