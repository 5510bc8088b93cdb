//! The client flow: in which order leads, or one's own tasks, are to be served.
//!
//! Each has how fast it brings money (days) and how much. Two limits make four cells, served in this order:
//!
//! | order | cell | days | amount |
//! |---|---|---|---|
//! | 1 | [`FlowCell::FastMuch`] | ≤ limit | > limit |
//! | 2 | [`FlowCell::FastLittle`] | ≤ limit | ≤ limit |
//! | 3 | [`FlowCell::SlowMuch`] | > limit | > limit |
//! | 4 | [`FlowCell::SlowLittle`] | > limit | ≤ limit |
//!
//! Speed comes before size: a small order closed today leaves time for the next one. What lies on a limit is fast, and is
//! little. Limits are set by hand or are the medians; a median may lie between two values, so both sides are compared
//! doubled, in whole numbers.
//!
//! Inside a cell the larger amount per day comes first ([`by_service`]); what is done within the day counts as one day.

use std::cmp::{Ordering, Reverse};

use serde::{Deserialize, Serialize};

use crate::analytics::amount::Amount;

/// A cell of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FlowCell {
    /// Much money soon.
    FastMuch,
    /// Little money soon.
    FastLittle,
    /// Much money late.
    SlowMuch,
    /// Little money late.
    SlowLittle,
}

impl FlowCell {
    /// Every cell, in the order of service.
    pub const ALL: [Self; 4] = [Self::FastMuch, Self::FastLittle, Self::SlowMuch, Self::SlowLittle];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::FastMuch => "fast_much",
            Self::FastLittle => "fast_little",
            Self::SlowMuch => "slow_much",
            Self::SlowLittle => "slow_little",
        }
    }

    /// Its place in the order of service, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::FastMuch => 0,
            Self::FastLittle => 1,
            Self::SlowMuch => 2,
            Self::SlowLittle => 3,
        }
    }

    /// The cell of a speed and a size.
    #[must_use]
    pub const fn of(is_fast: bool, is_much: bool) -> Self {
        match (is_fast, is_much) {
            (true, true) => Self::FastMuch,
            (true, false) => Self::FastLittle,
            (false, true) => Self::SlowMuch,
            (false, false) => Self::SlowLittle,
        }
    }

    /// Whether it brings money soon.
    #[must_use]
    pub const fn is_fast(self) -> bool {
        matches!(self, Self::FastMuch | Self::FastLittle)
    }

    /// Whether it brings much.
    #[must_use]
    pub const fn is_much(self) -> bool {
        matches!(self, Self::FastMuch | Self::SlowMuch)
    }
}

/// Where fast ends and much begins, each doubled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Twice the most days that are fast.
    pub days_twice: u64,
    /// Twice the most money that is little, in ten-thousandths.
    pub amount_twice: i128,
}

impl Limits {
    /// The limits as one types them: whole days, whole ten-thousandths. Between two whole numbers the lower one parts as the
    /// half between them does.
    #[must_use]
    pub fn whole(self) -> (u32, Amount) {
        let days = u32::try_from(self.days_twice / 2).unwrap_or(u32::MAX);
        (days, Amount(i64::try_from(self.amount_twice.div_euclid(2)).unwrap_or(i64::MAX)))
    }

    /// Limits by hand.
    #[must_use]
    pub fn new(fast_days: u32, much: Amount) -> Self {
        Self { days_twice: u64::from(fast_days) * 2, amount_twice: i128::from(much.0) * 2 }
    }

    /// The medians of days and of amounts; `None` for nothing.
    #[must_use]
    pub fn medians(items: impl IntoIterator<Item = (u32, Amount)>) -> Option<Self> {
        let (mut days, mut amounts): (Vec<u32>, Vec<Amount>) = items.into_iter().unzip();
        days.sort_unstable();
        amounts.sort_unstable();
        let (days, amounts) = (middle(&days)?, middle(&amounts)?);
        Some(Self {
            days_twice: u64::from(days.0) + u64::from(days.1),
            amount_twice: i128::from(amounts.0.0) + i128::from(amounts.1.0),
        })
    }

    /// The cell of something.
    #[must_use]
    pub fn cell(self, days: u32, amount: Amount) -> FlowCell {
        FlowCell::of(u64::from(days) * 2 <= self.days_twice, i128::from(amount.0) * 2 > self.amount_twice)
    }
}

