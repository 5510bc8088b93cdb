//! Texts: why a client has its scores.

use crate::i18n::Format;
use crate::i18n::scores::ScoreReason;

/// Why a client has its scores.
#[derive(Debug)]
pub struct RfmWhyMessages {
    /// Small heading over recency.
    pub by_recency: &'static str,
    /// Small heading over frequency.
    pub by_frequency: &'static str,
    /// Small heading over value.
    pub by_value: &'static str,
    /// Small heading over the segment.
    pub by_segment: &'static str,
    /// Why this score.
    pub reason: fn(Format, &ScoreReason) -> String,
    /// Why this segment: its name and the number of its rule.
    pub segment: fn(&str, usize) -> String,
    /// No rule takes the scores.
    pub others: &'static str,
    /// Has never bought.
    pub apart: &'static str,
    /// Class of the ABC-XYZ matrix, as a figure.
    pub class: &'static str,
}
