//! The one to take next.

use leptos::prelude::*;

use super::aside::use_set_aside;
use super::figures::Figures;
use crate::profile::flow::ItemState;
use crate::ui::components::{Button, ButtonKind, Icon};
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;

/// The first in the order of service, large.
#[component]
pub(super) fn Next() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let board = state.board();
    let first = Memo::new(move |_| {
        board.with(|board| board.in_order().into_iter().next().map(|(cell, item)| (cell, item.clone())))
    });
    let set_aside = use_set_aside();
    let set = move |to: ItemState| {
        if let Some((_, item)) = first.get_untracked() {
            set_aside.run((item.id, item.name, to));
        }
    };
    let words = move || match first.get() {
        None => view! { <p class="flow-next__nothing">{i18n.text().flow().nothing_waits}</p> }.into_any(),
        Some((cell, item)) => {
            let text = i18n.text().flow();
            let figures = Figures::of(i18n.format(), text, &item);
            let line = [figures.amount, figures.days, figures.per_day, (text.cell)(cell).to_owned()].join(" · ");
            view! {
                <p class="flow-next__name" data-testid="flow-next">{item.name}</p>
                <p class="flow-next__figures">{line}</p>
            }
            .into_any()
        }
    };
    view! {
        <section class="flow-next" aria-label=i18n.phrase(|text| text.flow().next)>
            <div role="status">
                <h2 class="flow-next__title">{i18n.phrase(|text| text.flow().next)}</h2>
                {words}
            </div>
            <Show when=move || first.with(Option::is_some)>
                <div class="flow-next__actions no-print">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Check
                        testid="flow-next-done"
                        label=i18n.label(|text| text.flow().done_short)
                        on_press=move || set(ItemState::Done)
                    />
                    <Button
                        icon=Icon::History
                        testid="flow-next-postpone"
                        label=i18n.label(|text| text.flow().postpone_short)
                        on_press=move || set(ItemState::Postponed)
                    />
                </div>
            </Show>
        </section>
    }
}
