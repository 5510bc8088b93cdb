//! What a funnel comes to.

use serde::{Deserialize, Serialize};

use super::journey::{History, Remarks, StageName};
use super::options::{Count, SplitBy};
use super::order::{Role, Stage};
use crate::analytics::amount::Sum;
use crate::analytics::date::Day;
use crate::analytics::stats::share::share;
use crate::analytics::stats::spread::Spread;

/// What became of the visits of a stage: `entered = advanced + lost + back + still`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// Times that a deal came here.
    pub entered: u64,
    /// It went on to a later stage.
    pub advanced: u64,
    /// It was lost from here.
    pub lost: u64,
    /// It went back to an earlier stage.
    pub back: u64,
    /// It is here.
    pub still: u64,
}

impl Balance {
    /// Whether nothing is missing.
    #[must_use]
    pub const fn is_even(&self) -> bool {
        self.entered == self.advanced + self.lost + self.back + self.still
    }
}

/// A step of the staircase.
///
/// From one step to the next, unless entries are counted: `reached = reached before − lost − open − otherwise + joined`, all
/// but `joined` of the step before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The stage.
    pub stage: Stage,
    /// Deals (or entries) that count here.
    pub reached: u64,
    /// Of them, those that do not count at the next step and are lost.
    pub lost: u64,
    /// Of them, those that do not count at the next step and are open.
    pub open: u64,
    /// Of them, those that do not count at the next step and are won all the same.
    pub otherwise: u64,
    /// Deals that count here and not at the step before.
    pub joined: u64,
    /// Of them, those that are won.
    pub won: u64,
    /// Of them, those that are only assumed to have been here.
    pub unsure: u64,
    /// Open deals that are here now.
    pub now: u64,
    /// Their sum.
    pub now_amount: Sum,
    /// What became of the visits.
    pub balance: Balance,
    /// Days from the step before.
    pub days: Option<Spread>,
}

/// Deals that began in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cohort {
    /// Number of the month: `year · 12 + month`, months from 0.
    pub month: i32,
    /// How they stand.
    pub tally: Tally,
    /// How many count at each step.
    pub reached: Vec<u64>,
    /// Whether the month ended less than a usual cycle ago, so that more may still be won.
    pub unripe: bool,
}

/// How deals stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Deals.
    pub deals: u64,
    /// Won.
    pub won: u64,
    /// Lost.
    pub lost: u64,
    /// Open.
    pub open: u64,
    /// Sum of the won ones.
    pub revenue: Sum,
}

/// Deals with one value of what they are told apart by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitRow {
    /// The value; `None` where the file has none.
    pub value: Option<String>,
    /// How they stand.
    pub tally: Tally,
    /// How many count at each step.
    pub reached: Vec<u64>,
    /// Twice the median of days to win.
    pub median_twice: Option<i64>,
}

/// Lost deals with one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// The reason as it is written first; `None` where none is given.
    pub reason: Option<String>,
    /// Deals.
    pub deals: u64,
    /// Their sum.
    pub amount: Sum,
}

/// What a funnel comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelReport {
    /// What the file tells of the way of a deal.
    pub history: History,
    /// How deals are counted.
    pub count: Count,
    /// Steps in order; the last is mostly the won one.
    pub steps: Vec<Step>,
    /// What each stage of the table is: steps and won ones in order, then lost ones, then those aside.
    pub stages: Vec<Stage>,
    /// Names that the user's order has and the table has not.
    pub unknown: Vec<StageName>,
    /// What was proposed for the same table.
    pub proposed: Vec<Stage>,
    /// Threes of stages that go round in a circle.
    pub circles: u64,
    /// Whether the last step counts as won only because no stage says that it is.
    pub won_assumed: bool,
    /// How all ways of counting count, step by step.
    pub counts: Vec<(Count, Vec<u64>)>,
    /// How the deals stand: all that are at some stage of the funnel, or lost.
    pub tally: Tally,
    /// Of them, those that count at no step.
    pub not_counted: u64,
    /// Deals that were at no stage of the funnel; they are in no figure.
    pub outside: u64,
    /// First and last day on which a deal began, those that were left out included.
    pub begins: Option<(Day, Day)>,
    /// The days on which deals must have begun; `None`: any.
    pub entered: Option<(Day, Day)>,
    /// Deals that were left out by those days.
    pub outside_window: u64,
    /// Days from the beginning to the end of won deals.
    pub won_days: Option<Spread>,
    /// Days from the beginning to the end of lost deals.
    pub lost_days: Option<Spread>,
    /// By month of entry, earliest first.
    pub cohorts: Vec<Cohort>,
    /// Deals whose month of entry is not known.
    pub undated: u64,
    /// What deals are told apart by.
    pub split: Option<SplitBy>,
    /// By its values, most deals first, ties by name; classes of clients in their order.
    pub splits: Vec<SplitRow>,
    /// What deals can be told apart by.
    pub splittable: Vec<SplitBy>,
    /// Why deals are lost, most deals first, ties by name; empty where the file does not say.
    pub losses: Vec<Loss>,
    /// The day up to which the table tells.
    pub as_of: Option<Day>,
    /// What is to be said of the deals.
    pub remarks: Remarks,
}

impl FunnelReport {
    /// What counts at a step, of the first step.
    #[must_use]
    pub fn of_first(&self, place: usize) -> Option<f64> {
        share(self.steps.get(place)?.reached, self.steps.first()?.reached)
    }

    /// What counts at a step, of the step before; of the first step itself.
    #[must_use]
    pub fn of_previous(&self, place: usize) -> Option<f64> {
        let step = self.steps.get(place)?;
        let before = place.checked_sub(1).and_then(|before| self.steps.get(before)).unwrap_or(step);
        share(step.reached, before.reached)
    }

    /// Won, of those that are won or lost.
    #[must_use]
    pub fn won_of_closed(&self) -> Option<f64> {
        share(self.tally.won, self.tally.won + self.tally.lost)
    }

    /// Won, of those that came past the first step.
    #[must_use]
    pub fn won_of_engaged(&self) -> Option<f64> {
        share(self.tally.won, self.steps.get(1).filter(|step| step.stage.role == Role::Step)?.reached)
    }

    /// Won, of all.
    #[must_use]
    pub fn won_of_all(&self) -> Option<f64> {
        share(self.tally.won, self.tally.deals)
    }

    /// What the open deals bring a day: open deals × win rate × average won ÷ mean cycle in days, rounded half up;
    /// `None` where one of them is not known: without a lost deal, the win rate of the closed ones is that of a list of
    /// won ones. The number of won deals falls out of the formula.
    #[must_use]
    pub fn velocity(&self) -> Option<Sum> {
        let cycle = self.won_days.as_ref().filter(|days| days.sum > 0 && self.tally.lost > 0)?;
        let divisor = i128::from(self.tally.won + self.tally.lost).checked_mul(i128::from(cycle.sum))?;
        let dividend =
            self.tally.revenue.0.checked_mul(i128::from(self.tally.open))?.checked_mul(i128::from(cycle.count))?;
        (divisor > 0).then(|| Sum((2 * dividend + divisor).div_euclid(2 * divisor)))
    }

    /// Average of the won deals, rounded half up.
    #[must_use]
    pub fn won_average(&self) -> Option<Sum> {
        average(self.tally.revenue, self.tally.won)
    }
}

/// `sum / count`, rounded half up to the last place; `None` where there is nothing to divide by.
#[must_use]
pub fn average(sum: Sum, count: u64) -> Option<Sum> {
    let count = i128::from(count);
    (count > 0).then(|| Sum((2 * sum.0 + count).div_euclid(2 * count)))
}
