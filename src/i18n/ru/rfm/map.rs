use super::CLIENTS;
use crate::analytics::segmentation::rfm::Measure;
use crate::i18n::format::Plural;
use crate::i18n::messages::rfm::map::MapMessages;

pub const MAP: MapMessages = MapMessages {
    grid_title: "Карта баллов",
    grid_caption: "Строки: давность, лучшая сверху; столбцы: второй показатель, лучший справа. Стрелки переводят между клетками, Enter показывает клиентов клетки.",
    grid_explain: "В клетке стоят клиенты с этими двумя баллами. Название и цвет даёт сегмент, которого в клетке больше всего; третий балл может увести часть клиентов в другой сегмент.",
    and_others: |name| format!("{name} и другие"),
    across: "По горизонтали",
    measure: |measure| match measure {
        Measure::Recency => "R: как давно",
        Measure::Frequency => "F: как часто",
        Measure::Monetary => "M: на сколько",
    },
    cell: |r, measure, score| {
        let letter = if measure == Measure::Frequency { "F" } else { "M" };
        format!("R {r}, {letter} {score}: ")
    },
    segments_title: "Сегменты",
    columns: ["Сегмент", "Клиенты", "от всех", "Сумма", "от суммы"],
    all_clients: "Все клиенты",
    clients_title: "Клиенты",
    clients_of: |what| format!("Клиенты: {what}"),
    scores: |scores| format!("баллы {scores}"),
    segment: "Сегмент",
    score: "RFM",
    days: "Дней с покупки",
    title: "Правила сегментов",
    lead: "Правила проверяются сверху вниз, клиента берёт первое подходящее. Поэтому порядок важен: узкие правила стоят выше широких. Изменения действуют сразу и сохраняются.",
    name: "Название",
    from: |measure| match measure {
        Measure::Recency => "R от",
        Measure::Frequency => "F от",
        Measure::Monetary => "M от",
    },
    to: |measure| match measure {
        Measure::Recency => "R до",
        Measure::Frequency => "F до",
        Measure::Monetary => "M до",
    },
    clients: |format, clients| format.counted(clients, CLIENTS),
    idle: "Никого не берёт: все эти баллы уже заняты правилами выше.",
    up: "Выше",
    down: "Ниже",
    remove: "Убрать",
    add: "Добавить сегмент",
    new_name: |number| format!("Сегмент {number}"),
    reset: "Вернуть исходную карту",
    was_reset: "Вернулась исходная карта",
    undo: "Отменить",
    uncovered: |format, combinations, clients| {
        format!(
            "Без правила: {}, в них {}. Они показаны как «Остальные».",
            format
                .counted(combinations as u64, Plural::new("сочетание баллов", "сочетания баллов", "сочетаний баллов")),
            format.counted(clients, CLIENTS)
        )
    },
    covered: "У каждого сочетания баллов есть сегмент.",
    bad_name: "Название не должно быть пустым и повторять другое.",
};
