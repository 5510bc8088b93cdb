//! Figures of criteria as fields have them. Pure.

use crate::analytics::segmentation::priority::measure::Unit;
use crate::analytics::segmentation::priority::{Measure, OwnBorders, PrioritySummary};

/// Units of a figure that make one of its field: money and shares are kept in ten-thousandths, shares are shown in
/// percent.
const fn units(measure: Measure) -> f64 {
    match measure.unit() {
        Unit::Money => 10_000.0,
        Unit::Share => 100.0,
        Unit::Days | Unit::Count => 1.0,
    }
}

/// A border as a field shows it.
pub(super) fn shown(measure: Measure, border: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a field has no more digits")]
    let border = border as f64;
    border / units(measure)
}

/// A border as it was typed.
pub(super) fn typed(measure: Measure, value: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "fields have limits far under that")]
    let border = (value * units(measure)).round() as i64;
    border
}

/// Borders to begin with: those in force, rounded to what fields show, and rising.
pub(super) fn starting_borders(measure: Measure, borders: &[(i128, u32)], points: u8) -> Option<OwnBorders> {
    let mut last = i64::MIN;
    let rounded = (0..usize::from(points).saturating_sub(1)).map(|index| {
        let (numerator, denominator) = borders.get(index).copied().unwrap_or((0, 1));
        let exact = i64::try_from(numerator / i128::from(denominator.max(1))).unwrap_or(i64::MAX / 2);
        let step = typed(measure, 1.0).max(1);
        let rounded = (exact + step / 2).div_euclid(step) * step;
        last = if last == i64::MIN { rounded } else { rounded.max(last + step) };
        last
    });
    OwnBorders::new(rounded.collect()).ok()
}

/// Position of the criterion whose weight decides most: by clients that it moves without it, then by those of the top.
/// `None` where none moves anybody.
pub(super) fn decisive(summary: &PrioritySummary) -> Option<usize> {
    let weight = |index: &usize| {
        summary.criteria.get(*index).map_or((0, 0), |criterion| {
            let dropped = criterion.sensitivity.dropped;
            (dropped.groups, dropped.top)
        })
    };
    // The first of several: the user put it first.
    (0..summary.criteria.len()).rev().max_by_key(weight).filter(|index| weight(index) > (0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_show_what_is_kept() {
        for (measure, kept, field) in
            [(Measure::Value, 15_005_000, 1_500.5), (Measure::Regularity, 7_550, 75.5), (Measure::Recency, 30, 30.0)]
        {
            assert!((shown(measure, kept) - field).abs() < 1e-9);
            assert_eq!(typed(measure, field), kept);
        }
    }

    #[test]
    fn borders_to_begin_with_are_round_and_rise() {
        let borders = [(74, 5), (75, 5), (200, 5)];
        assert_eq!(starting_borders(Measure::Orders, &borders, 4).unwrap().get(), [14, 15, 40]);
        assert_eq!(starting_borders(Measure::Orders, &[(9, 1), (9, 1)], 3).unwrap().get(), [9, 10]);
        assert_eq!(starting_borders(Measure::Value, &[(12_345_678, 1)], 2).unwrap().get(), [12_350_000]);
    }
}
