//! Texts: the side sheet of rules.

use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::Boundary;
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::analytics::stats::variation::Deviation;
use crate::i18n::Format;

/// A choice of the sheet: its heading and what stands behind the question mark.
#[derive(Debug)]
pub struct Topic {
    /// Heading.
    pub title: &'static str,
    /// What it means.
    pub explain: &'static str,
}

/// The side sheet of rules.
#[derive(Debug)]
pub struct RuleMessages {
    /// Heading of the sheet.
    pub title: &'static str,
    /// First line of the sheet.
    pub lead: &'static str,
    /// Thresholds of ABC.
    pub thresholds: Topic,
    /// Field: where A ends.
    pub a_ends: &'static str,
    /// Field: where B ends.
    pub b_ends: &'static str,
    /// Button: takes the thresholds that the curve's shape gives, with both as percents.
    pub from_the_curve: fn(Format, u32, u32) -> String,
    /// What they are.
    pub curve_explain: &'static str,
    /// Rule at the thresholds.
    pub boundary: Topic,
    /// Name of a rule.
    pub boundary_name: fn(Boundary) -> &'static str,
    /// What a rule does.
    pub boundary_words: fn(Boundary) -> &'static str,
    /// Measure of regularity.
    pub method: Topic,
    /// Name of a measure.
    pub method_name: fn(XyzMethod) -> &'static str,
    /// What a measure does.
    pub method_words: fn(XyzMethod) -> &'static str,
    /// Field: least (frequency) or greatest (variation) measure of X.
    pub x_threshold: fn(XyzMethod) -> &'static str,
    /// Field: least (frequency) or greatest (variation) measure of Y.
    pub y_threshold: fn(XyzMethod) -> &'static str,
    /// Periods.
    pub grain: Topic,
    /// Name of a grain.
    pub grain_name: fn(Grain) -> &'static str,
    /// Why the app proposes a grain: with the usual interval in days where it is known.
    pub grain_proposal: fn(Format, Grain, Option<u32>) -> String,
    /// Button that takes the proposal.
    pub take_proposal: fn(Grain) -> &'static str,
    /// Deviation.
    pub deviation: Topic,
    /// Name of a deviation.
    pub deviation_name: fn(Deviation) -> &'static str,
    /// What it is divided by.
    pub deviation_words: fn(Deviation) -> &'static str,
    /// Beside the option that the app begins with.
    pub default_mark: &'static str,
    /// Under a rival option: how many clients would stand in another cell.
    pub would_move: fn(Format, u64) -> String,
    /// Under a rival option while that is being counted.
    pub counting: &'static str,
    /// Under the option in force.
    pub in_force: &'static str,
    /// Button: everything as the app begins.
    pub reset: &'static str,
    /// Sign of percent after a field.
    pub percent: &'static str,
}
