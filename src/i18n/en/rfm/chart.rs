use super::CLIENTS;
use crate::i18n::messages::rfm::chart::{RfmChartMessages, SegmentFigures};

pub const CHART: RfmChartMessages = RfmChartMessages {
    treemap: "How large the segments are",
    treemap_by: "Areas by",
    by_value: "Value",
    by_clients: "Clients",
    treemap_label: |format, segments, largest, share| {
        format!(
            "Areas of {} segments; the largest is {largest} with {}.",
            format.count(segments as u64),
            format.percent(share, 0)
        )
    },
    segment: |format, SegmentFigures { name, clients, clients_share, value, value_share }| {
        format!(
            "{name}\n{} ({})\n{value} ({})",
            format.counted(clients, CLIENTS),
            format.percent(clients_share, 1),
            format.percent(value_share, 1)
        )
    },
    headers: ["Segment", "Clients", "Share of clients", "Value", "Share of value", "Average"],
    scatter: "Days since purchase and frequency",
    scatter_explain: "Each bubble is a client, or clients near each other where there are many; its size is the value. On the left are those who bought lately, above those who buy often.",
    days_axis: "Days since the last purchase",
    frequency_axis: "Frequency",
    scatter_label: |format, clients, bubbles| {
        format!(
            "{} in {} bubbles by days since the last purchase and frequency; the table has averages by segment.",
            format.counted(clients, CLIENTS),
            format.count(bubbles as u64)
        )
    },
    bubble: |format, segment, clients, (days, frequency), value| {
        format!(
            "{segment}: {}\nDays since purchase: {}\nFrequency: {}\nValue: {value}",
            format.counted(clients, CLIENTS),
            format.ratio(days, 0),
            format.ratio(frequency, 1)
        )
    },
    scatter_headers: ["Segment", "Clients", "Days since purchase, average", "Frequency, average", "Value, average"],
};
