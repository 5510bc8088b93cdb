//! Texts of the ABC-XYZ screen.

pub mod list;
pub mod matrix;
pub mod rules;
pub mod why;

use crate::analytics::date::Day;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::i18n::Format;
use crate::i18n::headline::Headline;

/// ABC-XYZ screen.
#[derive(Debug)]
pub struct AbcXyzMessages {
    /// Heading of the screen.
    pub title: &'static str,
    /// The sentence written from the data.
    pub headline: fn(Format, Headline) -> String,
    /// Quiet line under it: first and last day counted.
    pub window: fn(Format, (Day, Day)) -> String,
    /// Quiet line: clients and their net sum.
    pub whole: fn(Format, u64, &str) -> String,
    /// Quiet line: rows without a client and their sum, which stand outside the matrix.
    pub without_client: fn(Format, u64, &str) -> String,
    /// Quiet line: rows outside the window and their sum.
    pub outside_window: fn(Format, u64, &str) -> String,
    /// Quiet line: the last period was left out, as it is not over.
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
    /// The matrix and the panel of a cell.
    pub matrix: matrix::MatrixMessages,
    /// The side sheet of rules.
    pub rules: rules::RuleMessages,
    /// The list of clients.
    pub list: list::ClientListMessages,
    /// Why a client stands where it stands.
    pub why: why::WhyMessages,
}
