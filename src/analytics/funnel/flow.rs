//! The client flow of a table of deals: the won ones by cell, and the open ones in the order of service.
//!
//! A won deal has its own days (from creation to closing) and its amount. How fast an open one will bring money nobody
//! knows, so it is estimated from similar deals that were won: those that took longer than this one has taken so far,
//! and the median of what was then left. Similar are deals with the same product, else of the same group, else of the
//! same manager, else all; the first of these with [`SIMILAR_MIN`] such deals. A deal that has taken longer than nine in
//! ten of them is overdue: hardly any such deal is won, so it is given as many days again as it has had. An open deal
//! without an amount gets the median of similar won ones.
//!
//! The limits are those by hand, else the medians of the won deals.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::journey::{DealText, Journeys, texts};
use super::standing::{Standing, standings};
use super::{FunnelOptions, Outcome};
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::dataset::OtherTable;
use crate::analytics::dataset::kinds::column::TextColumn;
use crate::analytics::date::Day;
use crate::analytics::segmentation::flow::{FlowCell, Limits, by_service, middle};

/// From fewer won deals than these nothing is estimated while a wider circle has more.
pub const SIMILAR_MIN: usize = 5;
/// Open deals given at once: more than anybody can serve.
pub const OPEN_MAX: usize = 300;

/// What the user decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowOptions {
    /// The most days that are fast; `None` for the median.
    pub fast_days: Option<u32>,
    /// The most money that is little; `None` for the median.
    pub much: Option<Amount>,
    /// The day on which open deals are looked at; `None` for the last day of the table.
    pub as_of: Option<Day>,
}

/// Which won deals an estimate stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SimilarBy {
    /// With the same product.
    Product,
    /// With the same group of products.
    Group,
    /// Of the same manager.
    Manager,
    /// All.
    All,
}

impl SimilarBy {
    /// From the narrowest circle to the widest.
    pub const ALL: [Self; 4] = [Self::Product, Self::Group, Self::Manager, Self::All];

    const fn text(self) -> Option<DealText> {
        match self {
            Self::Product => Some(DealText::Product),
            Self::Group => Some(DealText::Group),
            Self::Manager => Some(DealText::Manager),
            Self::All => None,
        }
    }
}

/// How the days of an open deal were estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DaysBy {
    /// The median of what was left of so many won deals.
    Similar {
        /// Which.
        by: SimilarBy,
        /// How many.
        deals: u32,
    },
    /// It has taken longer than nearly all won ones, or too few were won to tell.
    Overdue,
}

/// An open deal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenDeal {
    /// What tells it from others.
    pub deal: Option<String>,
    /// Client.
    pub client: Option<String>,
    /// What is sold.
    pub product: Option<String>,
    /// Days that it has taken so far; `None` where its beginning is not known.
    pub age_days: Option<u32>,
    /// Days to the money, from the day on which it is looked at.
    pub days: u32,
    /// Where they come from.
    pub days_by: DaysBy,
    /// Money.
    pub amount: Amount,
    /// Whether the amount is the median of similar won deals.
    pub amount_estimated: bool,
    /// Its cell.
    pub cell: FlowCell,
}

/// A cell of won deals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WonCell {
    /// Deals.
    pub deals: u64,
    /// Their sum.
    pub amount: Sum,
}

/// The client flow of a table of deals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowReport {
    /// Limits in force.
    pub limits: Limits,
    /// Whether each limit, of days and of money, is a median.
    pub medians: (bool, bool),
    /// Median days of the won deals, half a day counted as a day; `None` without one.
    pub usual_days: Option<u32>,
    /// Won deals by cell, in the order of service.
    pub won: [WonCell; 4],
    /// Won deals without days or without an amount; they are in no cell.
    pub won_apart: u64,
    /// The day on which open deals are looked at.
    pub as_of: Option<Day>,
    /// Open deals in the order of service, the first [`OPEN_MAX`] of them.
    pub open: Vec<OpenDeal>,
    /// How many there are in all.
    pub open_all: u64,
    /// How many of all stand in each cell, in the order of service.
    pub open_cells: [u64; 4],
}

