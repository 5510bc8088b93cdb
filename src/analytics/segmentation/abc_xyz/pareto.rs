//! The Pareto curve, thinned to what a picture can show.

use super::{AbcXyzSummary, ParetoPoint};
use crate::analytics::amount::Sum;

/// The curve through the cumulated `values` (largest first, all above zero), from (0, 0) on: evenly thinned to at most
/// [`AbcXyzSummary::PARETO_POINTS_MAX`] points, the ends of classes always among them.
pub(super) fn curve(values: impl Iterator<Item = Sum>, count: usize, class_ends: (u64, u64)) -> Vec<ParetoPoint> {
    // The first point, the last one and the two ends of classes come on top of the even ones.
    let step = count.div_ceil(AbcXyzSummary::PARETO_POINTS_MAX - 4).max(1) as u64;
    let mut points = vec![ParetoPoint { clients: 0, value: Sum::ZERO }];
    let mut value = Sum::ZERO;
    for (clients, next) in (1_u64..).zip(values) {
        value += next;
        let is_end = clients == class_ends.0 || clients == class_ends.1 || clients == count as u64;
        if is_end || clients.is_multiple_of(step) {
            points.push(ParetoPoint { clients, value });
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_curve_is_whole() {
        let points = curve([5, 3, 2].into_iter().map(Sum), 3, (1, 2));
        let expected = [(0, 0), (1, 5), (2, 8), (3, 10)];
        assert_eq!(points, expected.map(|(clients, value)| ParetoPoint { clients, value: Sum(value) }));
    }

    #[test]
    fn a_long_curve_keeps_the_ends_of_classes() {
        let count = 100_000;
        let points = curve((0..count).map(|_| Sum(1)), count, (12_347, 54_321));
        assert!(points.len() <= AbcXyzSummary::PARETO_POINTS_MAX, "{}", points.len());
        for end in [0, 12_347, 54_321, 100_000] {
            assert!(points.contains(&ParetoPoint { clients: end, value: Sum(i128::from(end)) }), "{end}");
        }
        assert!(points.is_sorted_by_key(|point| point.clients));
    }
}
