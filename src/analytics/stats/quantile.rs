//! Quantiles of integers, exact.
//!
//! Type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), which R and NumPy take by default:
//! with the values sorted and `h = (n − 1)·p`, the quantile lies between the values at `⌊h⌋` and `⌊h⌋ + 1`, in proportion
//! to the fraction of `h`.

/// A number of days (or of anything counted) as an exact fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// Numerator.
    pub numerator: u64,
    /// Denominator, never zero.
    pub denominator: u64,
}

impl Fraction {
    /// Whether `value` is over this fraction; both sides are integers.
    #[must_use]
    pub fn is_exceeded_by(self, value: u64) -> bool {
        u128::from(value) * u128::from(self.denominator) > u128::from(self.numerator)
    }
}

/// The `tenths/10` quantile, type 7, of values sorted in rising order; `None` if there are none.
///
/// `tenths` over 10 counts as 10.
#[must_use]
pub fn decile_type7(sorted: &[u32], tenths: u8) -> Option<Fraction> {
    let last = sorted.len().checked_sub(1)?;
    let position = last * usize::from(tenths.min(10));
    let low = *sorted.get(position / 10)?;
    let high = sorted.get(position / 10 + 1).copied().unwrap_or(low);
    let rest = (position % 10) as u64;
    let numerator = u64::from(low) * 10 + rest * u64::from(high.saturating_sub(low));
    Some(Fraction { numerator, denominator: 10 })
}

/// The `part/parts` quantile, type 7, of values sorted in rising order as an exact fraction: numerator, and `parts` below
/// it. `None` if there are no values or no parts. A part over `parts` counts as `parts`.
///
/// Saturates where values of over 10^37 are absurd anyway.
#[must_use]
pub fn quantile_type7<T: Copy + Into<i128>>(sorted: &[T], part: u32, parts: u32) -> Option<(i128, u32)> {
    let last = sorted.len().checked_sub(1)? as u64;
    if parts == 0 {
        return None;
    }
    let position = u128::from(last) * u128::from(part.min(parts));
    let index = usize::try_from(position / u128::from(parts)).ok()?;
    let low: i128 = (*sorted.get(index)?).into();
    let high: i128 = sorted.get(index + 1).map_or(low, |&high| high.into());
    let rest = i128::try_from(position % u128::from(parts)).ok()?;
    let numerator = low.saturating_mul(parts.into()).saturating_add(high.saturating_sub(low).saturating_mul(rest));
    Some((numerator, parts))
}

/// Twice the median of values sorted in rising order, so that it is whole; `None` if there are none.
#[must_use]
pub fn median_twice(sorted: &[u32]) -> Option<u32> {
    let last = sorted.len().checked_sub(1)?;
    let low = *sorted.get(last / 2)?;
    let high = *sorted.get(last.div_ceil(2))?;
    Some(low.saturating_add(high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deciles_agree_with_r() {
        // R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .5, .9, 1)) = 1.0 1.4 4.0 12.8 16.0
        let values = [1, 2, 4, 8, 16];
        for (tenths, ten_times) in [(0, 10), (1, 14), (5, 40), (9, 128), (10, 160)] {
            assert_eq!(decile_type7(&values, tenths), Some(Fraction { numerator: ten_times, denominator: 10 }));
        }
        assert_eq!(decile_type7(&[], 5), None);
        assert_eq!(decile_type7(&[7], 9), Some(Fraction { numerator: 70, denominator: 10 }));
    }

    #[test]
    fn quantiles_agree_with_r() {
        // R: quantile(c(-3, 1, 2, 4, 8, 16), c(.2, .4, .6, .8)) = 1 2 4 8; at thirds -0.33… is not among them: 1.67, 5.33.
        for (part, parts, numerator) in [(1, 5, 5), (2, 5, 10), (3, 5, 20), (4, 5, 40), (1, 3, 5), (2, 3, 16)] {
            assert_eq!(quantile_type7(&[-3, 1, 2, 4, 8, 16], part, parts), Some((numerator, parts)), "{part}/{parts}");
        }
        assert_eq!(quantile_type7::<u32>(&[], 1, 5), None);
        assert_eq!(quantile_type7(&[7_u32], 4, 5), Some((35, 5)));
        assert_eq!(quantile_type7(&[1_u32, 2], 9, 5), Some((10, 5)));
    }

    #[test]
    fn exceeding_is_exact() {
        let quantile = Fraction { numerator: 128, denominator: 10 };
        assert!(!quantile.is_exceeded_by(12));
        assert!(quantile.is_exceeded_by(13));
        assert!(!Fraction { numerator: 130, denominator: 10 }.is_exceeded_by(13));
    }

    #[test]
    fn medians() {
        for (values, twice) in [(&[3][..], 6), (&[1, 4], 5), (&[1, 2, 9], 4), (&[1, 2, 4, 9], 6)] {
            assert_eq!(median_twice(values), Some(twice));
        }
        assert_eq!(median_twice(&[]), None);
    }
}
