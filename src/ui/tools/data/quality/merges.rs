//! What was merged, to be split again.

use leptos::prelude::*;

use super::state::QualityState;
use crate::analytics::quality::Merge;
use crate::ui::components::{Disclosure, Icon, IconView};
use crate::ui::state::i18n::use_i18n;

/// The merges in force, the latest first.
#[component]
pub fn Merges(
    /// The table.
    state: QualityState,
) -> impl IntoView {
    let i18n = use_i18n();
    let merges = Memo::new(move |_| state.refinement.with(|refinement| refinement.merges.clone()));
    let count = move || merges.with(Vec::len) as u64;
    view! {
        <Show when=move || count() != 0>
            <Disclosure summary=Signal::derive(move || {
                (i18n.text().quality().spellings.done)(i18n.format(), count())
            })>
                <ul class="merges">
                    <For
                        each=move || merges.get().into_iter().rev()
                        key=|merge| (merge.into.clone(), merge.from.clone())
                        let:merge
                    >
                        <Line state=state merge=merge />
                    </For>
                </ul>
            </Disclosure>
        </Show>
    }
}

#[component]
fn Line(state: QualityState, merge: Merge) -> impl IntoView {
    let i18n = use_i18n();
    let Merge { into, from } = merge;
    let (spoken, split) = (into.clone(), into.clone());
    view! {
        <li class="merges__line" data-testid="merge-line">
            <span class="merges__names">{move || (i18n.text().quality().spellings.merge_line)(&into, &from)}</span>
            <button
                type="button"
                class="button button--quiet"
                data-testid="merge-split"
                aria-label=move || (i18n.text().quality().spellings.split_label)(&spoken)
                on:click=move |_| {
                    let into = split.clone();
                    state.decide(move |refinement| refinement.split(&into));
                }
            >
                <IconView icon=Icon::Undo />
                <span class="button__label">{i18n.phrase(|text| text.quality().spellings.split)}</span>
            </button>
        </li>
    }
}
