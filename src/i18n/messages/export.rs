//! Texts: headers and notes of exported tables.

use crate::analytics::amount::Sum;
use crate::analytics::dataset::{LeftOutReason, Reason};
use crate::analytics::date::Day;
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
    /// Column: share of periods with a purchase.
    pub regularity: &'static str,
    /// Column: first purchase.
    pub first: &'static str,
    /// Column: last purchase.
    pub last: &'static str,
    /// Column: days since the last purchase.
    pub recency: &'static str,
    /// Column: labels.
    pub labels: &'static str,
    /// Column whose first cell says what the table was computed with.
    pub basis: &'static str,
    /// Sheet: clients.
    pub clients_sheet: &'static str,
    /// Sheet: cells of the matrix.
    pub matrix_sheet: &'static str,
    /// Headers of the matrix: cell, clients, share of clients, value, share of value, value a client, gone quiet.
    pub matrix_headers: [&'static str; 7],
    /// Sheet: what tables were computed with.
    pub settings_sheet: &'static str,
    /// Its headers: name, value.
    pub settings_headers: [&'static str; 2],
    /// Sheet: rows that took no part.
    pub left_out_sheet: &'static str,
    /// Its headers: which rows, how many, their sum.
    pub left_out_headers: [&'static str; 3],
    /// Rows that took no part in one line: which, how many, their sum.
    pub left_out_line: fn(Format, &str, u64, Option<Sum>) -> String,
    /// Setting: the table.
    pub table: &'static str,
    /// Setting: first and last day counted.
    pub window: &'static str,
    /// Two days, from and to.
    pub days: fn(Format, (Day, Day)) -> String,
    /// What an ABC-XYZ table was computed with: names and values.
    pub abc_xyz_settings: fn(Format, &AbcXyzSummary) -> Vec<(String, String)>,
    /// Used rows that take no part.
    pub left_out: fn(LeftOutReason) -> &'static str,
    /// Rows set aside when the file was read, for a reason.
    pub set_aside: fn(Reason) -> String,
    /// A label in a cell.
    pub label: fn(Label) -> &'static str,
    /// Column of set-aside rows: line of the source file.
    pub line: &'static str,
    /// Column of set-aside rows: why.
    pub reason: &'static str,
    /// A reason in a cell.
    pub reason_name: fn(Reason) -> &'static str,
}
