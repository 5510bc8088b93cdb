//! The clients with a purchase and their measures, sorted once for every way of parting them: what the options lead to,
//! and what each of its [rivals](super::Rival) would.

use std::cmp::Ordering;

use super::RfmMark;
use super::analysis::RfmAnalysis;
use super::cuts::{Cuts, ntile_first, score};
use super::options::{Binning, Bins, Frequency, Measure, RfmOptions};
use super::segments::Scores;
use crate::analytics::dataset::Names;
use crate::analytics::date::Day;
use crate::analytics::segmentation::history::{ClientHistory, Histories};

/// Clients with a purchase, measured from one day on.
#[derive(Clone, Debug)]
pub struct Measured<'a> {
    histories: &'a Histories,
    names: &'a Names,
    analysis_date: Option<Day>,
    /// In the order of [`Histories::clients`], as all that follows.
    buyers: Vec<&'a ClientHistory>,
    recency_days: Column<u32>,
    orders: Column<u32>,
    rows: Column<u32>,
    value: Column<i128>,
}

/// A measure of all buyers.
#[derive(Clone, Debug)]
struct Column<T> {
    values: Vec<T>,
    sorted: Vec<T>,
}

impl<T: Copy + Ord> Column<T> {
    fn new(values: Vec<T>) -> Self {
        let mut sorted = values.clone();
        sorted.sort_unstable();
        Self { values, sorted }
    }
}

/// The borders of a measure, and the bin of each buyer.
struct Parted {
    cuts: Cuts,
    bins: Vec<u8>,
}

impl<'a> Measured<'a> {
    /// Measures the clients of `histories`, which must have been made of the days of [`RfmOptions::days`].
    #[must_use]
    pub fn new(histories: &'a Histories, names: &'a Names, options: &RfmOptions) -> Self {
        let analysis_date =
            histories.window.map(|(_, last)| options.analysis_date.unwrap_or(Day(last.0.saturating_add(1))));
        let date = analysis_date.unwrap_or_default();
        let mut buyers = Vec::with_capacity(histories.clients.len());
        let (mut recency_days, mut orders, mut rows, mut value) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for client in &histories.clients {
            let Some((_, last)) = client.purchased else { continue };
            buyers.push(client);
            recency_days.push(date.0.abs_diff(last.0));
            orders.push(client.orders);
            rows.push(client.purchase_rows);
            value.push(client.total.0);
        }
        Self {
            histories,
            names,
            analysis_date,
            buyers,
            recency_days: Column::new(recency_days),
            orders: Column::new(orders),
            rows: Column::new(rows),
            value: Column::new(value),
        }
    }

    /// Parts them by `options`, which may differ from those that they were measured with in all but the days.
    #[must_use]
    pub fn part(&self, options: &RfmOptions) -> RfmAnalysis {
        let binning = &options.binning;
        let frequencies = match options.counted() {
            Frequency::Orders => &self.orders,
            Frequency::Rows => &self.rows,
        };
        let recency = self.part_by(&self.recency_days, Measure::Recency, binning);
        let frequency = self.part_by(frequencies, Measure::Frequency, binning);
        let monetary = self.part_by(&self.value, Measure::Monetary, binning);
        let (map, bins) = (options.map(), binning.bins());
        let segment_of = |scores| u16::try_from(map.segment(scores)).unwrap_or(u16::MAX);
        let segments: Vec<u16> = Scores::all(bins).map(segment_of).collect();
        let measured = self.recency_days.values.iter().zip(&frequencies.values);
        let parted = recency.bins.into_iter().zip(frequency.bins).zip(monetary.bins);
        let mut marks_of_buyers = measured.zip(parted).map(|((&recency_days, &frequency), ((r, f), m))| {
            let scores = Scores {
                r: score(Measure::Recency, r, bins),
                f: score(Measure::Frequency, f, bins),
                m: score(Measure::Monetary, m, bins),
            };
            let segment = segments.get(scores.index(bins)).copied().unwrap_or(u16::MAX);
            RfmMark { recency_days, frequency, scores, segment }
        });
        let mut mark = |client: &ClientHistory| client.purchased.and_then(|_| marks_of_buyers.next());
        let marks = self.histories.clients.iter().map(&mut mark).collect();
        let cuts = [recency.cuts, frequency.cuts, monetary.cuts];
        RfmAnalysis { options: options.clone(), map, analysis_date: self.analysis_date, cuts, marks }
    }

