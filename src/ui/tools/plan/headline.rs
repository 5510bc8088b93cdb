//! What the plan asks, in a sentence, and how sure that is.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::{ComputedPlan, headline, notes, range_note};
use crate::ui::components::{Explain, Headline};
use crate::ui::state::i18n::use_i18n;

/// The sentence and the quiet lines below it.
#[component]
pub(super) fn PlanHeadline(
    /// The plan.
    computed: Signal<Arc<ComputedPlan>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let said = Memo::new(move |_| computed.with(|computed| headline(i18n.format(), i18n.text().plan(), computed)));
    let quiet = Signal::derive(move || computed.with(|computed| notes(i18n.format(), i18n.text().plan(), computed)));
    let range = Memo::new(move |_| computed.with(|computed| range_note(i18n.format(), i18n.text().plan(), computed)));
    view! {
        <Headline
            sentence=Signal::derive(move || said.get().0)
            is_bad=Signal::derive(move || said.with(|(_, missed)| *missed))
            lines=quiet
            testid="plan-sentence"
        >
            <Show when=move || range.with(Option::is_some)>
                <p class="headline__quiet" data-testid="plan-range">
                    {move || range.get()}
                    " "
                    <Explain
                        text=i18n.label(|text| text.plan().range_explain)
                        label=i18n.label(|text| text.plan().range_title)
                    />
                </p>
            </Show>
        </Headline>
    }
}
