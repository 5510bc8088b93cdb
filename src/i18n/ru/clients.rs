use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::clients::{ClientsMessages, ViewMessages};

const ORDERS: Plural<'_> = Plural::new("заказ", "заказа", "заказов");
const PEOPLE: Plural<'_> = Plural::new("клиент", "клиента", "клиентов");
const DAYS: Plural<'_> = Plural::new("день", "дня", "дней");

pub const CLIENTS: ClientsMessages = ClientsMessages {
    title: "Клиенты",
    empty_title: "Здесь будут все ваши клиенты одним списком",
    empty_text: "Загрузите файл продаж: рядом с каждым клиентом встанут его класс, сегмент, группа и цифры.",
    list: "Список",
    filters: "Отбор",
    columns: "Столбцы",
    columns_hint: "Сохраняются и печатаются те столбцы, что видны.",
    columns_reset: "Вернуть обычные столбцы",
    cell: "Класс ABC-XYZ",
    label: "Отметка",
    segment: "Сегмент RFM",
    group: "Группа приоритета",
    any: "Все",
    value: ["Продажи от", "до"],
    orders: ["Заказов от", "до"],
    days: ["Дней с покупки от", "до"],
    is_cell: |name| format!("класс {name}"),
    is_segment: |name| format!("сегмент «{name}»"),
    is_group: |name| format!("группа «{name}»"),
    is_value: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("продажи от {from} до {to}"),
        (Some(from), None) => format!("продажи от {from}"),
        (None, Some(to)) => format!("продажи до {to}"),
        (None, None) => String::new(),
    },
    is_orders: |format, from, to| range(format, from, to, ORDERS),
    is_days: |format, from, to| format!("без покупок {}", range(format, from, to, DAYS)),
    take_away: |filter| format!("Снять отбор: {filter}"),
    clear: "Снять весь отбор",
    in_force: "Отобраны",
    views: ViewMessages {
        choose: "Мой вид",
        none: "Не выбран",
        save: "Запомнить вид",
        name: "Название вида",
        new_name: "Мой вид",
        rename: "Переименовать",
        remove: "Удалить вид",
        removed: |name| format!("Вид «{name}» удалён"),
        saved: |name| format!("Вид «{name}» сохранён"),
    },
    moved: "Класс был и стал",
    flow: "Поток",
    is_flow: |cell| format!("поток: {}", cell.to_lowercase()),
    is_only: |format, name, count| match name {
        Some(name) => format!("подборка «{name}», {}", format.counted(count, PEOPLE)),
        None => format!("только выбранные: {}", format.counted(count, PEOPLE)),
    },
    pick: |name| format!("Выбрать: {name}"),
    pick_all: |format, count| format!("Выбрать всех найденных: {}", format.count(count)),
    picked: |format, count| format!("Выбрано: {}", format.counted(count, PEOPLE)),
    picked_file: "vybrannye",
    only_picked: "Показать только их",
    to_flow: "Добавить в поток клиентов",
    to_flow_failed: "Поставить в поток не удалось",
    on_flow: |format, added, all| {
        let added = format.counted(added, PEOPLE);
        format!("В потоке прибавилось: {added} из {}. Сумма и срок оценены по их покупкам.", format.count(all))
    },
    let_go: "Снять выбор",
    show_in: "Показать их здесь:",
    selections: ViewMessages {
        choose: "Моя подборка",
        none: "Все клиенты",
        save: "Сохранить подборку",
        name: "Название подборки",
        new_name: "Моя подборка",
        rename: "Переименовать подборку",
        remove: "Удалить подборку",
        removed: |name| format!("Подборка «{name}» удалена"),
        saved: |name| format!("Подборка «{name}» сохранена"),
    },
};

fn range(format: Format, from: Option<u32>, to: Option<u32>, noun: Plural<'_>) -> String {
    // После «от» и «до» стоит родительный падеж: «от 21 дня», «до 5 дней».
    let genitive = |count: u32| {
        let word = if count % 10 == 1 && count % 100 != 11 { noun.few } else { noun.many };
        format!("{}\u{a0}{word}", format.count(count.into()))
    };
    match (from, to) {
        (Some(from), Some(to)) => format!("от {} до {}", format.count(from.into()), genitive(to)),
        (Some(from), None) => format!("от {}", genitive(from)),
        (None, Some(to)) => format!("до {}", genitive(to)),
        (None, None) => String::new(),
    }
}
