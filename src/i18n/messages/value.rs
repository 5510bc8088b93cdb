//! Texts: by which measure clients are worth something.

use super::abc_xyz::rules::Topic;
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::Format;

/// By which measure clients are worth something.
#[derive(Debug)]
pub struct ValueMessages {
    /// The choice.
    pub topic: Topic,
    /// A measure by itself: "Sales".
    pub name: fn(ValueBy) -> &'static str,
    /// After a share: "of sales" without the preposition.
    pub of: fn(ValueBy) -> &'static str,
    /// All of it, as what is brought: "all sales".
    pub all: fn(ValueBy) -> &'static str,
    /// What a measure counts.
    pub words: fn(ValueBy) -> &'static str,
    /// Clients whose value is zero or less.
    pub none: fn(ValueBy) -> &'static str,
    /// Quiet line: clients and what they bring together.
    pub whole: fn(Format, ValueBy, u64, &str) -> String,
    /// Quiet line of rules: the measure, where it is not that of the beginning.
    pub rule: fn(ValueBy) -> Option<&'static str>,
    /// Quiet line: rows whose value is not known, and the sum of their amounts.
    pub unknown: fn(Format, ValueBy, u64, &str) -> String,
    /// The table has no columns for the measure: title.
    pub missing: fn(ValueBy) -> &'static str,
    /// Under a measure that the table does not allow.
    pub needs: fn(ValueBy) -> &'static str,
    /// Goes back to the measure of the beginning.
    pub back: &'static str,
}
