//! The frame around screens: the rail with the places, what is said in passing, and the screen itself.

mod mark;
mod rail;
mod storage_notices;
mod table_notice;

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;
use web_sys::File;

use self::rail::Rail;
use self::storage_notices::StorageNotices;
use self::table_notice::TableNotice;
use super::components::{PageDrop, ToastRegion};
use super::state::i18n::use_i18n;
use super::state::places::Places;
use super::state::workspace::use_workspace;
use super::tools::not_found::NotFoundPage;
use super::tools::screens::{foresee, foresee_matrix};
use super::tools::use_current_tool;
use super::tools::way_in::open_files;
use crate::platform::navigation;

/// The first screen comes before what no file asks for yet.
const FORESEE_AFTER: Duration = Duration::from_millis(500);

const MAIN_ID: &str = "main";

/// The frame. Inside the router; `base` is the path of the app on its host.
#[component]
pub fn Shell(base: String) -> impl IntoView {
    Places::provide(&base);
    let i18n = use_i18n();
    let open = open_files();
    PageDrop::provide(Callback::new(move |files: Vec<File>| open.run(files)));

    let workspace = use_workspace();
    if let Some(owner) = Owner::current() {
        set_timeout(move || foresee(workspace, owner), FORESEE_AFTER);
    }
    foresee_matrix(workspace);

    let place = use_current_tool();
    Effect::new(move |_| {
        let text = i18n.text();
        let title = match place.get() {
            Some(tool) if tool.path.is_empty() => text.shell().title.to_owned(),
            Some(tool) => (text.shell().tab_title)((tool.label)(text)),
            None => (text.shell().tab_title)(text.shell().not_found_title),
        };
        navigation::set_title(&title);
    });
    // Who does not see the screen change is put at its beginning.
    Effect::new(move |before: Option<Option<&'static str>>| {
        let now = place.get().map(|tool| tool.id);
        if before.is_some_and(|before| before != now) {
            navigation::focus(MAIN_ID);
        }
        now
    });

    view! {
        <a
            class="skip-link"
            href="#main"
            on:click=move |event| {
                // The router would take the address for a place.
                event.prevent_default();
                navigation::focus(MAIN_ID);
            }
        >
            {i18n.phrase(|text| text.shell().skip)}
        </a>
        <div class="shell">
            <Rail />
            <main class="main" id=MAIN_ID tabindex="-1">
                <StorageNotices />
                <TableNotice />
                <Routes fallback=|| view! { <NotFoundPage /> }>
                    <Route path=path!("/*place") view=Screen />
                </Routes>
            </main>
        </div>
        <ToastRegion />
    }
}

/// The screen of the place where one is.
#[component]
fn Screen() -> impl IntoView {
    let place = use_current_tool();
    move || match place.get() {
        Some(tool) => (tool.view)(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}
