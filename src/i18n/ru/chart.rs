use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::format::Plural;
use crate::i18n::messages::chart::{ChartMessages, ParetoMessages};
use crate::i18n::ru::value::VALUE;

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
        value_axis: |by| format!("Доля {} нарастающим итогом", of(by)),
        label: |format, by, figures| {
            format!(
                "Кривая Парето: {} из {} ({}) {} {} {of}; в классах A и B вместе {}, это {} {of}.",
                format.count(figures.a.clients),
                format.counted(figures.all.clients, OF_CLIENTS),
                format.percent(figures.a.clients_share, 1),
                format.plural(figures.a.clients, BRING),
                format.percent(figures.a.value_share, 1),
                format.counted(figures.b.clients, CLIENTS),
                format.percent(figures.b.value_share, 1),
                of = of(by),
            )
        },
        point: |format, by, step| {
            format!(
                "Крупнейшие клиенты: {} ({})\n{}: {} ({})",
                format.count(step.clients),
                format.percent(step.clients_share, 1),
                name(by),
                format.by(by).money(step.value),
                format.percent(step.value_share, 1),
            )
        },
        headers: |by| {
            let value = [format!("{} с начала", name(by)), format!("Доля {}", of(by))];
            let clients = ["Класс", "Клиентов с начала", "Доля клиентов"].map(str::to_owned);
            let ([class, clients, share], [value, value_share]) = (clients, value);
            [class, clients, share, value, value_share]
        },
        threshold_a: "Граница класса A",
        threshold_b: "Граница класса B",
        threshold_hint: "Перетащите линию вверх или вниз, чтобы сдвинуть границу классов, или выберите её и нажимайте стрелки.",
    },
};

/// What is cumulated.
fn name(by: ValueBy) -> &'static str {
    if by == ValueBy::Amount { "Сумма" } else { (VALUE.name)(by) }
}

/// The same after a share.
fn of(by: ValueBy) -> &'static str {
    if by == ValueBy::Amount { "суммы" } else { (VALUE.of)(by) }
}
