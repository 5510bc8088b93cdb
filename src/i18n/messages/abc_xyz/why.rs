//! Texts: why a client stands where it stands.

use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::Format;
use crate::i18n::explain::{QuietReason, RegularityReason, ValueReason};

/// Why a client stands where it stands.
#[derive(Debug)]
pub struct WhyMessages {
    /// Small heading over the class by value.
    pub by_value: &'static str,
    /// Small heading over the class by regularity.
    pub by_regularity: &'static str,
    /// Small heading over the silence.
    pub by_silence: &'static str,
    /// Why this class by value.
    pub value: fn(Format, ValueBy, ValueReason) -> String,
    /// Why this class by regularity.
    pub regularity: fn(Format, RegularityReason) -> String,
    /// Why "gone quiet".
    pub quiet: fn(Format, QuietReason) -> String,
    /// Figures: place.
    pub place: fn(ValueBy) -> String,
    /// Figures: share of value.
    pub share: fn(ValueBy) -> String,
    /// Figures: orders.
    pub orders: &'static str,
    /// Figures: average order.
    pub average_order: &'static str,
    /// Figures: first purchase.
    pub first: &'static str,
    /// Figures: last purchase.
    pub last: &'static str,
    /// Figures: usual interval between purchases.
    pub usual_interval: &'static str,
    /// Days with their noun, from twice their number: 29 is "14.5 days".
    pub days_of_twice: fn(Format, u32) -> String,
    /// Figures: coefficient of variation.
    pub variation: &'static str,
    /// In place of a figure that there is not.
    pub none: &'static str,
}
