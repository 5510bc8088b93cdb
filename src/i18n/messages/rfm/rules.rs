//! Texts: ways of parting clients, and the borders between scores.

use crate::analytics::segmentation::rfm::{Bins, Frequency, Measure, Method};
use crate::i18n::Format;
use crate::i18n::messages::abc_xyz::rules::Topic;
use crate::i18n::scores::Range;

/// Rules and borders.
#[derive(Debug)]
pub struct RfmRuleMessages {
    /// Heading of the sheet.
    pub title: &'static str,
    /// First line of the sheet.
    pub lead: &'static str,
    /// Ways of parting.
    pub method: Topic,
    /// Name of a way.
    pub method_name: fn(Method) -> &'static str,
    /// What it does.
    pub method_words: fn(Method) -> &'static str,
    /// Number of scores.
    pub bins: Topic,
    /// Name of a number of scores.
    pub bins_name: fn(Bins) -> &'static str,
    /// What it gives.
    pub bins_words: fn(Bins) -> &'static str,
    /// What frequency counts.
    pub frequency: Topic,
    /// Name of a count.
    pub frequency_name: fn(Frequency) -> &'static str,
    /// What it counts.
    pub frequency_words: fn(Frequency) -> &'static str,
    /// Under a rival: how many clients would stand in another segment.
    pub would_move: fn(Format, u64) -> String,
    /// Under the way of one's own borders, which are not there yet.
    pub own_note: &'static str,
    /// Button: everything as the app begins.
    pub reset: &'static str,
    /// Heading over the table of borders.
    pub borders: Topic,
    /// Column of a score.
    pub score: fn(u8) -> String,
    /// Head of a row: what is measured, and in what.
    pub measured: fn(Measure, Frequency) -> &'static str,
    /// The values of a score: "9–16", "71 and more".
    pub range: fn(Format, &Range) -> String,
    /// Nobody can have this score, as values are too few.
    pub nothing: &'static str,
    /// Button: own borders, beginning with those in force.
    pub edit: &'static str,
    /// Field: border number, of a measure.
    pub border: fn(Measure, u8) -> String,
    /// How borders are read.
    pub border_hint: &'static str,
}
