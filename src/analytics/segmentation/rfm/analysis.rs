//! From the histories of clients to their scores and segments.
//!
//! Like the ABC-XYZ analysis it keeps no names and no rows: it stands beside the histories, one entry for each.

use std::collections::BTreeMap;

use super::cuts::{Cuts, ntile_bin, score};
use super::options::{Binning, Frequency, Measure, RfmOptions, Rival};
use super::scatter::bubbles;
use super::segments::{ScoreMap, Scores};
use super::{Group, RfmMark, RfmSummary};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::Names;
use crate::analytics::date::Day;
use crate::analytics::segmentation::history::{ClientHistory, Histories};

/// Scores and segments of all clients of some histories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// The options that it was computed with.
    pub options: RfmOptions,
    /// The map of segments in force.
    pub map: ScoreMap,
    /// The day from which recency is counted back; `None` when there are no rows.
    pub analysis_date: Option<Day>,
    /// Borders, in the order of [`Measure::ALL`].
    pub cuts: [Cuts; 3],
    /// One entry for each of [`Histories::clients`]; `None` for clients without a purchase.
    pub marks: Vec<Option<RfmMark>>,
}

impl Analysis {
    /// Parts the clients of `histories`, which must have been made of the days of [`RfmOptions::days`].
    #[must_use]
    pub fn new(histories: &Histories, names: &Names, options: &RfmOptions) -> Self {
        let analysis_date =
            histories.window.map(|(_, last)| options.analysis_date.unwrap_or(Day(last.0.saturating_add(1))));
        let date = analysis_date.unwrap_or_default();
        let buyers: Vec<Buyer<'_>> =
            histories.clients.iter().filter_map(|client| Buyer::new(client, date, options.counted(), names)).collect();
        let [recency, frequency, monetary] = Measure::ALL.map(|measure| part(&buyers, measure, &options.binning));
        let map = options.map();
        let bins = options.binning.bins();
        let mut scored =
            buyers.iter().zip(recency.bins).zip(frequency.bins).zip(monetary.bins).map(|(((buyer, r), f), m)| {
                let scores = Scores {
                    r: score(Measure::Recency, r, bins),
                    f: score(Measure::Frequency, f, bins),
                    m: score(Measure::Monetary, m, bins),
                };
                let segment = u16::try_from(map.segment(scores)).unwrap_or(u16::MAX);
                RfmMark { recency_days: buyer.recency_days, frequency: buyer.frequency, scores, segment }
            });
        let mut mark = |client: &ClientHistory| client.purchased.and_then(|_| scored.next());
        let marks = histories.clients.iter().map(&mut mark).collect();
        let cuts = [recency.cuts, frequency.cuts, monetary.cuts];
        Self { options: options.clone(), map, analysis_date, cuts, marks }
    }

    /// What the screen shows. `rivals` are counted by the caller, see [`Analysis::moved`].
    #[must_use]
    pub fn summary(&self, histories: &Histories, rivals: Vec<(Rival, u64)>) -> RfmSummary {
        let (mut all, mut apart) = (Group::default(), Group::default());
        let mut segments = vec![Group::default(); self.map.rules().len() + 1];
        let mut scores = BTreeMap::<Scores, Group>::new();
        let mut marked = Vec::with_capacity(self.marks.len());
        for (client, mark) in histories.clients.iter().zip(&self.marks) {
            let Some(mark) = mark else {
                apart.add(0, client.total);
                continue;
            };
            all.add(mark.frequency, client.total);
            scores.entry(mark.scores).or_default().add(mark.frequency, client.total);
            if let Some(segment) = segments.get_mut(usize::from(mark.segment)) {
                segment.add(mark.frequency, client.total);
            }
            marked.push((*mark, client.total));
        }
        RfmSummary {
            options: self.options.clone(),
            map: self.map.clone(),
            window: histories.window,
            analysis_date: self.analysis_date,
            cuts: self.cuts.clone(),
            all,
            apart,
            segments,
            scores: scores.into_iter().collect(),
            bubbles: bubbles(&marked),
            without_client: histories.without_client,
            outside_window: histories.outside_window,
            rivals,
        }
    }

    /// Clients that stand in a segment of another name in `other`, which must have been made of the same histories.
    #[must_use]
    pub fn moved(&self, other: &Self) -> u64 {
        let name = |analysis: &Self, segment: usize| analysis.map.name(segment).to_owned();
        let own: Vec<String> = (0..=self.map.rules().len()).map(|segment| name(self, segment)).collect();
        // The position in this map of each segment of the other.
        let answers: Vec<Option<usize>> = (0..=other.map.rules().len())
            .map(|segment| own.iter().position(|own| *own == other.map.name(segment)))
            .collect();
        let has_moved = |(mark, other): &(&RfmMark, &RfmMark)| {
            answers.get(usize::from(other.segment)).copied().flatten() != Some(usize::from(mark.segment))
        };
        let pairs = self.marks.iter().zip(&other.marks).filter_map(|(mark, other)| mark.as_ref().zip(other.as_ref()));
        pairs.filter(has_moved).count() as u64
    }
}

/// A client with a purchase, measured.
struct Buyer<'a> {
    name: &'a str,
    recency_days: u32,
    frequency: u32,
    value: Sum,
}

impl<'a> Buyer<'a> {
    fn new(client: &ClientHistory, date: Day, frequency: Frequency, names: &'a Names) -> Option<Self> {
        let (_, last) = client.purchased?;
        Some(Self {
            name: names.get(client.client).unwrap_or_default(),
            recency_days: date.0.abs_diff(last.0),
            frequency: match frequency {
                Frequency::Orders => client.orders,
                Frequency::Rows => client.purchase_rows,
            },
            value: client.total,
        })
    }

    fn of(&self, measure: Measure) -> i128 {
        match measure {
            Measure::Recency => self.recency_days.into(),
            Measure::Frequency => self.frequency.into(),
            Measure::Monetary => self.value.0,
        }
    }
}

/// The borders of a measure, and the bin of each buyer.
struct Parted {
    cuts: Cuts,
    bins: Vec<u8>,
}

fn part(buyers: &[Buyer<'_>], measure: Measure, binning: &Binning) -> Parted {
    let mut sorted: Vec<i128> = buyers.iter().map(|buyer| buyer.of(measure)).collect();
    sorted.sort_unstable();
    let cuts = Cuts::new(&sorted, measure, binning);
    let bins = match binning {
        Binning::Ntile(bins) => {
            let mut order: Vec<usize> = (0..buyers.len()).collect();
            let key = |&index: &usize| buyers.get(index).map(|buyer| (buyer.of(measure), buyer.name));
            order.sort_unstable_by(|left, right| key(left).cmp(&key(right)));
            let mut parted = vec![0; buyers.len()];
            for (place, index) in order.into_iter().enumerate() {
                if let Some(bin) = parted.get_mut(index) {
                    *bin = ntile_bin(place, buyers.len(), *bins);
                }
            }
            parted
        }
        _ => buyers.iter().map(|buyer| cuts.bin(buyer.of(measure))).collect(),
    };
    Parted { cuts, bins }
}
