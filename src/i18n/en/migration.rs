use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::migration::{MigrationSummary, Move, Place};
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::en::value::VALUE;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::migration::{AlluvialMessages, MigrationMessages, MigrationTableMessages};

/// Forms of "client".
const CLIENTS: Plural<'_> = Plural::two("client", "clients");
/// Forms of "row".
const ROWS: Plural<'_> = Plural::two("row", "rows");
/// Forms of "stream".
const STREAMS: Plural<'_> = Plural::two("stream", "streams");

pub const MIGRATION: MigrationMessages = MigrationMessages {
    title: "Migration: who changed class",
    headline,
    window_facts: |format, (first, last), sum| format!("{} – {}: {sum}", format.date(first), format.date(last)),
    dearest: |format, before, after, tally| {
        let (from, to) = (place_name(before), place_name(after));
        let lost = format.money_short(-tally.change());
        match after {
            Place::NoValue => format!(
                "The costliest move: {} fell from {from} out of all classes, which cost {lost}.",
                format.counted(tally.clients, CLIENTS)
            ),
            _ => format!(
                "The costliest move: {} fell from {from} to {to}, which cost {lost}.",
                format.counted(tally.clients, CLIENTS)
            ),
        }
    },
    outside_windows: |format, rows, sum| format!("in neither window: {}, {sum}", format.counted(rows, ROWS)),
    rules: |rules| format!("Classes by the rules of the ABC-XYZ screen: {rules}"),
    computing: "Comparing the two windows",
    failed: "The windows could not be compared",
    empty_title: "Here you will see who moved up and who slipped",
    empty_text: "Load a file of sales with dates, clients and amounts. Two windows of time stand side by side: who rose a class, who fell, who came, who left, and what each of these cost or brought.",
    earlier: "Before",
    later: "After",
    overlap: "The two windows overlap: sales of the days they share count in both.",
    matrix_title: "From which class to which",
    matrix_caption: "Arrows move from cell to cell, Enter lists the clients of a cell.",
    matrix_explain: "Rows are classes in the earlier window, columns those in the later one. On the diagonal are clients who kept their class; to its left those who rose, to its right those who fell. The colour shows what the clients of a cell bring more or less than before; where they rose and bring less, or fell and bring more, there is none. Choose a cell to list its clients.",
    groups_title: "What became of them",
    move_explain: |one| match one {
        Move::Rose => "a higher class than before",
        Move::Fell => "a lower class than before, or none",
        Move::Came => "no sales in the earlier window",
        Move::Left => "no sales in the later window",
        Move::Stayed => "the same class in both windows",
    },
    before_and_after: |before, after| format!("{before} → {after}"),
    no_rows: "No sales to this client in these days.",
    cell_words: |format, before, after, tally| {
        format!(
            "{} to {}: {}, change {}",
            place_name(before),
            place_name(after),
            format.counted(tally.clients, CLIENTS),
            format.money(tally.change())
        )
    },
    list_of_move: |one| match one {
        Move::Rose => "Clients who rose",
        Move::Fell => "Clients who fell",
        Move::Came => "Clients who came",
        Move::Left => "Clients who left",
        Move::Stayed => "Clients who kept their class",
    },
    list_of_cell: |before, after| format!("Clients: {} → {}", place_name(before), place_name(after)),
    list_all: "All clients of both windows",
    export_file: "migration",
    chart: AlluvialMessages {
        title: "How clients flowed",
        explain: "On the left are classes in the earlier window, on the right those in the later one. A stream is as wide as it has clients: green ones rose or came, red ones fell or left, grey ones stayed. Press a stream to list its clients.",
        label: |format, streams, widest| {
            let count = format.counted(streams as u64, STREAMS);
            match widest {
                Some((before, after, tally)) => format!(
                    "{count} of clients between classes; the widest, {} to {}, has {}.",
                    place_name(before),
                    place_name(after),
                    format.counted(tally.clients, CLIENTS)
                ),
                None => "No client moved between these windows.".to_owned(),
            }
        },
        node: |format, place, is_after, clients| {
            let when = if is_after { "After" } else { "Before" };
            format!("{when}, {}: {}", place_name(place), format.counted(clients, CLIENTS))
        },
        stream: |format, before, after, tally| {
            let names =
                format!("{} → {}: {}", place_name(before), place_name(after), format.counted(tally.clients, CLIENTS));
            let sums = format!(
                "{} → {} ({})",
                format.money(tally.before),
                format.money(tally.after),
                format.money_change(tally.change())
            );
            format!("{names}\n{sums}")
        },
    },
    table: MigrationTableMessages {
        sheet: "Migration",
        what: "Move",
        before: "Class before",
        after: "Class after",
        how_many: "Clients",
        value_before: "Value before",
        value_after: "Value after",
        change: "Change",
        all: "All",
        move_name: |one| match one {
            Move::Rose => "Rose",
            Move::Fell => "Fell",
            Move::Came => "Came",
            Move::Left => "Left",
            Move::Stayed => "Stayed",
        },
        place_name,
        place_head: place_name,
    },
    settings,
};

