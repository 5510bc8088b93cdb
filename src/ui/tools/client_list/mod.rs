//! A list of clients with search, order and export: the same for every screen that shows clients.
//!
//! A screen says what it wants ([`ListKey`]), which columns, and what a press on a row does.

mod columns;
mod course;
mod export;
mod leads;
mod listing;
mod picks;
mod row;

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

pub use self::columns::Column;
pub use self::course::{ClientCourse, OfList};
use self::export::SaveList;
pub use self::listing::{ListKey, Listing};
use self::picks::{PickAll, PickBar, Shown, use_selections};
pub use self::row::ClassChip;
use self::row::{PICK_COLUMN, Row};
use crate::analytics::segmentation::abc_xyz::Cell;
use crate::jobs::protocol::ClientQuery;
use crate::ui::components::{Button, ButtonKind, Icon, IconView, RowPlace, SearchField, VirtualList};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::of_table::OfTable;
use crate::ui::state::picked::use_picked;
use crate::ui::tools::failure::Failure;

/// Height of a row: a comfortable target for a finger.
const ROW_HEIGHT: f64 = 44.0;

/// The same where a row has two lines, with air around them.
const NARROW_ROW_HEIGHT: f64 = 56.0;

/// Long enough for the next letter of a fast typist, too short to be noticed.
const SEARCH_DELAY: Duration = Duration::from_millis(120);

/// `id` of the words about keys.
const KEYS_HINT_ID: &str = "client-list-keys";

/// The list.
#[component]
pub fn ClientTable(
    /// The rows.
    listing: Listing,
    /// The columns, left to right.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// Heading.
    title: Signal<String>,
    /// Which clients, in what order.
    query: OfTable<ClientQuery>,
    /// Told the row that is opened.
    #[prop(into)]
    on_open: Callback<u64>,
    /// The path of the screen: clients that were carried there are listed alone.
    place: &'static str,
    /// Whether only some clients are chosen.
    is_part: Signal<bool>,
    /// Takes that choice back.
    #[prop(into)]
    on_all: Callback<()>,
    /// Further filters.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || &i18n.text().abc_xyz().list;
    let found = move || (text().found)(i18n.format(), listing.total().get());
    let is_empty = Memo::new(move |_| listing.is_ready().get() && listing.total().get() == 0);
    let picked = use_picked();
    let kept = use_selections();
    if let Some(carried) = picked.take_carried(place) {
        // Of those carried nobody is to hide behind what was chosen here before.
        query.change(|query| *query = query.of_only(carried));
    }
    let is_only = Memo::new(move |_| query.with(|query| query.only.is_some()));
    let show_all = move || {
        query.change(|query| query.only = None);
        on_all.run(());
    };
    let pick = move |index: u64| {
        if let Some(row) = untrack(|| listing.row(index)) {
            picked.toggle(row.client.clone());
        }
    };
    view! {
        <section class="clients" aria-labelledby="clients-title">
            <header class="clients__head">
                <h2 class="clients__title" id="clients-title">{title}</h2>
                <p class="clients__found" role="status">{found}</p>
                <Show when=move || is_part.get() || is_only.get()>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Close
                        label=i18n.label(|text| text.abc_xyz().list.all_clients)
                        on_press=show_all
                    />
                </Show>
                <div class="clients__export"><SaveList listing columns /></div>
            </header>
            <div class="clients__tools no-print">
                <ListSearch
                    searched=Signal::derive(move || query.with(|query| query.search.clone()))
                    on_search=move |text| query.change(|query| query.search = text)
                />
                {children.map(|children| children())}
            </div>
            <Shown query kept />
            <Failure error=listing.failure() again=listing.again() />
            <p class="visually-hidden" id=KEYS_HINT_ID>{move || text().keys_hint}</p>
            <VirtualList
                label=title
                total=listing.total()
                row_height=ROW_HEIGHT
                narrow_row_height=NARROW_ROW_HEIGHT
                columns=Signal::derive(move || columns.with(Vec::len) + 1)
                header=move || view! { <Header listing columns query /> }
                row=move |place: RowPlace| view! { <Row place listing columns /> }
                on_range=move |rows| listing.look_at(rows)
                on_open=on_open
                on_pick=pick
                restart=listing.restarts()
                busy=listing.is_stale()
                described_by=KEYS_HINT_ID
            >
                <NobodyFound when=is_empty />
            </VirtualList>
            <PickBar listing columns query kept place />
            // Paper has room for the first rows only.
            <p class="clients__more">{i18n.phrase(|text| text.saving().only_first_rows)}</p>
        </section>
    }
}

/// Says that nobody is like that, and what to do about it.
#[component]
pub fn NobodyFound(
    /// Whether it is so.
    when: Memo<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Show when=move || when.get()>
            <div class="clients__nobody">
                <p>{i18n.phrase(|text| text.abc_xyz().list.nobody)}</p>
                <p class="clients__nobody-hint">{i18n.phrase(|text| text.abc_xyz().list.nobody_hint)}</p>
            </div>
        </Show>
    }
}

/// The search of a list of clients. The field follows each letter, the list the pauses.
#[component]
pub fn ListSearch(
    /// What is searched.
    searched: Signal<String>,
    /// Told what is to be searched.
    #[prop(into)]
    on_search: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    // What is typed and not yet searched.
    let typed = RwSignal::new(None::<String>);
    let send = move |text: String| {
        on_search.run(text);
        typed.set(None);
    };
    let search = StoredValue::new_local(debounce(SEARCH_DELAY, send));
    view! {
        <SearchField
            label=i18n.label(|text| text.abc_xyz().list.search)
            value=Signal::derive(move || typed.get().unwrap_or_else(|| searched.get()))
            testid="client-search"
            on_input=move |text: String| {
                typed.set(Some(text.clone()));
                search.update_value(|search| search(text));
            }
        />
    }
}

/// The header; a press on a column orders by it, a second one the other way round.
#[component]
fn Header(listing: Listing, columns: Signal<Vec<Column>>, query: OfTable<ClientQuery>) -> impl IntoView {
    let i18n = use_i18n();
    let by = listing.by();
    let cell = move |column: Column, all: &[Column]| {
        let name = move || column.header(i18n.text(), by.get(), i18n.format().currency.sign());
        let order = Memo::new(move |_| query.with(|query| column.order(query)));
        let content = match column.sort() {
            None => view! { <span class="client__head">{name}</span> }.into_any(),
            Some(sort) => view! {
                <button type="button" class="client__head client__head--sort" on:click=move |_| query.change(|query| query.sort_by(sort))>
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
                class=format!("client__cell client__cell--{} {}", column.key(), column.place_on_phone(all))
                class:is-number=column.is_number()
                role="columnheader"
                aria-colindex=column.aria_index(all)
                aria-sort=order
            >
                {content}
            </span>
        }
    };
    let cells = move || columns.with(|all| all.iter().map(|&column| cell(column, all)).collect_view());
    view! {
        <div class="client client--head" role="row" aria-rowindex="1">
            <span class="client__cell client__cell--pick no-print" role="columnheader" aria-colindex=PICK_COLUMN>
                <PickAll listing />
            </span>
            {cells}
        </div>
    }
}

/// A cell's code with a true dash for a missing class: `A–`.
pub fn shown_code(cell: Cell) -> String {
    cell.code().replace('-', "–")
}
