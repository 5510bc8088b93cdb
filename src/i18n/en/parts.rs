use crate::analytics::quality::Narrowing;
use crate::i18n::format::Plural;
use crate::i18n::messages::parts::PartMessages;

const GROUP: &str = "Product group";
const SOURCE: &str = "Source";
const MANAGER: &str = "Manager";

/// Forms of "row".
const ROWS: Plural<'_> = Plural::two("row", "rows");

pub const PARTS: PartMessages = PartMessages {
    group: GROUP,
    source: SOURCE,
    manager: MANAGER,
    all: "All",
    choice: |format, name, rows| format!("{name} ({})", format.counted(rows, ROWS)),
    names,
    only: |narrowing| {
        let named = names(narrowing).into_iter().map(|(kind, name)| format!("{}: {name}", kind.to_lowercase()));
        format!("only {}", named.collect::<Vec<_>>().join(", "))
    },
    outside: |format, rows, sum| format!("outside that part: {}, {sum}", format.counted(rows, ROWS)),
    left_out: "outside the chosen part",
    failed: "That part of the sales could not be chosen",
};

fn names(narrowing: &Narrowing) -> Vec<(&'static str, &str)> {
    let all = [(GROUP, &narrowing.group), (SOURCE, &narrowing.source), (MANAGER, &narrowing.manager)];
    all.into_iter().filter_map(|(kind, name)| Some((kind, name.as_deref()?))).collect()
}
