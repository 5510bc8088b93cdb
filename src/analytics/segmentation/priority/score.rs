//! The weighted mean of marks, as an exact fraction.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::{Missing, Points, Weight};

/// A multiple of every step between marks that scales have: of 1 to 9.
const STEPS: u64 = 2_520;

/// A score, exact. Equal fractions are equal scores, whatever they are made of.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Score {
    numerator: u64,
    /// Never zero.
    denominator: u64,
}

impl Score {
    /// The nearest binary fraction: to show, never to compare by.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "named approximate")]
    pub fn approximate(self) -> f64 {
        self.numerator as f64 / self.denominator.max(1) as f64
    }

    /// Whether the score is at least so many hundredths.
    #[must_use]
    pub fn reaches_hundredths(self, hundredths: u32) -> bool {
        u128::from(self.numerator) * 100 >= u128::from(hundredths) * u128::from(self.denominator)
    }
}

impl PartialEq for Score {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Score {}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |one: &Self, other: &Self| u128::from(one.numerator) * u128::from(other.denominator);
        cross(self, other).cmp(&cross(other, self))
    }
}

/// A mark with what it weighs: 0 to 100, or a multiple of that.
#[derive(Clone, Copy, Debug)]
pub struct Weighed {
    /// How much it counts.
    pub weight: u32,
    /// Its scale.
    pub points: Points,
    /// The mark; `None` where it is missing.
    pub mark: Option<u8>,
}

impl Weighed {
    /// A mark of a criterion.
    #[must_use]
    pub fn new(weight: Weight, points: Points, mark: Option<u8>) -> Self {
        Self { weight: weight.get().into(), points, mark: mark.filter(|&mark| points.has(mark)) }
    }
}

/// The score of a client, and the weights of the marks that are there and of all. Marks are stretched onto a scale of
/// `longest` points. There is no score where no mark with a weight is there.
#[must_use]
pub fn weighted(
    marks: impl Iterator<Item = Weighed>,
    longest: Points,
    missing: Missing,
) -> (Option<Score>, (u32, u32)) {
    let (mut sum, mut known, mut all) = (0_u64, 0_u32, 0_u32);
    for Weighed { weight, points, mark } in marks {
        all += weight;
        if let Some(mark) = mark {
            known += weight;
            sum += u64::from(weight) * stretched(mark, points, longest);
        }
    }
    let weights = match missing {
        Missing::LeftOut => known,
        Missing::Zero => all,
    };
    let score = (known > 0).then(|| Score { numerator: sum, denominator: u64::from(weights) * STEPS });
    (score, (known, all))
}

/// `STEPS` times the mark on a scale of `longest` points: the worst stays 1, the best becomes the best.
fn stretched(mark: u8, points: Points, longest: Points) -> u64 {
    let (steps, longest) = (u64::from(points.get()) - 1, u64::from(longest.get()) - 1);
    let above_worst = u64::from(mark.saturating_sub(1));
    STEPS + above_worst * longest * (STEPS / steps.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Points = Points::FIVE;

    fn points(points: u8) -> Points {
        Points::new(points).unwrap()
    }

    fn weighed(marks: &[(u16, u8, Option<u8>)]) -> Vec<Weighed> {
        let one =
            |&(weight, scale, mark): &(u16, u8, _)| Weighed::new(Weight::new(weight).unwrap(), points(scale), mark);
        marks.iter().map(one).collect()
    }

    #[test]
    fn scales_are_stretched_onto_the_longest() {
        for (mark, scale, longest, expected) in
            [(1, 5, 10, 1.0), (5, 5, 10, 10.0), (3, 5, 10, 5.5), (2, 2, 5, 5.0), (2, 3, 5, 3.0), (4, 5, 5, 4.0)]
        {
            let marks = weighed(&[(3, scale, Some(mark))]);
            let (score, _) = weighted(marks.into_iter(), points(longest), Missing::LeftOut);
            assert!((score.unwrap().approximate() - expected).abs() < 1e-12, "{mark} of {scale} on {longest}");
        }
    }

    #[test]
    fn without_a_mark_that_counts_there_is_no_score() {
        for marks in [&[(5, 5, None)][..], &[(0, 5, Some(4))], &[], &[(2, 5, Some(6))], &[(2, 5, Some(0))]] {
            for missing in Missing::ALL {
                assert_eq!(weighted(weighed(marks).into_iter(), FIVE, missing).0, None, "{marks:?}");
            }
        }
    }

    #[test]
    fn scores_are_compared_exactly() {
        let of =
            |marks: &[(u16, u8, Option<u8>)]| weighted(weighed(marks).into_iter(), FIVE, Missing::LeftOut).0.unwrap();
        // 10/3 either way.
        let third = of(&[(1, 5, Some(4)), (2, 5, Some(3))]);
        assert_eq!(third, of(&[(2, 5, Some(4)), (4, 5, Some(3))]));
        assert!(third > of(&[(1, 5, Some(3))]));
        assert!(third.reaches_hundredths(333) && !third.reaches_hundredths(334));
        assert!(of(&[(1, 5, Some(4))]).reaches_hundredths(400));
    }
}
