//! Numbers of fields, which are floats, and the numbers that are kept, which are not.

use crate::analytics::amount::{Amount, UNIT};
use crate::analytics::segmentation::abc::BASIS;

/// The greatest amount that a field takes: all its four decimals are then still exact.
pub const AMOUNT_MAX: f64 = 100_000_000_000.0;
/// The greatest count that a field takes.
pub const COUNT_MAX: f64 = 1_000_000_000.0;

/// A typed amount, to the last of its four decimals.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "under 2^53 by AMOUNT_MAX")]
pub fn amount_of(typed: f64) -> Amount {
    Amount((typed.clamp(0.0, AMOUNT_MAX) * UNIT as f64).round() as i64)
}

/// An amount as a field shows it.
#[expect(clippy::cast_precision_loss, reason = "under 2^53 by AMOUNT_MAX")]
pub fn typed_amount(amount: Amount) -> f64 {
    amount.0 as f64 / UNIT as f64
}

/// A typed whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped first")]
pub fn count_of(typed: f64) -> u64 {
    typed.round().clamp(0.0, COUNT_MAX) as u64
}

/// A whole number as a field shows it.
#[expect(clippy::cast_precision_loss, reason = "under 2^53 by COUNT_MAX")]
pub fn typed_count(count: u64) -> f64 {
    count as f64
}

/// A typed whole number of small things: days, minutes, people.
pub fn small_count_of(typed: f64) -> u32 {
    u32::try_from(count_of(typed)).unwrap_or(u32::MAX)
}

/// A typed percentage in hundredths of a percent.
pub fn points_of(typed: f64) -> u64 {
    count_of(typed * 100.0)
}

/// Hundredths of a percent as a field shows them.
pub fn typed_points(points: u64) -> f64 {
    typed_count(points) / 100.0
}

/// Basis points in a percent.
const PERCENT: f64 = BASIS as f64 / 100.0;

/// Basis points in percents.
pub fn percent_of_basis(basis: u32) -> f64 {
    f64::from(basis) / PERCENT
}

/// Percents in basis points, to the nearest; 0 for what is no threshold.
pub fn basis_of_percent(percent: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped first")]
    let basis = (percent * PERCENT).round().clamp(0.0, f64::from(u32::MAX)) as u32;
    basis
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_kept() {
        for (typed, units) in [(0.1, 1_000), (1_000_000.0, 10_000_000_000), (99_999_999_999.99, 999_999_999_999_900)] {
            assert_eq!(amount_of(typed), Amount(units));
            assert!((typed_amount(Amount(units)) - typed).abs() < 1e-9, "{typed}");
        }
        assert_eq!(amount_of(-5.0), Amount(0));
        assert_eq!((count_of(39.6), count_of(f64::NAN), small_count_of(-1.0)), (40, 0, 0));
        assert_eq!(points_of(12.35), 1_235);
        assert!((typed_points(3_333) - 33.33).abs() < 1e-9);
    }

    #[test]
    fn percents_and_basis_points() {
        for (basis, percent) in [(8_000, 80.0), (7_550, 75.5), (1, 0.01), (12_000, 120.0)] {
            assert!((percent_of_basis(basis) - percent).abs() < 1e-9);
            assert_eq!(basis_of_percent(percent), basis);
        }
        assert_eq!(basis_of_percent(-3.0), 0);
        assert_eq!(basis_of_percent(f64::NAN), 0);
    }
}
