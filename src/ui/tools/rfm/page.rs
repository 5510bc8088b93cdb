//! The screen: a sentence, the grid beside the segments, pictures, borders, the clients.

use std::sync::Arc;

use leptos::prelude::*;

use super::borders::Borders;
use super::charts::{Scatter, Treemap};
use super::grid::Grid;
use super::headline::SegmentsHeadline;
use super::list::ClientList;
use super::map_sheet::MapSheet;
use super::rules_sheet::RulesSheet;
use super::segments::Segments;
use super::state::use_rfm;
use crate::analytics::date::Day;
use crate::analytics::segmentation::rfm::{RfmOptions, RfmSummary};
use crate::profile::NamedRules;
use crate::ui::components::{Button, DateField, Icon};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::ListLens;
use crate::ui::tools::analysis::{AnalysisFrame, BoardSkeleton};
use crate::ui::tools::kept_rules::KeptRules;
use crate::ui::tools::part::PartChoice;
use crate::ui::tools::sales_screen::SalesScreen;
use crate::ui::tools::window::WindowChoice;

/// The RFM screen.
#[component]
pub fn RfmPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SalesScreen
            title=i18n.label(|text| text.rfm().title)
            icon=Icon::Users
            empty_title=i18n.label(|text| text.rfm().empty_title)
            empty_text=i18n.label(|text| text.rfm().empty_text)
            analysis=|| view! { <Analysis /> }.into_any()
        />
    }
}

#[component]
fn Analysis() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    state.keep_up();
    let (rules_open, set_rules_open) = signal(false);
    let (map_open, set_map_open) = signal(false);
    let is_there = state.result().is_there();
    let no_result = Signal::derive(move || !is_there.get());
    let content = move |summary: Signal<Arc<RfmSummary>>| {
        view! {
            <Result summary />
            <RulesSheet summary open=rules_open on_close=move || set_rules_open.set(false) />
            <MapSheet summary open=map_open on_close=move || set_map_open.set(false) />
        }
        .into_any()
    };
    view! {
        <AnalysisFrame
            class="page abc-xyz rfm"
            title=i18n.label(|text| text.rfm().title)
            result=state.result()
            failed=i18n.label(|text| text.rfm().failed)
            skeleton=|| view! { <BoardSkeleton text=|text| text.rfm().computing board="rfm-board" /> }.into_any()
            content
        >
            <Button
                icon=Icon::Pencil
                testid="open-map"
                label=i18n.label(|text| text.rfm().open_map)
                disabled=no_result
                on_press=move || set_map_open.set(true)
            />
            <Button
                icon=Icon::Sliders
                testid="open-rules"
                label=i18n.label(|text| text.rfm().open_rules)
                disabled=no_result
                on_press=move || set_rules_open.set(true)
            />
        </AnalysisFrame>
    }
}

#[component]
fn Result(summary: Signal<Arc<RfmSummary>>) -> impl IntoView {
    view! {
        <SegmentsHeadline summary />
        <Days summary />
        <div class="rfm-board">
            <Grid summary />
            <Segments summary />
        </div>
        <div class="rfm-board rfm-board--even">
            <Treemap summary />
            <Scatter summary />
        </div>
        <Borders summary />
        <ClientList summary />
    }
}

/// Which days count, and from which day recency is counted back.
#[component]
fn Days(summary: Signal<Arc<RfmSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let date = Signal::derive(move || {
        let wanted = state.options().with(|options| options.analysis_date);
        wanted.or_else(|| summary.with(|summary| summary.analysis_date)).unwrap_or_default()
    });
    let within = Signal::derive(move || {
        let (first, last) = summary.with(|summary| summary.window).unwrap_or_default();
        (first, Day(last.0.max(date.get().0).saturating_add(YEARS_AFTER_DAYS)))
    });
    view! {
        <div class="rfm-days">
            <WindowChoice
                all=Signal::derive(move || summary.with(|summary| summary.window))
                window=Signal::derive(move || state.options().with(|options| options.window))
                on_change=move |window| state.change_options(|options| options.window = window)
            />
            <DateField
                label=i18n.label(|text| text.rfm().analysis_date)
                value=date
                within
                on_change=move |date: Day| state.change_options(|options| options.analysis_date = Some(date))
                testid="analysis-date"
            />
            <PartChoice />
            <KeptRules
                place=ListLens { get: |rules: &NamedRules| &rules.rfm, get_mut: |rules| &mut rules.rfm }
                rules=Signal::derive(move || {
                    RfmOptions { window: None, analysis_date: None, ..state.options().get() }
                })
                on_take=Callback::new(move |rules: RfmOptions| {
                    state.change_options(|options| take_rules(options, rules));
                })
            />
        </div>
    }
}

/// Takes other rules. The days stay: they belong to the table.
fn take_rules(options: &mut RfmOptions, rules: RfmOptions) {
    *options = RfmOptions { window: options.window, analysis_date: options.analysis_date, ..rules };
}

/// Recency may be counted from a day after the last row: some years are enough for any file.
const YEARS_AFTER_DAYS: i32 = 10 * 366;
