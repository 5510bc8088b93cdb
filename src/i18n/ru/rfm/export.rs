use crate::analytics::segmentation::rfm::{Frequency, Method, RfmSummary};
use crate::i18n::Format;
use crate::i18n::messages::rfm::export::RfmExportMessages;

pub const EXPORT: RfmExportMessages =
    RfmExportMessages { segment: "Сегмент", score: "Балл RFM", frequency: "Частота", settings };

fn settings(format: Format, summary: &RfmSummary) -> Vec<(String, String)> {
    let method = match summary.options.binning.method() {
        Method::Quantile => "равные доли клиентов, одинаковые значения вместе",
        Method::RRfm => "как в пакете rfm для R",
        Method::Ntile => "группы равного размера",
        Method::EqualWidth => "равные шаги значений",
        Method::Custom => "свои границы",
    };
    let frequency = match summary.options.counted() {
        Frequency::Orders => "заказы",
        Frequency::Rows => "строки",
    };
    let scores = format!("от 1 до {}, {method}", summary.bins().get());
    let date = summary.analysis_date.map(|date| ("Давность на день", format.date(date)));
    let settings = date.into_iter().chain([("Баллы RFM", scores), ("Частота", frequency.to_owned())]);
    settings.map(|(name, value)| (name.to_owned(), value)).collect()
}
