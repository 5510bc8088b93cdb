//! What the grid shows of a summary, and what is chosen in words. Pure.

use crate::analytics::segmentation::rfm::segments::{ScoreMap, Scores};
use crate::analytics::segmentation::rfm::{Measure, RfmSummary};
use crate::i18n::Messages;
use crate::jobs::protocol::RfmFilter;

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
pub(super) fn step((row, column): (u8, u8), size: u8, key: &str) -> Option<(u8, u8)> {
    let last = size.saturating_sub(1);
    Some(match key {
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, (column + 1).min(last)),
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => ((row + 1).min(last), column),
        "Home" => (row, 0),
        "End" => (row, last),
        _ => return None,
    })
}

fn of(scores: &Scores, measure: Measure) -> u8 {
    match measure {
        Measure::Recency => scores.r,
        Measure::Frequency => scores.f,
        Measure::Monetary => scores.m,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_and_stop_at_the_edges() {
        for (from, key, to) in [
            ((0, 0), "ArrowLeft", Some((0, 0))),
            ((0, 0), "ArrowRight", Some((0, 1))),
            ((4, 4), "ArrowDown", Some((4, 4))),
            ((2, 1), "Home", Some((2, 0))),
            ((2, 1), "End", Some((2, 4))),
            ((2, 1), "x", None),
        ] {
            assert_eq!(step(from, 5, key), to, "{from:?} {key}");
        }
    }
}
