//! Limits of ABC from the curve's own shape: computed ABC analysis.
//!
//! Alfred Ultsch and Jörn Lötsch, "Computed ABC Analysis for Rational Selection of Most Informative Variables in
//! Multivariate Data", PLoS ONE 10(6), 2015; the R package `ABCanalysis`. On the curve of cumulated value over cumulated
//! clients, both as shares, largest first:
//!
//! - the Pareto point is the one nearest to (0, 1): everything for nothing;
//! - the break-even point is the last where one more client brings at least the average, so that the slope is 1 or more;
//! - A ends at whichever of the two comes first; the other is `Bx`, and B ends at the point nearest to (`Bx`, 1).
//!
//! The points are those of the clients themselves, joined by straight lines. The R package draws a spline through them
//! and reads its limits off that, so that its limits lie between clients and may part one or two of them otherwise.

use super::abc::{AbcThresholds, BASIS};
use crate::analytics::amount::Sum;

/// How many clients are in A, and in A and B together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComputedEnds {
    /// Clients in A.
    pub a: usize,
    /// Clients in A and B.
    pub b: usize,
}

/// The limits for values sorted largest first; values of zero or less take no part. `None` under three clients: a curve
/// of two points has no shape.
#[must_use]
pub fn computed_ends(sorted: &[Sum]) -> Option<ComputedEnds> {
    let positive = sorted.partition_point(|value| value.is_positive());
    let values = sorted.get(..positive).filter(|values| values.len() >= 3)?;
    let whole: Sum = values.iter().copied().sum();
    #[expect(clippy::cast_precision_loss, reason = "a share on a curve")]
    let across = |clients: usize| clients as f64 / positive as f64;
    let cumulate = |sum: &mut Sum, &value: &Sum| {
        *sum += value;
        Some(sum.share_of(whole))
    };
    let cumulated: Vec<f64> = values.iter().scan(Sum::ZERO, cumulate).collect();
    // The first of the nearest; the point (0, 0) is nearest to nothing that is asked here.
    let nearest_to = |x: f64| {
        let mut nearest = (1, f64::INFINITY);
        for (clients, share) in (1_usize..).zip(&cumulated) {
            let (dx, dy) = (across(clients) - x, 1.0 - share);
            let distance = dx * dx + dy * dy;
            if distance < nearest.1 {
                nearest = (clients, distance);
            }
        }
        nearest.0
    };
    let pareto = nearest_to(0.0);
    let count = i128::try_from(positive).ok()?;
    let even = values.partition_point(|value| value.0.saturating_mul(count) >= whole.0);
    let (a, other) = (pareto.min(even), pareto.max(even));
    Some(ComputedEnds { a, b: nearest_to(across(other)) })
}

/// The same as thresholds of cumulative value, for the rule by which the client that crosses stays: rounded down to whole
/// basis points, so that of very many clients some of those nearest to a limit may stand beyond it.
#[must_use]
pub fn computed_thresholds(sorted: &[Sum]) -> Option<AbcThresholds> {
    let ends = computed_ends(sorted)?;
    let whole: Sum = sorted.iter().copied().filter(|value| value.is_positive()).sum();
    let at = |clients: usize| {
        let sum: Sum = sorted.iter().take(clients).copied().sum();
        u32::try_from(sum.0.saturating_mul(BASIS.into()) / whole.0.max(1)).ok()
    };
    let a = at(ends.a)?.clamp(1, BASIS - 2);
    AbcThresholds::new(a, at(ends.b)?.clamp(a + 1, BASIS - 1)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::segmentation::abc::{AbcClass, Boundary, classify};

    fn sums(values: &[i128]) -> Vec<Sum> {
        values.iter().map(|&value| Sum(value * 10_000)).collect()
    }

    #[test]
    fn worked_out_by_hand() {
        // 70, 20, 5, 5 make the points (¼, 0.7), (½, 0.9), (¾, 0.95), (1, 1). Squared distances to (0, 1) are 0.1525, 0.26,
        // 0.565 and 1: the first is nearest. 70 is over the average of 25 and 20 is not: the same point. From (¼, 1) they
        // are 0.09, 0.0725, 0.2525 and 0.5625: the second.
        assert_eq!(computed_ends(&sums(&[70, 20, 5, 5])), Some(ComputedEnds { a: 1, b: 2 }));
        assert_eq!(computed_thresholds(&sums(&[70, 20, 5, 5, 0, -3])), AbcThresholds::new(7_000, 9_000).ok());
        // Ten equal ones: the middle is nearest to (0, 1), each brings the average, and B reaches to the end.
        assert_eq!(computed_ends(&sums(&[10; 10])), Some(ComputedEnds { a: 5, b: 10 }));
        for too_few in [&[][..], &[5], &[5, 3], &[5, 3, 0]] {
            assert_eq!(computed_ends(&sums(too_few)), None);
        }
    }

    #[test]
    fn thresholds_part_clients_where_the_ends_do() {
        let values = sums(&[50, 20, 10, 8, 6, 3, 2, 1]);
        let ends = computed_ends(&values).unwrap();
        assert_eq!(ends, ComputedEnds { a: 2, b: 3 }, "70 and 80 of 100");
        let placed = classify(&values, Boundary::Crossing, computed_thresholds(&values).unwrap());
        let count = |class| placed.iter().filter(|placed| placed.class == Some(class)).count();
        assert_eq!((count(AbcClass::A), count(AbcClass::B)), (ends.a, ends.b - ends.a));
    }

    #[test]
    fn a_giant_leaves_the_middle_empty() {
        let thresholds = computed_thresholds(&sums(&[1_000_000, 1, 1])).unwrap();
        assert_eq!((thresholds.a(), thresholds.b()), (9_998, 9_999));
    }
}
