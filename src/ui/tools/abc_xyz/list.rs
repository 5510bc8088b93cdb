//! The list of clients: of a cell, of a label, or of all.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::state::use_abc_xyz;
use super::why::{Placed, WhySheet};
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Label};
use crate::ui::components::Chip;
use crate::ui::state::deferred::settled;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::client_list::{ClientTable, Column, ListKey, Listing, shown_code};

/// The path of this screen.
const PLACE: &str = "abc-xyz";
/// A drag that pauses so long has found its place.
const LIST_PAUSE: Duration = Duration::from_millis(150);

/// The list with its search, filters, export, and the sheet of a client.
#[component]
pub(super) fn ClientList(
    /// The result.
    summary: Signal<Arc<AbcXyzSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    // While a threshold is dragged the rows stay as they are.
    let options = settled(Memo::new(move |_| summary.with(|summary| summary.options)), LIST_PAUSE);
    let listing = Listing::new(Memo::new(move |_| {
        let (generation, options) = (state.result().generation()?, options.get());
        Some(ListKey { generation, link: 0, options, beside: Box::default(), query: state.query().in_force().get() })
    }));
    let (opened, set_opened) = signal(None::<Placed>);
    let open = move |index: u64| {
        let placed = untrack(|| listing.row(index).zip(listing.shown()));
        set_opened.set(placed.map(|(row, key)| Placed { row, key }));
    };
    let title = Signal::derive(move || {
        let code = state.cell().get().map(shown_code);
        (i18n.text().abc_xyz().list.title)(code.as_deref())
    });
    view! {
        <ClientTable
            listing
            columns=Signal::stored(Column::MATRIX.to_vec())
            title
            query=state.query()
            on_open=open
            place=PLACE
            is_part=Signal::derive(move || state.cell().get().is_some())
            on_all=move || state.clear_cell()
        >
            <LabelChips summary />
        </ClientTable>
        <WhySheet placed=opened on_close=move || set_opened.set(None) />
    }
}

/// Filters by label, with the number of clients of each: in the chosen cell, or in all.
#[component]
fn LabelChips(summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let text = move || &i18n.text().abc_xyz().list;
    let chips = Label::ALL.into_iter().map(|label| {
        let name = Signal::derive(move || {
            let count = summary.with(|summary| summary.labelled(state.cell().get(), label));
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
