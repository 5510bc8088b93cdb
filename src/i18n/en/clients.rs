use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::clients::{ClientsMessages, ViewMessages};

const ORDERS: Plural<'_> = Plural::two("order", "orders");
const PEOPLE: Plural<'_> = Plural::two("client", "clients");
const DAYS: Plural<'_> = Plural::two("day", "days");

pub const CLIENTS: ClientsMessages = ClientsMessages {
    title: "Clients",
    empty_title: "All your clients will be here in one list",
    empty_text: "Load a sales file: beside each client stand its class, segment, group and figures.",
    list: "List",
    filters: "Filters",
    columns: "Columns",
    columns_hint: "The columns in sight are those that are saved and printed.",
    columns_reset: "Back to the usual columns",
    cell: "ABC-XYZ class",
    label: "Label",
    segment: "RFM segment",
    group: "Priority group",
    any: "All",
    value: ["Sales from", "to"],
    orders: ["Orders from", "to"],
    days: ["Days since purchase from", "to"],
    is_cell: |name| format!("class {name}"),
    is_segment: |name| format!("segment “{name}”"),
    is_group: |name| format!("group “{name}”"),
    is_value: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("sales {from} to {to}"),
        (Some(from), None) => format!("sales from {from}"),
        (None, Some(to)) => format!("sales up to {to}"),
        (None, None) => String::new(),
    },
    is_orders: |format, from, to| range(format, from, to, ORDERS),
    is_days: |format, from, to| format!("no purchase for {}", range(format, from, to, DAYS)),
    take_away: |filter| format!("Remove the filter: {filter}"),
    clear: "Remove all filters",
    in_force: "Only",
    views: ViewMessages {
        choose: "My view",
        none: "None chosen",
        save: "Save this view",
        name: "Name of the view",
        new_name: "My view",
        rename: "Rename",
        remove: "Delete the view",
        removed: |name| format!("The view “{name}” was deleted"),
        saved: |name| format!("The view “{name}” was saved"),
    },
    moved: "Class before and now",
    flow: "Flow",
    is_flow: |cell| format!("flow: {}", cell.to_lowercase()),
    is_only: |format, name, count| match name {
        Some(name) => format!("selection “{name}”, {}", format.counted(count, PEOPLE)),
        None => format!("{} picked", format.counted(count, PEOPLE)),
    },
    pick: |name| format!("Pick {name}"),
    pick_all: |format, count| format!("Pick everyone found: {}", format.count(count)),
    picked: |format, count| format!("{} picked", format.counted(count, PEOPLE)),
    picked_file: "picked-clients",
    only_picked: "Show only these",
    to_flow: "Add to client flow",
    to_flow_failed: "They could not be put in the flow",
    on_flow: |format, added, all| {
        let added = format.counted(added, PEOPLE);
        format!(
            "{added} of {} added to the flow. Amount and time are estimated from their purchases.",
            format.count(all)
        )
    },
    let_go: "Clear selection",
    show_in: "Show them in:",
    selections: ViewMessages {
        choose: "My selection",
        none: "All clients",
        save: "Save the selection",
        name: "Name of the selection",
        new_name: "My selection",
        rename: "Rename the selection",
        remove: "Delete the selection",
        removed: |name| format!("The selection “{name}” was deleted"),
        saved: |name| format!("The selection “{name}” was saved"),
    },
};

fn range(format: Format, from: Option<u32>, to: Option<u32>, noun: Plural<'_>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{} to {}", format.count(from.into()), format.counted(to.into(), noun)),
        (Some(from), None) => format!("{} or more", format.counted(from.into(), noun)),
        (None, Some(to)) => format!("up to {}", format.counted(to.into(), noun)),
        (None, None) => String::new(),
    }
}
