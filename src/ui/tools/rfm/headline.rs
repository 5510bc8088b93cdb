//! The sentence above the grid, and the quiet lines that say what it was computed from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::segmentation::rfm::RfmSummary;
use crate::i18n::scores::RfmSentence;
use crate::i18n::{Format, Messages};
use crate::ui::components::Headline;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::part::source_facts;

/// Clients for each score below which chance decides who gets it.
const CLIENTS_A_SCORE: u64 = 4;

/// What one would say first about these clients, and from what it was computed.
#[component]
pub(super) fn SegmentsHeadline(
    /// The result.
    summary: Signal<Arc<RfmSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let sentence = Signal::derive(move || {
        let text = i18n.text().rfm();
        summary.with(|summary| {
            let said = RfmSentence::of(summary, |segment| text.segments.name_at(&summary.map, segment));
            (text.headline)(i18n.format(), said)
        })
    });
    let computed_from = computed_from(summary);
    // Pictures are computed from the same, and say nothing of those who are being lost.
    let lines = Signal::derive(move || {
        let bins = summary.with(|summary| (summary.all.clients > 0).then(|| summary.bins().get()));
        let rule = bins.map(i18n.text().rfm().slipping_rule);
        computed_from.get().into_iter().chain(rule).collect::<Vec<_>>()
    });
    view! { <Headline sentence lines testid="rfm-headline" /> }
}

/// What the result was computed from: a line of facts, a line of rules; and that there is too little of it.
pub(super) fn computed_from(summary: Signal<Arc<RfmSummary>>) -> Signal<Vec<String>> {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let lines = move |_: Option<&Vec<String>>| {
        let source = source_facts(workspace, i18n);
        let (format, text) = (i18n.format(), i18n.text());
        summary.with(|summary| {
            let source: Vec<String> = source.iter().cloned().chain(facts(format, text, summary)).collect();
            let (clients, bins) = (summary.all.clients, summary.bins().get());
            let is_few = clients > 0 && clients < CLIENTS_A_SCORE * u64::from(bins);
            let few = is_few.then(|| (text.rfm().few)(format, clients, bins));
            let lines = [source.join(" · "), (text.rfm().rules_in_force)(format, &summary.options)];
            lines.into_iter().chain(few).collect()
        })
    };
    Memo::new(lines).into()
}

/// What the result was computed from, and what was left out of it with its sum.
fn facts(format: Format, text: &Messages, summary: &RfmSummary) -> Vec<String> {
    let (own, shared) = (text.rfm(), text.abc_xyz());
    let mut facts: Vec<String> = summary.window.map(|window| (shared.window)(format, window)).into_iter().collect();
    facts.extend(summary.analysis_date.map(|date| (own.counted_on)(format, date)));
    facts.push((shared.whole)(format, summary.all.clients, &format.money(summary.all.value)));
    if summary.apart.clients > 0 {
        facts.push((own.apart)(format, summary.apart.clients));
    }
    if summary.without_client.0 > 0 {
        let (rows, sum) = summary.without_client;
        facts.push((shared.without_client)(format, rows, &format.money(sum)));
    }
    if summary.outside_window.0 > 0 {
        let (rows, sum) = summary.outside_window;
        facts.push((shared.outside_window)(format, rows, &format.money(sum)));
    }
    facts
}
