//! What a client is worth: the figure by which clients are put in order and parted into classes.
//!
//! | measure | value of a client | unit |
//! |---|---|---|
//! | [`ValueBy::Amount`] | sum of its amounts, returns included | money |
//! | [`ValueBy::Margin`] | sum of the margins of its rows: the cell of that column, else amount less cost | money |
//! | [`ValueBy::Quantity`] | sum of the quantities of its rows | pieces, or what the column counts |
//! | [`ValueBy::Orders`] | its orders, as [`history`](super::history) counts them | orders |
//!
//! On a return (an amount below zero) cost and quantity are taken below zero, whichever way the file writes them: goods
//! that come back lower the quantity, and their cost comes back as well. A row without the cells that its measure needs
//! adds nothing; such rows are counted with their amounts.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::history::Histories;
use crate::analytics::amount::{Amount, Sum, UNIT};
use crate::analytics::dataset::{Names, SalesTable};

/// A measure of value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ValueBy {
    /// What they paid.
    #[default]
    Amount,
    /// What is left after the cost of what they bought.
    Margin,
    /// How much they took.
    Quantity,
    /// How often they ordered.
    Orders,
}

impl ValueBy {
    /// Every measure, default first.
    pub const ALL: [Self; 4] = [Self::Amount, Self::Margin, Self::Quantity, Self::Orders];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Margin => "margin",
            Self::Quantity => "quantity",
            Self::Orders => "orders",
        }
    }

    /// Whether values are sums of money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Amount | Self::Margin)
    }

    /// The measures that the columns of a table allow.
    #[must_use]
    pub fn of(table: &SalesTable) -> Vec<Self> {
        Self::ALL.into_iter().filter(|measure| measure.is_there(table)).collect()
    }

    fn is_there(self, table: &SalesTable) -> bool {
        let extras = &table.extras;
        match self {
            Self::Amount | Self::Orders => true,
            Self::Margin => extras.margin.is_some() || extras.cost.is_some(),
            Self::Quantity => extras.quantity.is_some(),
        }
    }

    /// The value of a row; `None` where its cells do not tell.
    fn of_row(self, table: &SalesTable, row: usize, amount: Amount) -> Option<Sum> {
        let extras = &table.extras;
        let signed = |value: Amount| if amount < Amount::ZERO { -Sum(i128::from(value.0).abs()) } else { value.into() };
        match self {
            Self::Amount => Some(amount.into()),
            Self::Margin => {
                let margin = extras.margin.as_ref().and_then(|column| column.get(row)).map(Sum::from);
                let cost = || extras.cost.as_ref().and_then(|column| column.get(row));
                margin.or_else(|| Some(Sum::from(amount) - signed(cost()?)))
            }
            Self::Quantity => extras.quantity.as_ref().and_then(|column| column.get(row)).map(signed),
            Self::Orders => None,
        }
    }
}

/// Clients by value, largest first, ties by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// The measure.
    pub by: ValueBy,
    /// Indices into [`Histories::clients`], in order.
    pub order: Vec<usize>,
    /// Their values, in the same order.
    pub values: Vec<Sum>,
    /// Rows whose value is not known, and the sum of their amounts.
    pub unknown: (u64, Sum),
}

impl Ranking {
    /// Puts the clients of `histories` in order; these were made of `table`.
    #[must_use]
    pub fn new(table: &SalesTable, histories: &Histories, by: ValueBy) -> Self {
        let (values, unknown) = match by {
            ValueBy::Amount => (histories.clients.iter().map(|client| client.total).collect(), (0, Sum::ZERO)),
            ValueBy::Orders => {
                let orders = |orders: u32| Sum(i128::from(orders) * i128::from(UNIT));
                (histories.clients.iter().map(|client| orders(client.orders)).collect(), (0, Sum::ZERO))
            }
            ValueBy::Margin | ValueBy::Quantity => by_rows(table, histories, by),
        };
        let order = by_value(&values, histories, &table.client_names);
        let sorted = order.iter().filter_map(|&index| values.get(index).copied()).collect();
        Self { by, order, values: sorted, unknown }
    }

    /// The value of all clients together.
    #[must_use]
    pub fn total(&self) -> Sum {
        self.values.iter().copied().sum()
    }

    /// How many clients have a value above zero: they come first.
    #[must_use]
    pub fn positive(&self) -> usize {
        self.values.partition_point(|value| value.is_positive())
    }
}

/// Indices of clients by value, largest first, ties by name.
fn by_value(values: &[Sum], histories: &Histories, names: &Names) -> Vec<usize> {
    let name = |index: usize| histories.clients.get(index).and_then(|client| names.get(client.client));
    // Sums that fit half the bits, as nearly all do, are put in order in half the time.
    let short: Option<Vec<i64>> = values.iter().map(|value| i64::try_from(value.0).ok()).collect();
    match short {
        Some(short) => largest_first(short.into_iter(), name),
        None => largest_first(values.iter().copied(), name),
    }
}

