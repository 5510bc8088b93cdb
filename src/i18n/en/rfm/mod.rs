mod chart;
mod export;
mod map;
mod rules;
mod segments;
mod why;

use crate::analytics::segmentation::rfm::RfmOptions;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::rfm::RfmMessages;
use crate::i18n::scores::RfmSentence;

/// Forms of "client".
const CLIENTS: Plural<'_> = Plural::new("client", "clients", "clients");
/// Forms of "day".
const DAYS: Plural<'_> = Plural::new("day", "days", "days");

pub const RFM: RfmMessages = RfmMessages {
    title: "RFM: who to call first",
    headline,
    slipping_rule: |bins| {
        let low = if bins == 3 { "1" } else { "1 or 2" };
        format!(
            "You are losing: scores of {} or {bins} for frequency and value, {low} for recency. Scores compare clients with one another; “gone quiet” on the ABC-XYZ screen compares a client with its own usual interval",
            bins - 1
        )
    },
    counted_on: |format, day| format!("recency counted back from {}", format.date(day)),
    rules_in_force,
    apart: |format, clients| format!("standing apart: {} without a purchase", format.counted(clients, CLIENTS)),
    analysis_date: "Counted back from",
    open_rules: "Scores and borders",
    open_map: "Segment rules",
    computing: "Clients are being scored",
    few: |format, clients, bins| {
        format!(
            "{} for {}: with so few, chance decides who gets which score. Take fewer scores, or look at clients one by one.",
            format.counted(clients, CLIENTS),
            format.counted(bins.into(), Plural::two("score", "scores"))
        )
    },
    failed: "Scores could not be computed",
    empty_title: "Here clients part into ten segments",
    empty_text: "Load a sales file with dates, clients and amounts. You will see who buys lately, often and for much, and which good clients are slipping away.",
    segments: segments::SEGMENTS,
    map: map::MAP,
    rules: rules::RULES,
    chart: chart::CHART,
    why: why::WHY,
    export: export::EXPORT,
};

fn headline(format: Format, headline: RfmSentence<'_>) -> String {
    let (best, clients, all, share, slipping, slipping_share) = match headline {
        RfmSentence::Nobody => return "Nobody has bought anything in these dates".to_owned(),
        RfmSentence::NoValue { all } => {
            return format!(
                "{}; returns outweigh purchases, so that shares of sales say nothing",
                format.counted(all, CLIENTS)
            );
        }
        RfmSentence::Segments { best, clients, all, share, slipping, slipping_share } => {
            (best, clients, all, share, slipping, slipping_share)
        }
    };
    let brings = format.plural(clients, Plural::two("brings", "bring"));
    let what = share.map_or_else(|| "most".to_owned(), |share| format!("{} of sales", format.percent(share, 0)));
    let first = format!("“{best}”: {} of {} {brings} {what}", format.count(clients), format.counted(all, CLIENTS));
    if slipping == 0 {
        return format!("{first}; of those who bought most you are losing nobody");
    }
    let losing = format!("{first}; you are losing {} of those who bought most", format.count(slipping));
    match slipping_share {
        Some(share) => format!("{losing}, and {} of sales with them", format.percent(share, 0)),
        None => losing,
    }
}

fn rules_in_force(_: Format, options: &RfmOptions) -> String {
    let text = &RFM.rules;
    format!(
        "{}; {}; frequency: {}",
        (text.method_name)(options.binning.method()),
        (text.bins_name)(options.binning.bins()).to_lowercase(),
        (text.frequency_name)(options.counted()).to_lowercase()
    )
}
