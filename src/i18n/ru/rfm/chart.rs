use super::CLIENTS;
use crate::i18n::messages::rfm::chart::{RfmChartMessages, SegmentFigures};

pub const CHART: RfmChartMessages = RfmChartMessages {
    treemap: "Размеры сегментов",
    treemap_by: "Площадь",
    by_value: "Сумма",
    by_clients: "Клиенты",
    treemap_label: |format, segments, largest, share| {
        format!(
            "Площади сегментов, всего {}; самый большой «{largest}», {}.",
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
    headers: ["Сегмент", "Клиентов", "Доля клиентов", "Сумма", "Доля суммы", "В среднем"],
    scatter: "Давность и частота",
    scatter_explain: "Кружок — клиент, а если клиентов много, то несколько соседних; размер показывает сумму. Слева те, кто покупал недавно, выше те, кто покупает часто.",
    days_axis: "Дней с последней покупки",
    frequency_axis: "Частота",
    scatter_label: |format, clients, bubbles| {
        format!(
            "{} по давности и частоте покупок, кружков {}; в таблице средние по сегментам.",
            format.counted(clients, CLIENTS),
            format.count(bubbles as u64)
        )
    },
    bubble: |format, segment, clients, (days, frequency), value| {
        format!(
            "{segment}: {}\nДней с покупки: {}\nЧастота: {}\nСумма: {value}",
            format.counted(clients, CLIENTS),
            format.ratio(days, 0),
            format.ratio(frequency, 1)
        )
    },
    scatter_headers: ["Сегмент", "Клиентов", "Дней с покупки, в среднем", "Частота, в среднем", "Сумма, в среднем"],
};
