//! From the histories of clients to their scores and segments.
//!
//! Like the ABC-XYZ analysis it keeps no names and no rows: it stands beside the histories, one entry for each.

use super::cuts::Cuts;
use super::measured::Measured;
use super::options::RfmOptions;
use super::scatter::bubbles;
use super::segments::{ScoreMap, Scores};
use super::{Group, RfmMark, RfmSummary};
use crate::analytics::dataset::Names;
use crate::analytics::date::Day;
use crate::analytics::segmentation::history::Histories;

/// Scores and segments of all clients of some histories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RfmAnalysis {
    /// The options that it was computed with.
    pub options: RfmOptions,
    /// The map of segments in force.
    pub map: ScoreMap,
    /// The day from which recency is counted back; `None` when there are no rows.
    pub analysis_date: Option<Day>,
    /// Borders, in the order of [`super::Measure::ALL`].
    pub cuts: [Cuts; 3],
    /// One entry for each of [`Histories::clients`]; `None` for clients without a purchase.
    pub marks: Vec<Option<RfmMark>>,
}

impl RfmAnalysis {
    /// Parts the clients of `histories`, which must have been made of the days of [`RfmOptions::days`].
    #[must_use]
    pub fn new(histories: &Histories, names: &Names, options: &RfmOptions) -> Self {
        Measured::new(histories, names, options).part(options)
    }

    /// What the screen shows; `histories` are those that it was made of.
    #[must_use]
    pub fn summary(&self, histories: &Histories) -> RfmSummary {
        let (mut all, mut apart) = (Group::default(), Group::default());
        let mut segments = vec![Group::default(); self.map.rules().len() + 1];
        let bins = self.options.binning.bins();
        let mut scores: Vec<(Scores, Group)> = Scores::all(bins).map(|scores| (scores, Group::default())).collect();
        let mut marked = Vec::with_capacity(self.marks.len());
        for (client, mark) in histories.clients.iter().zip(&self.marks) {
            let Some(mark) = mark else {
                apart.add(0, client.total);
                continue;
            };
            all.add(mark.frequency, client.total);
            if let Some((_, group)) = scores.get_mut(mark.scores.index(bins)) {
                group.add(mark.frequency, client.total);
            }
            if let Some(segment) = segments.get_mut(usize::from(mark.segment)) {
                segment.add(mark.frequency, client.total);
            }
            marked.push((*mark, client.total));
        }
        scores.retain(|(_, group)| group.clients > 0);
        RfmSummary {
            options: self.options.clone(),
            map: self.map.clone(),
            window: histories.window,
            analysis_date: self.analysis_date,
            cuts: self.cuts.clone(),
            all,
            apart,
            segments,
            scores,
            bubbles: bubbles(&marked),
            without_client: histories.without_client,
            outside_window: histories.outside_window,
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
