use super::DAYS;
use crate::analytics::segmentation::rfm::{Frequency, Measure};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::rfm::why::RfmWhyMessages;
use crate::i18n::scores::ScoreReason;

pub const WHY: RfmWhyMessages = RfmWhyMessages {
    by_recency: "R: how lately",
    by_frequency: "F: how often",
    by_value: "M: for how much",
    by_segment: "Segment",
    reason,
    segment: |name, number| format!("Rule {number}, “{name}”, is the first in the map that takes these scores."),
    others: "No rule of the map takes these scores.",
    apart: "There is no purchase in these dates, only returns or zero rows: nothing to score.",
    class: "Class in ABC-XYZ",
};

fn reason(format: Format, reason: &ScoreReason) -> String {
    let count = u64::from(reason.count);
    let what = match (reason.measure, reason.frequency) {
        (Measure::Recency, _) => {
            format!("The last purchase was {} before {}", format.counted(count, DAYS), format.date(reason.date))
        }
        (Measure::Frequency, Frequency::Orders) => {
            format!("There are {}", format.counted(count, Plural::new("order", "orders", "orders")))
        }
        (Measure::Frequency, Frequency::Rows) => {
            format!(
                "There are {}",
                format
                    .counted(count, Plural::new("row with a purchase", "rows with a purchase", "rows with a purchase"))
            )
        }
        (Measure::Monetary, _) => format!("Purchases less returns come to {}", format.money_exact(reason.value)),
    };
    let score = format!("{} of {}", reason.score, reason.best);
    match reason.range {
        Some(range) => {
            let range = range.written(format, |high| format!("up to {high}"), |low| format!("{low} and more"));
            format!("{what}. Score {score} is for {range}.")
        }
        None => format!("{what}. By its place among all clients that is score {score}."),
    }
}
