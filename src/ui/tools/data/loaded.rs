//! The screen when a table is loaded: its account, the way on, and the way to another file.

use std::sync::Arc;

use leptos::prelude::*;

use super::beyond::Beyond;
use super::counts::{Counts, RowCounts};
use super::quality::Quality;
use super::report::Report;
use super::tables::TableList;
use crate::analytics::dataset::{Family, TableKind};
use crate::ui::components::{Button, ButtonKind, PageHeader};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{Loaded, WhichTable, use_workspace};
use crate::ui::tools::templates::Templates;
use crate::ui::tools::way_in::WayIn;
use crate::ui::tools::way_on::WayOn;

/// What is loaded.
#[component]
pub fn LoadedTable(
    /// Leads to the screen of a family.
    #[prop(into)]
    on_go: Callback<Family>,
) -> impl IntoView {
    let i18n = use_i18n();
    let loaded = use_workspace().current();
    // Decisions about rows change the table, and neither the file nor its account.
    let file = Memo::new(move |_| {
        loaded.with(|loaded| loaded.as_ref().map(|loaded| (loaded.name.clone(), Arc::clone(&loaded.report))))
    });
    let is_sales =
        Memo::new(move |_| loaded.with(|loaded| loaded.as_ref().is_some_and(|loaded| loaded.report.table.is_sales())));
    let family = Memo::new(move |_| loaded.with(|loaded| loaded.as_ref().map(Loaded::family)));
    let way_on = move || {
        let family = family.get()?;
        let WayOn { icon, label, .. } = WayOn::of(family)?;
        Some(view! {
            <Button kind=ButtonKind::Primary icon=icon label=i18n.label(label) on_press=move || on_go.run(family) />
        })
    };
    let account = move || {
        let (name, report) = file.get()?;
        let counts = Counts {
            read: Some(report.rows_read),
            used: Some(report.rows_used),
            set_aside: Some(report.rows_set_aside),
        };
        Some(view! {
            <RowCounts counts=Signal::stored(counts) />
            <Report report=Arc::clone(&report) which=WhichTable::Current file_name=name />
            {is_sales.get_untracked().then(|| view! { <Quality which=WhichTable::Current /> })}
        })
    };
    let name = move || {
        loaded.with(|loaded| {
            loaded.as_ref().map(|loaded| match loaded.sample {
                true => (i18n.text().tables().list.sample)(loaded.family()).to_owned(),
                false => (i18n.text().import().loaded.file)(&loaded.name),
            })
        })
    };
    view! {
        <PageHeader
            title=i18n.label(|text| text.import().title)
            lead=Signal::derive(move || name().unwrap_or_default())
        >
            {way_on}
        </PageHeader>
        {account}
        <section class="import-another no-print" aria-labelledby="import-another-title">
            <h2 id="import-another-title">{i18n.phrase(|text| text.import().loaded.another)}</h2>
            <p class="import-another__hint">{i18n.phrase(|text| text.import().loaded.another_hint)}</p>
            <WayIn compact=true />
            <Templates kinds=&TableKind::ALL />
        </section>
        <TableList />
        <Beyond />
    }
}
