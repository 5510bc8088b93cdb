//! Coefficient of variation: standard deviation over mean.
//!
//! From the number `n` of values, their sum `S` and the sum of their squares `Q`, all exact:
//! `CV² = n·(n·Q − S²) / (d·S²)` with `d = n − 1` for the sample deviation and `d = n` for that of a population.

use serde::{Deserialize, Serialize};

/// What the sum of squared deviations is divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Deviation {
    /// `n − 1`.
    #[default]
    Sample,
    /// `n`.
    Population,
}

impl Deviation {
    /// Both, default first.
    pub const ALL: [Self; 2] = [Self::Sample, Self::Population];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sample => "sample",
            Self::Population => "population",
        }
    }
}

/// Count, sum and sum of squares of integers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moments {
    /// How many values.
    pub count: u32,
    /// Their sum.
    pub sum: i128,
    /// The sum of their squares; saturates, so that a column of absurd amounts is merely irregular.
    pub sum_of_squares: i128,
}

impl Moments {
    /// Adds a value.
    pub fn push(&mut self, value: i128) {
        self.count += 1;
        self.sum += value;
        // Nearly every value is a small one, whose square cannot overflow: that costs far less to compute.
        let square = i64::try_from(value)
            .map_or_else(|_| value.saturating_mul(value), |small| i128::from(small) * i128::from(small));
        self.sum_of_squares = self.sum_of_squares.saturating_add(square);
    }

    /// Counts `count` further values of zero.
    pub const fn push_zeros(&mut self, count: u32) {
        self.count += count;
    }

    /// The coefficient of variation; `None` where the mean is not above zero or there are fewer than two values.
    #[must_use]
    pub fn coefficient_of_variation(&self, deviation: Deviation) -> Option<f64> {
        let (numerator, denominator) = self.squared_ratio(deviation)?;
        Some((numerator / denominator).sqrt())
    }

    /// Whether the coefficient of variation is at most `basis_points` ten-thousandths.
    ///
    /// Exact while the squares fit 128 bits (sums up to about a million million), by the approximate value beyond that.
    #[must_use]
    pub fn varies_at_most(&self, deviation: Deviation, basis_points: u32) -> Option<bool> {
        let approximate = self.coefficient_of_variation(deviation)?;
        let exact = || {
            let count = i128::from(self.count);
            let square = self.sum.checked_mul(self.sum)?;
            let spread = count.checked_mul(self.sum_of_squares)?.checked_sub(square)?;
            let basis_squared = i128::from(basis_points).checked_mul(i128::from(basis_points))?;
            let left = spread.checked_mul(count)?.checked_mul(100_000_000)?;
            let right = square.checked_mul(self.divisor(deviation))?.checked_mul(basis_squared)?;
            Some(left <= right)
        };
        Some(exact().unwrap_or(approximate <= f64::from(basis_points) / 10_000.0))
    }

    fn divisor(&self, deviation: Deviation) -> i128 {
        match deviation {
            Deviation::Sample => i128::from(self.count) - 1,
            Deviation::Population => i128::from(self.count),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a ratio, approximate by definition; the difference is taken exactly"
    )]
    fn squared_ratio(&self, deviation: Deviation) -> Option<(f64, f64)> {
        if self.count < 2 || self.sum <= 0 {
            return None;
        }
        let count = i128::from(self.count);
        let spread = count
            .checked_mul(self.sum_of_squares)
            .zip(self.sum.checked_mul(self.sum))
            .map_or(f64::MAX, |(squares, square)| (squares - square) as f64);
        let sum = self.sum as f64;
        Some((spread * f64::from(self.count), self.divisor(deviation) as f64 * sum * sum))
    }
}

impl FromIterator<i128> for Moments {
    fn from_iter<I: IntoIterator<Item = i128>>(values: I) -> Self {
        let mut moments = Self::default();
        for value in values {
            moments.push(value);
        }
        moments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One series at three grains, published with 59 %, 29 % and 19 % (olegon.ru, thread 22257).
    const WEEKS: [i128; 36] = [
        0, 15, 40, 15, 10, 15, 20, 15, 10, 15, 20, 15, 5, 20, 45, 20, 15, 20, 25, 20, 15, 20, 25, 20, 40, 10, 35, 10,
        5, 10, 15, 10, 5, 10, 15, 10,
    ];

    #[test]
    fn agrees_with_a_published_series() {
        let months: [i128; 9] = [70, 60, 60, 90, 80, 80, 95, 40, 40];
        let quarters: [i128; 3] = [190, 250, 175];
        // Sample and population values computed independently with NumPy.
        let cases: [(&[i128], f64, f64); 3] = [
            (&WEEKS, 0.586_931_703_590_109, 0.578_722_464_278_276_8),
            (&months, 0.292_682_926_829_268_3, 0.275_944_109_731_326_5),
            (&quarters, 0.193_591_559_346_189_55, 0.158_066_846_302_630_74),
        ];
        for (values, sample, population) in cases {
            let moments: Moments = values.iter().copied().collect();
            assert!((moments.coefficient_of_variation(Deviation::Sample).unwrap() - sample).abs() < 1e-14);
            assert!((moments.coefficient_of_variation(Deviation::Population).unwrap() - population).abs() < 1e-14);
        }
    }

    #[test]
    fn squares_are_exact_and_stop_at_the_largest() {
        const EDGE: i128 = 1 << 63;
        for (value, square) in [
            (-3, 9),
            (EDGE - 1, (1 << 126) - (1 << 64) + 1),
            (-EDGE, 1 << 126),
            (EDGE, 1 << 126),
            (EDGE * EDGE, i128::MAX),
        ] {
            let moments: Moments = [value].into_iter().collect();
            assert_eq!(moments.sum_of_squares, square, "{value}");
        }
    }

    #[test]
    fn undefined_without_a_positive_mean() {
        for values in [&[][..], &[5], &[1, -1], &[0, 0], &[-3, 1]] {
            let moments: Moments = values.iter().copied().collect();
            assert_eq!(moments.coefficient_of_variation(Deviation::Sample), None, "{values:?}");
            assert_eq!(moments.varies_at_most(Deviation::Sample, 2_500), None);
        }
    }

    #[test]
    fn a_threshold_that_is_met_exactly_is_met() {
        // 9 and 11: mean 10, population deviation 1, CV exactly 10 %.
        let moments: Moments = [9, 11].into_iter().collect();
        assert_eq!(moments.varies_at_most(Deviation::Population, 1_000), Some(true));
        assert_eq!(moments.varies_at_most(Deviation::Population, 999), Some(false));
        assert_eq!(moments.varies_at_most(Deviation::Sample, 1_000), Some(false));
    }

    #[test]
    fn zeros_count() {
        let mut moments: Moments = [12].into_iter().collect();
        moments.push_zeros(11);
        // One value out of n: population CV is √(n − 1) whatever the value.
        assert!((moments.coefficient_of_variation(Deviation::Population).unwrap() - 11_f64.sqrt()).abs() < 1e-12);
    }
}
