//! Names of one client: groups to merge, the surest first.

use leptos::prelude::*;

use super::choices;
use super::group::Group;
use super::state::QualityState;
use crate::analytics::quality::SpellingGroup;
use crate::ui::components::{Button, ButtonKind, Icon};
use crate::ui::state::i18n::use_i18n;

/// Groups shown to begin with, and added by a press.
const GROUPS_SHOWN: usize = 8;

/// The groups that are left to look at.
#[component]
pub fn Spellings(
    /// The table.
    state: QualityState,
) -> impl IntoView {
    let i18n = use_i18n();
    let report = state.report().value();
    let groups = Memo::new(move |_| {
        report.with(|report| report.as_ref().map(|report| report.groups.clone())).unwrap_or_default()
    });
    let all = Memo::new(move |_| report.with(|report| report.as_ref().map_or(0, |report| report.groups_all)));
    let limit = RwSignal::new(GROUPS_SHOWN);
    let shown = Memo::new(move |_| groups.with(|groups| groups.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let shown_count = move || shown.with(Vec::len) as u64;
    let known = move || groups.with(Vec::len);
    let sure = Memo::new(move |_| groups.with(|groups| choices::sure(groups)));
    let sure_count = move || sure.with(Vec::len) as u64;
    // One of them is merged where it stands.
    let has_sure = Memo::new(move |_| sure_count() > 1);
    let merge_sure = move |()| {
        let (merges, texts, format) = untrack(|| (sure.get(), &i18n.text().quality().spellings, i18n.format()));
        let words = (texts.merged_many)(format, merges.len() as u64);
        state.merge(merges, words);
    };
    let next = move || (known().saturating_sub(limit.get())).min(GROUPS_SHOWN) as u64;
    view! {
        <Show when=move || all.get() != 0>
            <section class="spellings" aria-labelledby="spellings-title">
                <div class="spellings__head">
                    <h3 id="spellings-title">{i18n.phrase(|text| text.quality().spellings.heading)}</h3>
                    <p class="spellings__found">
                        {move || (i18n.text().quality().spellings.found)(i18n.format(), all.get(), shown_count())}
                    </p>
                </div>
                <p class="quality__lead">{i18n.phrase(|text| text.quality().spellings.lead)}</p>
                <Show when=move || has_sure.get()>
                    <Button
                        icon=Icon::Users
                        testid="spelling-merge-sure"
                        label=Signal::derive(move || {
                            (i18n.text().quality().spellings.merge_sure)(i18n.format(), sure_count())
                        })
                        on_press=merge_sure
                    />
                </Show>
                <ul class="spellings__groups">
                    <For each=move || shown.get() key=group_key let:group>
                        <Group state=state group=group />
                    </For>
                </ul>
                <Show when=move || next() != 0>
                    <Button
                        kind=ButtonKind::Quiet
                        testid="spelling-more"
                        label=Signal::derive(move || (i18n.text().quality().spellings.more)(i18n.format(), next()))
                        on_press=move || limit.update(|limit| *limit += GROUPS_SHOWN)
                    />
                </Show>
            </section>
        </Show>
    }
}

/// What tells groups apart: their names.
fn group_key(group: &SpellingGroup) -> Vec<String> {
    group.spellings.iter().map(|spelling| spelling.name.clone()).collect()
}
