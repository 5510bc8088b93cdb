//! Texts: the plan from the goal backwards.

use crate::analytics::date::Day;
use crate::analytics::funnel::plan::{Load, Month, Workweek};
use crate::i18n::Format;
use crate::profile::plan::KnownStage;

/// What the sentence above the plan says.
#[derive(Clone, Copy, Debug)]
pub struct PlanSentence<'a> {
    /// The goal with its noun: `10 buyers`.
    pub goal: &'a str,
    /// The month of the goal.
    pub month: Month,
    /// What the first stage needs, with its noun: `800 calls`.
    pub need: &'a str,
    /// First and last day of that.
    pub days: (Day, Day),
    /// What a working day takes of all together.
    pub load: Load,
    /// How many people share it, and what it takes of each.
    pub people: (u32, Load),
}

/// The plan from the goal backwards.
#[derive(Debug)]
pub struct PlanMessages {
    /// Heading.
    pub title: &'static str,
    /// Sentence below.
    pub lead: &'static str,
    /// Name of a known stage.
    pub stage: fn(KnownStage) -> &'static str,
    /// A count of a known stage: `800 calls`.
    pub stage_count: fn(Format, KnownStage, u64) -> String,
    /// A count of a stage with a name of the user's own.
    pub own_count: fn(Format, name: &str, u64) -> String,
    /// A month: `May 2026`.
    pub month: fn(Month) -> String,
    /// A week from Monday on.
    pub week: fn(Format, Day) -> String,
    /// A load: `38–39`.
    pub load: fn(Format, Load) -> String,
    /// What the plan asks.
    pub sentence: fn(Format, PlanSentence<'_>) -> String,
    /// Everything needed is there already.
    pub sentence_done: fn(month: Month, goal: &str) -> String,
    /// It can no longer be done: the month, what is too late and by when it was due, the first month in reach.
    pub sentence_missed: fn(Format, Month, name: &str, due: Day, reach: Month) -> String,
    /// A part of the days is gone.
    pub short: fn(Format, name: &str, begins: Day) -> String,
    /// Heading: the goal.
    pub goal: &'static str,
    /// Label: how the goal is typed.
    pub goal_in: &'static str,
    /// The goal as a number of buyers.
    pub in_buyers: &'static str,
    /// The goal as money.
    pub in_money: &'static str,
    /// Label: buyers in a month.
    pub buyers: &'static str,
    /// Label: money in a month.
    pub amount: &'static str,
    /// Label: average sale.
    pub average: &'static str,
    /// How many sales the money is.
    pub money_is: fn(goal: &str) -> String,
    /// Label: first month.
    pub first_month: &'static str,
    /// The first month that can be reached.
    pub first_in_reach: fn(Month) -> String,
    /// Label: number of months.
    pub months: &'static str,
    /// Heading: the stages.
    pub stages: &'static str,
    /// What to type there.
    pub stages_hint: &'static str,
    /// Label: how ratios are typed.
    pub ratios_as: &'static str,
    /// Ratios as counts.
    pub as_counts: &'static str,
    /// Ratios as percents.
    pub as_percents: &'static str,
    /// Label: name of a stage, by its number.
    pub stage_name: fn(usize) -> String,
    /// Label: count of a stage.
    pub count_of: fn(name: &str) -> String,
    /// Label: percentage of a step.
    pub percent_of: fn(from: &str, to: &str) -> String,
    /// Label: sample of a percentage.
    pub sample_of: fn(from: &str) -> String,
    /// Before the sample of a percentage.
    pub counted_in: &'static str,
    /// Head of the column of names.
    pub head_stage: &'static str,
    /// Head of the column of counts.
    pub head_count: &'static str,
    /// Head of the column of percentages.
    pub head_percent: &'static str,
    /// Head of the column of samples.
    pub head_sample: &'static str,
    /// Button: puts a stage before the last one.
    pub add_stage: &'static str,
    /// Button: moves a stage up.
    pub raise: fn(name: &str) -> String,
    /// Button: takes a stage away.
    pub remove: fn(name: &str) -> String,
    /// Button: the example again.
    pub reset: &'static str,
    /// After that.
    pub was_reset: &'static str,
    /// Button: takes the ratios of the measured funnel.
    pub take_measured: &'static str,
    /// After that.
    pub measured_taken: &'static str,
    /// Takes open deals as what is under way.
    pub take_open: &'static str,
    /// They were taken.
    pub open_taken: fn(Format, u64) -> String,
    /// No stage of the plan has open deals.
    pub open_none: &'static str,
    /// The measured funnel has no ratios to take.
    pub measured_none: &'static str,
    /// Line that opens to lags, people and working days.
    pub time: &'static str,
    /// What lags are for.
    pub time_hint: &'static str,
    /// Label: days of a step.
    pub lag_of: fn(from: &str, to: &str) -> String,
    /// Unit of days.
    pub days: &'static str,
    /// Label: people.
    pub people: &'static str,
    /// Label: working week.
    pub week_of: &'static str,
    /// A working week.
    pub workweek: fn(Workweek) -> &'static str,
    /// Label: when work begins.
    pub begins: &'static str,
    /// Button: work begins today, whenever that is.
    pub begins_today: &'static str,
    /// Label: a day off to add.
    pub day_off: &'static str,
    /// Button: adds it.
    pub add_day_off: &'static str,
    /// Button: takes it away.
    pub remove_day_off: fn(Format, Day) -> String,
    /// What days off are.
    pub days_off_hint: &'static str,
    /// Line that opens to work in progress and minutes.
    pub progress: &'static str,
    /// What they are for.
    pub progress_hint: &'static str,
    /// Label: how many stand at a stage.
    pub in_progress_of: fn(name: &str) -> String,
    /// Label: minutes of a stage.
    pub minutes_of: fn(name: &str) -> String,
    /// Unit of minutes.
    pub minutes: &'static str,
    /// Heading of the picture.
    pub picture: &'static str,
    /// The picture in one sentence.
    pub picture_label: fn(months: &str, stages: &str) -> String,
    /// What is there already of a stage.
    pub there_already: fn(Format, u64) -> String,
    /// What goes on to the next stage.
    pub goes_on: fn(share: &str) -> String,
    /// Days of a stage, and its load where it is at least one a day.
    pub stage_days: fn(Format, (Day, Day), load: Option<&str>) -> String,
    /// The goal's mark.
    pub goal_mark: &'static str,
    /// How sure the first need is, and why.
    pub range: fn(Format, need: (u64, u64), name: &str, sample: u64) -> String,
    /// Name of what a range is.
    pub range_title: &'static str,
    /// What a range is.
    pub range_explain: &'static str,
    /// How needs are rounded.
    pub rounding: &'static str,
    /// Heading: what if.
    pub what_if: &'static str,
    /// What to do there.
    pub what_if_hint: &'static str,
    /// A step: from one stage to the next.
    pub step: fn(from: &str, to: &str) -> String,
    /// A ratio that becomes another.
    pub becomes: fn(before: &str, after: &str) -> String,
    /// What a tenth better saves.
    pub tenth_saves: fn(saved: &str) -> String,
    /// The mark of the step that saves most.
    pub saves_most: &'static str,
    /// What is compared where no minutes are typed.
    pub weights_hint: &'static str,
    /// What is compared where minutes are typed.
    pub minutes_hint: &'static str,
    /// Hours: `12.5 h`.
    pub hours: fn(Format, minutes: f64) -> String,
    /// The outcome of the sliders: needed now, more or fewer.
    pub scenario: fn(Format, need: &str, saved: i128) -> String,
    /// Button: sliders back.
    pub scenario_reset: &'static str,
    /// Heading of the table.
    pub table: &'static str,
    /// Label: rows of the table.
    pub table_by: &'static str,
    /// Rows are weeks.
    pub by_week: &'static str,
    /// Rows are calendar months.
    pub by_month: &'static str,
    /// Rows are months of goals.
    pub by_goal: &'static str,
    /// Head: weeks.
    pub head_week: &'static str,
    /// Head: months in which is worked.
    pub head_month: &'static str,
    /// Head: months in which is sold.
    pub head_goal: &'static str,
    /// Head of the column to tick on paper.
    pub head_done: &'static str,
    /// Head: total.
    pub total: &'static str,
    /// Head: hours.
    pub head_hours: &'static str,
    /// Head: needed.
    pub head_need: &'static str,
    /// Head: first day.
    pub head_first: &'static str,
    /// Head: last day.
    pub head_last: &'static str,
    /// Head: a day.
    pub head_day: &'static str,
    /// Head: what is there already.
    pub head_there: &'static str,
    /// What a cell says whose time is gone.
    pub too_late: &'static str,
    /// The goal is out of all bounds.
    pub too_much: &'static str,
    /// Stem of the saved file.
    pub file: &'static str,
}
