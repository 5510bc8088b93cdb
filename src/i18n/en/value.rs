use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::abc_xyz::rules::Topic;
use crate::i18n::messages::value::ValueMessages;

/// Forms of "client".
const CLIENTS: Plural<'_> = Plural::two("client", "clients");
/// Forms of "row".
const ROWS: Plural<'_> = Plural::two("row", "rows");

pub const VALUE: ValueMessages = ValueMessages {
    topic: Topic {
        title: "What clients are measured by",
        explain: "By this figure clients stand from the largest to the smallest and are parted into A, B and C. Regularity and labels are always told from purchases.",
    },
    name: |by| match by {
        ValueBy::Amount => "Sales",
        ValueBy::Margin => "Margin",
        ValueBy::Quantity => "Quantity",
        ValueBy::Orders => "Orders",
    },
    of: |by| match by {
        ValueBy::Amount => "sales",
        ValueBy::Margin => "margin",
        ValueBy::Quantity => "the quantity sold",
        ValueBy::Orders => "orders",
    },
    all: |by| match by {
        ValueBy::Amount => "all of the sales",
        ValueBy::Margin => "all margin",
        ValueBy::Quantity => "the whole quantity",
        ValueBy::Orders => "all orders",
    },
    words: |by| match by {
        ValueBy::Amount => "The sum of their rows, less returns.",
        ValueBy::Margin => "The margin of each row; where there is none, its amount less its cost.",
        ValueBy::Quantity => "How much they took, less what came back.",
        ValueBy::Orders => "How often they ordered, however much.",
    },
    none: |by| match by {
        ValueBy::Amount => "No value",
        ValueBy::Margin => "No margin",
        ValueBy::Quantity => "No quantity",
        ValueBy::Orders => "No orders",
    },
    whole: |format, by, clients, sum| {
        let clients = format.counted(clients, CLIENTS);
        match by {
            ValueBy::Amount => format!("{clients} for {sum}"),
            ValueBy::Margin => format!("{clients}, margin {sum}"),
            ValueBy::Quantity => format!("{clients}, quantity {sum}"),
            ValueBy::Orders => format!("{clients}, {sum} orders"),
        }
    },
    rule: |by| match by {
        ValueBy::Amount => None,
        ValueBy::Margin => Some("by margin"),
        ValueBy::Quantity => Some("by quantity"),
        ValueBy::Orders => Some("by number of orders"),
    },
    unknown,
    missing: |by| match by {
        ValueBy::Margin => "This table has neither margins nor costs",
        ValueBy::Quantity => "This table has no quantities",
        ValueBy::Amount | ValueBy::Orders => "This table lacks a column",
    },
    needs: |by| match by {
        ValueBy::Margin => "Needs a column of margins or costs.",
        ValueBy::Quantity => "Needs a column of quantities.",
        ValueBy::Amount | ValueBy::Orders => "",
    },
    back: "Measure by sales",
};

fn unknown(format: Format, by: ValueBy, rows: u64, sum: &str) -> String {
    let what = if by == ValueBy::Quantity { "without a quantity" } else { "without margin or cost" };
    format!("not measured: {} {what}, {sum}", format.counted(rows, ROWS))
}
