use super::CLIENTS;
use crate::analytics::segmentation::abc_xyz::Label;
use crate::i18n::messages::abc_xyz::list::ClientListMessages;
use crate::i18n::ru::value::VALUE;

pub const LIST: ClientListMessages = ClientListMessages {
    title: |code| match code {
        Some(code) => format!("Клиенты {code}"),
        None => "Все клиенты".to_owned(),
    },
    found: |format, count| format.counted(count, CLIENTS),
    search: "Найти клиента",
    filter: "Только",
    label_name: |label| match label {
        Label::New => "Новые",
        Label::OneOff => "Разовые",
        Label::Lost => "Затихли",
    },
    label_of_one: |label| match label {
        Label::New => "Новый",
        Label::OneOff => "Разовый",
        Label::Lost => "Затих",
    },
    label_explain: |label| match label {
        Label::New => "С первой покупки прошло меньше трёх полных периодов.",
        Label::OneOff => "Всего один заказ.",
        Label::Lost => {
            "Не покупают втрое дольше своего обычного перерыва между покупками; если покупок мало, то дольше девяти из десяти перерывов всех клиентов."
        }
    },
    all_clients: "Показать всех клиентов",
    export_file: "klienty",
    rank: "№",
    name: "Клиент",
    class: "Класс",
    value: |by, sign| match sign {
        "" => (VALUE.name)(by).to_owned(),
        sign => format!("{}, {sign}", (VALUE.name)(by)),
    },
    share: "Доля",
    share_with: "Накоплено",
    orders: "Заказы",
    regularity: "Периоды с покупкой",
    last: "Последняя покупка",
    labels: "Отметки",
    active_of: |format, active, periods| format!("{} из {}", format.count(active.into()), format.count(periods.into())),
    nobody: "Таких клиентов нет",
    nobody_hint: "Измените запрос или снимите отбор.",
    loading: "Загружается",
    keys_hint: "Стрелки вверх и вниз ведут по списку, Enter показывает, почему у клиента такой класс.",
};
