//! The part of the report on what may be wrong.

use leptos::prelude::*;

use super::merges::Merges;
use super::spellings::Spellings;
use super::state::QualityState;
use super::switches::Switches;
use crate::analytics::quality::Findings;
use crate::ui::components::{Icon, IconView};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::WhichTable;
use crate::ui::tools::failure::Failure;

/// What may be wrong in a table, each with its rows, its sum and its switch.
#[component]
pub fn Quality(
    /// The table.
    which: WhichTable,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = QualityState::derive(which);
    let is_known = state.report().is_there();
    let is_looking = move || !is_known.get() && state.report().failure().with(Option::is_none);
    let looking = move || {
        is_looking().then(|| view! { <p class="quality__lead">{i18n.phrase(|text| text.quality().looking)}</p> })
    };
    let is_clean = Memo::new(move |_| state.findings.get() == Some(Findings::default()));
    let kept = move || state.account.get().map(|account| (i18n.text().quality().kept)(i18n.format(), &account));
    view! {
        <section
            class="quality"
            aria-labelledby="quality-title"
            aria-busy=move || is_looking().to_string()
            data-testid="quality"
        >
            <h2 id="quality-title">{i18n.phrase(|text| text.quality().heading)}</h2>
            <Failure error=state.report().failure() again=state.report().again() />
            {looking}
            <Show when=move || is_known.get()>
                <p class="quality__lead">{i18n.phrase(|text| text.quality().lead)}</p>
                <Show when=move || is_clean.get()>
                    <p class="quality__clean">
                        <IconView icon=Icon::CheckCircle />
                        <span>{i18n.phrase(|text| text.quality().nothing)}</span>
                    </p>
                </Show>
                <Switches state=state />
                <Spellings state=state />
                <Merges state=state />
            </Show>
            <p class="quality__kept" role="status" data-testid="quality-kept">{kept}</p>
        </section>
    }
}
