use crate::analytics::segmentation::rfm::{Frequency, Measure, Method};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::abc_xyz::rules::Topic;
use crate::i18n::messages::rfm::rules::RfmRuleMessages;
use crate::i18n::scores::Range;

pub const RULES: RfmRuleMessages = RfmRuleMessages {
    title: "Scores and borders",
    lead: "Programs score clients in different ways. Here are the usual ones; under each stands how many clients it would put into another segment.",
    method: Topic {
        title: "How clients are parted",
        explain: "Each measure is cut into bins, and the number of the bin is the score. What differs is where the cuts lie.",
    },
    method_name: |method| match method {
        Method::Quantile => "Equal shares of clients",
        Method::RRfm => "As the R package rfm",
        Method::Ntile => "Bins of exactly equal size",
        Method::EqualWidth => "Equal steps of the measure",
        Method::Custom => "Borders of your own",
    },
    method_words: |method| match method {
        Method::Quantile => "Quantiles; clients with equal figures always get equal scores.",
        Method::RRfm => {
            "The same quantiles plus one, and rows counted instead of orders: for comparing with reports made in R."
        }
        Method::Ntile => "As NTILE in databases: clients with equal figures may get different scores, by name.",
        Method::EqualWidth => {
            "The range from least to most in equal steps: a few giants leave everybody else in the lowest bins."
        }
        Method::Custom => "Your own days, orders and sums, for instance 30 / 90 / 180 days.",
    },
    bins: Topic { title: "How many scores", explain: "Five is usual. With few clients three are easier to act on." },
    bins_name: |bins| match bins.get() {
        3 => "Scores 1 to 3",
        4 => "Scores 1 to 4",
        _ => "Scores 1 to 5",
    },
    bins_words: |bins| match bins.get() {
        3 => "27 combinations: low, middle, high.",
        4 => "64 combinations: quarters.",
        _ => "125 combinations: fifths.",
    },
    frequency: Topic {
        title: "What frequency counts",
        explain: "One order of ten lines is one visit, not ten. Count rows only where each row is a purchase of its own.",
    },
    frequency_name: |frequency| match frequency {
        Frequency::Orders => "Orders",
        Frequency::Rows => "Rows",
    },
    frequency_words: |frequency| match frequency {
        Frequency::Orders => "Different order numbers, or days with a purchase where there are none.",
        Frequency::Rows => "Rows of the file with an amount above zero.",
    },
    would_move: |format, clients| {
        if clients == 0 {
            return "Nobody would change segment.".to_owned();
        }
        let clients = format.counted(clients, Plural::new("client", "clients", "clients"));
        format!("{clients} would change segment.")
    },
    own_note: "Begins with the borders in force.",
    reset: "As at the beginning",
    borders: Topic {
        title: "What each score means",
        explain: "The values from which scores are made. Change the borders to score by rules of your own.",
    },
    score: |score| format!("Score {score}"),
    measured: |measure, frequency| match (measure, frequency) {
        (Measure::Recency, _) => "R: days since the last purchase",
        (Measure::Frequency, Frequency::Orders) => "F: orders",
        (Measure::Frequency, Frequency::Rows) => "F: rows",
        (Measure::Monetary, _) => "M: net value",
    },
    range,
    nothing: "–",
    edit: "Set borders of my own",
    border: |measure, number| {
        let what = match measure {
            Measure::Recency => "Days",
            Measure::Frequency => "Orders",
            Measure::Monetary => "Sum",
        };
        format!("{what}, border {number}")
    },
    border_hint: "A border is the least value of the group above it: with 30 days, day 30 already belongs to the next group. Borders rise from left to right.",
};

fn range(format: Format, range: &Range) -> String {
    range.written(format, |high| format!("up to {high}"), |low| format!("{low} and more"))
}
