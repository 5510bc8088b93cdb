//! One client of the list.

use leptos::prelude::*;

use super::columns::Column;
use super::listing::Listing;
use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::abc_xyz::{Cell, ClientRow, Label};
use crate::i18n::Format;
use crate::i18n::messages::abc_xyz::list::ClientListMessages;
use crate::ui::components::{Blank, Chip, RowPlace, Tone};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::abc_xyz::figures::shown_code;

/// The row at a place of the list; a placeholder until its page has come.
#[component]
pub(super) fn Row(place: RowPlace, listing: Listing) -> impl IntoView {
    let i18n = use_i18n();
    let RowPlace { index, id, aria_index, active, press } = place;
    let client = Memo::new(move |_| listing.row(index));
    let name = move || client.with(|client| client.as_ref().map(|client| client.client.clone()));
    let code = move || client.with(|client| client.as_ref().map(|client| client.cell.code()));
    let is_here = move || client.with(Option::is_some);
    let cells = move || {
        let client = client.get();
        let text = &i18n.text().abc_xyz.list;
        match &client {
            Some(client) => filled(client, i18n.format(), text).into_any(),
            None => placeholder(text).into_any(),
        }
    };
    view! {
        <div
            class="client"
            class:client--active=active
            role="row"
            id=id
            aria-rowindex=aria_index.to_string()
            aria-selected=Signal::derive(move || active.get().to_string())
            data-testid=Signal::derive(move || is_here().then_some("client-row"))
            data-client=name
            data-class=code
            on:click=move |_| press.run(())
        >
            {cells}
        </div>
    }
}

/// The cells of a client.
fn filled(client: &ClientRow, format: Format, text: &'static ClientListMessages) -> impl IntoView + use<> {
    let cells = Column::ALL.map(|column| {
        let content = match column {
            Column::Class => view! { <ClassChip cell=client.cell /> }.into_any(),
            Column::Labels => labels(client, text).into_any(),
            _ => column.text(format, text, client).into_any(),
        };
        let hint = (column == Column::Name).then(|| client.client.clone());
        view! {
            <span
                class=format!("client__cell client__cell--{}", column.key())
                class:is-number=column.is_number()
                role="gridcell"
                aria-colindex=column.aria_index()
                title=hint
            >
                {content}
            </span>
        }
    });
    cells.collect_view()
}

/// Labels of a client as chips.
fn labels(client: &ClientRow, text: &'static ClientListMessages) -> impl IntoView + use<> {
    let labels = client.labels;
    Label::ALL
        .into_iter()
        .filter(move |&label| labels.has(label))
        .map(move |label| {
            let tone = if label == Label::Lost { Tone::Warn } else { Tone::Neutral };
            view! { <Chip label=Signal::stored((text.label_name)(label).to_owned()) tone /> }
        })
        .collect_view()
}

/// Stands for a client that is on its way.
fn placeholder(text: &'static ClientListMessages) -> impl IntoView {
    view! {
        <span class="client__cell client__cell--ghost" role="gridcell" aria-colindex=Column::Name.aria_index()>
            <Blank class="client__ghost" />
            <span class="visually-hidden">{text.loading}</span>
        </span>
    }
}

/// A cell of the matrix as a chip, in the colour of its class by value.
#[component]
pub(in crate::ui::tools::abc_xyz) fn ClassChip(
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
