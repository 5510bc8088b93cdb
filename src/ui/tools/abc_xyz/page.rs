//! The screen: a sentence, the matrix beside the curve, the chosen cell, the clients.

use std::sync::Arc;

use leptos::prelude::*;

use super::cell_panel::CellPanel;
use super::fetch::keep_computed;
use super::headline::Headline;
use super::list::ClientList;
use super::matrix::Matrix;
use super::pareto::ParetoChart;
use super::rules_sheet::RulesSheet;
use super::state::use_abc_xyz;
use super::thresholds::ThresholdFields;
use super::window::WindowChoice;
use crate::analytics::dataset::TableKind;
use crate::analytics::segmentation::abc::AbcThresholds;
use crate::analytics::segmentation::abc_xyz::AbcXyzSummary;
use crate::ui::components::{Blank, Button, EmptyState, Explain, Icon, Notice, NoticeKind, PageHeader};
use crate::ui::error_text::error_text;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::opening::OpeningTable;
use crate::ui::tools::way_in::WayIn;

/// `id` of the heading over the curve.
const CURVE_ID: &str = "curve-title";

/// The ABC-XYZ screen.
#[component]
pub fn AbcXyzPage() -> impl IntoView {
    let workspace = use_workspace();
    let table = Memo::new(move |_| workspace.loaded().with(|loaded| loaded.as_ref().map(|loaded| loaded.report.table)));
    let opening = workspace.opening();
    let is_opening = Memo::new(move |_| opening.with(Option::is_some));
    move || match table.get() {
        Some(table) if table.is_sales() => view! { <Analysis /> }.into_any(),
        Some(table) => view! { <NeedsSales table=table /> }.into_any(),
        None if is_opening.get() => {
            view! { <Opening name=Signal::derive(move || opening.get().unwrap_or_default()) /> }.into_any()
        }
        None => view! { <Nothing /> }.into_any(),
    }
}

/// A kept table is on its way.
#[component]
fn Opening(name: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="page">
            <PageHeader title=i18n.label(|text| text.abc_xyz.title) />
            <OpeningTable name=name />
        </div>
    }
}

/// The loaded table is of another kind.
#[component]
fn NeedsSales(table: TableKind) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="page">
            <PageHeader title=i18n.label(|text| text.abc_xyz.title) />
            <EmptyState
                icon=Icon::Matrix
                title=i18n.label(|text| text.kinds.needs_sales)
                text=Signal::derive(move || (i18n.text().kinds.needs_sales_text)(table))
            >
                <WayIn compact=true />
            </EmptyState>
        </div>
    }
}

/// No table has been loaded.
#[component]
fn Nothing() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="page">
            <PageHeader title=i18n.label(|text| text.abc_xyz.title) />
            <EmptyState
                icon=Icon::Matrix
                title=i18n.label(|text| text.abc_xyz.empty_title)
                text=i18n.label(|text| text.abc_xyz.empty_text)
            >
                <WayIn compact=true />
            </EmptyState>
        </div>
    }
}

#[component]
fn Analysis() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let ask_again = keep_computed(state);
    let (rules_open, set_rules_open) = signal(false);
    let has_result = Memo::new(move |_| state.summary().with(Option::is_some));
    let failure = move || {
        state.failure().get().map(|error| {
            let told = error_text(&error, i18n.format());
            view! {
                <Notice
                    kind=NoticeKind::Bad
                    title=i18n.label(|text| text.abc_xyz.failed)
                    text=Signal::stored(format!("{} {}", told.text, told.advice))
                >
                    <Button label=i18n.label(|text| text.abc_xyz.try_again) on_press=move || ask_again.run(()) />
                </Notice>
            }
        })
    };
    let result = move || {
        if !has_result.get() {
            return state.failure().with(Option::is_none).then(|| view! { <Skeleton /> }.into_any());
        }
        let first = state.summary().get_untracked()?;
        let summary = Memo::new(move |_| state.summary().get().unwrap_or_else(|| Arc::clone(&first)));
        let close = move || set_rules_open.set(false);
        Some(
            view! {
                <Result summary />
                <RulesSheet summary=summary.into() open=rules_open on_close=close />
            }
            .into_any(),
        )
    };
    view! {
        <div class="page abc-xyz" aria-busy=move || state.is_computing().get().to_string()>
            <PageHeader title=i18n.label(|text| text.abc_xyz.title)>
                <Button
                    icon=Icon::Sliders
                    testid="open-rules"
                    label=i18n.label(|text| text.abc_xyz.open_rules)
                    disabled=Signal::derive(move || !has_result.get())
                    on_press=move || set_rules_open.set(true)
                />
            </PageHeader>
            {failure}
            {result}
        </div>
    }
}

#[component]
fn Result(#[prop(into)] summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let move_thresholds = move |thresholds: AbcThresholds| state.change_options(|options| options.abc = thresholds);
    let clear_on_escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            state.clear_cell();
        }
    };
    view! {
        <Headline summary />
        <WindowChoice summary />
        <div class="abc-xyz__board" on:keydown=clear_on_escape>
            <Matrix summary />
            <CellPanel summary />
            <section class="abc-xyz__curve" aria-labelledby=CURVE_ID>
                <div class="abc-xyz__heading">
                    <h2 id=CURVE_ID>{i18n.phrase(|text| text.abc_xyz.matrix.curve)}</h2>
                    <Explain
                        text=i18n.label(|text| text.abc_xyz.matrix.curve_explain)
                        label=i18n.label(|text| text.abc_xyz.matrix.curve)
                    />
                </div>
                <ParetoChart summary on_thresholds=move_thresholds />
                <ThresholdFields />
            </section>
        </div>
        <ClientList summary />
    }
}

/// Stands where the result will stand, in its shape, so that nothing jumps.
#[component]
fn Skeleton() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="skeleton" data-testid="computing">
            <p class="visually-hidden" role="status">{i18n.phrase(|text| text.abc_xyz.computing)}</p>
            <Blank class="skeleton__bar" />
            <div class="abc-xyz__board">
                <Blank class="skeleton__box" />
                <Blank class="skeleton__box" />
            </div>
        </div>
    }
}
