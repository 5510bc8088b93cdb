//! What the grid shows of a summary, and what is chosen in words. Pure.

use crate::analytics::segmentation::rfm::segments::{ScoreMap, Scores};
use crate::analytics::segmentation::rfm::{Measure, RfmSummary};
use crate::i18n::Messages;
use crate::jobs::protocol::RfmFilter;
use crate::ui::tools::grid_keys;

/// One cell of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct GridCell {
    /// Clients.
    pub clients: u64,
    /// Position of the segment that most of them belong to, the first of the map among equals.
    pub segment: Option<usize>,
    /// Whether some of them belong to others.
    pub is_mixed: bool,
}

/// The cell of recency `r` and of `score` of the measure across.
pub(super) fn grid_cell(summary: &RfmSummary, r: u8, across: Measure, score: u8) -> GridCell {
    let mut of_segments = vec![0_u64; summary.map.rules().len() + 1];
    for (scores, group) in summary.scores.iter().filter(|(scores, _)| scores.r == r && of(scores, across) == score) {
        if let Some(clients) = of_segments.get_mut(summary.map.segment(*scores)) {
            *clients += group.clients;
        }
    }
    let most = of_segments.iter().copied().max().unwrap_or_default();
    let segment = if most > 0 { of_segments.iter().position(|clients| *clients == most) } else { None };
    let clients = of_segments.iter().sum();
    GridCell { clients, segment, is_mixed: most < clients }
}

/// What a choice of a cell lists.
pub(super) fn filter_of(r: u8, across: Measure, score: u8) -> RfmFilter {
    match across {
        Measure::Monetary => RfmFilter::Scores { r: Some(r), f: None, m: Some(score) },
        _ => RfmFilter::Scores { r: Some(r), f: Some(score), m: None },
    }
}

/// A choice in words.
pub(super) fn words_of(filter: RfmFilter, map: &ScoreMap, text: &Messages) -> String {
    match filter {
        RfmFilter::Segment(segment) => text.rfm().segments.name_at(map, segment.into()).to_owned(),
        RfmFilter::Apart => text.rfm().segments.apart.to_owned(),
        RfmFilter::Scores { r, f, m } => {
            let named = [("R", r), ("F", f), ("M", m)];
            let said = named.iter().filter_map(|(letter, score)| score.map(|score| format!("{letter}\u{a0}{score}")));
            (text.rfm().map.scores)(&said.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The cell that a key leads to in a grid of `size` by `size`, as row and column from 0.
pub(super) fn step((row, column): (u8, u8), size: u8, key: &str, control: bool) -> Option<(u8, u8)> {
    let size = size.into();
    let (row, column) = grid_keys::step((row.into(), column.into()), (size, size), key, control)?;
    Some((u8::try_from(row).ok()?, u8::try_from(column).ok()?))
}

fn of(scores: &Scores, measure: Measure) -> u8 {
    match measure {
        Measure::Recency => scores.r,
        Measure::Frequency => scores.f,
        Measure::Monetary => scores.m,
    }
}
