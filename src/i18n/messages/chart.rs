//! Texts: Words in charts and their tables.

use crate::analytics::amount::Sum;
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::Format;

/// Words in charts and their tables.
#[derive(Debug)]
pub struct ChartMessages {
    /// Button: shows the table instead of the picture.
    pub show_table: &'static str,
    /// Button: shows the picture instead of the table.
    pub show_chart: &'static str,
    /// In the place of a chart whose drawing part is being loaded.
    pub loading: &'static str,
    /// In the place of a chart whose drawing part could not be loaded; the table stands below.
    pub failed: &'static str,
    /// The Pareto chart.
    pub pareto: ParetoMessages,
}

/// The Pareto chart: share of value over share of clients.
#[derive(Debug)]
pub struct ParetoMessages {
    /// Name of the chart, also the caption of its table.
    pub title: &'static str,
    /// Name of the horizontal axis.
    pub clients_axis: &'static str,
    /// Name of the vertical axis.
    pub value_axis: fn(ValueBy) -> String,
    /// The chart in one sentence, for those who do not see it.
    pub label: fn(Format, ValueBy, ParetoFigures) -> String,
    /// One point of the curve; two lines.
    pub point: fn(Format, ValueBy, ParetoStep) -> String,
    /// Headers of the table: class, clients, share of clients, value, share of value; the last four run from the first
    /// client to this row.
    pub headers: fn(ValueBy) -> [String; 5],
    /// The threshold where A ends.
    pub threshold_a: &'static str,
    /// The threshold where B ends.
    pub threshold_b: &'static str,
    /// How thresholds are moved.
    pub threshold_hint: &'static str,
}

/// A point of the curve, from the first client up to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParetoStep {
    /// Clients.
    pub clients: u64,
    /// Their share of all on the curve.
    pub clients_share: f64,
    /// Their value.
    pub value: Sum,
    /// Its share of the whole.
    pub value_share: f64,
}

/// The chart in figures: the steps where A and B end, and the last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParetoFigures {
    /// Where A ends.
    pub a: ParetoStep,
    /// Where B ends.
    pub b: ParetoStep,
    /// The end of the curve.
    pub all: ParetoStep,
}
