//! The screen.

use std::sync::Arc;

use leptos::prelude::*;

use super::columns_sheet::ColumnsSheet;
use super::filter_chips::FilterChips;
use super::filter_sheet::FilterSheet;
use super::state::{use_clients, use_list_key};
use super::views::Views;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::i18n::Format;
use crate::ui::components::{Button, Icon, PageHeader, PrintButton};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::abc_xyz::{Placed, WhySheet, use_abc_xyz};
use crate::ui::tools::client_list::{ClientTable, Listing};
use crate::ui::tools::part::{PartChoice, source_facts};
use crate::ui::tools::sales_screen::SalesScreen;

/// The path of this screen.
const PLACE: &str = "clients";

/// All clients in one list.
#[component]
pub fn ClientsPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SalesScreen
            title=i18n.label(|text| text.clients().title)
            icon=Icon::Users
            empty_title=i18n.label(|text| text.clients().empty_title)
            empty_text=i18n.label(|text| text.clients().empty_text)
            analysis=|| view! { <Everybody /> }.into_any()
        />
    }
}

#[component]
fn Everybody() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let listing = Listing::new(use_list_key());
    let (filters_open, set_filters_open) = signal(false);
    let (columns_open, set_columns_open) = signal(false);
    let (opened, set_opened) = signal(None::<Placed>);
    let open = move |index: u64| {
        let placed = untrack(|| listing.row(index).zip(listing.shown()));
        set_opened.set(placed.map(|(row, key)| Placed { row, key }));
    };
    view! {
        <div class="page abc-xyz everybody">
            <PageHeader title=i18n.label(|text| text.clients().title)>
                <PrintButton disabled=Signal::derive(move || !listing.is_ready().get()) />
                <Button
                    icon=Icon::Columns
                    testid="open-columns"
                    label=i18n.label(|text| text.clients().columns)
                    on_press=move || set_columns_open.set(true)
                />
                <Button
                    icon=Icon::Funnel
                    testid="open-filters"
                    label=i18n.label(|text| text.clients().filters)
                    on_press=move || set_filters_open.set(true)
                />
            </PageHeader>
            <Source />
            <PartChoice />
            <Views />
            <ClientTable
                listing
                columns=state.columns()
                title=i18n.label(|text| text.clients().list)
                query=state.query()
                on_open=open
                place=PLACE
                is_part=Signal::stored(false)
                on_all=|| {}
            >
                <FilterChips />
            </ClientTable>
            <FilterSheet open=filters_open on_close=move || set_filters_open.set(false) />
            <ColumnsSheet open=columns_open on_close=move || set_columns_open.set(false) />
            <WhySheet placed=opened on_close=move || set_opened.set(None) />
        </div>
    }
}

/// What the list was computed from.
#[component]
fn Source() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let options = use_abc_xyz().options();
    let line = move || {
        let text = i18n.text().abc_xyz();
        let report = workspace.sales().with(|loaded| loaded.as_ref().map(|loaded| Arc::clone(&loaded.report)));
        let days = options.with(|options| options.window).or_else(|| report.and_then(|it| it.first.zip(it.last)));
        let window = days.map(|days| (text.window)(i18n.format(), days));
        let rules: fn(Format, AbcXyzOptions) -> String = text.rules_in_force;
        let rules = rules(i18n.format(), options.get());
        source_facts(workspace, i18n).into_iter().chain(window).chain([rules]).collect::<Vec<_>>().join(" · ")
    };
    view! { <p class="headline__quiet">{line}</p> }
}
