//! XYZ: clients by how regularly they buy.
//!
//! The last period is left out when the window does not reach its last day. With `n` the periods from a client's
//! first purchase to the last one counted and `k` those with a purchase:
//!
//! - `n < 3`: no class, it is too early to tell;
//! - [`XyzMethod::Frequency`]: one order in all → Z; else X when `k/n ≥` the first threshold, Y when `≥` the second, else Z;
//! - [`XyzMethod::Variation`]: by the coefficient of variation of the sums of those `n` periods (returns included):
//!   X when `≤` the first threshold, Y when `≤` the second, else Z; no class where the mean is not above zero.

use serde::{Deserialize, Serialize};

use super::abc::{BASIS, ThresholdError};
use super::history::ClientHistory;
use crate::analytics::stats::variation::Deviation;

/// Class by regularity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum XyzClass {
    /// Buys in most periods.
    X,
    /// Buys from time to time.
    Y,
    /// Rarely, or once.
    Z,
}

/// What regularity is measured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum XyzMethod {
    /// Share of periods with a purchase.
    #[default]
    Frequency,
    /// Coefficient of variation of period sums.
    Variation,
}

impl XyzMethod {
    /// Every method, default first.
    pub const ALL: [Self; 2] = [Self::Frequency, Self::Variation];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Frequency => "frequency",
            Self::Variation => "variation",
        }
    }
}

/// Thresholds of [`XyzMethod::Frequency`] in basis points: `0 < y < x ≤ BASIS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct FrequencyThresholds {
    x: u32,
    y: u32,
}

impl FrequencyThresholds {
    /// Thresholds in basis points; `None` unless `0 < y < x ≤ 10000`.
    #[must_use]
    pub const fn new(x: u32, y: u32) -> Option<Self> {
        if 0 < y && y < x && x <= BASIS { Some(Self { x, y }) } else { None }
    }

    /// Least share of active periods of X.
    #[must_use]
    pub const fn x(self) -> u32 {
        self.x
    }

    /// Least share of active periods of Y.
    #[must_use]
    pub const fn y(self) -> u32 {
        self.y
    }
}

/// 75 % and 25 %.
impl Default for FrequencyThresholds {
    fn default() -> Self {
        Self { x: 7_500, y: 2_500 }
    }
}

impl TryFrom<(u32, u32)> for FrequencyThresholds {
    type Error = ThresholdError;
    fn try_from((x, y): (u32, u32)) -> Result<Self, Self::Error> {
        Self::new(x, y).ok_or(ThresholdError(x, y))
    }
}

impl From<FrequencyThresholds> for (u32, u32) {
    fn from(thresholds: FrequencyThresholds) -> Self {
        (thresholds.x, thresholds.y)
    }
}

/// Thresholds of [`XyzMethod::Variation`] in basis points: `0 < x < y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct VariationThresholds {
    x: u32,
    y: u32,
}

impl VariationThresholds {
    /// Thresholds in basis points; `None` unless `0 < x < y`.
    #[must_use]
    pub const fn new(x: u32, y: u32) -> Option<Self> {
        if 0 < x && x < y { Some(Self { x, y }) } else { None }
    }

    /// Largest coefficient of variation of X.
    #[must_use]
    pub const fn x(self) -> u32 {
        self.x
    }

    /// Largest coefficient of variation of Y.
    #[must_use]
    pub const fn y(self) -> u32 {
        self.y
    }
}

/// 10 % and 25 %.
impl Default for VariationThresholds {
    fn default() -> Self {
        Self { x: 1_000, y: 2_500 }
    }
}

impl TryFrom<(u32, u32)> for VariationThresholds {
    type Error = ThresholdError;
    fn try_from((x, y): (u32, u32)) -> Result<Self, Self::Error> {
        Self::new(x, y).ok_or(ThresholdError(x, y))
    }
}

impl From<VariationThresholds> for (u32, u32) {
    fn from(thresholds: VariationThresholds) -> Self {
        (thresholds.x, thresholds.y)
    }
}

/// Everything that decides the class by regularity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct XyzRule {
    /// Measure of regularity.
    pub method: XyzMethod,
    /// Thresholds of the frequency method.
    pub frequency: FrequencyThresholds,
    /// Thresholds of the variation method.
    pub variation: VariationThresholds,
    /// Deviation of the variation method.
    pub deviation: Deviation,
}

/// Periods under which it is too early to tell.
pub const PERIODS_MIN: u32 = 3;

/// The class of a client, by the rule in the module's description.
#[must_use]
pub fn classify(history: &ClientHistory, rule: &XyzRule) -> Option<XyzClass> {
    if history.periods < PERIODS_MIN {
        return None;
    }
    match rule.method {
        XyzMethod::Frequency => {
            let reaches = |share: u32| {
                u64::from(history.active) * u64::from(BASIS) >= u64::from(history.periods) * u64::from(share)
            };
            Some(if history.orders <= 1 {
                XyzClass::Z
            } else if reaches(rule.frequency.x) {
                XyzClass::X
            } else if reaches(rule.frequency.y) {
                XyzClass::Y
            } else {
                XyzClass::Z
            })
        }
        XyzMethod::Variation => {
            let stays = |most: u32| history.moments.varies_at_most(rule.deviation, most);
            Some(if stays(rule.variation.x)? {
                XyzClass::X
            } else if stays(rule.variation.y)? {
                XyzClass::Y
            } else {
                XyzClass::Z
            })
        }
    }
}
