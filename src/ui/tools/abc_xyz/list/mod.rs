//! The list of clients: of a cell, of a label, or of all.

mod columns;
mod export;
mod listing;
mod pages;
mod row;

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use self::columns::Column;
use self::export::ExportButton;
use self::listing::Listing;
use self::row::Row;
use super::figures::shown_code;
use super::state::use_abc_xyz;
use super::why::{Placed, WhySheet};
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Label};
use crate::ui::components::{
    Button, ButtonKind, Chip, Icon, IconView, Notice, NoticeKind, RowPlace, SearchField, VirtualList,
};
use crate::ui::error_text::error_text;
use crate::ui::state::i18n::use_i18n;

pub(super) use self::row::ClassChip;

/// Height of a row: a comfortable target for a finger.
const ROW_HEIGHT: f64 = 44.0;

/// Long enough for the next letter of a fast typist, too short to be noticed.
const SEARCH_DELAY: Duration = Duration::from_millis(120);

/// `id` of the words about keys.
const KEYS_HINT_ID: &str = "client-list-keys";

/// The list with its search, filters, export, and the sheet of a client.
#[component]
pub(super) fn ClientList(
    /// The result.
    summary: Signal<Arc<AbcXyzSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let listing = Listing::new(state);
    let text = move || &i18n.text().abc_xyz.list;
    let (opened, set_opened) = signal(None::<Placed>);
    let open = move |index: u64| {
        let placed =
            untrack(|| listing.row(index)).zip(listing.shown()).map(|(row, key)| Placed { row, options: key.options });
        set_opened.set(placed);
    };
    let title = move || {
        let code = state.cell().get().map(shown_code);
        (text().title)(code.as_deref())
    };
    let found = move || (text().found)(i18n.format(), listing.total().get());
    let is_empty = Memo::new(move |_| listing.is_ready().get() && listing.total().get() == 0);
    let failure = move || {
        listing.failure().get().map(|error| {
            let told = error_text(&error, i18n.format());
            view! {
                <Notice kind=NoticeKind::Bad title=Signal::stored(told.heading) text=Signal::stored(told.text) />
            }
        })
    };
    view! {
        <section class="clients" aria-labelledby="clients-title">
            <header class="clients__head">
                <h2 class="clients__title" id="clients-title">{title}</h2>
                <p class="clients__found" role="status">{found}</p>
                <Show when=move || state.cell().get().is_some()>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Close
                        label=i18n.label(|text| text.abc_xyz.list.all_clients)
                        on_press=move || state.clear_cell()
                    />
                </Show>
                <div class="clients__export"><ExportButton listing /></div>
            </header>
            <div class="clients__tools no-print">
                <Search />
                <LabelChips summary />
            </div>
            {failure}
            <p class="visually-hidden" id=KEYS_HINT_ID>{move || text().keys_hint}</p>
            <VirtualList
                label=Signal::derive(title)
                total=listing.total()
                row_height=ROW_HEIGHT
                columns=Column::ALL.len()
                header=move || view! { <Header /> }
                row=move |place: RowPlace| view! { <Row place listing /> }
                on_range=move |rows| listing.look_at(rows)
                on_open=open
                restart=listing.restarts()
                busy=listing.is_stale()
                described_by=KEYS_HINT_ID
            />
            <Show when=move || is_empty.get()>
                <div class="clients__nobody">
                    <p>{move || text().nobody}</p>
                    <p class="clients__nobody-hint">{move || text().nobody_hint}</p>
                </div>
            </Show>
            <WhySheet placed=opened on_close=move || set_opened.set(None) />
        </section>
    }
}

/// The search. The field follows each letter, the list the pauses.
#[component]
fn Search() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let (typed, set_typed) = signal(state.query().with_untracked(|query| query.search.clone()));
    let search = StoredValue::new_local(debounce(SEARCH_DELAY, move |text| state.set_search(text)));
    // The search may be taken back from outside, with a new table.
    Effect::new(move |_| {
        let searched = state.query().with(|query| query.search.clone());
        if searched.is_empty() {
            set_typed.set(searched);
        }
    });
    view! {
        <SearchField
            label=i18n.label(|text| text.abc_xyz.list.search)
            value=typed
            testid="client-search"
            on_input=move |text: String| {
                set_typed.set(text.clone());
                search.update_value(|search| search(text));
            }
        />
    }
}

/// Filters by label, with the number of clients of each.
#[component]
fn LabelChips(summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let text = move || &i18n.text().abc_xyz.list;
    let chips = Label::ALL.into_iter().enumerate().map(|(index, label)| {
        let name = Signal::derive(move || {
            let count = summary.with(|summary| summary.labels.get(index).copied().unwrap_or_default());
            format!("{} {}", (text().label_name)(label), i18n.format().count(count))
        });
        let testid = match label {
            Label::New => "label-new",
            Label::OneOff => "label-one-off",
            Label::Lost => "label-lost",
        };
        view! {
            <span class="clients__chip" title=move || (text().label_explain)(label)>
                <Chip
                    label=name
                    pressed=Signal::derive(move || state.query().with(|query| query.label == Some(label)))
                    on_press=move || state.toggle_label(label)
                    testid
                />
            </span>
        }
    });
    view! {
        <div class="clients__chips" role="group" aria-label=move || text().filter>
            <span class="clients__chips-name">{move || text().filter}</span>
            {chips.collect_view()}
        </div>
    }
}

/// The header; a press on a column orders by it, a second one the other way round.
#[component]
fn Header() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let cells = Column::ALL.map(|column| {
        let name = move || column.header(&i18n.text().abc_xyz.list, i18n.format().currency.sign());
        let order = Memo::new(move |_| state.query().with(|query| column.order(query)));
        let content = match column.sort() {
            None => view! { <span class="client__head">{name}</span> }.into_any(),
            Some(sort) => view! {
                <button type="button" class="client__head client__head--sort" on:click=move |_| state.sort_by(sort)>
                    <span>{name}</span>
                    {move || match order.get() {
                        Some("ascending") => Some(view! { <IconView icon=Icon::SortAscending /> }),
                        Some(_) => Some(view! { <IconView icon=Icon::SortDescending /> }),
                        None => None,
                    }}
                </button>
            }
            .into_any(),
        };
        view! {
            <span
                class=format!("client__cell client__cell--{}", column.key())
                class:is-number=column.is_number()
                role="columnheader"
                aria-colindex=column.aria_index()
                aria-sort=order
            >
                {content}
            </span>
        }
    });
    view! { <div class="client client--head" role="row" aria-rowindex="1">{cells.collect_view()}</div> }
}