    fn part_by<T: Copy + Ord + Into<i128>>(&self, column: &Column<T>, measure: Measure, binning: &Binning) -> Parted {
        let cuts = Cuts::new(&column.sorted, measure, binning);
        let bins = match binning {
            Binning::Ntile(bins) => self.ntiles(column, *bins),
            _ => cuts.bins(&column.values),
        };
        Parted { cuts, bins }
    }

    /// The bins of buyers by value, then by name. Only the first of each bin must be known, and nobody's place.
    fn ntiles<T: Copy + Ord>(&self, column: &Column<T>, bins: Bins) -> Vec<u8> {
        let Column { values, sorted } = column;
        let name = |buyer: &ClientHistory| self.names.get(buyer.client).unwrap_or_default();
        let first_of = |part: u8| {
            let first = ntile_first(part, sorted.len(), bins);
            let value = *sorted.get(first)?;
            let equal = values.iter().zip(&self.buyers).filter(|(other, _)| **other == value);
            let mut equal: Vec<&str> = equal.map(|(_, buyer)| name(buyer)).collect();
            let before = sorted.partition_point(|other| *other < value);
            Some((value, *equal.select_nth_unstable(first - before).1))
        };
        let firsts: Vec<(T, &str)> = (1..bins.get()).filter_map(first_of).collect();
        let is_reached = |value: T, buyer: &ClientHistory, (first, first_name): &(T, &str)| match value.cmp(first) {
            Ordering::Less => false,
            // Few names are looked at: they lie far apart.
            Ordering::Equal => name(buyer) >= *first_name,
            Ordering::Greater => true,
        };
        let bin = |value, buyer| firsts.iter().filter(|first| is_reached(value, buyer, first)).count();
        let bins = values.iter().zip(&self.buyers).map(|(&value, buyer)| bin(value, buyer));
        bins.map(|bin| u8::try_from(bin).unwrap_or(u8::MAX)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analytics::amount::Amount;
    use crate::analytics::dataset::SalesTable;
    use crate::analytics::date::Grain;
    use crate::analytics::segmentation::rfm::Method;

    /// Sales of `amounts`, one a client, named so that names are in another order.
    fn table(amounts: &[i64]) -> SalesTable {
        let names = (0..amounts.len()).map(|index| format!("ООО Ромашка {}", index * 7 % 41));
        SalesTable {
            client_names: names.collect::<Vec<_>>().iter().map(String::as_str).collect(),
            client: (0..).take(amounts.len()).collect(),
            day: vec![Day(1); amounts.len()],
            amount: amounts.iter().copied().map(Amount).collect(),
            ..SalesTable::default()
        }
    }

    proptest! {
        /// As SQL has it: clients in the order of value and name, cut into bins that differ by one at the most.
        #[test]
        fn ntiles_are_cut_from_clients_in_order(amounts in proptest::collection::vec(1..5_i64, 0..41)) {
            let table = table(&amounts);
            let histories = Histories::new(&table, None, Grain::default());
            for bins in Bins::ALL {
                let options = RfmOptions { binning: Method::Ntile.with(bins).unwrap(), ..RfmOptions::default() };
                let parted = Measured::new(&histories, &table.client_names, &options).part(&options);
                let mut clients: Vec<_> = amounts.iter().zip(table.client_names.iter()).zip(&parted.marks).collect();
                clients.sort_by_key(|(key, _)| *key);
                let found: Vec<u8> = clients.iter().map(|(_, mark)| mark.unwrap().scores.m).collect();
                let count = usize::from(bins.get());
                let sizes = (0..count).map(|bin| amounts.len() / count + usize::from(bin < amounts.len() % count));
                let expected: Vec<u8> = (1..).zip(sizes).flat_map(|(score, size)| std::iter::repeat_n(score, size)).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