/// Won deals of a circle: days and amounts, each sorted.
#[derive(Clone, Debug, Default)]
struct Won {
    days: Vec<u32>,
    amounts: Vec<Amount>,
}

impl Won {
    /// The median of what was left of deals that took longer than `age`, and how many they are.
    fn left_after(&self, age: u32) -> Option<(u32, usize)> {
        let longer = self.days.get(self.days.partition_point(|&days| days <= age)..)?;
        let (low, high) = middle(longer)?;
        // Twice the median of what was left; half a day counts as a day.
        let twice = u64::from(low) + u64::from(high) - 2 * u64::from(age);
        Some((u32::try_from(twice.div_ceil(2)).unwrap_or(u32::MAX), longer.len()))
    }

    /// Whether hardly any, less than a tenth, took longer than `age`.
    fn is_overdue(&self, age: u32) -> bool {
        let longer = self.days.len() - self.days.partition_point(|&days| days <= age);
        self.days.len() >= SIMILAR_MIN && longer * 10 < self.days.len()
    }

    fn median_amount(&self) -> Option<Amount> {
        let (low, high) = middle(&self.amounts)?;
        i64::try_from((i128::from(low.0) + i128::from(high.0)) / 2).ok().map(Amount)
    }
}

/// A circle of similar deals: which, the column that tells them apart, and the won ones by its values.
type Circle<'a> = (SimilarBy, Option<&'a TextColumn>, BTreeMap<u32, Won>);

/// The client flow of a table.
#[must_use]
pub fn of_deals(journeys: &Journeys, table: &OtherTable, options: &FlowOptions) -> FlowReport {
    let all = standings(journeys, &FunnelOptions::default());
    let is_won = |deal: &&Standing| deal.outcome == Outcome::Won;
    let known: Vec<(usize, u32, Amount)> = all.iter().filter(is_won).filter_map(won_figures).collect();
    let won_apart = all.iter().filter(is_won).count() - known.len();
    let medians = Limits::medians(known.iter().map(|&(_, days, amount)| (days, amount)));
    let usual_days = medians.and_then(|medians| u32::try_from(medians.days_twice.div_ceil(2)).ok());
    let limits = limits(medians.unwrap_or_default(), options);
    let mut won = [WonCell::default(); 4];
    for &(_, days, amount) in &known {
        if let Some(cell) = won.get_mut(limits.cell(days, amount).index()) {
            cell.deals += 1;
            cell.amount += amount;
        }
    }
    let as_of = options.as_of.or(journeys.last);
    let circles = circles(table, &known);
    let open = all.iter().filter(|deal| deal.outcome == Outcome::Open);
    let mut open: Vec<OpenDeal> = open.map(|deal| open_deal(deal, table, &circles, limits, as_of)).collect();
    let open_all = open.len() as u64;
    let open_cells = FlowCell::ALL.map(|cell| open.iter().filter(|deal| deal.cell == cell).count() as u64);
    // A stable sort: deals that are alike stay in file order.
    open.sort_by(|left, right| {
        let by_cell = left.cell.cmp(&right.cell);
        by_cell.then_with(|| by_service((left.days, left.amount), (right.days, right.amount)))
    });
    open.truncate(OPEN_MAX);
    let medians = (options.fast_days.is_none(), options.much.is_none());
    FlowReport { limits, medians, usual_days, won, won_apart: won_apart as u64, as_of, open, open_all, open_cells }
}

/// Row, days and amount of a won deal that has them. Deals that end before they begin took no days.
fn won_figures(deal: &Standing) -> Option<(usize, u32, Amount)> {
    Some((deal.row, u32::try_from(deal.days?.max(0)).ok()?, deal.amount?))
}

