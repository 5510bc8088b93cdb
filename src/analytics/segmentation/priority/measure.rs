//! Figures of the sales that can be a criterion. Each is a whole number in a unit of its own, so that it is cut exactly.

use serde::{Deserialize, Serialize};

use crate::analytics::dataset::{Names, SalesTable};
use crate::analytics::date::Day;
use crate::analytics::segmentation::history::{ClientHistory, Histories};
use crate::analytics::segmentation::xyz::PERIODS_MIN;

/// A figure of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Net value, in ten-thousandths.
    Value,
    /// Orders.
    Orders,
    /// Net value over orders, in ten-thousandths, rounded down. None without an order.
    AverageOrder,
    /// Share of the periods with a purchase since the first one, in ten-thousandths, rounded down. None under three
    /// periods.
    Regularity,
    /// Days since the last purchase; less is better. None without a purchase.
    Recency,
    /// Days since the first purchase. None without a purchase.
    Tenure,
    /// Net value in the later half of the days over that in the earlier half, less one, in ten-thousandths, rounded down.
    /// None where the earlier half has none.
    Growth,
    /// Profit, in ten-thousandths: that of the rows, or their amounts less their costs. None without such a column, and
    /// where no row has it.
    Margin,
}

/// In what a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Ten-thousandths of money.
    Money,
    /// Ten-thousandths of a whole.
    Share,
    /// Days.
    Days,
    /// Things.
    Count,
}

impl Measure {
    /// Every figure, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Value,
        Self::Regularity,
        Self::Recency,
        Self::Orders,
        Self::AverageOrder,
        Self::Growth,
        Self::Margin,
        Self::Tenure,
    ];

    /// In what it is told.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Value | Self::AverageOrder | Self::Margin => Unit::Money,
            Self::Regularity | Self::Growth => Unit::Share,
            Self::Recency | Self::Tenure => Unit::Days,
            Self::Orders => Unit::Count,
        }
    }

    /// Whether a smaller figure has a better mark.
    #[must_use]
    pub const fn less_is_better(self) -> bool {
        matches!(self, Self::Recency)
    }

    /// Whether `table` has what it takes.
    #[must_use]
    pub const fn is_measurable(self, table: &SalesTable) -> bool {
        !matches!(self, Self::Margin) || table.extras.margin.is_some() || table.extras.cost.is_some()
    }

    /// The figure of every client of `histories`, in their order.
    #[must_use]
    pub fn of_all(self, histories: &Histories, table: &SalesTable) -> Vec<Option<i128>> {
        let Some(window) = histories.window else { return Vec::new() };
        match self {
            Self::Growth => growth(histories, table, window),
            Self::Margin => margin(histories, table, window),
            _ => histories.clients.iter().map(|client| self.of(client, window.1)).collect(),
        }
    }

    /// The figure of a client where its history tells it.
    fn of(self, client: &ClientHistory, window_end: Day) -> Option<i128> {
        match self {
            Self::Value => Some(client.total.0),
            Self::Orders => Some(client.orders.into()),
            Self::AverageOrder => client.total.0.checked_div_euclid(client.orders.into()),
            Self::Regularity if client.periods < PERIODS_MIN => None,
            Self::Regularity => {
                Some(i128::from(u64::from(client.active) * u64::from(TEN_THOUSANDTHS) / u64::from(client.periods)))
            }
            Self::Recency => client.recency_days(window_end).map(i128::from),
            Self::Tenure => client.purchased.map(|(first, _)| i128::from(window_end.0 - first.0 + 1)),
            Self::Growth | Self::Margin => None,
        }
    }
}

const TEN_THOUSANDTHS: u32 = 10_000;

/// Rows of the window that name a client: the client's number, the row, its day and amount.
fn rows(table: &SalesTable, (from, to): (Day, Day)) -> impl Iterator<Item = (usize, usize, Day, i128)> {
    let cells = table.client.iter().zip(&table.day).zip(&table.amount).enumerate();
    cells.filter_map(move |(row, ((&client, &day), amount))| {
        let counts = from <= day && day <= to && client != SalesTable::NO_CLIENT;
        counts.then(|| (client as usize, row, day, i128::from(amount.0)))
    })
}

/// One place a client of the table.
fn places<T: Clone>(names: &Names, empty: T) -> Vec<T> {
    vec![empty; names.len()]
}

fn in_order<T: Clone>(histories: &Histories, places: &[T]) -> impl Iterator<Item = Option<T>> {
    histories.clients.iter().map(|client| places.get(client.client as usize).cloned())
}

fn growth(histories: &Histories, table: &SalesTable, window: (Day, Day)) -> Vec<Option<i128>> {
    // Of an odd number of days the one in the middle belongs to the later half.
    let middle = Day(window.0.0 + (window.1.0 - window.0.0 + 1) / 2);
    let mut halves = places(&table.client_names, (0_i128, 0_i128));
    for (client, _, day, amount) in rows(table, window) {
        if let Some((earlier, later)) = halves.get_mut(client) {
            *if day < middle { earlier } else { later } += amount;
        }
    }
    let growth = |(earlier, later): (i128, i128)| {
        (earlier > 0).then(|| ((later - earlier) * i128::from(TEN_THOUSANDTHS)).div_euclid(earlier))
    };
    in_order(histories, &halves).map(|halves| halves.and_then(growth)).collect()
}

fn margin(histories: &Histories, table: &SalesTable, window: (Day, Day)) -> Vec<Option<i128>> {
    let extras = &table.extras;
    let of_row = |row: usize, amount: i128| {
        let given = extras.margin.as_ref().and_then(|column| column.get(row)).map(|margin| i128::from(margin.0));
        let cost = || extras.cost.as_ref().and_then(|column| column.get(row)).map(|cost| amount - i128::from(cost.0));
        given.or_else(cost)
    };
    let mut sums = places(&table.client_names, None::<i128>);
    for (client, row, _, amount) in rows(table, window) {
        if let (Some(sum), Some(margin)) = (sums.get_mut(client), of_row(row, amount)) {
            *sum.get_or_insert(0) += margin;
        }
    }
    in_order(histories, &sums).map(Option::flatten).collect()
}
