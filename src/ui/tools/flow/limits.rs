//! What counts as fast and as much.

use leptos::prelude::*;

use super::figures::limits_line;
use super::numbers::DAYS_MAX;
use crate::profile::NamedRules;
use crate::profile::flow::BoardLimits;
use crate::ui::components::{Disclosure, NumberField, Segmented};
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::ListLens;
use crate::ui::tools::field_numbers::{AMOUNT_MAX, amount_of, small_count_of, typed_amount};
use crate::ui::tools::kept_rules::KeptRules;

/// The limits in force, and what opens to change them.
#[component]
pub(super) fn LimitFields() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let board = state.board();
    let by_hand = Memo::new(move |_| board.with(|board| board.by_hand));
    let line = Signal::derive(move || {
        let limits = board.with(crate::profile::flow::FlowBoard::limits);
        limits.map(|limits| limits_line(i18n.format(), i18n.text().flow(), limits)).unwrap_or_default()
    });
    let way = move |by_hand| {
        let text = i18n.text().flow();
        if by_hand { text.by_hand } else { text.by_medians }.to_owned()
    };
    let choose = move |by_hand| {
        state.change(move |board| {
            // What is typed begins with what was in force.
            if let (true, false, Some(limits)) = (by_hand, board.by_hand, board.limits()) {
                (board.fast_days, board.much) = limits.whole();
            }
            board.by_hand = by_hand;
        });
    };
    view! {
        <div class="flow-limits no-print">
            <p class="flow-limits__line" data-testid="flow-limits">{line}</p>
            <Disclosure summary=i18n.label(|text| text.flow().limits)>
                <div class="flow-limits__fields">
                    <Segmented
                        label=i18n.label(|text| text.flow().limits_by)
                        all=|| [false, true]
                        name=way
                        chosen=move || by_hand.get()
                        on_change=choose
                        testid="flow-limits-by"
                    />
                    <Show when=move || by_hand.get()>
                        <NumberField
                            label=i18n.label(|text| text.flow().fast_days)
                            value=Signal::derive(move || board.with(|board| f64::from(board.fast_days)))
                            min=0.0
                            max=DAYS_MAX
                            step=1.0
                            testid="flow-fast-days"
                            on_change=move |typed| state.change(move |board| board.fast_days = small_count_of(typed))
                        />
                        <NumberField
                            label=i18n.label(|text| text.flow().much)
                            value=Signal::derive(move || board.with(|board| typed_amount(board.much)))
                            min=0.0
                            max=AMOUNT_MAX
                            step=1000.0
                            testid="flow-much"
                            on_change=move |typed| state.change(move |board| board.much = amount_of(typed))
                        />
                    </Show>
                </div>
                <p class="flow-hint">{i18n.phrase(|text| text.flow().ties)}</p>
                <KeptRules
                    place=ListLens { get: |rules: &NamedRules| &rules.flow, get_mut: |rules| &mut rules.flow }
                    rules=Signal::derive(move || board.with(BoardLimits::of))
                    on_take=Callback::new(move |rules: BoardLimits| state.change(move |board| rules.set(board)))
                />
            </Disclosure>
        </div>
    }
}
