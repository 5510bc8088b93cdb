use crate::i18n::format::Plural;
use crate::i18n::messages::chart::{ChartMessages, ParetoMessages};

const CLIENTS: Plural<'_> = Plural::new("клиент", "клиента", "клиентов");
/// After «из»: «из 21 клиента», «из 412 клиентов».
const OF_CLIENTS: Plural<'_> = Plural::new("клиента", "клиентов", "клиентов");
const BRING: Plural<'_> = Plural::new("даёт", "дают", "дают");

pub const CHART: ChartMessages = ChartMessages {
    show_table: "Показать таблицей",
    show_chart: "Показать графиком",
    loading: "График строится",
    failed: "Не удалось загрузить часть, которая рисует графики. Те же числа есть в таблице.",
    pareto: ParetoMessages {
        title: "Кривая Парето",
        clients_axis: "Доля клиентов, от крупных к мелким",
        value_axis: "Доля суммы нарастающим итогом",
        label: |format, figures| {
            format!(
                "Кривая Парето: {} из {} ({}) {} {} суммы; в классах A и B вместе {}, это {} суммы.",
                format.count(figures.a.clients),
                format.counted(figures.all.clients, OF_CLIENTS),
                format.percent(figures.a.clients_share, 1),
                format.plural(figures.a.clients, BRING),
                format.percent(figures.a.value_share, 1),
                format.counted(figures.b.clients, CLIENTS),
                format.percent(figures.b.value_share, 1),
            )
        },
        point: |format, step| {
            format!(
                "Крупнейшие клиенты: {} ({})\nСумма: {} ({})",
                format.count(step.clients),
                format.percent(step.clients_share, 1),
                format.money(step.value),
                format.percent(step.value_share, 1),
            )
        },
        headers: ["Класс", "Клиентов с начала", "Доля клиентов", "Сумма с начала", "Доля суммы"],
        threshold_a: "Граница класса A",
        threshold_b: "Граница класса B",
        threshold_hint: "Перетащите линию вверх или вниз, чтобы сдвинуть границу классов, или выберите её и нажимайте стрелки.",
    },
};
