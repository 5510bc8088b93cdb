//! A small summary for tests of this screen.

use crate::analytics::amount::Sum;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, CellSummary};

/// A summary with the given cells: code, clients, whole units of value.
pub(super) fn summary(cells: &[(&str, u64, i128)]) -> AbcXyzSummary {
    let units = |value: i128| Sum(value * 10_000);
    let filled = Cell::all().map(|cell| {
        let given = cells.iter().find(|(code, ..)| cell.code() == *code);
        given.map_or_else(CellSummary::default, |&(_, clients, value)| CellSummary {
            clients,
            value: units(value),
            ..CellSummary::default()
        })
    });
    AbcXyzSummary {
        options: AbcXyzOptions::default(),
        window: None,
        total: units(cells.iter().map(|cell| cell.2).sum()),
        positive_total: units(cells.iter().filter(|cell| !cell.0.starts_with('-')).map(|cell| cell.2).sum()),
        clients: cells.iter().map(|cell| cell.1).sum(),
        cells: filled.collect(),
        without_client: (0, Sum::ZERO),
        outside_window: (0, Sum::ZERO),
        pareto: Vec::new(),
        class_ends: (0, 0),
        periods: 0,
        last_period_left_out: false,
        computed_abc: None,
        proposed_grain: Grain::Month,
        median_gap_days_twice: None,
        ..AbcXyzSummary::default()
    }
}
