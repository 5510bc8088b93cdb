//! The range in which a share truly lies, from a sample: Wilson's score interval at 95 %.
//!
//! With `n` tries, `x` of them successful, `p = x/n` and `z = 1.959964…` (the 97.5 % quantile of the normal distribution):
//! `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`. Unlike the textbook range it stays between 0 and 1 and serves for few
//! tries. E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.

use serde::{Deserialize, Serialize};

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A share and its range.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// The share itself.
    pub share: f64,
    /// Lower end of its range.
    pub low: f64,
    /// Upper end of its range.
    pub high: f64,
}

/// The share of `part` in `whole` with its range; `None` where there is no whole. A part over the whole counts as it.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a ratio for display")]
pub fn wilson(part: u64, whole: u64) -> Option<Share> {
    if whole == 0 {
        return None;
    }
    let (n, share) = (whole as f64, part.min(whole) as f64 / whole as f64);
    let z2 = Z * Z;
    let middle = share + z2 / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    // At the ends exactly, whatever rounding makes of it.
    let low = if part == 0 { 0.0 } else { (middle - reach) / scale };
    let high = if part >= whole { 1.0 } else { (middle + reach) / scale };
    Some(Share { share, low, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_other_programs() {
        // statsmodels: proportion_confint(x, n, method="wilson")
        for (part, whole, low, high) in [
            (179, 1_099, 0.142_225_149_023_671_95, 0.185_874_103_980_131_04),
            (15, 493, 0.018_523_723_985_031_416, 0.049_589_470_314_454_81),
            (4, 150, 0.010_417_940_822_967_993, 0.066_553_890_512_144_53),
        ] {
            let share = wilson(part, whole).unwrap();
            assert!((share.low - low).abs() < 1e-15 && (share.high - high).abs() < 1e-15, "{part}/{whole}: {share:?}");
        }
    }

    #[test]
    fn edges() {
        assert_eq!(wilson(0, 0), None);
        // With z² = 3.8415: no success of 10 is up to z²/(n + z²), all of 10 from n/(n + z²).
        let (none, all) = (wilson(0, 10).unwrap(), wilson(10, 10).unwrap());
        assert_eq!((none.low, all.high), (0.0, 1.0));
        assert!((none.high - 0.277_532_6).abs() < 1e-6 && (all.low - 0.722_467_4).abs() < 1e-6);
    }
}
