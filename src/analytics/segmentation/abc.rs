//! ABC: clients by how much of the value they bring.
//!
//! Clients with a value above zero are sorted by value, largest first; equal values form one block and share
//! one class. With `before` the value of all earlier blocks, `with` the same plus the block itself and `T` the total
//! of values above zero, a block is A when
//!
//! | rule | condition |
//! |---|---|
//! | [`Boundary::Crossing`] | `before < t·T` |
//! | [`Boundary::Inclusive`] | `with ≤ t·T` |
//! | [`Boundary::Strict`] | `with < t·T` |
//!
//! for `t` the threshold of A; else B by the same rule with the threshold of B; else C. Both sides are integers.
//! Clients with a value of zero or less have no class.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::analytics::amount::Sum;

/// Class by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AbcClass {
    /// The few that bring most.
    A,
    /// The middle.
    B,
    /// The many that bring little.
    C,
}

/// What happens to the client that crosses a threshold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Boundary {
    /// It stays in the better class: A is never empty.
    #[default]
    Crossing,
    /// It falls to the next class, unless it ends exactly on the threshold.
    Inclusive,
    /// It falls to the next class even when it ends exactly on the threshold.
    Strict,
}

impl Boundary {
    /// Every rule, default first.
    pub const ALL: [Self; 3] = [Self::Crossing, Self::Inclusive, Self::Strict];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Crossing => "crossing",
            Self::Inclusive => "inclusive",
            Self::Strict => "strict",
        }
    }
}

/// One ten-thousandth: thresholds are whole numbers of these, so that comparisons are exact.
pub const BASIS: u32 = 10_000;

/// Cumulative shares of value at which A and B end, in basis points: `0 < a < b < BASIS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct AbcThresholds {
    a: u32,
    b: u32,
}

/// Thresholds out of order or out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("thresholds must rise between 0 and 100 %: {0}, {1} basis points")]
pub struct ThresholdError(pub u32, pub u32);

impl AbcThresholds {
    /// Thresholds in basis points (8000 is 80 %).
    ///
    /// # Errors
    /// Unless `0 < a < b < 10000`.
    pub const fn new(a: u32, b: u32) -> Result<Self, ThresholdError> {
        if 0 < a && a < b && b < BASIS { Ok(Self { a, b }) } else { Err(ThresholdError(a, b)) }
    }

    /// Where A ends.
    #[must_use]
    pub const fn a(self) -> u32 {
        self.a
    }

    /// Where B ends.
    #[must_use]
    pub const fn b(self) -> u32 {
        self.b
    }
}

/// 80 % and 95 %.
impl Default for AbcThresholds {
    fn default() -> Self {
        Self { a: 8_000, b: 9_500 }
    }
}

impl TryFrom<(u32, u32)> for AbcThresholds {
    type Error = ThresholdError;
    fn try_from((a, b): (u32, u32)) -> Result<Self, Self::Error> {
        Self::new(a, b)
    }
}

impl From<AbcThresholds> for (u32, u32) {
    fn from(thresholds: AbcThresholds) -> Self {
        (thresholds.a, thresholds.b)
    }
}

/// Where a value stands on the Pareto curve, and the class that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Class; `None` for a value of zero or less.
    pub class: Option<AbcClass>,
    /// Sum of all values before this one's block of equal values.
    pub before: Sum,
    /// The same with the block.
    pub with: Sum,
}

/// Places and classes of values sorted largest first, by the rule in the module's description.
#[must_use]
pub fn classify(sorted: &[Sum], boundary: Boundary, thresholds: AbcThresholds) -> Vec<Placed> {
    debug_assert!(sorted.is_sorted_by(|left, right| left >= right));
    let whole: Sum = sorted.iter().copied().filter(|value| value.is_positive()).sum();
    let mut placed = Vec::with_capacity(sorted.len());
    let mut before = Sum::ZERO;
    for block in sorted.chunk_by(|left, right| left == right) {
        let with: Sum = block.iter().copied().fold(before, |sum, value| sum + value);
        let stays = |threshold: u32| {
            let limit = whole.0 * i128::from(threshold);
            let basis = i128::from(BASIS);
            match boundary {
                Boundary::Crossing => before.0 * basis < limit,
                Boundary::Inclusive => with.0 * basis <= limit,
                Boundary::Strict => with.0 * basis < limit,
            }
        };
        let class = if block.iter().any(|value| !value.is_positive()) {
            None
        } else if stays(thresholds.a) {
            Some(AbcClass::A)
        } else if stays(thresholds.b) {
            Some(AbcClass::B)
        } else {
            Some(AbcClass::C)
        };
        placed.extend(block.iter().map(|_| Placed { class, before, with }));
        before = with;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values in any order against classes in the same order, `-` for none.
    fn check(values: &[i128], boundary: Boundary, expected: &str) {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by_key(|&index| -values[index]);
        let sorted: Vec<Sum> = order.iter().map(|&index| Sum(values[index])).collect();
        let mut text = vec!['?'; values.len()];
        for (&index, placed) in order.iter().zip(classify(&sorted, boundary, AbcThresholds::default())) {
            text[index] = placed.class.map_or('-', |class| ['A', 'B', 'C'][class as usize]);
        }
        assert_eq!(text.into_iter().collect::<String>(), expected, "{values:?} {boundary:?}");
    }

    #[test]
    fn toys_of_the_three_rules() {
        let cases: [(&[i128], &str, &str, &str); 9] = [
            (&[80, 15, 5], "ABC", "ABC", "BCC"),
            (&[79, 2, 14, 5], "ACAB", "ACBC", "ACBC"),
            (&[90, 6, 4], "ABC", "BCC", "BCC"),
            (&[5], "A", "C", "C"),
            (&[10; 10], "AAAAAAAAAA", "CCCCCCCCCC", "CCCCCCCCCC"),
            (&[40, 20, 20, 20], "AAAA", "ACCC", "ACCC"),
            (&[100, 50, -30, 0], "AA--", "AC--", "AC--"),
            (&[1, 1, 1, 0], "AAA-", "CCC-", "CCC-"),
            (&[50, 30, 15, 5], "AABC", "AABC", "ABCC"),
        ];
        for (values, crossing, inclusive, strict) in cases {
            check(values, Boundary::Crossing, crossing);
            check(values, Boundary::Inclusive, inclusive);
            check(values, Boundary::Strict, strict);
        }
    }

    #[test]
    fn nobody() {
        check(&[], Boundary::Crossing, "");
    }

    #[test]
    fn thresholds_must_rise() {
        for (a, b) in [(0, 9_500), (8_000, 8_000), (9_500, 8_000), (8_000, 10_000)] {
            assert_eq!(AbcThresholds::new(a, b), Err(ThresholdError(a, b)));
        }
    }
}
