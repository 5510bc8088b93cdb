//! The screen in its states: what counts above, the staircase, and under it what explains it.

use std::sync::Arc;

use leptos::prelude::*;

use super::deals::DealsList;
use super::figures::Whole;
use super::remarks::{Remarks, Snapshot};
use super::sections::{Check, Cohorts, Losses, Splits, Time};
use super::stages::StagesSheet;
use super::stairs::Stairs;
use super::state::{DealsBehind, keep_measured, use_funnel};
use crate::analytics::dataset::{Family, TableKind};
use crate::analytics::funnel::{Count, FunnelOptions, FunnelReport};
use crate::charts::funnel::{step_name, worst};
use crate::jobs::export;
use crate::profile::NamedRules;
use crate::ui::components::{Blank, Button, EmptyState, Headline, Icon, Segmented};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::ListLens;
use crate::ui::state::places::use_places;
use crate::ui::state::workspace::{Loaded, Sample, use_workspace};
use crate::ui::tools::analysis::{AnalysisFrame, Skeleton};
use crate::ui::tools::kept_rules::KeptRules;
use crate::ui::tools::result_bar::{ResultBar, basis_line};
use crate::ui::tools::table_screen::TableScreen;
use crate::ui::tools::templates::Templates;
use crate::ui::tools::way_in::WayIn;
use crate::ui::tools::window::WindowChoice;

/// The funnel screen.
#[component]
pub fn FunnelPage() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let loaded = workspace.loaded_of(Family::Deals);
    let empty = move || {
        view! {
            <EmptyState
                icon=Icon::Funnel
                title=i18n.label(|text| text.funnel().screen.empty_title)
                text=i18n.label(|text| text.funnel().screen.empty_text)
            >
                <WayIn compact=true about=Sample::Deals />
                <Templates kinds=&[TableKind::Deals, TableKind::Events] />
            </EmptyState>
            <PlanDoor />
        }
        .into_any()
    };
    view! {
        <TableScreen
            title=i18n.label(|text| text.funnel().screen.title)
            is_there=Memo::new(move |_| loaded.with(Option::is_some))
            opening=workspace.opening_of(Family::Deals)
            empty
            analysis=|| view! { <Analysis /> }.into_any()
        />
    }
}

/// Who has no table plans without one: the example of the plan in a sentence, and the way there.
#[component]
fn PlanDoor() -> impl IntoView {
    let i18n = use_i18n();
    let places = use_places();
    view! {
        <section class="plan-door">
            <h2>{i18n.phrase(|text| text.funnel().screen.plan_title)}</h2>
            <p>{i18n.phrase(|text| text.funnel().screen.plan_text)}</p>
            <Button
                icon=Icon::Calendar
                testid="open-plan"
                label=i18n.label(|text| text.funnel().screen.plan_open)
                on_press=move || places.go("plan")
            />
        </section>
    }
}

#[component]
fn Analysis() -> impl IntoView {
    let i18n = use_i18n();
    provide_context(DealsBehind(RwSignal::new(None)));
    let measured = keep_measured(use_funnel());
    let is_there = measured.is_there();
    let stages_open = RwSignal::new(false);
    let content = move |report: Signal<Arc<FunnelReport>>| {
        view! {
            <Result report stages_open />
            <DealsList measured />
        }
        .into_any()
    };
    view! {
        <AnalysisFrame
            class="page funnel"
            title=i18n.label(|text| text.funnel().screen.title)
            result=measured
            failed=i18n.label(|text| text.funnel().screen.failed)
            skeleton=|| {
                view! {
                    <Skeleton text=|text| text.funnel().screen.computing>
                        <Blank class="skeleton__box" />
                    </Skeleton>
                }
                .into_any()
            }
            content
        >
            <Button
                icon=Icon::Sliders
                testid="open-stages"
                label=i18n.label(|text| text.funnel().screen.open_stages)
                disabled=Signal::derive(move || !is_there.get())
                on_press=move || stages_open.set(true)
            />
        </AnalysisFrame>
    }
}

