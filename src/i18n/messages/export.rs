//! Texts: headers and notes of exported tables.

use crate::analytics::dataset::Reason;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Label};
use crate::i18n::Format;

/// Headers and notes of exported tables.
#[derive(Debug)]
pub struct ExportMessages {
    /// Column: place by value.
    pub rank: &'static str,
    /// Column: name of the client.
    pub client: &'static str,
    /// Column: cell of the matrix.
    pub class: &'static str,
    /// Column: net value.
    pub value: &'static str,
    /// Column: share of value.
    pub share: &'static str,
    /// Column: cumulative share of value.
    pub share_with: &'static str,
    /// Column: orders.
    pub orders: &'static str,
    /// Column: periods with a purchase.
    pub active: &'static str,
    /// Column: periods in all.
    pub periods: &'static str,
    /// Column: coefficient of variation.
    pub cv: &'static str,
    /// Column: first purchase.
    pub first: &'static str,
    /// Column: last purchase.
    pub last: &'static str,
    /// Column: days since the last purchase.
    pub recency: &'static str,
    /// Column: labels.
    pub labels: &'static str,
    /// Column whose first cell says what the table was computed with.
    pub settings: &'static str,
    /// What an ABC-XYZ table was computed with, in one line: window, rules, rows left out and their sums.
    pub settings_line: fn(Format, &AbcXyzSummary) -> String,
    /// A label in a cell.
    pub label: fn(Label) -> &'static str,
    /// Column of set-aside rows: line of the source file.
    pub line: &'static str,
    /// Column of set-aside rows: why.
    pub reason: &'static str,
    /// A reason in a cell.
    pub reason_name: fn(Reason) -> &'static str,
}
