//! The clients by score: all, or one group.

use std::sync::Arc;

use leptos::prelude::*;

use super::client_sheet::ClientSheet;
use super::state::use_priority;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow};
use crate::analytics::segmentation::priority::PrioritySummary;
use crate::jobs::protocol::Beside;
use crate::ui::components::Chip;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_link_number;
use crate::ui::tools::abc_xyz::use_abc_xyz;
use crate::ui::tools::client_list::{ClientTable, Column, ListKey, Listing};

/// The path of this screen.
const PLACE: &str = "priority";

/// Left to right.
const COLUMNS: [Column; 7] =
    [Column::Name, Column::Priority, Column::Group, Column::Coverage, Column::Value, Column::Class, Column::Last];

/// The list with its filters and the sheet of a client. Classes are by the rules of the matrix.
#[component]
pub(super) fn ClientList(summary: Signal<Arc<PrioritySummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let matrix = use_abc_xyz();
    let link = use_link_number();
    let listing = Listing::new(Memo::new(move |_| {
        let generation = state.result().generation()?;
        let priority = summary.with(|summary| summary.options.clone());
        let options = AbcXyzOptions { window: priority.window, ..matrix.options().get() };
        let beside = Box::new(Beside { priority: Some(priority), ..Beside::default() });
        Some(ListKey { generation, link: link.get(), options, beside, query: state.query().in_force().get() })
    }));
    let (opened, set_opened) = signal(None::<(Arc<ClientRow>, ListKey)>);
    let group_name = move |group: u16| {
        summary.with(|summary| i18n.text().priority().name_of(&summary.options.groups, usize::from(group)))
    };
    let title = Signal::derive(move || {
        let group = state.query().with(|query| query.group).map(group_name);
        (i18n.text().priority().list)(group.as_deref())
    });
    view! {
        <ClientTable
            listing
            columns=Signal::stored(COLUMNS.to_vec())
            title
            query=state.query()
            place=PLACE
            on_open=move |index: u64| set_opened.set(untrack(|| listing.row(index).zip(listing.shown())))
            is_part=Signal::derive(move || state.query().with(|query| query.group.is_some()))
            on_all=move || state.choose_group(None)
        >
            <GroupChips summary />
        </ClientTable>
        <ClientSheet opened on_close=move || set_opened.set(None) />
    }
}

/// Filters by group, with the number of clients of each.
#[component]
fn GroupChips(summary: Signal<Arc<PrioritySummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let count = Memo::new(move |_| summary.with(|summary| summary.groups.len()));
    let chip = move |group: usize| {
        let position = u16::try_from(group).unwrap_or(u16::MAX);
        let clients =
            move || summary.with(|summary| summary.groups.get(group).map(|group| group.clients)).unwrap_or_default();
        let label = Signal::derive(move || {
            let name = summary.with(|summary| i18n.text().priority().name_of(&summary.options.groups, group));
            format!("{name} {}", i18n.format().count(clients()))
        });
        let pressed = Signal::derive(move || state.query().with(|query| query.group == Some(position)));
        let press = move || {
            state.choose_group((!pressed.get_untracked()).then_some(position));
        };
        view! { <Chip label pressed on_press=press testid="group-chip" /> }
    };
    view! {
        <div class="clients__chips" role="group" aria-label=i18n.phrase(|text| text.priority().groups)>
            {move || (0..count.get()).map(chip).collect_view()}
        </div>
    }
}
