//! Texts: the funnel screen.

use crate::analytics::funnel::{Count, FunnelReport, Role, SplitBy};
use crate::i18n::Format;

/// The funnel screen.
#[derive(Debug)]
pub struct FunnelScreenMessages {
    /// Name of the screen.
    pub title: &'static str,
    /// Without deals: what will be here.
    pub empty_title: &'static str,
    /// Without deals: how to get it.
    pub empty_text: &'static str,
    /// Asks for a file.
    pub drop_here: &'static str,
    /// Reads the sample of deals.
    pub sample: &'static str,
    /// Without deals: a plan needs none.
    pub plan_title: &'static str,
    /// The example of the plan.
    pub plan_text: &'static str,
    /// Opens the plan.
    pub plan_open: &'static str,
    /// While it is computed.
    pub computing: &'static str,
    /// It could not be computed.
    pub failed: &'static str,
    /// What matters most, in a sentence.
    pub headline: fn(Format, &FunnelReport, &str) -> String,
    /// Heading of the notice about present stages.
    pub snapshot_title: &'static str,
    /// What it means that only present stages are known.
    pub snapshot_text: &'static str,
    /// The last step counts as won only because no stage says so.
    pub won_assumed: fn(&str) -> String,
    /// No deal is lost in this file.
    pub nothing_lost: &'static str,
    /// Choice of how to count.
    pub count: &'static str,
    /// What the ways of counting are.
    pub count_explain: fn(Count) -> &'static str,
    /// The same end by another way of counting.
    pub count_differs: fn(Format, &str, u64) -> String,
    /// All ways of counting give the same.
    pub count_same: &'static str,
    /// Opens the order of stages.
    pub open_stages: &'static str,
    /// Opens a table that says the same as a picture.
    pub as_table: &'static str,
    /// Heading of the staircase.
    pub stairs: &'static str,
    /// What the staircase shows.
    pub stairs_explain: &'static str,
    /// Share of the step before.
    pub of_previous: fn(Format, f64) -> String,
    /// Share of the first step.
    pub of_first: fn(Format, f64) -> String,
    /// Deals lost after a step.
    pub lost: fn(Format, u64) -> String,
    /// Deals still open at a step.
    pub open: fn(Format, u64) -> String,
    /// Deals that were won past the next step.
    pub otherwise: fn(Format, u64) -> String,
    /// How the deals at the last step and those won past it make all that are won.
    pub won_in_all: fn(Format, in_order: u64, past: u64) -> String,
    /// Deals that came here past the step before.
    pub joined: fn(Format, u64) -> String,
    /// Deals that are only assumed to have been here.
    pub unsure: fn(Format, u64) -> String,
    /// Days from the step before: median, 90th percentile.
    pub days: fn(Format, f64, f64) -> String,
    /// Headers of the table of the staircase.
    pub stairs_headers: [&'static str; 8],
    /// Legend: came so far, lost, open.
    pub legend: [&'static str; 3],
    /// Heading: figures of the whole.
    pub whole: &'static str,
    /// Headers of these figures in a file: name, value, how it is made.
    pub whole_headers: [&'static str; 3],
    /// Win rate of closed, of engaged, of all.
    pub win_rates: [&'static str; 3],
    /// How each is made.
    pub win_rates_explain: [&'static str; 3],
    /// Usual time to win.
    pub cycle: &'static str,
    /// Median, mean, 90th percentile.
    pub cycle_text: fn(Format, f64, f64, f64) -> String,
    /// How it is made.
    pub cycle_explain: &'static str,
    /// Average won deal.
    pub average: &'static str,
    /// How it is made.
    pub average_explain: &'static str,
    /// Velocity.
    pub velocity: &'static str,
    /// Money a day.
    pub a_day: fn(&str) -> String,
    /// How velocity is made.
    pub velocity_explain: &'static str,
    /// Why there is no velocity.
    pub velocity_none: &'static str,
    /// Heading: time between stages.
    pub time: &'static str,
    /// How it is counted.
    pub time_explain: &'static str,
    /// Headers: stage, deals, median, mean, 90th percentile, spread.
    pub time_headers: [&'static str; 6],
    /// A bar of the histogram: up to how many days, how many deals.
    pub bar: fn(Format, Option<i32>, Option<i32>, u64) -> String,
    /// Below the first bar of the histogram and below the last one; whether the first is of deals that came here before
    /// the stage before, and over how many days the last one is.
    pub bar_ends: fn(Format, is_backwards: bool, days: i32) -> [String; 2],
    /// Days of a deal go backwards.
    pub backwards: fn(Format, u64) -> String,
    /// Heading: the check.
    pub check: &'static str,
    /// What the check is.
    pub check_explain: &'static str,
    /// Why its figures may be others than those of the staircase.
    pub check_hint: &'static str,
    /// Headers: stage, entered, went on, lost, went back, still here.
    pub check_headers: [&'static str; 6],
    /// It adds up.
    pub check_even: &'static str,
    /// Heading: cohorts.
    pub cohorts: &'static str,
    /// What cohorts are; usual cycle in days.
    pub cohorts_explain: fn(Format, Option<f64>) -> String,
    /// Headers: month, began, won, lost, open, won of all, sum.
    pub cohort_headers: [&'static str; 7],
    /// Mark of an unripe cohort.
    pub unripe: &'static str,
    /// Deals without a month.
    pub undated: fn(Format, u64) -> String,
    /// Heading: splits.
    pub split: &'static str,
    /// How the comparison is made.
    pub split_explain: &'static str,
    /// Below the comparison by sources: how they are counted here, and how on the screen of sources.
    pub split_sources: &'static str,
    /// Classes of clients need a table of sales beside the deals.
    pub split_classes: &'static str,
    /// Names of splits.
    pub split_name: fn(SplitBy) -> &'static str,
    /// Not split.
    pub split_none: &'static str,
    /// Headers: value, deals, won, lost, open, win rate, days, sum.
    pub split_headers: [&'static str; 8],
    /// In place of the class of a client that the sales do not know.
    pub no_class: &'static str,
    /// In place of a value that the file has not.
    pub not_given: &'static str,
    /// Heading: reasons of loss.
    pub losses: &'static str,
    /// How to read them.
    pub losses_explain: &'static str,
    /// Legend: the bar, the mark.
    pub loss_legend: [&'static str; 2],
    /// Headers: reason, deals, share, together, sum.
    pub loss_headers: [&'static str; 5],
    /// No reasons in the file.
    pub losses_none: &'static str,
    /// Heading of the order of stages.
    pub order: &'static str,
    /// How to change it.
    pub order_hint: &'static str,
    /// What a stage is dragged by.
    pub grip: fn(&str) -> String,
    /// Moves a stage up.
    pub up: fn(&str) -> String,
    /// Moves a stage down.
    pub down: fn(&str) -> String,
    /// Choice of what a stage is.
    pub role: fn(&str) -> String,
    /// What a stage can be.
    pub role_name: fn(Role) -> &'static str,
    /// Said after a move.
    pub moved: fn(Format, &str, u64, u64) -> String,
    /// Back to the proposal.
    pub reset: &'static str,
    /// Stages go round in circles.
    pub circles: &'static str,
    /// Stages of the order that the table has not.
    pub unknown: fn(&str) -> String,
    /// Lists the deals that a remark is about.
    pub look: &'static str,
    /// Heading: what else is to be known.
    pub remarks: &'static str,
    /// Deals that count at no step.
    pub not_counted: fn(Format, u64) -> String,
    /// Deals at no stage of the funnel.
    pub outside: fn(Format, u64) -> String,
    /// Choice of the days on which deals began.
    pub entered: &'static str,
    /// Deals that began on other days.
    pub outside_window: fn(Format, u64) -> String,
    /// What those are, in a saved file.
    pub outside_window_line: &'static str,
    /// Rows that repeat a deal.
    pub repeated: fn(Format, u64) -> String,
    /// Deals won only because they are closed.
    pub closed_as_won: fn(Format, u64) -> String,
    /// Deals that no stage is known of.
    pub without_stage: fn(Format, u64) -> String,
    /// Moves that repeat the stage that a deal is at.
    pub repeated_moves: fn(Format, u64) -> String,
    /// Stages beyond those that can be told apart.
    pub stages_over: fn(Format, u64) -> String,
    /// Columns of days that name none of the stages.
    pub days_aside: fn(Format, u64) -> String,
    /// No stage is a step.
    pub no_steps: &'static str,
    /// There is one stage only.
    pub one_stage: &'static str,
    /// All deals are open.
    pub all_open: &'static str,
    /// No deal is won.
    pub nothing_won: &'static str,
    /// Deals without a day of creation.
    pub without_created: fn(Format, u64) -> String,
    /// Closes the list.
    pub deals_close: &'static str,
    /// More rows.
    pub deals_more: &'static str,
    /// Rows shown of all.
    pub deals_shown: fn(Format, u64, u64) -> String,
    /// Name of the file of the funnel.
    pub file: &'static str,
    /// Name of the file of deals.
    pub deals_file: &'static str,
}
