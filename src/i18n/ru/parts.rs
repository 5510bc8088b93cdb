use crate::analytics::quality::Narrowing;
use crate::i18n::format::Plural;
use crate::i18n::messages::parts::PartMessages;

const GROUP: &str = "Группа товаров";
const SOURCE: &str = "Источник";
const MANAGER: &str = "Менеджер";

/// Forms of "row".
const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");

pub const PARTS: PartMessages = PartMessages {
    group: GROUP,
    source: SOURCE,
    manager: MANAGER,
    all: "Все",
    choice: |format, name, rows| format!("{name} ({})", format.counted(rows, ROWS)),
    names,
    only: |narrowing| {
        let named = names(narrowing).into_iter().map(|(kind, name)| format!("{}: {name}", kind.to_lowercase()));
        format!("только {}", named.collect::<Vec<_>>().join(", "))
    },
    outside: |format, rows, sum| format!("вне этой части {}, {sum}", format.counted(rows, ROWS)),
    left_out: "вне выбранной части",
    failed: "Эту часть продаж не удалось выбрать",
};

fn names(narrowing: &Narrowing) -> Vec<(&'static str, &str)> {
    let all = [(GROUP, &narrowing.group), (SOURCE, &narrowing.source), (MANAGER, &narrowing.manager)];
    all.into_iter().filter_map(|(kind, name)| Some((kind, name.as_deref()?))).collect()
}
