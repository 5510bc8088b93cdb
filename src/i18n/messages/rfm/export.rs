//! Texts: the file of clients with scores.

use crate::analytics::segmentation::rfm::RfmSummary;
use crate::i18n::Format;

/// Headers of the file that the list of matrix clients has not.
#[derive(Debug)]
pub struct RfmExportMessages {
    /// Column: segment.
    pub segment: &'static str,
    /// Column: the three scores as one number.
    pub score: &'static str,
    /// Column: frequency.
    pub frequency: &'static str,
    /// What the table was computed with: names and values.
    pub settings: fn(Format, &RfmSummary) -> Vec<(String, String)>,
}
