//! The clients of both windows with their sums: all, those of a move or of a cell.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::use_migration;
use super::why::{Moved, WhySheet};
use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::migration::{
    MigrationOptions, MigrationSummary, Move, MovementFilter, MovementQuery, MovementRow, MovementSort, Place,
};
use crate::jobs::protocol::{ExportTable, MovementPage, Request, Response};
use crate::jobs::sheet::FileKind;
use crate::ui::components::{Blank, Button, ButtonKind, Chip, Icon, IconView, RowPlace, SaveTable, Tone, VirtualList};
use crate::ui::saving::use_saver;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::client_list::{ListSearch, NobodyFound};
use crate::ui::tools::failure::Failure;
use crate::ui::tools::paged::{Page, PageKey, Paged};

/// Height of a row: a comfortable target for a finger.
const ROW_HEIGHT: f64 = 44.0;
/// `id` of the heading.
const TITLE_ID: &str = "movements-title";

/// What decides the rows.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    generation: u32,
    options: MigrationOptions,
    query: MovementQuery,
}

impl PageKey for Key {
    type Row = MovementRow;

    fn request(self, from: u64, count: u64) -> Request {
        Request::Movements { options: self.options, query: self.query, from, count }
    }

    fn page(answer: Response) -> Option<Page<MovementRow>> {
        let MovementPage { total, from, rows } = answer.try_unwrap_movements().ok()?;
        Some(Page { total, from, rows })
    }
}

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Classes,
    Before,
    After,
    Change,
}

impl Column {
    const ALL: [Self; 5] = [Self::Name, Self::Classes, Self::Before, Self::After, Self::Change];

    const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Classes => "classes",
            Self::Before => "before",
            Self::After => "after",
            Self::Change => "change",
        }
    }

    const fn is_number(self) -> bool {
        matches!(self, Self::Before | Self::After | Self::Change)
    }

    const fn sort(self) -> Option<MovementSort> {
        match self {
            Self::Name => Some(MovementSort::Name),
            Self::Classes => None,
            Self::Before => Some(MovementSort::Before),
            Self::After => Some(MovementSort::After),
            Self::Change => Some(MovementSort::Change),
        }
    }

    /// How the list stands by this column, in the words of `aria-sort`: the engine puts the largest first.
    fn order(self, query: &MovementQuery) -> Option<&'static str> {
        let rises = self.is_number() == query.descending;
        (self.sort() == Some(query.sort)).then_some(if rises { "ascending" } else { "descending" })
    }
}

/// The list with its search, order, export, and the sheet of a client.
#[component]
pub(super) fn MovementList(
    /// The result.
    summary: Signal<Arc<MigrationSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (state, saver) = (use_migration(), use_saver());
    let listing = Paged::new(Memo::new(move |_| {
        let generation = state.result().generation()?;
        let (options, query) = (summary.with(|summary| summary.options), state.query().in_force().get());
        Some(Key { generation, options, query })
    }));
    let title = Signal::derive(move || {
        let text = i18n.text().migration();
        match state.filter().get() {
            MovementFilter::All => text.list_all.to_owned(),
            MovementFilter::Move(kind) => (text.list_of_move)(kind).to_owned(),
            MovementFilter::Cell(before, after) => (text.list_of_cell)(before, after),
        }
    });
    let (opened, set_opened) = signal(None::<Moved>);
    let open = move |index: u64| {
        set_opened.set(untrack(|| {
            let (row, windows) = (listing.row(index)?, summary.with(|summary| summary.windows)?);
            Some(Moved { row, windows, rules: summary.with(|summary| summary.options.rules) })
        }));
    };
    let save = move |kind: FileKind| {
        let Some(Key { options, query, .. }) = listing.shown() else { return };
        let stem = untrack(|| i18n.text().migration().export_file.to_owned());
        saver.table(ExportTable::Movements { options, query }, stem, kind);
    };
    let found = move || (i18n.text().abc_xyz().list.found)(i18n.format(), listing.total().get());
    let is_empty = Memo::new(move |_| listing.is_ready().get() && listing.total().get() == 0);
    let is_part = Signal::derive(move || state.filter().get() != MovementFilter::All);
    view! {
        <section class="clients movements" aria-labelledby=TITLE_ID>
            <header class="clients__head">
                <h2 class="clients__title" id=TITLE_ID>{title}</h2>
                <p class="clients__found" role="status">{found}</p>
                <Show when=move || is_part.get()>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Close
                        label=i18n.label(|text| text.abc_xyz().list.all_clients)
                        on_press=move || state.choose(MovementFilter::All)
                    />
                </Show>
                <div class="clients__export">
                    <SaveTable
                        disabled=Signal::derive(move || saver.busy().get() || !listing.is_ready().get())
                        on_save=save
                    />
                </div>
            </header>
            <div class="clients__tools no-print">
                <ListSearch
                    searched=Signal::derive(move || state.query().with(|query| query.search.clone()))
                    on_search=move |text| state.query().change(|query| query.search = text)
                />
            </div>
            <Failure error=listing.failure() again=listing.again() />
            <VirtualList
                label=title
                total=listing.total()
                row_height=ROW_HEIGHT
                columns=Signal::stored(Column::ALL.len())
                header=move || view! { <Header /> }
                row=move |place: RowPlace| view! { <Row place listing /> }
                on_range=move |rows| listing.look_at(rows)
                on_open=open
                restart=listing.restarts()
                busy=listing.is_stale()
            >
                <NobodyFound when=is_empty />
            </VirtualList>
            <p class="clients__more">{i18n.phrase(|text| text.saving().only_first_rows)}</p>
        </section>
        <WhySheet moved=opened on_close=move || set_opened.set(None) />
    }
}

