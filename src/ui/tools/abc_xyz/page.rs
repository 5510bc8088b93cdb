//! The screen: a sentence, the matrix beside the curve, the chosen cell, the clients.

use std::sync::Arc;

use leptos::prelude::*;

use super::cell_panel::CellPanel;
use super::headline::{MatrixHeadline, computed_from};
use super::list::ClientList;
use super::matrix::Matrix;
use super::pareto::ParetoChart;
use super::rules_sheet::RulesSheet;
use super::state::use_abc_xyz;
use super::thresholds::ThresholdFields;
use crate::analytics::segmentation::abc::AbcThresholds;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary};
use crate::analytics::segmentation::value::ValueBy;
use crate::profile::NamedRules;
use crate::ui::components::{Button, Explain, Icon, Notice, NoticeKind};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::ListLens;
use crate::ui::tools::analysis::{AnalysisFrame, BoardSkeleton};
use crate::ui::tools::kept_rules::KeptRules;
use crate::ui::tools::part::PartChoice;
use crate::ui::tools::sales_screen::SalesScreen;
use crate::ui::tools::window::WindowChoice;

/// `id` of the heading over the curve.
const CURVE_ID: &str = "curve-title";

/// The ABC-XYZ screen.
#[component]
pub fn AbcXyzPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SalesScreen
            title=i18n.label(|text| text.abc_xyz().title)
            icon=Icon::Matrix
            empty_title=i18n.label(|text| text.abc_xyz().empty_title)
            empty_text=i18n.label(|text| text.abc_xyz().empty_text)
            analysis=|| view! { <Analysis /> }.into_any()
        />
    }
}

#[component]
fn Analysis() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    state.keep_up();
    let (rules_open, set_rules_open) = signal(false);
    let is_there = state.result().is_there();
    let content = move |summary: Signal<Arc<AbcXyzSummary>>| {
        view! {
            <Result summary />
            <RulesSheet summary open=rules_open on_close=move || set_rules_open.set(false) />
        }
        .into_any()
    };
    view! {
        <AnalysisFrame
            class="page abc-xyz"
            title=i18n.label(|text| text.abc_xyz().title)
            result=state.result()
            failed=i18n.label(|text| text.abc_xyz().failed)
            skeleton=|| view! { <BoardSkeleton text=|text| text.abc_xyz().computing board="abc-xyz__board" /> }.into_any()
            content
        >
            <Button
                icon=Icon::Sliders
                testid="open-rules"
                label=i18n.label(|text| text.abc_xyz().open_rules)
                disabled=Signal::derive(move || !is_there.get())
                on_press=move || set_rules_open.set(true)
            />
        </AnalysisFrame>
    }
}

#[component]
fn Result(summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let move_thresholds = move |thresholds: AbcThresholds| state.change_options(|options| options.abc = thresholds);
    let clear_on_escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            state.clear_cell();
        }
    };
    // The rules may be those of another table.
    let missing = move || {
        let measure = summary.with(|summary| {
            let measure = summary.options.value;
            (!summary.values.contains(&measure)).then_some(measure)
        })?;
        Some(view! {
            <Notice
                kind=NoticeKind::Warn
                testid="measure-missing"
                title=Signal::derive(move || (i18n.text().value().missing)(measure).to_owned())
            >
                <Button
                    label=i18n.label(|text| text.value().back)
                    on_press=move || state.change_options(|options| options.value = ValueBy::Amount)
                />
            </Notice>
        })
    };
    view! {
        <MatrixHeadline summary />
        {missing}
        <div class="scope">
            <WindowChoice
                all=Signal::derive(move || summary.with(|summary| summary.window))
                window=Signal::derive(move || state.options().with(|options| options.window))
                on_change=move |window| state.change_options(|options| options.window = window)
            />
            <PartChoice />
            <KeptRules
                place=ListLens { get: |rules: &NamedRules| &rules.abc_xyz, get_mut: |rules| &mut rules.abc_xyz }
                rules=Signal::derive(move || AbcXyzOptions { window: None, ..state.options().get() })
                on_take=Callback::new(move |rules: AbcXyzOptions| {
                    state.change_options(|options| *options = AbcXyzOptions { window: options.window, ..rules });
                })
            />
        </div>
        <div class="abc-xyz__board" on:keydown=clear_on_escape>
            <Matrix summary />
            <CellPanel summary />
            <section class="abc-xyz__curve" aria-labelledby=CURVE_ID>
                <div class="abc-xyz__heading">
                    <h2 id=CURVE_ID>{i18n.phrase(|text| text.abc_xyz().matrix.curve)}</h2>
                    <Explain
                        text=i18n.label(|text| text.abc_xyz().matrix.curve_explain)
                        label=i18n.label(|text| text.abc_xyz().matrix.curve)
                    />
                </div>
                <ParetoChart summary notes=computed_from(summary) on_thresholds=move_thresholds />
                <ThresholdFields summary />
            </section>
        </div>
        <ClientList summary />
    }
}
