//! How sure needs are: a ratio counted in a small sample may well be another in truth.
//!
//! Each counted ratio has its range of 95 % ([`wilson`]). Over several steps they are put together by the method of
//! variance estimates recovery (Zou and Donner, "Construction of confidence limits about effect measures", 2008), on
//! logarithms, since steps multiply: with `p` the ratios and `l`, `u` the ends of their ranges,
//!
//! ```text
//! most  = goal · exp(Σ −ln p + √Σ (ln p − ln l)²)
//! least = goal · exp(Σ −ln p − √Σ (ln u − ln p)²)
//! ```
//!
//! The ends are rounded up. To take every step at its worst at once would claim far more than 95 %. A ratio without
//! a sample is taken as certain.

use super::ratio::Ratio;
use crate::analytics::stats::wilson::wilson;

/// The range of what each stage needs, first stage first; one longer than `steps`. A step is a ratio and the size of
/// the sample it was counted in. `None` for a stage from which no step to the sale has a sample.
#[must_use]
pub fn need_ranges(steps: &[(Ratio, Option<u64>)], goal: u64) -> Vec<Option<(u64, u64)>> {
    let mut ranges = Vec::with_capacity(steps.len() + 1);
    ranges.push(None);
    let (mut log_need, mut up, mut down) = (0.0_f64, 0.0_f64, 0.0_f64);
    for &(ratio, sample) in steps.iter().rev() {
        let share = ratio.share();
        log_need -= share.ln();
        if let Some((low, high)) = sample.and_then(|sample| range(ratio, sample)) {
            up += (share.ln() - low.ln()).powi(2);
            down += (high.ln() - share.ln()).powi(2);
        }
        let end = |log: f64| whole(goal, log.exp());
        ranges.push((up > 0.0).then(|| (end(log_need - down.sqrt()), end(log_need + up.sqrt()))));
    }
    ranges.reverse();
    ranges
}

/// The range of a ratio in a sample of so many; `None` where it is no share of it.
fn range(ratio: Ratio, sample: u64) -> Option<(f64, f64)> {
    if ratio.to() > ratio.from() {
        return None;
    }
    let counted = (u128::from(sample) * u128::from(ratio.to()) + u128::from(ratio.from()) / 2)
        .checked_div(u128::from(ratio.from()))?;
    let range = wilson(u64::try_from(counted).ok()?, sample)?;
    (range.low > 0.0).then_some((range.low, range.high))
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an estimate, and a cast stops at the ends"
)]
fn whole(goal: u64, factor: f64) -> u64 {
    // What is whole but for the dust of binary fractions is not rounded up.
    (goal as f64 * factor - 1e-6).ceil() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(counts: &[u64]) -> Vec<(Ratio, Option<u64>)> {
        counts.windows(2).map(|pair| (Ratio::counts(pair[0], pair[1]).unwrap(), Some(pair[0]))).collect()
    }

    #[test]
    fn one_step_has_the_range_of_its_ratio() {
        // 1 of 4: from 0.045587 to 0.699358, so 10 sales need from 14.3 to 219.4 meetings.
        assert_eq!(need_ranges(&steps(&[4, 1]), 10), [Some((15, 220)), None]);
        // 100 of 400: from 0.2100 to 0.2948 (the formula by hand), so from 33.9 to 47.6.
        assert_eq!(need_ranges(&steps(&[400, 100]), 10), [Some((34, 48)), None]);
    }

    #[test]
    fn steps_are_put_together() {
        // By hand: logarithms from the goal back are 1.3863, 3.6889, 4.3820; the roots of the sums of squares are
        // 1.7018, 1.9379, 1.9528 up and 1.0287, 1.3250, 1.3392 down.
        assert_eq!(
            need_ranges(&steps(&[80, 40, 4, 1]), 10),
            [Some((210, 5_639)), Some((107, 2_778)), Some((15, 220)), None]
        );
    }

    #[test]
    fn what_has_no_sample_is_certain() {
        let sure = (Ratio::counts(2, 1).unwrap(), None);
        let counted = (Ratio::counts(4, 1).unwrap(), Some(4));
        assert_eq!(need_ranges(&[sure, sure], 10), [None, None, None]);
        assert_eq!(need_ranges(&[counted, sure], 10), [Some((29, 439)), None, None]);
        // Several out of one is no share.
        assert_eq!(need_ranges(&[(Ratio::counts(1, 3).unwrap(), Some(1))], 3), [None, None]);
    }
}
