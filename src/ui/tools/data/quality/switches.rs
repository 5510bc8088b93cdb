//! Repeated rows, returns, future dates, rows without a client: each a line with its rows, its sum and its switch.

use leptos::prelude::*;

use super::state::QualityState;
use crate::analytics::quality::refinement::{Duplicates, Future, Returns, WithoutClient};
use crate::analytics::quality::{Count, Findings, Refinement};
use crate::i18n::messages::quality::SwitchTexts;
use crate::ui::components::Switch;
use crate::ui::state::i18n::use_i18n;

/// The switches whose rows occur.
#[component]
pub fn Switches(
    /// The table.
    state: QualityState,
) -> impl IntoView {
    let i18n = use_i18n();
    let today = state.today;
    view! {
        <div class="quality__switches">
            <Line
                state=state
                count=|findings| findings.duplicates
                label=|texts| texts.duplicates
                hint=i18n.label(|text| text.quality().switches.duplicates_hint)
                is_on=|refinement| refinement.duplicates == Duplicates::Drop
                on_change=move |on: bool| state.decide(move |refinement| {
                    refinement.duplicates = if on { Duplicates::Drop } else { Duplicates::Keep };
                })
                testid="switch-duplicates"
            />
            <ReturnsSwitch state />
            <Line
                state=state
                count=|findings| findings.future
                label=|texts| texts.future
                hint=Signal::derive(move || (i18n.text().quality().switches.future_hint)(i18n.format(), today))
                is_on=|refinement| refinement.future != Future::Keep
                on_change=move |on: bool| state.decide(move |refinement| {
                    refinement.future = if on { Future::DropAfter(today) } else { Future::Keep };
                })
                testid="switch-future"
            />
            <Line
                state=state
                count=|findings| findings.without_client
                label=|texts| texts.without_client
                hint=i18n.label(|text| text.quality().switches.without_client_hint)
                is_on=|refinement| refinement.without_client != WithoutClient::LeaveOut
                on_change=move |on: bool| {
                    // A name like any other from now on: it is kept with the decision in the language of the moment.
                    let name = untrack(|| i18n.text().quality().switches.nobody.to_owned());
                    state.decide(move |refinement| {
                        refinement.without_client =
                            if on { WithoutClient::OneLine(name) } else { WithoutClient::LeaveOut };
                    });
                }
                testid="switch-without-client"
            />
        </div>
    }
}

/// Whether returns lower sums or do not count; not there where there are none.
#[component]
pub fn ReturnsSwitch(
    /// The table.
    state: QualityState,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Line
            state=state
            count=|findings| findings.returns
            label=|texts| texts.returns
            hint=i18n.label(|text| text.quality().switches.returns_hint)
            is_on=|refinement| refinement.returns == Returns::Drop
            on_change=move |on: bool| state.decide(move |refinement| {
                refinement.returns = if on { Returns::Drop } else { Returns::Net };
            })
            testid="switch-returns"
        />
    }
}

/// One finding. It is not there where no row is concerned.
#[component]
fn Line(
    state: QualityState,
    count: fn(&Findings) -> Count,
    label: fn(&SwitchTexts) -> &'static str,
    hint: Signal<String>,
    is_on: fn(&Refinement) -> bool,
    #[prop(into)] on_change: Callback<bool>,
    testid: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let count = Memo::new(move |_| state.findings.with(|findings| findings.as_ref().map(count)).unwrap_or_default());
    let moved = move || {
        let Count { rows, amount } = count.get();
        (i18n.text().quality().count)(i18n.format(), rows, amount)
    };
    view! {
        <Show when=move || count.get().rows != 0>
            <div class="quality-line">
                <Switch
                    label=Signal::derive(move || label(&i18n.text().quality().switches).to_owned())
                    hint=hint
                    checked=Signal::derive(move || state.refinement.with(is_on))
                    on_change=on_change
                    testid=testid
                />
                <p class="quality-line__count" data-rows=move || count.get().rows.to_string()>{moved}</p>
            </div>
        </Show>
    }
}
