//! The page in its states.

use leptos::prelude::*;

use super::beyond::Beyond;
use super::check::Check;
use super::loaded::LoadedTable;
use super::tables::TableList;
use crate::analytics::dataset::{Family, TableKind};
use crate::platform::navigation;
use crate::ui::components::{EmptyState, Icon, PageHeader};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::places::use_places;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::opening::OpeningTable;
use crate::ui::tools::templates::Templates;
use crate::ui::tools::way_in::WayIn;
use crate::ui::tools::way_on::WayOn;

/// What the page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    /// A file being read.
    Draft,
    /// The loaded table.
    Loaded,
    /// A kept table that will be loaded in a moment.
    Opening,
    /// Nothing yet.
    Nothing,
}

const PAGE_ID: &str = "data-page";

/// The import screen.
#[component]
pub fn DataPage() -> impl IntoView {
    let workspace = use_workspace();
    let places = use_places();
    let go = Callback::new(move |family: Family| WayOn::of(family).into_iter().for_each(|way| places.go(way.place)));
    let subject = Memo::new(move |_| {
        if workspace.draft().with(Option::is_some) {
            Subject::Draft
        } else if workspace.current().with(Option::is_some) {
            Subject::Loaded
        } else if workspace.opening().with(Option::is_some) {
            Subject::Opening
        } else {
            Subject::Nothing
        }
    });
    // The element that had the focus goes with its subject; without this the focus would fall to the page's top.
    Effect::new(move |before: Option<Subject>| {
        let now = subject.get();
        if before.is_some_and(|before| before != now && before != Subject::Opening) {
            navigation::focus(PAGE_ID);
        }
        now
    });
    view! {
        <div class="page import" id=PAGE_ID tabindex="-1">
            {move || match subject.get() {
                Subject::Draft => view! { <Check on_accepted=go /> }.into_any(),
                Subject::Loaded => view! { <LoadedTable on_go=go /> }.into_any(),
                Subject::Opening => view! { <Opening /> }.into_any(),
                Subject::Nothing => view! { <Nothing /> }.into_any(),
            }}
        </div>
    }
}

/// A kept table is on its way.
#[component]
fn Opening() -> impl IntoView {
    let i18n = use_i18n();
    let opening = use_workspace().opening();
    view! {
        <PageHeader title=i18n.label(|text| text.import().title) />
        <OpeningTable name=Signal::derive(move || opening.get().unwrap_or_default()) />
        <TableList />
    }
}

/// What will be here, and how to get it.
#[component]
fn Nothing() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <PageHeader title=i18n.label(|text| text.import().title) />
        <EmptyState
            icon=Icon::Table
            title=i18n.label(|text| text.import().empty.heading)
            text=i18n.label(|text| text.import().empty.text)
        >
            <div class="import-empty">
                <WayIn />
                <Templates kinds=&TableKind::ALL />
                <p class="import-empty__privacy">{i18n.phrase(|text| text.import().empty.privacy)}</p>
            </div>
        </EmptyState>
        <TableList />
        <Beyond />
    }
}
