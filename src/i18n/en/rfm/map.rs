use super::CLIENTS;
use crate::analytics::segmentation::rfm::Measure;
use crate::i18n::format::Plural;
use crate::i18n::messages::rfm::map::MapMessages;

pub const MAP: MapMessages = MapMessages {
    grid_title: "Map of scores",
    grid_caption: "Rows are recency, the best on top; columns are the other measure, the best on the right. Arrows move, Enter shows the clients of a cell.",
    grid_explain: "Each cell holds the clients with these two scores. Its name and colour are those of the segment that most of them belong to; the third score may put some into another one.",
    and_others: |name| format!("{name} and others"),
    across: "Across",
    measure: |measure| match measure {
        Measure::Recency => "R: how lately",
        Measure::Frequency => "F: how often",
        Measure::Monetary => "M: for how much",
    },
    cell: |r, measure, score| {
        let letter = if measure == Measure::Frequency { "F" } else { "M" };
        format!("R {r}, {letter} {score}: ")
    },
    segments_title: "Segments",
    columns: ["Segment", "Clients", "of all", "Value", "of value"],
    all_clients: "All clients",
    clients_title: "Clients",
    clients_of: |what| format!("Clients: {what}"),
    scores: |scores| format!("scores {scores}"),
    segment: "Segment",
    score: "RFM",
    days: "Days since purchase",
    title: "Segment rules",
    lead: "Rules are tried from the top; the first that fits takes the client. So the order matters: narrow rules go before wide ones. Your changes apply at once and are kept.",
    name: "Name",
    from: |measure| match measure {
        Measure::Recency => "R from",
        Measure::Frequency => "F from",
        Measure::Monetary => "M from",
    },
    to: |measure| match measure {
        Measure::Recency => "R to",
        Measure::Frequency => "F to",
        Measure::Monetary => "M to",
    },
    clients: |format, clients| format.counted(clients, CLIENTS),
    idle: "Takes nobody: the rules above already take all of these scores.",
    up: "Move up",
    down: "Move down",
    remove: "Remove",
    add: "Add a segment",
    new_name: |number| format!("Segment {number}"),
    reset: "As at the beginning",
    was_reset: "The starting map is back",
    undo: "Undo",
    uncovered: |format, combinations, clients| {
        format!(
            "{} fit no rule: {} there, shown as “Others”.",
            format.counted(
                combinations as u64,
                Plural::new("combination of scores", "combinations of scores", "combinations of scores")
            ),
            format.counted(clients, CLIENTS)
        )
    },
    covered: "Every combination of scores has a segment.",
    bad_name: "A name must say something, and no other segment may have it.",
};
