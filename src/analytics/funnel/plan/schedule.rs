//! The plan over time: what is to be done in which week, so that the sales of each month come in that month.
//!
//! A stage whose way to the sale takes `L` days (the lags of the steps from it on, added up) serves the month
//! `first..last` when it is done from `first − L` to `last − L`; these are its days. Days before the plan begins are
//! gone: what could only have been done then is [`Timing::Missed`], and what has lost a part of its days is
//! [`Timing::Short`].
//!
//! What is in progress already counts first: things that stand at a stage are taken off what the stage needs, month by
//! month in their order, as far as they can sell by the month's end. What is left over serves the next month.
//!
//! The work of a stage is laid evenly on its working days: by the `k`-th of `K` days `⌈need · k / K⌉` is done, so days
//! differ by one at most and their sum is the need, to the last one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ratio::Ratio;
use super::workdays::WorkCalendar;
use crate::analytics::date::{Day, Grain};

/// A calendar month, counted from year 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month(pub i32);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self(Grain::Month.period_of(day))
    }

    /// Year and month from 1 to 12.
    #[must_use]
    pub const fn to_ym(self) -> (i32, u32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12).unsigned_abs() + 1)
    }

    /// Its first day; the first day known to the calendar for months outside of it.
    #[must_use]
    pub fn first(self) -> Day {
        let (year, month) = self.to_ym();
        Day::from_ymd(year, month, 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        Day(self.next().first().0 - 1)
    }

    /// The month after it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The first month all of whose work can still be done from `begins` on, when its first stage lies `lag_days`
    /// before the sale.
    #[must_use]
    pub fn first_in_reach(begins: Day, lag_days: u32) -> Self {
        let served = Day(begins.0.saturating_add_unsigned(lag_days));
        let month = Self::of(served);
        if month.first() == served { month } else { month.next() }
    }
}

/// What is planned, and from when on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduleOptions {
    /// Steps, first to last: the ratio, and the days from one stage to the next. There is one stage more.
    pub steps: Vec<(Ratio, u32)>,
    /// Sales wanted, a month each, from `first_month` on.
    pub goals: Vec<u64>,
    /// The month of the first goal.
    pub first_month: Month,
    /// What stands at each stage now, first stage first; a stage without an entry has none.
    pub in_progress: Vec<u64>,
    /// The first day on which something can be done.
    pub begins: Day,
    /// Which days are worked.
    pub calendar: WorkCalendar,
}

/// Whether there is time for a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timing {
    /// All of its days are ahead.
    Ahead,
    /// Some of its days are gone: the same work in fewer.
    Short,
    /// All of its days are gone.
    Missed,
}

/// What a stage needs for the goal of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StagePlan {
    /// What the next stage's work asks of this one.
    pub wanted: u64,
    /// What is in progress already.
    pub in_progress: u64,
    /// What is still to be done.
    pub need: u64,
    /// The first of its days.
    pub first: Day,
    /// The last of its days.
    pub last: Day,
    /// How many of its days are worked. At least one, unless they are missed.
    pub workdays: u32,
    /// Whether there is time.
    pub timing: Timing,
}

/// What is spread evenly over parts: none has more than `most`, and none less than `least`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// The least.
    pub least: u64,
    /// The most; the same, or one more.
    pub most: u64,
}

impl StagePlan {
    /// What a working day takes of each of so many people; nothing where the days are missed.
    #[must_use]
    pub fn load(&self, people: u32) -> Option<Load> {
        let parts = u64::from(self.workdays) * u64::from(people);
        let least = self.need.checked_div(parts)?;
        Some(Load { least, most: self.need.div_ceil(parts) })
    }
}

/// The goal of a month and what it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthPlan {
    /// The month in which the sales come.
    pub month: Month,
    /// How many.
    pub goal: u64,
    /// What each stage needs for it, first stage first.
    pub stages: Vec<StagePlan>,
}

impl MonthPlan {
    /// Whether something that is still needed can no longer be done in time.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.stages.iter().any(|stage| stage.need > 0 && stage.timing == Timing::Missed)
    }
}

/// The plan over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Months with a goal, in their order.
    pub months: Vec<MonthPlan>,
    /// The Monday of each week from the first with work to the last, and what each stage does in it.
    pub weeks: Vec<(Day, Vec<u64>)>,
    /// Each calendar month from the first with work to the last, and what each stage does in it.
    pub work_months: Vec<(Month, Vec<u64>)>,
}

