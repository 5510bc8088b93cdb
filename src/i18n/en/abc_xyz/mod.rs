mod list;
mod matrix;
mod rules;
mod why;

pub(super) use rules::boundary_clause;

use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::i18n::en::value::VALUE;
use crate::i18n::explain::basis_percent;
use crate::i18n::format::{Format, Plural};
use crate::i18n::headline::MatrixSentence;
use crate::i18n::messages::abc_xyz::{AbcXyzMessages, DaysMessages};

/// Forms of "client".
const CLIENTS: Plural<'_> = Plural::two("client", "clients");
/// Forms of "row".
const ROWS: Plural<'_> = Plural::two("row", "rows");
/// Forms of "day".
const DAYS: Plural<'_> = Plural::two("day", "days");

/// What screens of clients say where there are none.
pub const NOBODY: &str = "No row in these dates names a client";

pub const ABC_XYZ: AbcXyzMessages = AbcXyzMessages {
    title: "ABC-XYZ: which clients matter",
    headline,
    quiet_rule: "Gone quiet: no purchase for over three times the client’s own usual interval; with too few purchases, for longer than nine in ten intervals of all clients",
    window: |format, (first, last)| format!("{} – {}", format.date(first), format.date(last)),
    whole: |format, clients, sum| format!("{} for {sum}", format.counted(clients, CLIENTS)),
    without_client: |format, rows, sum| format!("left out: {} without a client, {sum}", format.counted(rows, ROWS)),
    switched_off: |format, rows, sum| format!("left out by your choice: {}, {sum}", format.counted(rows, ROWS)),
    outside_window: |format, rows, sum| format!("left out: {} outside these dates, {sum}", format.counted(rows, ROWS)),
    last_period_left_out: |_, options| {
        let period = match options.grain {
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
        };
        format!("the dates end before the last {period} does, so regularity does not count it")
    },
    rules_in_force,
    open_rules: "Rules and thresholds",
    computing: "Sorting clients into the matrix",
    failed: "The matrix could not be computed",
    try_again: "Try again",
    empty_title: "Your clients will stand here in nine groups",
    empty_text: "Load a file of sales with dates, clients and amounts. You will see who brings most of the money, who buys regularly and who has gone quiet.",
    days: DaysMessages {
        title: "Dates",
        all: |format, (first, last)| format!("All: {} – {}", format.date(first), format.date(last)),
        proposed: |format, (first, last)| format!("As proposed: {} – {}", format.date(first), format.date(last)),
        latest_year: "Latest 12 months",
        year: |year| format!("{year}"),
        own: "Other dates",
        from: "From",
        to: "To",
    },
    matrix: matrix::MATRIX,
    rules: rules::RULES,
    list: list::LIST,
    why: why::WHY,
};

fn headline(format: Format, by: ValueBy, headline: MatrixSentence) -> String {
    let quiet_of_them = |quiet: u64| match quiet {
        0 => "; none of them has gone quiet".to_owned(),
        1 => "; 1 of them has gone quiet".to_owned(),
        many => format!("; {} of them have gone quiet", format.count(many)),
    };
    match headline {
        MatrixSentence::NoClients => NOBODY.to_owned(),
        MatrixSentence::NoValue { clients: 1 } => "The only client bought no more than was returned".to_owned(),
        MatrixSentence::NoValue { clients } => {
            format!("None of {} brings more than it returned", format.counted(clients, CLIENTS))
        }
        MatrixSentence::NobodyInA { valued: 1 } => "There is one client, and under this rule it is not in A".to_owned(),
        MatrixSentence::NobodyInA { .. } => {
            "The largest client alone is over the threshold of A, so under this rule A is empty".to_owned()
        }
        MatrixSentence::EverybodyInA { valued: 1, quiet } => {
            let quiet = if quiet == 0 { "" } else { " and has gone quiet" };
            format!("One client brings {}{quiet}", (VALUE.all)(by))
        }
        MatrixSentence::EverybodyInA { valued, quiet } => {
            format!(
                "All {} are in A: nobody stands out by size{}",
                format.counted(valued, CLIENTS),
                quiet_of_them(quiet)
            )
        }
        MatrixSentence::FewBringMost { few, clients, share, quiet } => {
            let verb = if few == 1 { "brings" } else { "bring" };
            let quiet = match (few, quiet) {
                (1, 0) => String::new(),
                (1, _) => " and has gone quiet".to_owned(),
                _ => quiet_of_them(quiet),
            };
            format!(
                "{} of {} {verb} {} of {}{quiet}",
                format.count(few),
                format.counted(clients, CLIENTS),
                format.percent(share, 0),
                (VALUE.of)(by),
            )
        }
    }
}

fn rules_in_force(format: Format, options: AbcXyzOptions) -> String {
    let percent = |basis| basis_percent(format, basis);
    let periods = match options.grain {
        Grain::Week => "weeks",
        Grain::Month => "months",
        Grain::Quarter => "quarters",
    };
    let measure = (VALUE.rule)(options.value).map(|measure| format!("{measure}: ")).unwrap_or_default();
    let value = format!(
        "{measure}A up to {}, B up to {}, {}",
        percent(options.abc.a()),
        percent(options.abc.b()),
        rules::boundary_clause(options.boundary)
    );
    let regularity = match options.method {
        XyzMethod::Frequency => format!(
            "X from {} of {periods} with a purchase, Y from {}",
            percent(options.frequency.x()),
            percent(options.frequency.y())
        ),
        XyzMethod::Variation => format!(
            "X up to {} of variation between {periods}, Y up to {}",
            percent(options.variation.x()),
            percent(options.variation.y())
        ),
    };
    format!("{value}; {regularity}")
}
