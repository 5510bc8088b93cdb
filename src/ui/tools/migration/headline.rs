//! The sentence above the matrix, and the quiet lines that say what it was computed from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::amount::Sum;
use crate::analytics::segmentation::migration::MigrationSummary;
use crate::i18n::{Format, Messages};
use crate::ui::components::Headline;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::part::source_facts;

/// What one would say first about the moves, and from what they were computed.
#[component]
pub(super) fn MovesHeadline(
    /// The result.
    summary: Signal<Arc<MigrationSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let sentence =
        Signal::derive(move || summary.with(|summary| (i18n.text().migration().headline)(i18n.format(), summary)));
    let dearest = move || {
        let text = i18n.text().migration();
        summary.with(|summary| {
            summary.dearest().map(|(before, after, tally)| {
                (text.dearest)(i18n.format().by(summary.options.rules.value), before, after, tally)
            })
        })
    };
    view! {
        <Headline sentence=sentence lines=computed_from(summary) testid="migration-headline">
            {move || dearest().map(|line| view! { <p class="moves__dearest" data-testid="migration-dearest">{line}</p> })}
        </Headline>
    }
}

/// What the result was computed from: a line of facts, a line of rules.
pub(super) fn computed_from(summary: Signal<Arc<MigrationSummary>>) -> Signal<Vec<String>> {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let lines = move |_: Option<&Vec<String>>| {
        let source = source_facts(workspace, i18n);
        let (format, text) = (i18n.format(), i18n.text());
        summary.with(|summary| {
            let source: Vec<String> = source.iter().cloned().chain(facts(format, text, summary)).collect();
            let rules = (text.abc_xyz().rules_in_force)(format, summary.options.rules);
            vec![source.join(" · "), (text.migration().rules)(&rules)]
        })
    };
    Memo::new(lines).into()
}

/// Both windows with what they brought, and what was left out with its sum.
fn facts(format: Format, text: &Messages, summary: &MigrationSummary) -> Vec<String> {
    let (own, shared) = (text.migration(), text.abc_xyz());
    let window = |days, sum: Sum| (own.window_facts)(format, days, &format.by(summary.options.rules.value).money(sum));
    let windows = summary
        .windows
        .map(|(before, after)| vec![window(before, summary.all.before), window(after, summary.all.after)]);
    let mut facts = windows.unwrap_or_default();
    if summary.without_client.0 > 0 {
        let (rows, sum) = summary.without_client;
        facts.push((shared.without_client)(format, rows, &format.money(sum)));
    }
    if summary.outside_windows.0 > 0 {
        let (rows, sum) = summary.outside_windows;
        facts.push((own.outside_windows)(format, rows, &format.money(sum)));
    }
    facts
}
