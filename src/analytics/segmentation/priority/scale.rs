//! From a figure to a mark.
//!
//! With `p` points there are `p − 1` borders. By shares the borders are quantiles (type 7) among the clients that have
//! the figure, and a value equal to a border stands below it, so that equal values have one mark. By own borders a value
//! equal to a border has the better mark. Where less is better the marks are turned round.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::analytics::stats::quantile::quantile_type7;

/// How many marks a scale has: 2 to 10. The worst is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Points(u8);

impl Points {
    /// One to five.
    pub const FIVE: Self = Self(5);
    /// The shortest scale.
    pub const MIN: u8 = 2;
    /// The longest scale.
    pub const MAX: u8 = 10;

    /// `None` unless 2 to 10.
    #[must_use]
    pub const fn new(points: u8) -> Option<Self> {
        if Self::MIN <= points && points <= Self::MAX { Some(Self(points)) } else { None }
    }

    /// The best mark.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Whether `mark` stands on the scale.
    #[must_use]
    pub const fn has(self, mark: u8) -> bool {
        1 <= mark && mark <= self.0
    }
}

impl TryFrom<u8> for Points {
    type Error = &'static str;
    fn try_from(points: u8) -> Result<Self, Self::Error> {
        Self::new(points).ok_or("scales have 2 to 10 marks")
    }
}

impl From<Points> for u8 {
    fn from(points: Points) -> Self {
        points.0
    }
}

/// Where a figure is cut into marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cut {
    /// So that each mark has about as many clients.
    #[default]
    Shares,
    /// At these values.
    Own(OwnBorders),
}

/// Borders that the user typed, rising, in the units of the figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<i64>", into = "Vec<i64>")]
pub struct OwnBorders(Vec<i64>);

/// Borders that do not rise, or too many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("borders must rise, and there are at most nine")]
pub struct BordersError;

impl OwnBorders {
    /// Borders of a scale of one point more.
    ///
    /// # Errors
    /// Unless they rise strictly and are 1 to 9.
    pub fn new(borders: Vec<i64>) -> Result<Self, BordersError> {
        let rises = borders.iter().zip(borders.iter().skip(1)).all(|(lower, upper)| lower < upper);
        let fits = (usize::from(Points::MIN) - 1..usize::from(Points::MAX)).contains(&borders.len());
        if rises && fits { Ok(Self(borders)) } else { Err(BordersError) }
    }

    /// The borders.
    #[must_use]
    pub fn get(&self) -> &[i64] {
        &self.0
    }
}

impl TryFrom<Vec<i64>> for OwnBorders {
    type Error = BordersError;
    fn try_from(borders: Vec<i64>) -> Result<Self, Self::Error> {
        Self::new(borders)
    }
}

impl From<OwnBorders> for Vec<i64> {
    fn from(borders: OwnBorders) -> Self {
        borders.0
    }
}

/// A scale with its borders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    points: Points,
    /// Rising: numerator and denominator.
    borders: Vec<(i128, u32)>,
    less_is_better: bool,
    /// Whether a value equal to a border has the better mark.
    border_is_better: bool,
}

impl Scale {
    /// The scale that `cut` makes of the `values` that there are. Own borders for another number of points are not used:
    /// shares are.
    #[must_use]
    pub fn new(cut: &Cut, points: Points, less_is_better: bool, values: impl Iterator<Item = i128>) -> Self {
        let parts = u32::from(points.get());
        let own = match cut {
            Cut::Own(own) if own.get().len() + 1 == parts as usize => Some(own),
            Cut::Own(_) | Cut::Shares => None,
        };
        let borders = match own {
            Some(own) => own.get().iter().map(|&border| (border.into(), 1)).collect(),
            None => {
                let mut sorted: Vec<i128> = values.collect();
                sorted.sort_unstable();
                (1..parts).filter_map(|part| quantile_type7(&sorted, part, parts)).collect()
            }
        };
        Self { points, borders, less_is_better, border_is_better: own.is_some() }
    }

    /// The borders, rising: numerator and denominator.
    #[must_use]
    pub fn borders(&self) -> &[(i128, u32)] {
        &self.borders
    }

    /// The mark of a value.
    #[must_use]
    pub fn mark(&self, value: i128) -> u8 {
        // Of days since a purchase the better side of a border is below it.
        let upper_takes_border = self.border_is_better && !self.less_is_better;
        let is_over = |&&(numerator, denominator): &&(i128, u32)| {
            let value = value.saturating_mul(denominator.into());
            if upper_takes_border { value >= numerator } else { value > numerator }
        };
        let over = u8::try_from(self.borders.iter().filter(is_over).count()).unwrap_or(u8::MAX);
        if self.less_is_better { self.points.get().saturating_sub(over) } else { over + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(cut: &Cut, points: u8, less_is_better: bool, values: &[i128]) -> Vec<u8> {
        let scale = Scale::new(cut, Points::new(points).unwrap(), less_is_better, values.iter().copied());
        values.iter().map(|&value| scale.mark(value)).collect()
    }

    #[test]
    fn shares_have_about_as_many_clients_each() {
        // R: quantile(1:10, 1:4 / 5) = 2.8 4.6 6.4 8.2
        let ten: Vec<i128> = (1..=10).collect();
        assert_eq!(marks(&Cut::Shares, 5, false, &ten), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        assert_eq!(marks(&Cut::Shares, 5, true, &ten), [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
        assert_eq!(marks(&Cut::Shares, 5, false, &[7, 7, 7]), [1, 1, 1], "equal values have one mark");
        assert!(marks(&Cut::Shares, 3, false, &[]).is_empty());
    }

    #[test]
    fn own_borders_belong_to_the_better_mark() {
        let own = |borders: &[i64]| Cut::Own(OwnBorders::new(borders.to_vec()).unwrap());
        assert_eq!(marks(&own(&[10, 20]), 3, false, &[9, 10, 19, 20, 21]), [1, 2, 2, 3, 3]);
        assert_eq!(marks(&own(&[10, 20]), 3, true, &[9, 10, 11, 20, 21]), [3, 3, 2, 2, 1]);
        // A scale that has been made longer since falls back on shares.
        assert_eq!(marks(&own(&[10, 20]), 2, false, &[1, 2]), [1, 2]);
    }

    #[test]
    fn borders_rise() {
        for borders in [&[2, 1][..], &[1, 1], &[], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]] {
            assert_eq!(OwnBorders::new(borders.to_vec()), Err(BordersError), "{borders:?}");
        }
    }
}
