//! Who rose, fell, came, left and stayed: five figures, each a way to its clients.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::use_migration;
use crate::analytics::segmentation::migration::{MigrationSummary, Move, MovementFilter};
use crate::ui::state::i18n::use_i18n;

/// `id` of the heading.
const TITLE_ID: &str = "moves-groups-title";

/// The five groups.
#[component]
pub(super) fn Groups(
    /// The result.
    summary: Signal<Arc<MigrationSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let groups = Move::ALL.map(|kind| view! { <Group kind summary /> });
    view! {
        <section aria-labelledby=TITLE_ID>
            <h2 class="matrix-box__title" id=TITLE_ID>{i18n.phrase(|text| text.migration().groups_title)}</h2>
            <ul class="moves-groups">{groups.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Group(kind: Move, summary: Signal<Arc<MigrationSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_migration();
    let filter = MovementFilter::Move(kind);
    let tally = Memo::new(move |_| summary.with(|summary| summary.of(kind)));
    let text = move || i18n.text().migration();
    let format = move || i18n.format().by(summary.with(|summary| summary.options.rules.value));
    let clients = move || i18n.format().count(tally.get().clients);
    let change = move || format().money_change(tally.get().change());
    let sums = move || {
        let (format, tally) = (format(), tally.get());
        (text().before_and_after)(&format.money_short(tally.before), &format.money_short(tally.after))
    };
    view! {
        <li>
            <button
                type="button"
                class=format!("moves-group moves-group--{}", kind.key())
                data-testid=format!("move-{}", kind.key())
                data-clients=Signal::derive(move || tally.get().clients.to_string())
                data-change=Signal::derive(move || tally.get().change().to_string())
                aria-pressed=Signal::derive(move || (state.filter().get() == filter).to_string())
                on:click=move |_| state.toggle(filter)
            >
                <span class="moves-group__name">{move || (text().table.move_name)(kind)}</span>
                <span class="moves-group__count">{clients}</span>
                <span class="moves-group__change">{change}</span>
                <span class="moves-group__words">{sums}</span>
                <span class="moves-group__words">{move || (text().move_explain)(kind)}</span>
            </button>
        </li>
    }
}