/// Lays a plan over time; `None` if a need is over [`super::NEED_MAX`].
#[must_use]
pub fn schedule(options: &ScheduleOptions) -> Option<Schedule> {
    let stages = options.steps.len() + 1;
    let mut left: Vec<u64> = options.in_progress.iter().copied().chain(std::iter::repeat(0)).take(stages).collect();
    let mut days: BTreeMap<Day, Vec<u64>> = BTreeMap::new();
    let mut months = Vec::with_capacity(options.goals.len());
    let mut month = options.first_month;
    for &goal in &options.goals {
        let plan = month_plan(options, month, goal, &mut left)?;
        for (index, stage) in plan.stages.iter().enumerate() {
            spread(stage, &options.calendar, |day, amount| {
                let done = days.entry(day).or_insert_with(|| vec![0; stages]);
                if let Some(place) = done.get_mut(index) {
                    *place += amount;
                }
            });
        }
        months.push(plan);
        month = month.next();
    }
    let weeks = gathered(&days, stages, Grain::Week).into_iter();
    let work_months = gathered(&days, stages, Grain::Month).into_iter();
    Some(Schedule {
        months,
        weeks: weeks.map(|(week, done)| (monday(week), done)).collect(),
        work_months: work_months.map(|(month, done)| (Month(month), done)).collect(),
    })
}

/// What the goal of a month needs, after what is `left` in progress, which it takes from.
fn month_plan(options: &ScheduleOptions, month: Month, goal: u64, left: &mut [u64]) -> Option<MonthPlan> {
    let mut stages = Vec::with_capacity(left.len());
    let mut wanted = goal;
    let mut lag_days = 0_u32;
    let mut steps = options.steps.iter().rev();
    for left in left.iter_mut().rev() {
        let stage = stage_plan(options, month, wanted, lag_days, left);
        stages.push(stage);
        if let Some(&(ratio, lag)) = steps.next() {
            wanted = ratio.need(stage.need)?;
            lag_days = lag_days.saturating_add(lag);
        }
    }
    stages.reverse();
    Some(MonthPlan { month, goal, stages })
}

fn stage_plan(options: &ScheduleOptions, month: Month, wanted: u64, lag_days: u32, left: &mut u64) -> StagePlan {
    let before = |day: Day| Day(day.0.saturating_sub_unsigned(lag_days));
    let (first, last) = (before(month.first()), before(month.last()));
    // What stands here sells so many days from now; only what sells by the month's end helps it.
    let sells_in_time = options.begins <= last;
    let in_progress = if sells_in_time { wanted.min(*left) } else { 0 };
    *left -= in_progress;
    let need = wanted - in_progress;
    let calendar = &options.calendar;
    let (first, timing) = match first.max(options.begins) {
        begins if begins > last => (first, Timing::Missed),
        begins if begins > first => (begins, Timing::Short),
        _ => (first, Timing::Ahead),
    };
    let mut plan = StagePlan { wanted, in_progress, need, first, last, workdays: 0, timing };
    if timing == Timing::Missed {
        return plan;
    }
    plan.workdays = u32::try_from(calendar.worked(first, last).count()).unwrap_or(u32::MAX);
    if plan.workdays == 0 {
        // All of its days are off: the last working day before them will do, else they are missed.
        match calendar.last_worked(options.begins, last) {
            Some(day) => plan = StagePlan { first: day, last: day, workdays: 1, ..plan },
            None => plan.timing = Timing::Missed,
        }
    }
    plan
}

/// Lays the work of a stage on its working days; see the module's description.
fn spread(stage: &StagePlan, calendar: &WorkCalendar, mut give: impl FnMut(Day, u64)) {
    let done_by = |day: u64| {
        let done = (u128::from(stage.need) * u128::from(day)).div_ceil(u128::from(stage.workdays.max(1)));
        u64::try_from(done).unwrap_or(u64::MAX)
    };
    if stage.need == 0 || stage.timing == Timing::Missed {
        return;
    }
    for (day, number) in calendar.worked(stage.first, stage.last).zip(1_u64..) {
        give(day, done_by(number) - done_by(number - 1));
    }
}

/// Sums by period, those between without work included.
fn gathered(days: &BTreeMap<Day, Vec<u64>>, stages: usize, grain: Grain) -> Vec<(i32, Vec<u64>)> {
    let mut periods: Vec<(i32, Vec<u64>)> = Vec::new();
    for (day, done) in days {
        let period = grain.period_of(*day);
        let next = periods.last().map_or(period, |(last, _)| last + 1);
        periods.extend((next..=period).map(|period| (period, vec![0; stages])));
        if let Some((_, sums)) = periods.last_mut() {
            sums.iter_mut().zip(done).for_each(|(sum, done)| *sum += done);
        }
    }
    periods
}

/// The Monday of a week.
const fn monday(week: i32) -> Day {
    // 1970-01-01 was a Thursday, three days after a Monday.
    Day(week * 7 - 3)
}

#[cfg(test)]
mod tests;