/// The two values in the middle of sorted values; twice the same for an odd number of them.
pub(in crate::analytics) fn middle<T: Copy>(sorted: &[T]) -> Option<(T, T)> {
    let last = sorted.len().checked_sub(1)?;
    Some((*sorted.get(last / 2)?, *sorted.get(last.div_ceil(2))?))
}

/// The order inside a cell: the larger amount per day, then the larger amount, then the fewer days.
#[must_use]
pub fn by_service((left_days, left): (u32, Amount), (right_days, right): (u32, Amount)) -> Ordering {
    let per_day = |amount: Amount, other_days: u32| Reverse(i128::from(amount.0) * i128::from(other_days.max(1)));
    per_day(left, right_days).cmp(&per_day(right, left_days)).then(right.cmp(&left)).then(left_days.cmp(&right_days))
}

/// The amount per day, to the nearest ten-thousandth; what is done within the day counts as one day.
#[must_use]
pub fn per_day(days: u32, amount: Amount) -> Amount {
    let days = i64::from(days.max(1));
    // Half away from zero, as sums are written.
    let half = if amount.0 < 0 { -days / 2 } else { days / 2 };
    Amount(amount.0.saturating_add(half) / days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::UNIT;

    fn whole(units: i64) -> Amount {
        Amount(units * UNIT)
    }

    #[test]
    fn what_lies_on_a_limit_is_fast_and_little() {
        let limits = Limits::new(57, whole(1_117));
        for (days, amount, cell) in [
            (57, whole(1_118), FlowCell::FastMuch),
            (57, Amount(1_117 * UNIT + 1), FlowCell::FastMuch),
            (57, whole(1_117), FlowCell::FastLittle),
            (58, whole(1_118), FlowCell::SlowMuch),
            (58, whole(1_117), FlowCell::SlowLittle),
            (0, whole(0), FlowCell::FastLittle),
        ] {
            assert_eq!(limits.cell(days, amount), cell, "{days} days, {amount}");
        }
    }

    #[test]
    fn medians_may_lie_between_values() {
        for (items, days_twice, amount_twice) in [
            (&[(3, 10), (1, 30), (2, 20)][..], 4, 40),
            (&[(1, 10), (2, 20), (5, 25), (9, 90)], 7, 45),
            (&[(4, 7)], 8, 14),
        ] {
            let limits = Limits::medians(items.iter().map(|&(days, amount)| (days, Amount(amount)))).unwrap();
            assert_eq!(limits, Limits { days_twice, amount_twice });
        }
        assert_eq!(Limits::medians([]), None);
        // 2 and 5 days, 20 and 25: 3 days are fast, 4 are not; 22 is little, 23 is not.
        let between = Limits { days_twice: 7, amount_twice: 45 };
        assert_eq!(between.cell(3, Amount(22)), FlowCell::FastLittle);
        assert_eq!(between.cell(4, Amount(23)), FlowCell::SlowMuch);
    }

    #[test]
    fn the_larger_amount_per_day_comes_first() {
        // 100 in 10 days is 10 a day, 90 in 8 is 11.25, 12 at once is 12, 24 in 2 is 12 too and is more.
        let mut items = vec![(10, whole(100)), (8, whole(90)), (0, whole(12)), (2, whole(24)), (4, whole(-5))];
        items.sort_by(|left, right| by_service(*left, *right));
        assert_eq!(items, [(2, whole(24)), (0, whole(12)), (8, whole(90)), (10, whole(100)), (4, whole(-5))]);
    }

    #[test]
    fn amounts_per_day() {
        for (days, amount, each) in
            [(8, whole(90), 112_500), (0, whole(12), 120_000), (3, whole(10), 33_333), (3, whole(20), 66_667)]
        {
            assert_eq!(per_day(days, amount), Amount(each), "{amount} in {days}");
        }
        assert_eq!(per_day(3, whole(-20)), Amount(-66_667));
    }

    #[test]
    fn cells_know_themselves() {
        for (index, cell) in FlowCell::ALL.into_iter().enumerate() {
            assert_eq!(cell.index(), index);
            assert_eq!(FlowCell::of(cell.is_fast(), cell.is_much()), cell);
        }
    }
}