const fn place_name(place: Place) -> &'static str {
    match place {
        Place::Class(AbcClass::A) => "A",
        Place::Class(AbcClass::B) => "B",
        Place::Class(AbcClass::C) => "C",
        Place::NoValue => "No value",
        Place::Absent => "No sales",
    }
}

fn headline(format: Format, summary: &MigrationSummary) -> String {
    let format = format.by(summary.options.rules.value);
    if summary.windows.is_none() {
        return "All sales are of one day, so there is nothing to compare".to_owned();
    }
    if summary.all.clients == 0 {
        return "No client has sales in these windows".to_owned();
    }
    let mut parts = Vec::new();
    for one in [Move::Fell, Move::Rose, Move::Came, Move::Left] {
        let tally = summary.of(one);
        if tally.clients == 0 {
            continue;
        }
        let who = match parts.is_empty() {
            true => format.counted(tally.clients, CLIENTS),
            false => format.count(tally.clients),
        };
        let change = tally.change();
        let sum = format.money_short(if change.0 < 0 { -change } else { change });
        let brought = format.money_short(tally.after);
        let words = match (one, change.0.signum()) {
            (Move::Fell, -1) => format!("{who} fell to a lower class, which cost {sum}"),
            (Move::Fell, 1) => format!("{who} fell to a lower class, yet brought {sum} more"),
            (Move::Fell, _) => format!("{who} fell to a lower class"),
            (Move::Rose, 1) => format!("{who} rose, which brought {sum} more"),
            (Move::Rose, -1) => format!("{who} rose, yet brought {sum} less"),
            (Move::Came, 1) => format!("{who} came and brought {brought}"),
            (Move::Left, -1) => format!("{who} left, who had brought {sum}"),
            (Move::Left, _) => format!("{who} left"),
            (Move::Came, _) => format!("{who} came"),
            _ => format!("{who} rose"),
        };
        parts.push(words);
    }
    let moves = match (parts.is_empty(), summary.all.clients) {
        (false, _) => parts.join("; "),
        (true, _) if summary.is_classless() => return classless(format, summary.all.clients),
        (true, 1) => "the only client kept its class".to_owned(),
        (true, clients) => format!("all {} kept their class", format.counted(clients, CLIENTS)),
    };
    format!("{}: {moves}", in_all(format, summary))
}

/// Nobody has a class in either window.
fn classless(format: Format, clients: u64) -> String {
    let of = match clients {
        1 => "The only client has no class".to_owned(),
        clients => format!("None of {} has a class", format.counted(clients, CLIENTS)),
    };
    format!("{of}: in both windows as much was returned as was bought, or more")
}

/// What all clients together bring more or less than before.
fn in_all(format: Format, summary: &MigrationSummary) -> String {
    let name = (VALUE.name)(summary.options.rules.value);
    let change = summary.all.change();
    match change.0.signum() {
        1 => format!("{name} rose by {}", format.money_short(change)),
        -1 => format!("{name} fell by {}", format.money_short(-change)),
        _ => format!("{name} did not change"),
    }
}

fn settings(format: Format, summary: &MigrationSummary) -> Vec<(String, String)> {
    let days = |(first, last)| format!("{} – {}", format.date(first), format.date(last));
    let windows = summary.windows.map(|(before, after)| [("Before", days(before)), ("After", days(after))]);
    let options = &summary.options.rules;
    let percent = |basis_points: u32| format.percent(f64::from(basis_points) / 10_000.0, 0);
    let limits = format!("A up to {}, B up to {}", percent(options.abc.a()), percent(options.abc.b()));
    let boundary = super::abc_xyz::boundary_clause(options.boundary).to_owned();
    let measure =
        (options.value != ValueBy::Amount).then(|| (VALUE.topic.title, (VALUE.name)(options.value).to_owned()));
    let settings = windows.into_iter().flatten().chain([("ABC thresholds", limits), ("ABC boundary", boundary)]);
    settings.chain(measure).map(|(name, value)| (name.to_owned(), value)).collect()
}
