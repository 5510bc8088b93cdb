use crate::analytics::segmentation::rfm::{Frequency, Method, RfmSummary};
use crate::i18n::Format;
use crate::i18n::messages::rfm::export::RfmExportMessages;

pub const EXPORT: RfmExportMessages =
    RfmExportMessages { segment: "Segment", score: "RFM score", frequency: "Frequency", settings };

fn settings(format: Format, summary: &RfmSummary) -> Vec<(String, String)> {
    let method = match summary.options.binning.method() {
        Method::Quantile => "equal shares of clients, equal values together",
        Method::RRfm => "as the R package rfm",
        Method::Ntile => "bins of equal size",
        Method::EqualWidth => "equal steps of value",
        Method::Custom => "own borders",
    };
    let frequency = match summary.options.counted() {
        Frequency::Orders => "orders",
        Frequency::Rows => "rows",
    };
    let scores = format!("1 to {}, {method}", summary.bins().get());
    let date = summary.analysis_date.map(|date| ("Recency as of", format.date(date)));
    let settings = date.into_iter().chain([("RFM scores", scores), ("Frequency", frequency.to_owned())]);
    settings.map(|(name, value)| (name.to_owned(), value)).collect()
}
