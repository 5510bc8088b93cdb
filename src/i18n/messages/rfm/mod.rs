//! Texts of the RFM screen.

pub mod chart;
pub mod export;
pub mod map;
pub mod rules;
pub mod segments;
pub mod why;

use crate::analytics::date::Day;
use crate::analytics::segmentation::rfm::RfmOptions;
use crate::i18n::Format;
use crate::i18n::scores::RfmSentence;

/// RFM screen.
#[derive(Debug)]
pub struct RfmMessages {
    /// Heading of the screen.
    pub title: &'static str,
    /// The sentence written from the data; names of segments come as they are shown.
    pub headline: fn(Format, RfmSentence<'_>) -> String,
    /// Quiet line: whom the sentence says are being lost, with so many scores; and that it is not what "gone quiet" is.
    pub slipping_rule: fn(bins: u8) -> String,
    /// Too few clients for so many scores.
    pub few: fn(Format, clients: u64, bins: u8) -> String,
    /// Quiet line: the day from which recency is counted.
    pub counted_on: fn(Format, Day) -> String,
    /// Quiet line: the rules in force.
    pub rules_in_force: fn(Format, &RfmOptions) -> String,
    /// Quiet line: clients without a purchase.
    pub apart: fn(Format, u64) -> String,
    /// Field: the day from which recency is counted.
    pub analysis_date: &'static str,
    /// Button that opens the rules.
    pub open_rules: &'static str,
    /// Button that opens the map of segments.
    pub open_map: &'static str,
    /// Said while scores are computed.
    pub computing: &'static str,
    /// Title of the notice when the engine gave no answer.
    pub failed: &'static str,
    /// Empty state: title.
    pub empty_title: &'static str,
    /// Empty state: what will be here and how to get it.
    pub empty_text: &'static str,
    /// Names of segments.
    pub segments: segments::SegmentMessages,
    /// The grid, the list of segments and the map of rules.
    pub map: map::MapMessages,
    /// Rules and borders.
    pub rules: rules::RfmRuleMessages,
    /// Charts.
    pub chart: chart::RfmChartMessages,
    /// Why a client has its scores.
    pub why: why::RfmWhyMessages,
    /// The file of clients with scores.
    pub export: export::RfmExportMessages,
}
