//! Touch, unknown labels, spellings: each with what it moves.

use leptos::prelude::*;

use super::page::Report;
use super::state::use_sources;
use crate::analytics::funnel::sources::{Touch, Unknown};
use crate::ui::components::{Button, Explain, Notice, NoticeKind, Segmented, Switch};
use crate::ui::state::i18n::use_i18n;

/// The choices.
#[component]
pub(super) fn Choices(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_sources();
    let text = move || i18n.text().sources();
    let has_leads = Memo::new(move |_| report.with(|report| report.has_leads));
    let moves = move || {
        let count = report.with(|report| report.moved_by_touch);
        (count > 0).then(|| (text().touch_moves)(i18n.format(), count))
    };
    let touch = move || state.options().with(|options| options.touch);
    let returning = move || {
        let count = report.with(|report| report.returning);
        (count > 0).then(|| (text().returning)(i18n.format(), count))
    };
    let not_known = Memo::new(move |_| report.with(|report| report.not_known.clone()));
    let hint = Signal::derive(move || {
        not_known.with(|labels| {
            let name = |label: &Option<String>| label.clone().unwrap_or_else(|| text().empty.to_owned());
            let names: Vec<String> = labels.iter().map(|(label, _)| name(label)).collect();
            (text().together_hint)(i18n.format(), &names.join(", "), labels.iter().map(|(_, count)| count).sum())
        })
    });
    let together = Signal::derive(move || state.options().with(|options| options.unknown == Unknown::Together));
    view! {
        <div class="sources__choices no-print">
            <Show when=move || has_leads.get()>
                <div class="sources__touch">
                    <Segmented
                        label=i18n.label(|text| text.sources().touch)
                        all=|| Touch::ALL
                        name=move |touch| (text().touch_name)(touch).to_owned()
                        chosen=touch
                        on_change=move |touch| state.change(|options| options.touch = touch)
                        testid="sources-touch"
                    />
                    <Explain
                        text=i18n.label(|text| text.sources().touch_explain)
                        label=i18n.label(|text| text.sources().touch)
                    />
                    <p class="hint">{moves}</p>
                    <Show when=move || touch() == Touch::First>
                        <p class="hint">{i18n.phrase(|text| text.sources().touch_funnel)}</p>
                    </Show>
                </div>
            </Show>
            <Show when=move || not_known.with(|labels| !labels.is_empty())>
                <Switch
                    label=i18n.label(|text| text.sources().together)
                    hint=hint
                    checked=together
                    on_change=move |together: bool| {
                        let unknown = if together { Unknown::Together } else { Unknown::Apart };
                        state.change(|options| options.unknown = unknown);
                    }
                    testid="sources-together"
                />
            </Show>
            <p class="hint">{returning}</p>
        </div>
        <Spellings report />
    }
}

/// Offers to merge labels that differ by case or spaces.
#[component]
fn Spellings(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_sources();
    let groups = Memo::new(move |_| report.with(|report| report.spellings.clone()));
    let is_merged = Memo::new(move |_| state.options().with(|options| !options.merges.is_empty()));
    let merge = move |()| {
        let groups = groups.get_untracked();
        state.change(|options| {
            for group in &groups {
                if let Some((into, from)) = group.split_first() {
                    options.merges.extend(from.iter().map(|from| (from.clone(), into.clone())));
                }
            }
        });
    };
    let words = Signal::derive(move || {
        groups.with(|groups| {
            let names: Vec<String> = groups.iter().map(|group| group.join(" = ")).collect();
            format!("{} {}", (i18n.text().sources().merge_text)(i18n.format(), groups.len() as u64), names.join("; "))
        })
    });
    let merged = Signal::derive(move || {
        let pair = |(from, into): &(String, String)| format!("{from} → {into}");
        state.options().with(|options| options.merges.iter().map(pair).collect::<Vec<_>>().join("; "))
    });
    view! {
        <Show when=move || groups.with(|groups| !groups.is_empty())>
            <Notice
                kind=NoticeKind::Info
                testid="sources-spellings"
                title=i18n.label(|text| text.sources().merge_title)
                text=words
            >
                <Button testid="sources-merge" label=i18n.label(|text| text.sources().merge) on_press=merge />
            </Notice>
        </Show>
        <Show when=move || is_merged.get()>
            <Notice
                kind=NoticeKind::Info
                testid="sources-merged"
                title=i18n.label(|text| text.sources().merged_title)
                text=merged
            >
                <Button
                    testid="sources-unmerge"
                    label=i18n.label(|text| text.sources().unmerge)
                    on_press=move || state.change(|options| options.merges.clear())
                />
            </Notice>
        </Show>
    }
}