/// The limits by hand, else the medians.
fn limits(medians: Limits, options: &FlowOptions) -> Limits {
    let by_hand = Limits::new(options.fast_days.unwrap_or_default(), options.much.unwrap_or_default());
    Limits {
        days_twice: if options.fast_days.is_some() { by_hand.days_twice } else { medians.days_twice },
        amount_twice: if options.much.is_some() { by_hand.amount_twice } else { medians.amount_twice },
    }
}

fn circles<'a>(table: &'a OtherTable, won: &[(usize, u32, Amount)]) -> Vec<Circle<'a>> {
    let circle = |by: SimilarBy| {
        let column = match by.text() {
            Some(text) => Some(texts(table, text)?),
            None => None,
        };
        let mut by_value: BTreeMap<u32, Won> = BTreeMap::new();
        for &(row, days, amount) in won {
            let value = value_of(column, row);
            let place = by_value.entry(value).or_default();
            place.days.push(days);
            place.amounts.push(amount);
        }
        for won in by_value.values_mut() {
            won.days.sort_unstable();
            won.amounts.sort_unstable();
        }
        Some((by, column, by_value))
    };
    SimilarBy::ALL.into_iter().filter_map(circle).collect()
}

/// The number of a row's value; one for all where there is no column.
fn value_of(column: Option<&TextColumn>, row: usize) -> u32 {
    column.map_or(0, |column| column.ids.get(row).unwrap_or(TextColumn::NONE))
}

fn open_deal(
    deal: &Standing,
    table: &OtherTable,
    circles: &[Circle<'_>],
    limits: Limits,
    as_of: Option<Day>,
) -> OpenDeal {
    // Rows without a product are no circle.
    let similar = || {
        circles.iter().filter_map(|(by, column, won)| {
            let value = value_of(*column, deal.row);
            (value != TextColumn::NONE).then(|| won.get(&value)).flatten().map(|won| (*by, won))
        })
    };
    let age_days = deal.entered.zip(as_of).map(|(from, to)| u32::try_from(to.0.saturating_sub(from.0)).unwrap_or(0));
    let age = age_days.unwrap_or_default();
    let estimate = similar().find_map(|(by, won)| {
        if won.is_overdue(age) {
            return Some((age.max(1), DaysBy::Overdue));
        }
        let (days, deals) = won.left_after(age).filter(|(_, deals)| *deals >= SIMILAR_MIN)?;
        Some((days, DaysBy::Similar { by, deals: u32::try_from(deals).unwrap_or(u32::MAX) }))
    });
    // Too little was won to tell.
    let (days, days_by) = estimate.unwrap_or((age.max(1), DaysBy::Overdue));
    let own = deal.amount.filter(|amount| amount.0 != 0);
    let median =
        || similar().find(|(_, won)| won.amounts.len() >= SIMILAR_MIN).and_then(|(_, won)| won.median_amount());
    let amount = own.or_else(median).unwrap_or_default();
    let text = |of: DealText| texts(table, of).and_then(|column| column.get(deal.row)).map(str::to_owned);
    OpenDeal {
        deal: text(DealText::Deal),
        client: text(DealText::Client),
        product: text(DealText::Product),
        age_days,
        days,
        days_by,
        amount,
        amount_estimated: own.is_none(),
        cell: limits.cell(days, amount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_of_those_that_lasted_longer() {
        let won = Won { days: vec![2, 5, 10, 20, 40], amounts: vec![Amount(1), Amount(4)] };
        for (age, left) in [
            // The median of 2, 5, 10, 20, 40.
            (0, Some((10, 5))),
            // Of 10, 20, 40: 20 − 5.
            (5, Some((15, 3))),
            // Of 20 and 40: 30 − 19.
            (19, Some((11, 2))),
            (40, None),
        ] {
            assert_eq!(won.left_after(age), left, "after {age} days");
        }
        assert_eq!(won.median_amount(), Some(Amount(2)));
        // Of eleven deals one is less than a tenth, two are not.
        let many = Won { days: (1..=11).collect(), amounts: Vec::new() };
        assert!(many.is_overdue(10) && !many.is_overdue(9));
        assert!(!Won::default().is_overdue(5), "nothing is known");
    }
}
