//! Exact money: decimals with four places kept as integers.
//!
//! [`Amount`] is one cell of a column (eight bytes); [`Sum`] is a sum of any number of them, which
//! cannot overflow: 2^64 rows of the largest amount fit. Sums are therefore independent of the order of rows.
//!
//! Binary floating point appears only where a figure is a ratio and is marked as such in its docs.

use std::fmt;
use std::iter;
use std::ops::{Add, AddAssign, Neg, Sub};

use serde::{Deserialize, Serialize};

/// Decimal places kept.
pub const PLACES: u32 = 4;
/// Units of the last place in one whole: `10^PLACES`.
pub const UNIT: i64 = 10_000;

/// One amount, in ten-thousandths. Range ±922,337,203,685,477.5807.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Amount(pub i64);

/// A sum of amounts, in ten-thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Sum(pub i128);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);
}

impl Sum {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The nearest binary fraction, for pictures and ratios only.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "named approximate")]
    pub fn approximate(self) -> f64 {
        self.0 as f64 / UNIT as f64
    }

    /// Whether the sum is above zero.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// `self / whole` as an approximate ratio; zero when `whole` is not above zero.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a ratio for display")]
    pub fn share_of(self, whole: Self) -> f64 {
        if whole.is_positive() { self.0 as f64 / whole.0 as f64 } else { 0.0 }
    }

    /// Whether parts of one whole are shares of it: none is below zero and not all are zero. Where returns outweigh
    /// purchases in one part, the others come to more than the whole, and no share of it says anything.
    #[must_use]
    pub fn are_shares(parts: impl IntoIterator<Item = Self>) -> bool {
        let mut whole = Self::ZERO;
        for part in parts {
            if part < Self::ZERO {
                return false;
            }
            whole += part;
        }
        whole.is_positive()
    }
}

impl From<Amount> for Sum {
    fn from(amount: Amount) -> Self {
        Self(i128::from(amount.0))
    }
}

impl Add for Sum {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Sum {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Sum {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl AddAssign<Amount> for Sum {
    fn add_assign(&mut self, other: Amount) {
        self.0 += i128::from(other.0);
    }
}

impl iter::Sum for Sum {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

impl iter::Sum<Amount> for Sum {
    fn sum<I: Iterator<Item = Amount>>(iter: I) -> Self {
        iter.map(Self::from).sum()
    }
}

/// Plain decimal with a point, a minus where negative and always four places: `-1234.5000`.
impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = u128::from(UNIT.unsigned_abs());
        let magnitude = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:04}", magnitude / unit, magnitude % unit)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sum::from(*self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_shares_while_none_is_below_zero() {
        for (parts, are_shares) in [
            (&[30, 70][..], true),
            (&[0, 5], true),
            (&[223, -123], false),
            (&[0, 0], false),
            (&[-1], false),
            (&[], false),
        ] {
            assert_eq!(Sum::are_shares(parts.iter().map(|&units| Sum(units))), are_shares, "{parts:?}");
        }
    }

    #[test]
    fn displays_four_places() {
        for (units, text) in
            [(0, "0.0000"), (1, "0.0001"), (-1, "-0.0001"), (12_345_678, "1234.5678"), (-100_000, "-10.0000")]
        {
            assert_eq!(Sum(units).to_string(), text);
        }
    }

    #[test]
    fn the_largest_amounts_add_without_overflow() {
        let sum: Sum = iter::repeat_n(Amount(i64::MAX), 1000).sum();
        assert_eq!(sum.0, i128::from(i64::MAX) * 1000);
    }
}
