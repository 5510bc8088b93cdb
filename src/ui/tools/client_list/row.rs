//! One client of the list.

use leptos::prelude::*;

use super::columns::Column;
use super::listing::Listing;
use super::shown_code;
use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::abc_xyz::{Cell, ClientRow, Label};
use crate::i18n::messages::abc_xyz::list::ClientListMessages;
use crate::i18n::{Format, Messages};
use crate::ui::components::{Blank, Chip, RowPlace, Tone};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::picked::{Picked, use_picked};
use crate::ui::tools::segment_chip::SegmentChip;

/// The row at a place of the list; a placeholder until its page has come.
#[component]
pub(super) fn Row(place: RowPlace, listing: Listing, columns: Signal<Vec<Column>>) -> impl IntoView {
    let i18n = use_i18n();
    let RowPlace { index, id, aria_index, active, press } = place;
    let client = Memo::new(move |_| listing.row(index));
    let name = move || client.with(|client| client.as_ref().map(|client| client.client.clone()));
    let code = move || client.with(|client| client.as_ref().map(|client| client.cell.code()));
    let score = move || client.with(|client| Some(client.as_ref()?.rfm?.scores.code()));
    let is_here = move || client.with(Option::is_some);
    let picked = use_picked();
    let is_picked =
        Memo::new(move |_| client.with(|client| client.as_ref().is_some_and(|client| picked.has(&client.client))));
    let cells = move || {
        let client = client.get();
        let text = i18n.text();
        match &client {
            Some(client) => {
                let cells = columns.with(|columns| filled(client, columns, listing, i18n.format(), text));
                view! {
                    <Pick client=client.client.clone() picked is_picked />
                    {cells}
                }
                .into_any()
            }
            None => placeholder(&text.abc_xyz().list).into_any(),
        }
    };
    view! {
        <div
            class="client"
            class:client--active=active
            role="row"
            id=id
            aria-rowindex=aria_index.to_string()
            class:client--picked=is_picked
            aria-selected=Signal::derive(move || is_picked.get().to_string())
            data-testid=Signal::derive(move || is_here().then_some("client-row"))
            data-client=name
            data-class=code
            data-score=score
            on:click=move |_| press.run(())
        >
            {cells}
        </div>
    }
}

/// The box by which a client is picked. The keyboard stays with the list, where Space does the same.
#[component]
fn Pick(client: String, picked: Picked, is_picked: Memo<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let name = client.clone();
    view! {
        <span
            class="client__cell client__cell--pick no-print"
            role="gridcell"
            aria-colindex=PICK_COLUMN
            // The row itself opens the client.
            on:click=move |event| event.stop_propagation()
        >
            <label class="client__pick">
                <input
                    type="checkbox"
                    class="checkbox"
                    tabindex="-1"
                    data-testid="client-pick"
                    aria-label=move || (i18n.text().clients().pick)(&name)
                    prop:checked=is_picked
                    on:change=move |_| picked.toggle(client.clone())
                />
            </label>
        </span>
    }
}

/// Its `aria-colindex`.
pub(super) const PICK_COLUMN: &str = "1";

/// The cells of a client.
fn filled(
    client: &ClientRow,
    columns: &[Column],
    listing: Listing,
    format: Format,
    text: &'static Messages,
) -> impl IntoView + use<> {
    let map = listing.map().get();
    let list = &text.abc_xyz().list;
    let cell = |&column: &Column| {
        let content = match column {
            Column::Class => view! { <ClassChip cell=client.cell /> }.into_any(),
            Column::Labels => labels(client, list).into_any(),
            Column::Segment => {
                let segment = client.rfm.map(|mark| usize::from(mark.segment));
                let name = segment.zip(map.as_ref()).map(|(segment, map)| map.name(segment).to_owned());
                view! { <SegmentChip segment name /> }.into_any()
            }
            Column::Group => {
                let groups = listing.groups().get();
                let mark = client.priority.as_ref().map(|mark| usize::from(mark.group));
                mark.zip(groups)
                    .map(|(group, groups)| {
                        let label = Signal::stored(text.priority().name_of(&groups, group));
                        let tone = [Tone::Deep, Tone::Middle, Tone::Pale].get(group).copied();
                        let tone = tone.filter(|_| group < groups.len()).unwrap_or(Tone::Neutral);
                        view! { <Chip label tone /> }
                    })
                    .into_any()
            }
            _ => column.text(format, text, client).into_any(),
        };
        let hint = (column == Column::Name).then(|| client.client.clone());
        view! {
            <span
                class=format!("client__cell client__cell--{} {}", column.key(), column.place_on_phone(columns))
                class:is-number=column.is_number()
                role="gridcell"
                aria-colindex=column.aria_index(columns)
                title=hint
            >
                {content}
            </span>
        }
    };
    columns.iter().map(cell).collect_view()
}

/// Labels of a client as chips.
fn labels(client: &ClientRow, text: &'static ClientListMessages) -> impl IntoView + use<> {
    let labels = client.labels;
    Label::ALL
        .into_iter()
        .filter(move |&label| labels.has(label))
        .map(move |label| {
            let tone = if label == Label::Lost { Tone::Warn } else { Tone::Neutral };
            view! { <Chip label=Signal::stored((text.label_of_one)(label).to_owned()) tone /> }
        })
        .collect_view()
}

/// Stands for a client that is on its way.
fn placeholder(text: &'static ClientListMessages) -> impl IntoView {
    view! {
        <span class="client__cell client__cell--ghost" role="gridcell" aria-colindex="3">
            <Blank class="client__ghost" />
            <span class="visually-hidden">{text.loading}</span>
        </span>
    }
}

/// A cell of the matrix as a chip, in the colour of its class by value.
#[component]
pub fn ClassChip(
    /// The cell.
    cell: Cell,
) -> impl IntoView {
    let tone = match cell.abc {
        Some(AbcClass::A) => Tone::Deep,
        Some(AbcClass::B) => Tone::Middle,
        Some(AbcClass::C) => Tone::Pale,
        None => Tone::Neutral,
    };
    view! { <Chip label=Signal::stored(shown_code(cell)) tone /> }
}
