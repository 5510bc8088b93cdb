//! Texts: the treemap and the scatter of RFM.

use crate::i18n::Format;

/// Charts of RFM.
#[derive(Debug)]
pub struct RfmChartMessages {
    /// Treemap: heading.
    pub treemap: &'static str,
    /// Treemap: what areas show.
    pub treemap_by: &'static str,
    /// Treemap: by value.
    pub by_value: &'static str,
    /// Treemap: by number of clients.
    pub by_clients: &'static str,
    /// Treemap in one sentence: segments, the largest and its share.
    pub treemap_label: fn(Format, usize, &str, f64) -> String,
    /// A segment in figures.
    pub segment: fn(Format, SegmentFigures<'_>) -> String,
    /// Headers of the table: segment, clients, share, value, share, average.
    pub headers: [&'static str; 6],
    /// Scatter: heading.
    pub scatter: &'static str,
    /// Scatter: what it shows.
    pub scatter_explain: &'static str,
    /// Scatter: horizontal axis.
    pub days_axis: &'static str,
    /// Scatter: vertical axis.
    pub frequency_axis: &'static str,
    /// Scatter in one sentence: clients, bubbles.
    pub scatter_label: fn(Format, u64, usize) -> String,
    /// A bubble: segment, clients, average days, average frequency, value.
    pub bubble: fn(Format, &str, u64, (f64, f64), &str) -> String,
    /// Headers of the table: segment, clients, average days, average frequency, average value.
    pub scatter_headers: [&'static str; 5],
}

/// A segment in figures.
#[derive(Clone, Copy, Debug)]
pub struct SegmentFigures<'a> {
    /// Its name.
    pub name: &'a str,
    /// Clients.
    pub clients: u64,
    /// Their share of all.
    pub clients_share: f64,
    /// Their value, written.
    pub value: &'a str,
    /// Its share of the whole.
    pub value_share: f64,
}
