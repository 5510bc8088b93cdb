//! How many days something takes: the middle, the slow end, and how it spreads. Exact.
//!
//! Days may be under zero: a file may say that a deal ended before it began. Such days are kept, and told apart by
//! whoever shows them.

use serde::{Deserialize, Serialize};

use super::quantile::{decile_type7, median_twice};

/// Upper ends of the bars of a histogram of days, each included; what is over the last has a bar of its own.
pub const DAYS_UP_TO: [i32; 10] = [-1, 0, 3, 7, 14, 30, 60, 90, 180, 365];

/// Days that something took, summed up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// How many values.
    pub count: u64,
    /// Their sum.
    pub sum: i64,
    /// The shortest.
    pub min: i32,
    /// The longest.
    pub max: i32,
    /// Twice the median, so that it is whole.
    pub median_twice: i64,
    /// Ten times the 90th percentile (type 7), so that it is whole.
    pub p90_tenfold: i64,
    /// How many values fall under each of [`DAYS_UP_TO`] and not under the one before, and how many over the last.
    pub histogram: [u64; DAYS_UP_TO.len() + 1],
}

impl Spread {
    /// Sums up `days`, which are put in order; `None` where there are none.
    #[must_use]
    pub fn of(days: &mut [i32]) -> Option<Self> {
        days.sort_unstable();
        let (min, max) = (*days.first()?, *days.last()?);
        // Quantiles move along with their values.
        let above: Vec<u32> = days.iter().map(|&value| value.abs_diff(min)).collect();
        let p90 = decile_type7(&above, 9)?;
        let mut histogram = [0; DAYS_UP_TO.len() + 1];
        for value in days.iter() {
            let bar = DAYS_UP_TO.partition_point(|end| end < value);
            if let Some(bar) = histogram.get_mut(bar) {
                *bar += 1;
            }
        }
        Some(Self {
            count: days.len() as u64,
            sum: days.iter().copied().map(i64::from).sum(),
            min,
            max,
            median_twice: i64::from(median_twice(&above)?) + 2 * i64::from(min),
            p90_tenfold: i64::try_from(p90.numerator).ok()? + 10 * i64::from(min),
            histogram,
        })
    }

    /// The median.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a figure for display")]
    pub fn median(&self) -> f64 {
        self.median_twice as f64 / 2.0
    }

    /// The mean.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a figure for display")]
    pub fn mean(&self) -> f64 {
        self.sum as f64 / self.count as f64
    }

    /// The 90th percentile.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a figure for display")]
    pub fn p90(&self) -> f64 {
        self.p90_tenfold as f64 / 10.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_r() {
        // R: x <- c(-2, 0, 1, 5, 400); median 1, mean 80.8, quantile(x, .9) 242
        let spread = Spread::of(&mut [400, 0, 5, -2, 1]).unwrap();
        assert_eq!((spread.min, spread.max, spread.count, spread.sum), (-2, 400, 5, 404));
        assert_eq!((spread.median_twice, spread.p90_tenfold), (2, 2_420));
        assert_eq!(spread.histogram, [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(Spread::of(&mut [3, 4]).map(|spread| spread.median_twice), Some(7));
        assert_eq!(Spread::of(&mut []), None);
    }
}
