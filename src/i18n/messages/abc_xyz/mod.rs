//! Texts of the ABC-XYZ screen.

pub mod list;
pub mod matrix;
pub mod rules;
pub mod why;

use crate::analytics::date::Day;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::Format;
use crate::i18n::headline::MatrixSentence;

/// Choice of the days that count.
#[derive(Debug)]
pub struct DaysMessages {
    /// What is chosen.
    pub title: &'static str,
    /// All days of the table, from its first to its last.
    pub all: fn(Format, (Day, Day)) -> String,
    /// Choice: what the app proposes.
    pub proposed: fn(Format, (Day, Day)) -> String,
    /// The twelve months up to the last row.
    pub latest_year: &'static str,
    /// A calendar year.
    pub year: fn(i32) -> String,
    /// Two dates of one's own.
    pub own: &'static str,
    /// Field: first day.
    pub from: &'static str,
    /// Field: last day.
    pub to: &'static str,
}

/// ABC-XYZ screen.
#[derive(Debug)]
pub struct AbcXyzMessages {
    /// Heading of the screen.
    pub title: &'static str,
    /// The sentence written from the data.
    pub headline: fn(Format, ValueBy, MatrixSentence) -> String,
    /// Quiet line under it: who has gone quiet.
    pub quiet_rule: &'static str,
    /// Quiet line under it: first and last day counted.
    pub window: fn(Format, (Day, Day)) -> String,
    /// Quiet line: clients and their net sum.
    pub whole: fn(Format, u64, &str) -> String,
    /// Quiet line: rows without a client and their sum, which stand outside the matrix.
    pub without_client: fn(Format, u64, &str) -> String,
    /// Quiet line: rows outside the window and their sum.
    pub outside_window: fn(Format, u64, &str) -> String,
    /// Rows taken out by the user's own switches, and their sum.
    pub switched_off: fn(Format, u64, &str) -> String,
    /// Quiet line: the last period was left out, as the dates end before it does.
    pub last_period_left_out: fn(Format, AbcXyzOptions) -> String,
    /// Quiet line: the rules in force.
    pub rules_in_force: fn(Format, AbcXyzOptions) -> String,
    /// Button that opens the rules.
    pub open_rules: &'static str,
    /// Said while the matrix is computed.
    pub computing: &'static str,
    /// Title of the notice when the engine gave no answer.
    pub failed: &'static str,
    /// Button under that notice.
    pub try_again: &'static str,
    /// Empty state: title.
    pub empty_title: &'static str,
    /// Empty state: what will be here and how to get it.
    pub empty_text: &'static str,
    /// Which days count.
    pub days: DaysMessages,
    /// The matrix and the panel of a cell.
    pub matrix: matrix::MatrixMessages,
    /// The side sheet of rules.
    pub rules: rules::RuleMessages,
    /// The list of clients.
    pub list: list::ClientListMessages,
    /// Why a client stands where it stands.
    pub why: why::WhyMessages,
}
