//! The ratio of a step, and the needs that follow from a chain of them.

use serde::{Deserialize, Serialize};

/// Counts of a ratio go up to here, so that their products stay exact.
pub const COUNT_MAX: u64 = 1_000_000_000;
/// More than this of anything is no plan of a firm.
pub const NEED_MAX: u64 = 1_000_000_000_000;
/// Basis points in a whole.
const BASIS: u64 = 10_000;

/// Of `from` in a stage `to` reach the next one. Both are from 1 to [`COUNT_MAX`]; `to` may be the larger, as where one
/// meeting leads to several offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u64, u64)", into = "(u64, u64)")]
pub struct Ratio {
    from: u64,
    to: u64,
}

impl Ratio {
    /// A ratio of counts: 80 calls to 40 offers. `None` if one of them is 0 or over [`COUNT_MAX`].
    #[must_use]
    pub const fn counts(from: u64, to: u64) -> Option<Self> {
        if 0 < from && from <= COUNT_MAX && 0 < to && to <= COUNT_MAX { Some(Self { from, to }) } else { None }
    }

    /// A ratio in hundredths of a percent: 3500 is 35 %. `None` for 0 and for more than ten to one.
    #[must_use]
    pub const fn basis_points(points: u64) -> Option<Self> {
        if points <= 10 * BASIS { Self::counts(BASIS, points) } else { None }
    }

    /// What leaves the stage before.
    #[must_use]
    pub const fn from(self) -> u64 {
        self.from
    }

    /// What of it arrives.
    #[must_use]
    pub const fn to(self) -> u64 {
        self.to
    }

    /// How much of the earlier stage `wanted` of the later one needs, rounded up; `None` if over [`NEED_MAX`].
    #[must_use]
    pub fn need(self, wanted: u64) -> Option<u64> {
        let need = (u128::from(wanted) * u128::from(self.from)).div_ceil(u128::from(self.to));
        u64::try_from(need).ok().filter(|&need| need <= NEED_MAX)
    }

    /// The ratio with its result changed by so many percent (10: a tenth better), still exact. What was at most all
    /// stays at most all.
    #[must_use]
    pub fn changed_by(self, percent: i8) -> Self {
        let factor = 100_u64.saturating_add_signed(i64::from(percent.max(-99)));
        let (from, to) = (self.from * 100, self.to * factor);
        Self { from, to: if self.to <= self.from { to.min(from) } else { to } }
    }

    /// `to / from` as an approximate ratio.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a ratio for display")]
    pub fn share(self) -> f64 {
        self.to as f64 / self.from as f64
    }
}

/// All that leaves arrives.
impl Default for Ratio {
    fn default() -> Self {
        Self { from: 1, to: 1 }
    }
}

impl TryFrom<(u64, u64)> for Ratio {
    type Error = &'static str;
    fn try_from((from, to): (u64, u64)) -> Result<Self, Self::Error> {
        Self::counts(from, to).ok_or("no ratio")
    }
}

impl From<Ratio> for (u64, u64) {
    fn from(ratio: Ratio) -> Self {
        (ratio.from, ratio.to)
    }
}

/// What each stage needs for a goal, first stage first; one longer than `ratios`. `None` if a need is over
/// [`NEED_MAX`].
#[must_use]
pub fn needs(ratios: &[Ratio], goal: u64) -> Option<Vec<u64>> {
    let mut needs = Vec::with_capacity(ratios.len() + 1);
    let mut wanted = goal;
    needs.push(wanted);
    for ratio in ratios.iter().rev() {
        wanted = ratio.need(wanted)?;
        needs.push(wanted);
    }
    needs.reverse();
    Some(needs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(counts: &[u64]) -> Vec<Ratio> {
        counts.windows(2).map(|pair| Ratio::counts(pair[0], pair[1]).unwrap()).collect()
    }

    #[test]
    fn needs_of_a_goal() {
        for (counts, goal, wanted) in [
            (&[80, 40, 4, 1][..], 1, vec![80, 40, 4, 1]),
            (&[80, 40, 4, 1], 10, vec![800, 400, 40, 10]),
            (&[80, 40, 4, 1], 25, vec![2_000, 1_000, 100, 25]),
            // 5·30/7 = 21.4 → 22; 22·100/30 = 73.3 → 74; 74·300/100 = 222.
            (&[300, 100, 30, 7], 5, vec![222, 74, 22, 5]),
            (&[80, 40, 4, 1], 0, vec![0, 0, 0, 0]),
            // One meeting leads to three offers, every second of which is taken: 4 offers, 2 meetings.
            (&[1, 3], 4, vec![2, 4]),
            (&[7], 3, vec![3]),
        ] {
            assert_eq!(needs(&chain(counts), goal), Some(wanted), "{counts:?} for {goal}");
        }
    }

    #[test]
    fn percents_are_exact_where_floats_are_not() {
        // Goal, percent, need; each of them is one more in binary floating point.
        for (goal, percent, need) in [
            (145, 29, 500),
            (21, 35, 60),
            (42, 35, 120),
            (84, 35, 240),
            (161, 35, 460),
            (168, 35, 480),
            (175, 35, 500),
            (57, 57, 100),
            (114, 57, 200),
            (145, 58, 250),
            (69, 69, 100),
            (138, 69, 200),
        ] {
            let ratio = Ratio::basis_points(percent * 100).unwrap();
            assert_eq!(ratio.need(goal), Some(need), "{goal} at {percent} %");
        }
        assert_eq!(Ratio::basis_points(1_250).unwrap().need(1), Some(8), "12.5 %");
    }

    #[test]
    fn what_is_no_ratio() {
        for (from, to) in [(0, 1), (1, 0), (COUNT_MAX + 1, 1), (1, COUNT_MAX + 1)] {
            assert_eq!(Ratio::counts(from, to), None, "{from}:{to}");
        }
        assert_eq!(Ratio::basis_points(0), None);
        assert_eq!(Ratio::basis_points(100_001), None);
    }

    #[test]
    fn more_than_a_firm_can_do_is_no_plan() {
        assert_eq!(needs(&chain(&[COUNT_MAX, 1, 1]), 1_000), Some(vec![NEED_MAX, 1_000, 1_000]));
        assert_eq!(needs(&chain(&[COUNT_MAX, 1, 1]), 1_001), None);
    }

    #[test]
    fn changes_are_exact_and_stay_under_all() {
        let tenth = Ratio::counts(80, 40).unwrap().changed_by(10);
        // 55 of 100 instead of 50 of 100: 400·100/55 = 727.3.
        assert_eq!(tenth.need(400), Some(728));
        let nearly_all = Ratio::counts(100, 95).unwrap().changed_by(10);
        assert_eq!(nearly_all.need(100), Some(100), "of 100 no more than 100 arrive");
        let several = Ratio::counts(1, 3).unwrap().changed_by(-50);
        assert_eq!(several.need(3), Some(2));
        assert_eq!(Ratio::counts(80, 40).unwrap().changed_by(0).need(400), Some(800));
    }
}