/// The header; a press on a column orders by it, a second one the other way round.
#[component]
fn Header() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_migration();
    let cell = move |(index, column): (usize, Column)| {
        let name = move || {
            let (text, list) = (&i18n.text().migration().table, &i18n.text().abc_xyz().list);
            let measure = state.result().value().with(|summary| summary.as_ref().map(|it| it.options.rules.value));
            let sign = i18n.format().by(measure.unwrap_or_default()).currency.sign();
            let in_money = |name: &str| if sign.is_empty() { name.to_owned() } else { format!("{name}, {sign}") };
            match column {
                Column::Name => list.name.to_owned(),
                Column::Classes => text.what.to_owned(),
                Column::Before => in_money(text.value_before),
                Column::After => in_money(text.value_after),
                Column::Change => in_money(text.change),
            }
        };
        let order = Memo::new(move |_| state.query().with(|query| column.order(query)));
        let content = match column.sort() {
            None => view! { <span class="client__head">{name}</span> }.into_any(),
            Some(sort) => view! {
                <button type="button" class="client__head client__head--sort" on:click=move |_| state.query().change(|query| query.sort_by(sort))>
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
                class=format!("client__cell movement__cell--{}", column.key())
                class:is-number=column.is_number()
                role="columnheader"
                aria-colindex=(index + 1).to_string()
                aria-sort=order
            >
                {content}
            </span>
        }
    };
    view! {
        <div class="client client--head movement" role="row" aria-rowindex="1">
            {Column::ALL.into_iter().enumerate().map(cell).collect_view()}
        </div>
    }
}

/// The row at a place of the list; a placeholder until its page has come.
#[component]
fn Row(place: RowPlace, listing: Paged<Key>) -> impl IntoView {
    let i18n = use_i18n();
    let RowPlace { index, id, aria_index, active, press } = place;
    let row = Memo::new(move |_| listing.row(index));
    let is_here = move || row.with(Option::is_some);
    let name = move || row.with(|row| row.as_ref().map(|row| row.client.clone()));
    let moved = move || {
        row.with(|row| row.as_ref().map(|row| [row.before.code(), row.after.code()].iter().collect::<String>()))
    };
    let cells = move || match row.get() {
        None => view! {
            <span class="client__cell" role="gridcell" aria-colindex="1">
                <Blank class="client__ghost" />
                <span class="visually-hidden">{i18n.phrase(|text| text.abc_xyz().list.loading)}</span>
            </span>
        }
        .into_any(),
        Some(row) => {
            let format = i18n.format();
            let cell = |(index, column): (usize, Column)| {
                let content = match column {
                    Column::Name => view! { <span>{row.client.clone()}</span> }.into_any(),
                    Column::Classes => view! { <Classes before=row.before after=row.after /> }.into_any(),
                    Column::Before => format.decimal(row.value_before, 2).into_any(),
                    Column::After => format.decimal(row.value_after, 2).into_any(),
                    Column::Change => format.change(row.change(), 2).into_any(),
                };
                view! {
                    <span
                        class=format!("client__cell movement__cell--{}", column.key())
                        class:is-number=column.is_number()
                        role="gridcell"
                        aria-colindex=(index + 1).to_string()
                        title=(column == Column::Name).then(|| row.client.clone())
                    >
                        {content}
                    </span>
                }
            };
            Column::ALL.into_iter().enumerate().map(cell).collect_view().into_any()
        }
    };
    view! {
        <div
            class="client movement"
            class:client--active=active
            role="row"
            id=id
            aria-rowindex=aria_index.to_string()
            aria-selected=Signal::derive(move || active.get().to_string())
            data-testid=Signal::derive(move || is_here().then_some("client-row"))
            data-client=name
            data-move=moved
            on:click=move |_| press.run(())
        >
            {cells}
        </div>
    }
}

/// Both places as chips, and in a word what became of the client.
#[component]
pub(super) fn Classes(
    /// Where the client stood.
    before: Place,
    /// Where it stands.
    after: Place,
) -> impl IntoView {
    let i18n = use_i18n();
    let chip = move |place: Place| {
        let label = Signal::derive(move || (i18n.text().migration().table.place_name)(place).to_owned());
        view! { <Chip label tone=tone_of(place) /> }
    };
    let arrow = match Move::between(before, after) {
        Move::Rose | Move::Came => "moves__arrow moves__arrow--up",
        Move::Fell | Move::Left => "moves__arrow moves__arrow--down",
        Move::Stayed => "moves__arrow",
    };
    let word = move || (i18n.text().migration().table.move_name)(Move::between(before, after));
    view! {
        <span class="movement__classes">
            {chip(before)}
            <span class=arrow><IconView icon=Icon::ArrowRight /></span>
            {chip(after)}
            <span class="visually-hidden">{word}</span>
        </span>
    }
}

const fn tone_of(place: Place) -> Tone {
    match place {
        Place::Class(AbcClass::A) => Tone::Deep,
        Place::Class(AbcClass::B) => Tone::Middle,
        Place::Class(AbcClass::C) => Tone::Pale,
        Place::NoValue | Place::Absent => Tone::Neutral,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_how_the_list_stands() {
        for (column, sort, descending, order) in [
            (Column::Change, MovementSort::Change, false, Some("descending")),
            (Column::Change, MovementSort::Change, true, Some("ascending")),
            (Column::Name, MovementSort::Name, false, Some("ascending")),
            (Column::Name, MovementSort::Name, true, Some("descending")),
            (Column::Before, MovementSort::After, false, None),
            (Column::Classes, MovementSort::Change, false, None),
        ] {
            let query = MovementQuery { sort, descending, ..MovementQuery::default() };
            assert_eq!(column.order(&query), order, "{column:?} {sort:?} {descending}");
        }
    }
}