#[component]
fn Result(report: Signal<Arc<FunnelReport>>, stages_open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Said report />
        <Snapshot report />
        <Scope report />
        <CountChoice report />
        <Stairs report />
        <Whole report />
        <Remarks report />
        <Time report />
        <Losses report />
        <Splits report />
        <Cohorts report />
        <Check report />
        <StagesSheet report=report open=stages_open />
    }
}

#[component]
fn Said(report: Signal<Arc<FunnelReport>>) -> impl IntoView {
    let i18n = use_i18n();
    let file = use_workspace().loaded_of(Family::Deals);
    let words = Signal::derive(move || {
        let format = i18n.format();
        report.with(|report| {
            let worst = worst(report).map(|step| step_name(step, format)).unwrap_or_default();
            (i18n.text().funnel().screen.headline)(format, report, &worst)
        })
    });
    let made = move |file: &Loaded, format| {
        report.with_untracked(|report| export::funnel::funnel(report, &file.name, &file.report, format))
    };
    view! {
        <Headline sentence=words testid="funnel-headline" />
        <ResultBar file made stem=|text| text.funnel().screen.file />
    }
}

/// What the result was computed from, for the pictures that are saved of it.
pub(super) fn computed_from(report: Report) -> Signal<Vec<String>> {
    basis_line(use_workspace().loaded_of(Family::Deals), move |file, format| {
        report.with(|report| export::funnel::basis(report, &file.name, &file.report, format))
    })
}

/// Which deals count, and how: by the days on which they began, and as it was kept under a name.
#[component]
fn Scope(report: Signal<Arc<FunnelReport>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_funnel();
    // Days and classes belong to one table.
    let rules = move || FunnelOptions { entered: None, as_of: None, classes: Vec::new(), ..state.options().get() };
    let take = move |rules: FunnelOptions| {
        state.change(|options| {
            let FunnelOptions { entered, as_of, ref mut classes, .. } = *options;
            let classes = std::mem::take(classes);
            *options = FunnelOptions { entered, as_of, classes, ..rules };
        });
    };
    view! {
        <div class="scope no-print">
            <WindowChoice
                family=Family::Deals
                label=i18n.label(|text| text.funnel().screen.entered)
                all=Signal::derive(move || report.with(|report| report.begins))
                window=Signal::derive(move || state.options().with(|options| options.entered))
                on_change=move |entered| state.change(|options| options.entered = entered)
            />
            <KeptRules
                place=ListLens { get: |rules: &NamedRules| &rules.funnel, get_mut: |rules| &mut rules.funnel }
                rules=Signal::derive(rules)
                on_take=Callback::new(take)
            />
        </div>
    }
}

/// The way of counting, with what the others come to.
#[component]
fn CountChoice(report: Signal<Arc<FunnelReport>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_funnel();
    let text = move || i18n.text().funnel();
    let chosen = move || state.options().with(|options| options.count);
    let explain = move || (text().screen.count_explain)(chosen());
    let differences = move || {
        let format = i18n.format();
        report.with(|report| {
            let end = |reached: &[u64]| reached.last().copied().unwrap_or_default();
            let own =
                report.counts.iter().find(|(count, _)| *count == report.count).map(|(_, reached)| reached.clone());
            let own = own.unwrap_or_default();
            let others: Vec<String> = report
                .counts
                .iter()
                .filter(|(_, reached)| *reached != own)
                .map(|(count, reached)| {
                    (text().screen.count_differs)(format, (text().deals.count_name)(*count), end(reached))
                })
                .collect();
            if others.is_empty() { text().screen.count_same.to_owned() } else { others.join(" · ") }
        })
    };
    view! {
        <div class="funnel__count">
            <Segmented
                label=i18n.label(|text| text.funnel().screen.count)
                all=|| Count::ALL
                name=move |count| (text().deals.count_name)(count).to_owned()
                chosen=chosen
                on_change=move |count| state.change(|options| options.count = count)
                testid="funnel-count"
            />
            <p class="hint">{explain}</p>
            <p class="hint" data-testid="funnel-count-others">{differences}</p>
        </div>
    }
}

/// The result as sections get it.
pub(super) type Report = Signal<Arc<FunnelReport>>;
