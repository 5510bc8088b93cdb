//! One group of names: what to merge is ticked, the name that stays is chosen.

use std::sync::Arc;

use leptos::prelude::*;

use super::choices;
use super::state::QualityState;
use crate::analytics::quality::{Confidence, Merge, Spelling, SpellingGroup};
use crate::ui::components::{Button, Chip, Tone, unique_id};
use crate::ui::state::i18n::use_i18n;

/// What is chosen in a group.
#[derive(Clone, Copy, Debug)]
struct Chosen {
    ticked: RwSignal<Vec<bool>>,
    main: RwSignal<usize>,
}

/// A group of names that may mean one client.
#[component]
pub fn Group(
    /// The table.
    state: QualityState,
    /// The names.
    group: SpellingGroup,
) -> impl IntoView {
    let i18n = use_i18n();
    let chosen = Chosen { ticked: RwSignal::new(choices::ticked_at_first(&group)), main: RwSignal::new(0) };
    let main = group.main().map(|main| main.name.clone()).unwrap_or_default();
    let radios = unique_id("spelling");
    let rows = group.spellings.iter().cloned().enumerate().map(|(index, spelling)| {
        view! { <Row spelling=spelling index=index chosen=chosen radios=radios.clone() /> }
    });
    let rows = rows.collect_view();
    let group = Arc::new(group);
    let merge = Memo::new(move |_| chosen.ticked.with(|ticked| choices::chosen(&group, ticked, chosen.main.get())));
    let press = move |()| {
        let Some(Merge { into, from }) = merge.get_untracked() else { return };
        let words = untrack(|| (i18n.text().quality().spellings.merged)(i18n.format(), &into, from.len() as u64));
        state.merge(vec![Merge { into, from }], words);
    };
    view! {
        <li class="spelling-group" data-testid="spelling-group">
            <fieldset class="spelling-group__names">
                <legend class="visually-hidden">{move || (i18n.text().quality().spellings.group)(&main)}</legend>
                {rows}
            </fieldset>
            <Button
                testid="spelling-merge"
                label=i18n.label(|text| text.quality().spellings.merge)
                disabled=Signal::derive(move || merge.with(Option::is_none))
                on_press=press
            />
        </li>
    }
}

/// One name: a box to tick, a point to make it the main one, what differs, its rows and its sum.
#[component]
fn Row(spelling: Spelling, index: usize, chosen: Chosen, radios: String) -> impl IntoView {
    let i18n = use_i18n();
    let Chosen { ticked, main } = chosen;
    let Spelling { name, key, rows, amount, differences, confidence } = spelling;
    let is_main = move || main.get() == index;
    let is_ticked = move || is_main() || ticked.with(|ticked| ticked.get(index).is_some_and(|ticked| *ticked));
    let (for_box, for_main) = (name.clone(), name.clone());
    let details = unique_id("spelling-details");
    // The first name is what the others were compared with.
    let differs = (index > 0).then(|| {
        let tone = match confidence {
            Confidence::Sure => Tone::Good,
            Confidence::Likely => Tone::Neutral,
            Confidence::Possible => Tone::Warn,
        };
        let words = move || {
            let texts = &i18n.text().quality().spellings;
            differences.iter().map(|difference| (texts.difference)(*difference)).collect::<Vec<_>>().join(", ")
        };
        view! {
            <Chip
                tone=tone
                label=Signal::derive(move || (i18n.text().quality().spellings.confidence)(confidence).to_owned())
            />
            <span class="spelling__differences">{words}</span>
        }
    });
    // What made them a group; a mistyped name has another.
    let compared = (index == 0 || confidence == Confidence::Possible).then(|| {
        view! {
            <span class="spelling__key" data-testid="spelling-key">
                {move || (i18n.text().quality().spellings.key)(&key)}
            </span>
        }
    });
    view! {
        <div class="spelling" class:spelling--main=is_main>
            <input
                type="checkbox"
                class="spelling__tick"
                data-testid="spelling-tick"
                aria-label=move || (i18n.text().quality().spellings.include)(&for_box)
                aria-describedby=details.clone()
                prop:checked=is_ticked
                disabled=is_main
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    ticked.update(|ticked| {
                        if let Some(ticked) = ticked.get_mut(index) {
                            *ticked = on;
                        }
                    });
                }
            />
            <div class="spelling__words">
                <span class="spelling__name">{name}</span>
                <p class="spelling__details" id=details.clone()>
                    {differs}
                    {compared}
                    <span class="spelling__count">
                        {move || (i18n.text().quality().count)(i18n.format(), rows, amount)}
                    </span>
                </p>
            </div>
            <label class="spelling__main">
                <input
                    type="radio"
                    name=radios
                    data-testid="spelling-main"
                    aria-label=move || (i18n.text().quality().spellings.make_main)(&for_main)
                    prop:checked=is_main
                    on:change=move |_| main.set(index)
                />
                <span aria-hidden="true">{i18n.phrase(|text| text.quality().spellings.main)}</span>
            </label>
        </div>
    }
}
