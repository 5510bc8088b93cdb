use super::CLIENTS;
use crate::analytics::segmentation::abc_xyz::Label;
use crate::i18n::en::value::VALUE;
use crate::i18n::messages::abc_xyz::list::ClientListMessages;

pub const LIST: ClientListMessages = ClientListMessages {
    title: |code| match code {
        Some(code) => format!("Clients of {code}"),
        None => "All clients".to_owned(),
    },
    found: |format, count| format.counted(count, CLIENTS),
    search: "Find a client",
    filter: "Only",
    label_name: |label| match label {
        Label::New => "New",
        Label::OneOff => "One-off",
        Label::Lost => "Gone quiet",
    },
    label_of_one: |label| match label {
        Label::New => "New",
        Label::OneOff => "One-off",
        Label::Lost => "Gone quiet",
    },
    label_explain: |label| match label {
        Label::New => "Fewer than three full periods have passed since the first purchase.",
        Label::OneOff => "One order in all.",
        Label::Lost => {
            "No purchase for over three times the client’s own usual interval; with too few purchases, for longer than nine in ten intervals of all clients."
        }
    },
    all_clients: "Show all clients",
    export_file: "clients",
    rank: "No.",
    name: "Client",
    class: "Class",
    value: |by, sign| match sign {
        "" => (VALUE.name)(by).to_owned(),
        sign => format!("{}, {sign}", (VALUE.name)(by)),
    },
    share: "Share",
    share_with: "Running share",
    orders: "Orders",
    regularity: "Periods with a purchase",
    last: "Last purchase",
    labels: "Notes",
    active_of: |format, active, periods| format!("{} of {}", format.count(active.into()), format.count(periods.into())),
    nobody: "No client fits",
    nobody_hint: "Change the search, or take a filter off.",
    loading: "Loading",
    keys_hint: "Up and down arrows move along the list, Enter shows why a client has its class.",
};
