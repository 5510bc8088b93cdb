//! The screen: a sentence, the two windows, who moved, the matrix beside the streams, the clients.

use std::sync::Arc;

use leptos::prelude::*;

use super::chart::Alluvial;
use super::groups::Groups;
use super::headline::MovesHeadline;
use super::list::MovementList;
use super::matrix::Matrix;
use super::state::use_migration;
use crate::analytics::segmentation::migration::{Days, MigrationSummary, MovementFilter};
use crate::profile::NamedRules;
use crate::ui::components::{Icon, Notice, NoticeKind};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::ListLens;
use crate::ui::tools::analysis::{AnalysisFrame, BoardSkeleton};
use crate::ui::tools::kept_rules::KeptRules;
use crate::ui::tools::part::PartChoice;
use crate::ui::tools::sales_screen::SalesScreen;
use crate::ui::tools::window::WindowChoice;

/// The migration screen.
#[component]
pub fn MigrationPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SalesScreen
            title=i18n.label(|text| text.migration().title)
            icon=Icon::ArrowsLeftRight
            empty_title=i18n.label(|text| text.migration().empty_title)
            empty_text=i18n.label(|text| text.migration().empty_text)
            analysis=|| view! { <Analysis /> }.into_any()
        />
    }
}

#[component]
fn Analysis() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_migration();
    state.keep_up();
    view! {
        <AnalysisFrame
            class="page abc-xyz migration"
            title=i18n.label(|text| text.migration().title)
            result=state.result()
            failed=i18n.label(|text| text.migration().failed)
            skeleton=|| view! { <BoardSkeleton text=|text| text.migration().computing board="moves-board" /> }.into_any()
            content=|summary| view! { <Result summary /> }.into_any()
        />
    }
}

#[component]
fn Result(summary: Signal<Arc<MigrationSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_migration();
    let windows = Memo::new(move |_| summary.with(|summary| summary.windows));
    let overlap = move || {
        let overlap = windows.get().is_some_and(|(before, after)| before.0 <= after.1 && after.0 <= before.1);
        overlap.then(|| view! { <Notice kind=NoticeKind::Warn title=i18n.label(|text| text.migration().overlap) /> })
    };
    let clear_on_escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            state.choose(MovementFilter::All);
        }
    };
    let moved = move || {
        windows.get().map(|_| {
            view! {
                <Groups summary />
                <div class="moves-board" on:keydown=clear_on_escape>
                    <Matrix summary />
                    <Alluvial summary />
                </div>
                <MovementList summary />
            }
        })
    };
    view! {
        <MovesHeadline summary />
        <Windows summary windows />
        {overlap}
        {moved}
    }
}

/// The choice of both windows.
#[component]
fn Windows(summary: Signal<Arc<MigrationSummary>>, windows: Memo<Option<(Days, Days)>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_migration();
    let chosen = state.windows();
    let all =
        Signal::derive(move || windows.get().map(|(before, after)| (before.0.min(after.0), before.1.max(after.1))));
    let proposed = Memo::new(move |_| summary.with(|summary| summary.proposed));
    view! {
        <div class="moves-windows">
            <WindowChoice
                label=i18n.label(|text| text.migration().earlier)
                all
                window=Signal::derive(move || chosen.get().before)
                proposed=Signal::derive(move || proposed.get().map(|(before, _)| before))
                on_change=move |days| state.set_before(days)
                testids=["before-choice", "before-from", "before-to"]
            />
            <WindowChoice
                label=i18n.label(|text| text.migration().later)
                all
                window=Signal::derive(move || chosen.get().after)
                proposed=Signal::derive(move || proposed.get().map(|(_, after)| after))
                on_change=move |days| state.set_after(days)
                testids=["after-choice", "after-from", "after-to"]
            />
            <PartChoice />
            <KeptRules
                place=ListLens { get: |rules: &NamedRules| &rules.migration, get_mut: |rules| &mut rules.migration }
                rules=chosen
                on_take=Callback::new(move |windows| state.set_windows(windows))
            />
        </div>
    }
}
