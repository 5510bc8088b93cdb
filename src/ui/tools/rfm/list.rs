//! The list of clients: of a segment, of scores, or of all.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::words_of;
use super::state::use_rfm;
use super::why::{Scored, WhySheet};
use crate::analytics::segmentation::rfm::RfmSummary;
use crate::jobs::protocol::Beside;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::abc_xyz::use_abc_xyz;
use crate::ui::tools::client_list::{ClientTable, Column, ListKey, Listing};

/// The path of this screen.
const PLACE: &str = "rfm";

/// The list with its search, export, and the sheet of a client. Classes are by the rules of the matrix.
#[component]
pub(super) fn ClientList(
    /// The result.
    summary: Signal<Arc<RfmSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let matrix = use_abc_xyz();
    let listing = Listing::new(Memo::new(move |_| {
        let generation = state.result().generation()?;
        let rfm = Some(summary.with(|summary| summary.options.clone()));
        let beside = Box::new(Beside { rfm, ..Beside::default() });
        let query = state.query().in_force().get();
        Some(ListKey { generation, link: 0, options: matrix.options().get(), beside, query })
    }));
    let (opened, set_opened) = signal(None::<Scored>);
    let open = move |index: u64| {
        set_opened.set(untrack(|| {
            let (row, key) = listing.row(index).zip(listing.shown())?;
            Some(Scored { row, summary: summary.get(), key })
        }));
    };
    let title = Signal::derive(move || {
        let text = i18n.text();
        let words = |filter| summary.with(|summary| words_of(filter, &summary.map, text));
        let map = &text.rfm().map;
        state.chosen().get().map_or_else(|| map.clients_title.to_owned(), |filter| (map.clients_of)(&words(filter)))
    });
    view! {
        <div class="rfm-list">
            <ClientTable
                listing
                columns=Signal::stored(Column::RFM.to_vec())
                title
                query=state.query()
                on_open=open
                place=PLACE
                is_part=Signal::derive(move || state.chosen().get().is_some())
                on_all=move || state.choose(None)
            />
        </div>
        <WhySheet scored=opened on_close=move || set_opened.set(None) />
    }
}
