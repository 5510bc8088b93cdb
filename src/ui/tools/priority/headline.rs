//! The sentence above, and the quiet lines that say what it was computed from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::segmentation::priority::PrioritySummary;
use crate::i18n::messages::priority::PrioritySentence;
use crate::i18n::{Format, Messages};
use crate::ui::components::Headline;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::part::source_facts;

/// What one would say first, and from what it was computed.
#[component]
pub(super) fn PriorityHeadline(summary: Signal<Arc<PrioritySummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let sentence = Signal::derive(move || {
        let (format, text) = (i18n.format(), i18n.text().priority());
        summary.with(|summary| {
            let best = summary.groups.first().copied().unwrap_or_default();
            let unscored = summary.groups.last().map_or(0, |group| group.clients);
            let headline = PrioritySentence {
                group: text.name_of(&summary.options.groups, 0),
                clients: best.clients,
                all: summary.clients,
                share: summary.share(best).map(|share| format.percent(share, 0)),
                is_scored: unscored < summary.clients,
            };
            (text.headline)(format, headline)
        })
    });
    let source = Signal::derive(move || {
        let facts = summary.with(|summary| facts(i18n.format(), i18n.text(), summary));
        vec![source_facts(workspace, i18n).into_iter().chain(facts).collect::<Vec<_>>().join(" · ")]
    });
    view! { <Headline sentence=sentence lines=source /> }
}

fn facts(format: Format, text: &Messages, summary: &PrioritySummary) -> Vec<String> {
    let shared = text.abc_xyz();
    let left_out = |words: fn(Format, u64, &str) -> String, (rows, sum): (u64, _)| {
        (rows > 0).then(|| words(format, rows, &format.money(sum)))
    };
    let partly = summary.partly_covered;
    [
        summary.window.map(|window| (shared.window)(format, window)),
        Some((shared.whole)(format, summary.clients, &format.money(summary.total))),
        left_out(shared.without_client, summary.without_client),
        left_out(shared.outside_window, summary.outside_window),
        (partly > 0).then(|| (text.priority().partly_covered)(format, partly)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
