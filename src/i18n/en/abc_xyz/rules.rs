use super::{CLIENTS, DAYS};
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::Boundary;
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::analytics::stats::variation::Deviation;
use crate::i18n::explain::{basis_percent, half_days};
use crate::i18n::format::Format;
use crate::i18n::messages::abc_xyz::rules::{RuleMessages, Topic};

pub const RULES: RuleMessages = RuleMessages {
    title: "Rules and thresholds",
    lead: "Firms and textbooks draw these lines differently. Under each choice you see how many clients it would move.",
    thresholds: Topic {
        title: "Where A and B end",
        explain: "Clients are sorted from the largest down and what they bring is added up. A ends at the first threshold of the whole, B at the second, the rest is C.",
    },
    a_ends: "A ends at",
    b_ends: "B ends at",
    from_the_curve: |format, a, b| {
        format!("From the curve: {} and {}", basis_percent(format, a), basis_percent(format, b))
    },
    curve_explain: "Computed ABC (Ultsch and Lötsch): A ends where the curve comes nearest to “everything from nobody”, or where one more client no longer brings the average, whichever is first; B where the rest stops being worth the effort.",
    boundary: Topic {
        title: "The client on the threshold",
        explain: "One client nearly always begins below the threshold and ends above it. The rule says which class that client gets.",
    },
    boundary_name: |rule| match rule {
        Boundary::Crossing => "Stays in the better class",
        Boundary::Inclusive => "Falls, unless exactly on it",
        Boundary::Strict => "Falls, even exactly on it",
    },
    boundary_words: |rule| match rule {
        Boundary::Crossing => "Counts what the clients before it bring, so A is never empty.",
        Boundary::Inclusive => "Counts it in: its cumulative share must not exceed the threshold.",
        Boundary::Strict => "Counts it in: its cumulative share must be under the threshold.",
    },
    method: Topic {
        title: "What regular means",
        explain: "The usual textbook measure is variation, made for goods in stock. Clients buy less often than goods are sold, so it puts nearly all of them into Z; the share of periods with a purchase tells them apart.",
    },
    method_name: |method| match method {
        XyzMethod::Frequency => "Share of periods with a purchase",
        XyzMethod::Variation => "Coefficient of variation",
    },
    method_words: |method| match method {
        XyzMethod::Frequency => "In how many months of those since the first purchase the client bought.",
        XyzMethod::Variation => "How much the sums of periods differ from their mean. Empty periods count as zero.",
    },
    x_threshold: |method| match method {
        XyzMethod::Frequency => "X from",
        XyzMethod::Variation => "X up to",
    },
    y_threshold: |method| match method {
        XyzMethod::Frequency => "Y from",
        XyzMethod::Variation => "Y up to",
    },
    grain: Topic {
        title: "Length of a period",
        explain: "Periods much shorter than the usual interval between purchases make everybody look irregular; much longer ones make everybody look regular.",
    },
    grain_name: |grain| match grain {
        Grain::Week => "Weeks",
        Grain::Month => "Months",
        Grain::Quarter => "Quarters",
    },
    grain_proposal,
    take_proposal: |grain| match grain {
        Grain::Week => "Count in weeks",
        Grain::Month => "Count in months",
        Grain::Quarter => "Count in quarters",
    },
    deviation: Topic {
        title: "Kind of deviation",
        explain: "The standard deviation under the coefficient of variation. Spreadsheets offer both; with few periods they differ visibly.",
    },
    deviation_name: |deviation| match deviation {
        Deviation::Sample => "Sample",
        Deviation::Population => "Population",
    },
    deviation_words: |deviation| match deviation {
        Deviation::Sample => "Divides by one less than the number of periods, as STDEV.S does.",
        Deviation::Population => "Divides by the number of periods, as STDEV.P does.",
    },
    default_mark: "default",
    would_move: |format, clients| match clients {
        0 => "No client would change class".to_owned(),
        _ => format!("{} would change class", format.counted(clients, CLIENTS)),
    },
    counting: "Counting",
    in_force: "In force",
    reset: "Back to the defaults",
    percent: "%",
};

/// What happens to the client on the threshold, as part of a longer line.
pub(in crate::i18n) const fn boundary_clause(rule: Boundary) -> &'static str {
    match rule {
        Boundary::Crossing => "the client on the threshold stays in the better class",
        Boundary::Inclusive => "the client over the threshold falls",
        Boundary::Strict => "the client on or over the threshold falls",
    }
}

fn grain_proposal(format: Format, grain: Grain, median_gap_days_twice: Option<u32>) -> String {
    let periods = match grain {
        Grain::Week => "weeks",
        Grain::Month => "months",
        Grain::Quarter => "quarters",
    };
    match median_gap_days_twice {
        Some(twice) => {
            let noun = if twice == 2 { DAYS.one } else { DAYS.many };
            format!(
                "Half of the intervals between purchases are up to {} {noun}, so {periods} suit.",
                half_days(format, twice)
            )
        }
        None => format!("Nobody has bought on two days yet, so {periods} are as good as any."),
    }
}
