//! The screen: a sentence, the two windows, who moved, the matrix beside the streams, the clients.

use std::sync::Arc;

use leptos::prelude::*;

use super::chart::Alluvial;
use super::groups::Groups;
use super::headline::Headline;
use super::list::MovementList;
use super::matrix::Matrix;
use super::state::use_migration;
use crate::analytics::segmentation::migration::{Days, MigrationSummary, MovementFilter};
use crate::profile::NamedRules;
use crate::ui::components::{Blank, Icon, Notice, NoticeKind, PageHeader, PrintButton};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::Place;
use crate::ui::tools::computed::{Computed, keep_computed};
use crate::ui::tools::failure::Failure;
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
    let ask_again = keep_computed(state);
    let has_result = Memo::new(move |_| state.summary().with(Option::is_some));
    let result = move || {
        if !has_result.get() {
            return state.failure().with(Option::is_none).then(|| view! { <Skeleton /> }.into_any());
        }
        let first = state.summary().get_untracked()?;
        let summary: Signal<_> = Memo::new(move |_| state.summary().get().unwrap_or_else(|| Arc::clone(&first))).into();
        Some(view! { <Result summary /> }.into_any())
    };
    view! {
        <div class="page abc-xyz migration" aria-busy=move || state.is_computing().get().to_string()>
            <PageHeader title=i18n.label(|text| text.migration().title)>
                <PrintButton disabled=Signal::derive(move || !has_result.get()) />
            </PageHeader>
            <Failure error=state.failure() title=i18n.label(|text| text.migration().failed) again=ask_again />
            {result}
        </div>
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
        <Headline summary />
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
        </div>
        <KeptRules
            place=Place { get: |rules: &NamedRules| &rules.migration, get_mut: |rules| &mut rules.migration }
            rules=chosen
            on_take=Callback::new(move |windows| state.set_windows(windows))
        />
    }
}

/// Stands where the result will stand, in its shape, so that nothing jumps.
#[component]
fn Skeleton() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="skeleton" data-testid="computing">
            <p class="visually-hidden" role="status">{i18n.phrase(|text| text.migration().computing)}</p>
            <Blank class="skeleton__bar" />
            <div class="moves-board">
                <Blank class="skeleton__box" />
                <Blank class="skeleton__box" />
            </div>
        </div>
    }
}
