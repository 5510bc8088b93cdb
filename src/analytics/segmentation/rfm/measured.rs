//! The clients with a purchase and their measures, sorted once for every way of parting them: what the options lead to,
//! and what each of its [rivals](super::Rival) would.

use super::RfmMark;
use super::analysis::Analysis;
use super::cuts::{Cuts, ntile_bin, score};
use super::options::{Binning, Frequency, Measure, RfmOptions};
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
    fn new(values: impl Iterator<Item = T>) -> Self {
        let values: Vec<T> = values.collect();
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
        let bought = histories.clients.iter().filter_map(|client| Some((client, client.purchased?.1)));
        let buyers: Vec<&ClientHistory> = bought.clone().map(|(client, _)| client).collect();
        Self {
            histories,
            names,
            analysis_date,
            recency_days: Column::new(bought.map(|(_, last)| date.0.abs_diff(last.0))),
            orders: Column::new(buyers.iter().map(|client| client.orders)),
            rows: Column::new(buyers.iter().map(|client| client.purchase_rows)),
            value: Column::new(buyers.iter().map(|client| client.total.0)),
            buyers,
        }
    }

    /// Parts them by `options`, which may differ from those that they were measured with in all but the days.
    #[must_use]
    pub fn part(&self, options: &RfmOptions) -> Analysis {
        let binning = &options.binning;
        let frequencies = match options.counted() {
            Frequency::Orders => &self.orders,
            Frequency::Rows => &self.rows,
        };
        let recency = self.part_by(&self.recency_days, Measure::Recency, binning);
        let frequency = self.part_by(frequencies, Measure::Frequency, binning);
        let monetary = self.part_by(&self.value, Measure::Monetary, binning);
        let (map, bins) = (options.map(), binning.bins());
        let measured = self.recency_days.values.iter().zip(&frequencies.values);
        let parted = recency.bins.into_iter().zip(frequency.bins).zip(monetary.bins);
        let mut marks_of_buyers = measured.zip(parted).map(|((&recency_days, &frequency), ((r, f), m))| {
            let scores = Scores {
                r: score(Measure::Recency, r, bins),
                f: score(Measure::Frequency, f, bins),
                m: score(Measure::Monetary, m, bins),
            };
            let segment = u16::try_from(map.segment(scores)).unwrap_or(u16::MAX);
            RfmMark { recency_days, frequency, scores, segment }
        });
        let mut mark = |client: &ClientHistory| client.purchased.and_then(|_| marks_of_buyers.next());
        let marks = self.histories.clients.iter().map(&mut mark).collect();
        let cuts = [recency.cuts, frequency.cuts, monetary.cuts];
        Analysis { options: options.clone(), map, analysis_date: self.analysis_date, cuts, marks }
    }

    fn part_by<T: Copy + Ord + Into<i128>>(&self, column: &Column<T>, measure: Measure, binning: &Binning) -> Parted {
        let cuts = Cuts::new(&column.sorted, measure, binning);
        let bins = match binning {
            Binning::Ntile(bins) => {
                let name = |index: usize| self.buyers.get(index).and_then(|client| self.names.get(client.client));
                let mut order: Vec<(T, usize)> = column.values.iter().copied().zip(0..).collect();
                order.sort_unstable_by(|(left, left_index), (right, right_index)| {
                    left.cmp(right).then_with(|| name(*left_index).cmp(&name(*right_index)))
                });
                let mut parted = vec![0; order.len()];
                for (place, &(_, index)) in order.iter().enumerate() {
                    if let Some(bin) = parted.get_mut(index) {
                        *bin = ntile_bin(place, order.len(), *bins);
                    }
                }
                parted
            }
            _ => cuts.bins(&column.values),
        };
        Parted { cuts, bins }
    }
}
