use crate::i18n::en::value::VALUE;
use crate::i18n::format::Plural;
use crate::i18n::messages::chart::{ChartMessages, ParetoMessages};

const CLIENTS: Plural<'_> = Plural::two("client", "clients");
const BRING: Plural<'_> = Plural::two("brings", "bring");

pub const CHART: ChartMessages = ChartMessages {
    show_table: "Show as a table",
    show_chart: "Show as a chart",
    loading: "Drawing the chart",
    failed: "The part that draws charts could not be loaded. The same figures are in the table.",
    pareto: ParetoMessages {
        title: "Pareto curve",
        clients_axis: "Share of clients, largest first",
        value_axis: |by| format!("Share of {}, running total", (VALUE.of)(by)),
        label: |format, by, figures| {
            format!(
                "Pareto curve: {} of {} ({}) {} {} of {of}; classes A and B together are {} and {}.",
                format.count(figures.a.clients),
                format.counted(figures.all.clients, CLIENTS),
                format.percent(figures.a.clients_share, 1),
                format.plural(figures.a.clients, BRING),
                format.percent(figures.a.value_share, 1),
                format.counted(figures.b.clients, CLIENTS),
                format.percent(figures.b.value_share, 1),
                of = (VALUE.of)(by),
            )
        },
        point: |format, by, step| {
            format!(
                "Largest clients: {} ({})\n{}: {} ({})",
                format.count(step.clients),
                format.percent(step.clients_share, 1),
                (VALUE.name)(by),
                format.by(by).money(step.value),
                format.percent(step.value_share, 1),
            )
        },
        headers: |by| {
            let clients = ["Class", "Clients so far", "Share of clients"].map(str::to_owned);
            let value = [format!("{} so far", (VALUE.name)(by)), format!("Share of {}", (VALUE.of)(by))];
            let ([class, clients, share], [value, value_share]) = (clients, value);
            [class, clients, share, value, value_share]
        },
        threshold_a: "Where class A ends",
        threshold_b: "Where class B ends",
        threshold_hint: "Drag a line up or down to move the border between classes, or select it and use the arrow keys.",
    },
};
