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
