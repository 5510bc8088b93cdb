//! From the histories of clients to the matrix.
//!
//! Clients come by value, largest first, ties by name. An analysis keeps no names and no rows: it refers to the
//! histories by index, and takes from its [`Groundwork`] what thresholds do not change, so that it is made anew in a moment
//! when one moves.

use super::groundwork::Groundwork;
use super::pareto;
use super::{AbcXyzOptions, AbcXyzSummary, Cell, CellSummary, ClientRow, Label, Labels};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::Names;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::{self, AbcClass, Placed};
use crate::analytics::segmentation::history::{ClientHistory, Histories};
use crate::analytics::segmentation::xyz::{self, XyzClass};

/// Every client of the histories in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbcXyzAnalysis {
    /// The options that it was computed with.
    pub options: AbcXyzOptions,
    /// Clients by value, largest first, ties by name.
    pub clients: Vec<Classified>,
    /// Value of the clients whose value is above zero: the whole of the shares.
    pub positive_total: Sum,
}

/// A client and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classified {
    /// Index into [`Histories::clients`].
    pub history: usize,
    /// Cell.
    pub cell: Cell,
    /// Value.
    pub value: Sum,
    /// Value of all clients before this one's block of equal values.
    pub before: Sum,
    /// The same with the block.
    pub with: Sum,
}

impl AbcXyzAnalysis {
    /// Parts the clients of `histories`, which must have been made with the window and grain of `options`, in the order
    /// of `groundwork`, which must have been made of them by the measure of `options`.
    #[must_use]
    pub fn new(histories: &Histories, groundwork: &Groundwork, options: AbcXyzOptions) -> Self {
        let Groundwork { ranking, positive_total, .. } = groundwork;
        let rule = options.xyz_rule();
        // Client after client: in the order of the ranking each would be far from the one before.
        let regular: Vec<Option<XyzClass>> =
            histories.clients.iter().map(|client| xyz::classify(client, &rule)).collect();
        let classify = |((&history, &value), placed): ((&usize, &Sum), Placed)| {
            let cell = Cell { abc: placed.class, xyz: regular.get(history).copied().flatten() };
            Classified { history, cell, value, before: placed.before, with: placed.with }
        };
        let placed = abc::classify(&ranking.values, options.boundary, options.abc);
        let clients = ranking.order.iter().zip(&ranking.values).zip(placed).map(classify).collect();
        Self { options, clients, positive_total: *positive_total }
    }

    /// What the screen shows.
    #[must_use]
    pub fn summary(&self, histories: &Histories, groundwork: &Groundwork) -> AbcXyzSummary {
        let mut cells = vec![CellSummary::default(); Cell::all().count()];
        for (classified, its) in self.clients.iter().zip(&groundwork.labels) {
            if let Some(cell) = cells.get_mut(classified.cell.index()) {
                cell.clients += 1;
                cell.value += classified.value;
                for (count, label) in cell.labels.iter_mut().zip(Label::ALL) {
                    *count += u64::from(its.has(label));
                }
            }
        }
        let end_of = |last: AbcClass| {
            self.clients.partition_point(|client| client.cell.abc.is_some_and(|class| class <= last)) as u64
        };
        let class_ends = (end_of(AbcClass::A), end_of(AbcClass::B));
        let positive = groundwork.ranking.positive();
        let values = groundwork.ranking.values.iter().take(positive).copied();
        AbcXyzSummary {
            options: self.options,
            window: histories.window,
            total: groundwork.total,
            positive_total: self.positive_total,
            clients: self.clients.len() as u64,
            cells,
            without_client: histories.without_client,
            outside_window: histories.outside_window,
            pareto: pareto::curve(values, positive, class_ends),
            class_ends,
            periods: histories.periods,
            last_period_left_out: histories.last_period_left_out,
            computed_abc: groundwork.computed,
            proposed_grain: proposed_grain(histories.median_gap_days_twice),
            median_gap_days_twice: histories.median_gap_days_twice,
            values: groundwork.measures.clone(),
            unknown_value: groundwork.ranking.unknown,
        }
    }

    /// Everything about the client at `rank` (from 0).
    #[must_use]
    pub fn row(&self, rank: usize, histories: &Histories, names: &Names) -> Option<ClientRow> {
        let classified = self.clients.get(rank)?;
        let client = histories.clients.get(classified.history)?;
        let (_, window_end) = histories.window?;
        let share = |sum: Sum| if classified.cell.abc.is_some() { sum.share_of(self.positive_total) } else { 0.0 };
        Some(ClientRow {
            client: names.get(client.client).unwrap_or_default().to_owned(),
            rank: rank as u64 + 1,
            total: classified.value,
            net: client.total,
            share: share(classified.value),
            share_before: share(classified.before),
            share_with: share(classified.with),
            cell: classified.cell,
            periods: client.periods,
            active: client.active,
            cv: client
                .moments
                .coefficient_of_variation(self.options.deviation)
                .filter(|_| client.periods >= xyz::PERIODS_MIN),
            orders: client.orders,
            first: client.purchased.map(|(first, _)| first),
            last: client.purchased.map(|(_, last)| last),
            recency_days: client.recency_days(window_end),
            median_gap_days_twice: client.median_gap_days_twice,
            labels: labels_of(client, histories),
            rfm: None,
            priority: None,
            moved: None,
            flow: None,
        })
    }

    /// Clients that stand in another cell of `other`, which must have been made from the same table and window.
    #[must_use]
    pub fn moved(&self, other: &Self) -> u64 {
        // By client: another measure of value puts them in another order.
        let mut cells = vec![None; self.clients.len()];
        for client in &self.clients {
            if let Some(cell) = cells.get_mut(client.history) {
                *cell = Some(client.cell);
            }
        }
        let differs = |client: &&Classified| cells.get(client.history) != Some(&Some(client.cell));
        other.clients.iter().filter(differs).count() as u64
    }
}

/// The labels of a client.
///
/// Lost: the days from the last purchase to the window's last day are over three times the client's own median interval; with fewer than two
/// intervals, over the 90th percentile of all clients' intervals.
#[must_use]
pub fn labels_of(client: &ClientHistory, histories: &Histories) -> Labels {
    let Some((_, window_end)) = histories.window else { return Labels::default() };
    let silent_days = client.purchased.map(|(_, last)| (window_end.0 - last.0).unsigned_abs());
    let lost = silent_days.is_some_and(|silent| match client.median_gap_days_twice {
        Some(twice) => u64::from(silent) * 2 > u64::from(twice) * 3,
        None => histories.long_gap_days.is_some_and(|gap| gap.is_exceeded_by(u64::from(silent))),
    });
    Labels { new: client.orders > 0 && client.periods < xyz::PERIODS_MIN, one_off: client.orders == 1, lost }
}

/// The shortest period in which a usual client is expected to buy: at least as long as the median interval.
fn proposed_grain(median_gap_days_twice: Option<u32>) -> Grain {
    match median_gap_days_twice {
        Some(0..=14) => Grain::Week,
        Some(15..=60) => Grain::Month,
        Some(_) => Grain::Quarter,
        None => Grain::default(),
    }
}