fn largest_first<'a, T: Ord>(values: impl Iterator<Item = T>, name: impl Fn(usize) -> Option<&'a str>) -> Vec<usize> {
    // The values beside each other, so that few of the many comparisons look anywhere else.
    let mut order: Vec<(Reverse<T>, usize)> = values.map(Reverse).zip(0..).collect();
    order.sort_unstable_by(|left, right| left.0.cmp(&right.0).then_with(|| name(left.1).cmp(&name(right.1))));
    order.into_iter().map(|(_, index)| index).collect()
}

/// Sums of the values of rows, one a client of `histories`; rows whose value is not known.
fn by_rows(table: &SalesTable, histories: &Histories, by: ValueBy) -> (Vec<Sum>, (u64, Sum)) {
    let mut sums = vec![Sum::ZERO; table.client_names.len()];
    let mut unknown = (0, Sum::ZERO);
    let Some((from, to)) = histories.window else { return (Vec::new(), unknown) };
    let rows = table.client.iter().zip(&table.day).zip(&table.amount).enumerate();
    for (row, ((&client, &day), &amount)) in rows {
        let Some(sum) = sums.get_mut(client as usize).filter(|_| from <= day && day <= to) else { continue };
        match by.of_row(table, row, amount) {
            Some(value) => *sum += value,
            None => {
                unknown.0 += 1;
                unknown.1 += amount;
            }
        }
    }
    let of = |client: u32| sums.get(client as usize).copied().unwrap_or_default();
    (histories.clients.iter().map(|client| of(client.client)).collect(), unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::kinds::column::DecimalColumn;
    use crate::analytics::date::{Day, Grain};

    fn column(cells: &[Option<i64>]) -> Option<DecimalColumn> {
        let mut column = DecimalColumn::default();
        cells.iter().for_each(|cell| column.push(cell.map(|whole| Amount(whole * UNIT))));
        Some(column)
    }

    /// North buys 3 for 100 (cost 60), 1 for 50 (cost not known), and returns 1 of 40 (cost 20); South buys 9 for 90
    /// (cost 10). The last row is of another month.
    fn table() -> SalesTable {
        let mut table = SalesTable {
            client_names: ["North", "South"].into_iter().collect(),
            client: vec![0, 0, 0, 1, 1],
            day: [1, 2, 3, 3, 60].map(Day).to_vec(),
            amount: [100, 50, -40, 90, 500].map(|whole| Amount(whole * UNIT)).to_vec(),
            ..SalesTable::default()
        };
        table.extras.quantity = column(&[Some(3), Some(1), Some(1), Some(9), Some(5)]);
        table.extras.cost = column(&[Some(60), None, Some(20), Some(10), Some(1)]);
        table
    }

    fn ranking(table: &SalesTable, by: ValueBy) -> Ranking {
        Ranking::new(table, &Histories::new(table, Some((Day(1), Day(31))), Grain::Month), by)
    }

    #[test]
    fn measures_differ_in_values_and_order() {
        // North's margin: 100 − 60, nothing for the row without a cost, −40 + 20. South's: 90 − 10.
        for (by, order, values, unknown) in [
            (ValueBy::Amount, [0, 1], [110, 90], (0, 0)),
            (ValueBy::Margin, [1, 0], [80, 20], (1, 50)),
            (ValueBy::Quantity, [1, 0], [9, 3], (0, 0)),
            (ValueBy::Orders, [0, 1], [2, 1], (0, 0)),
        ] {
            let found = ranking(&table(), by);
            let whole = |value: i128| Sum(value * i128::from(UNIT));
            assert_eq!(found.order, order, "{by:?}");
            assert_eq!(found.values, values.map(whole), "{by:?}");
            assert_eq!(found.unknown, (unknown.0, whole(unknown.1)), "{by:?}");
        }
    }

    #[test]
    fn a_margin_that_is_written_needs_no_cost() {
        let mut table = table();
        table.extras.margin = column(&[Some(7), Some(8), Some(-9), None, None]);
        // South's row has no margin, but a cost.
        assert_eq!(ranking(&table, ValueBy::Margin).values, [80, 6].map(|whole| Sum(whole * i128::from(UNIT))));
    }

    #[test]
    fn quantities_of_returns_lower_however_they_are_written() {
        for written in [1, -1] {
            let mut table = table();
            table.extras.quantity = column(&[Some(3), Some(1), Some(written), Some(9), None]);
            assert_eq!(ranking(&table, ValueBy::Quantity).values[1], Sum(3 * i128::from(UNIT)));
        }
    }

    #[test]
    fn tells_what_the_columns_allow() {
        assert_eq!(ValueBy::of(&table()), ValueBy::ALL);
        assert_eq!(ValueBy::of(&SalesTable::default()), [ValueBy::Amount, ValueBy::Orders]);
    }

    #[test]
    fn ties_stand_by_name() {
        let table = SalesTable {
            client_names: ["b", "a", "c"].into_iter().collect(),
            client: vec![0, 1, 2],
            day: vec![Day(1); 3],
            amount: [5, 5, 6].map(Amount).to_vec(),
            ..SalesTable::default()
        };
        assert_eq!(ranking(&table, ValueBy::Amount).order, [2, 1, 0]);
    }
}
