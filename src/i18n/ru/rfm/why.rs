use super::DAYS;
use crate::analytics::segmentation::rfm::{Frequency, Measure};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::rfm::why::RfmWhyMessages;
use crate::i18n::scores::ScoreReason;

pub const WHY: RfmWhyMessages = RfmWhyMessages {
    by_recency: "R: как давно",
    by_frequency: "F: как часто",
    by_value: "M: на сколько",
    by_segment: "Сегмент",
    reason,
    segment: |name, number| format!("Правило {number}, «{name}», первым на карте берёт эти баллы."),
    others: "Эти баллы не берёт ни одно правило карты.",
    apart: "За эти даты нет ни одной покупки, только возвраты или нули: баллы ставить не за что.",
    class: "Класс в ABC-XYZ",
};

fn reason(format: Format, reason: &ScoreReason) -> String {
    let count = u64::from(reason.count);
    let what = match (reason.measure, reason.frequency) {
        (Measure::Recency, _) => {
            format!("Последняя покупка за {} до {}", format.counted(count, DAYS), format.date(reason.date))
        }
        (Measure::Frequency, Frequency::Orders) => {
            format!("Всего {}", format.counted(count, Plural::new("заказ", "заказа", "заказов")))
        }
        (Measure::Frequency, Frequency::Rows) => {
            format!(
                "Всего {}",
                format.counted(count, Plural::new("строка с покупкой", "строки с покупкой", "строк с покупкой"))
            )
        }
        (Measure::Monetary, _) => format!("Покупки за вычетом возвратов: {}", format.money_exact(reason.value)),
    };
    let score = format!("{} из {}", reason.score, reason.best);
    match reason.range {
        Some(range) => {
            let range = range.written(format, |high| format!("до {high}"), |low| format!("{low} и больше"));
            format!("{what}. Балл {score} ставится за значения: {range}.")
        }
        None => format!("{what}. По месту среди всех клиентов это балл {score}."),
    }
}
