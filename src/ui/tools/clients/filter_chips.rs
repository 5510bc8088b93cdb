//! The filters in force as words, each with a way to take it away.

use leptos::prelude::*;

use super::filters::Filter;
use super::state::{use_clients, use_names};
use crate::ui::components::{Button, ButtonKind, Icon, IconView};
use crate::ui::state::i18n::use_i18n;

/// The filters in force.
#[component]
pub(super) fn FilterChips() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let names = use_names();
    let in_force = Memo::new(move |_| {
        let (format, text) = (i18n.format(), i18n.text());
        state.query().with(|query| {
            names.with(|names| {
                let words = |filter: Filter| Some((filter, filter.words(query, names, format, text)?));
                Filter::ALL.into_iter().filter_map(words).collect::<Vec<_>>()
            })
        })
    });
    let chip = move |(filter, words): (Filter, String)| {
        let label = (untrack(|| i18n.text()).clients().take_away)(&words);
        view! {
            <button
                type="button"
                class="chip chip--accent chip--toggle"
                data-testid="filter-chip"
                aria-label=label.clone()
                title=label
                on:click=move |_| state.query().change(|query| filter.clear(query))
            >
                <span>{words}</span>
                <IconView icon=Icon::Close />
            </button>
        }
    };
    let is_any = Memo::new(move |_| in_force.with(|filters| !filters.is_empty()));
    view! {
        <Show when=move || is_any.get()>
            <div class="clients__chips" role="group" aria-label=i18n.phrase(|text| text.clients().in_force)>
                <span class="clients__chips-name">{i18n.phrase(|text| text.clients().in_force)}</span>
                {move || in_force.get().into_iter().map(chip).collect_view()}
                <Button
                    kind=ButtonKind::Quiet
                    label=i18n.label(|text| text.clients().clear)
                    on_press=move || state.query().change(|query| Filter::ALL.into_iter().for_each(|filter| filter.clear(query)))
                />
            </div>
        </Show>
    }
}
