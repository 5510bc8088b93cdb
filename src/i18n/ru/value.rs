use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::abc_xyz::rules::Topic;
use crate::i18n::messages::value::ValueMessages;

/// Forms of "client".
const CLIENTS: Plural<'_> = Plural::new("клиент", "клиента", "клиентов");
/// Forms of "row".
const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");

pub const VALUE: ValueMessages = ValueMessages {
    topic: Topic {
        title: "Чем мерить клиентов",
        explain: "По этой величине клиенты идут от крупного к мелкому и делятся на A, B и C. Регулярность и пометки всегда считаются по покупкам.",
    },
    name: |by| match by {
        ValueBy::Amount => "Продажи",
        ValueBy::Margin => "Прибыль",
        ValueBy::Quantity => "Количество",
        ValueBy::Orders => "Заказы",
    },
    of: |by| match by {
        ValueBy::Amount => "продаж",
        ValueBy::Margin => "прибыли",
        ValueBy::Quantity => "проданного количества",
        ValueBy::Orders => "заказов",
    },
    all: |by| match by {
        ValueBy::Amount => "Все продажи",
        ValueBy::Margin => "Всю прибыль",
        ValueBy::Quantity => "Всё проданное количество",
        ValueBy::Orders => "Все заказы",
    },
    words: |by| match by {
        ValueBy::Amount => "Сумма строк за вычетом возвратов.",
        ValueBy::Margin => "Прибыль строки, а где её нет, сумма минус себестоимость.",
        ValueBy::Quantity => "Сколько взяли за вычетом возвращённого.",
        ValueBy::Orders => "Сколько раз заказывали, сколько бы ни купили.",
    },
    none: |by| match by {
        ValueBy::Amount => "Без выручки",
        ValueBy::Margin => "Без прибыли",
        ValueBy::Quantity => "Без количества",
        ValueBy::Orders => "Без заказов",
    },
    whole: |format, by, clients, sum| {
        let clients = format.counted(clients, CLIENTS);
        match by {
            ValueBy::Amount => format!("{clients} на {sum}"),
            ValueBy::Margin => format!("{clients}, прибыль {sum}"),
            ValueBy::Quantity => format!("{clients}, количество {sum}"),
            ValueBy::Orders => format!("{clients}, заказов {sum}"),
        }
    },
    rule: |by| match by {
        ValueBy::Amount => None,
        ValueBy::Margin => Some("по прибыли"),
        ValueBy::Quantity => Some("по количеству"),
        ValueBy::Orders => Some("по числу заказов"),
    },
    unknown,
    missing: |by| match by {
        ValueBy::Margin => "В этой таблице нет ни прибыли, ни себестоимости",
        ValueBy::Quantity => "В этой таблице нет количества",
        ValueBy::Amount | ValueBy::Orders => "В этой таблице нет нужного столбца",
    },
    needs: |by| match by {
        ValueBy::Margin => "Нужен столбец прибыли или себестоимости.",
        ValueBy::Quantity => "Нужен столбец количества.",
        ValueBy::Amount | ValueBy::Orders => "",
    },
    back: "Считать по продажам",
};

fn unknown(format: Format, by: ValueBy, rows: u64, sum: &str) -> String {
    let what = if by == ValueBy::Quantity {
        "без количества"
    } else {
        "без прибыли и себестоимости"
    };
    format!("не измерено {} {what}, {sum}", format.counted(rows, ROWS))
}
