//! The screen in its states: what counts above, the staircase, and under it what explains it.

use std::sync::Arc;

use leptos::prelude::*;

use super::deals::DealsList;
use super::figures::Whole;
use super::remarks::{Remarks, Snapshot};
use super::sections::{Check, Cohorts, Losses, Splits, Time};
use super::stages::StagesSheet;
use super::stairs::Stairs;
use super::state::{DealsBehind, Measured, keep_measured, use_funnel};
use crate::analytics::dataset::{Family, TableKind};
use crate::analytics::funnel::{Count, FunnelOptions, FunnelReport};
use crate::charts::funnel::{step_name, worst};
use crate::jobs::export;
use crate::jobs::sheet::FileKind;
use crate::profile::NamedRules;
use crate::ui::components::{Blank, Button, EmptyState, Headline, Icon, PageHeader, SaveTable, Segmented};
use crate::ui::saving::use_saver;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::Place;
use crate::ui::state::places::use_places;
use crate::ui::state::workspace::{Sample, use_workspace};
use crate::ui::tools::analysis::AnalysisFrame;
use crate::ui::tools::kept_rules::KeptRules;
use crate::ui::tools::opening::OpeningTable;
use crate::ui::tools::templates::Templates;
use crate::ui::tools::way_in::WayIn;
use crate::ui::tools::window::WindowChoice;

/// The funnel screen.
#[component]
pub fn FunnelPage() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let loaded = workspace.loaded_of(Family::Deals);
    let is_loaded = Memo::new(move |_| loaded.with(Option::is_some));
    let opening = workspace.opening_of(Family::Deals);
    let is_opening = Memo::new(move |_| opening.with(Option::is_some));
    move || match (is_loaded.get(), is_opening.get()) {
        (true, _) => view! { <Analysis /> }.into_any(),
        (false, true) => view! {
            <div class="page">
                <PageHeader title=i18n.label(|text| text.funnel().screen.title) />
                <OpeningTable name=Signal::derive(move || opening.get().unwrap_or_default()) />
            </div>
        }
        .into_any(),
        (false, false) => view! {
            <div class="page">
                <PageHeader title=i18n.label(|text| text.funnel().screen.title) />
                <EmptyState
                    icon=Icon::Funnel
                    title=i18n.label(|text| text.funnel().screen.empty_title)
                    text=i18n.label(|text| text.funnel().screen.empty_text)
                >
                    <WayIn compact=true about=Sample::Deals />
                    <Templates kinds=&[TableKind::Deals, TableKind::Events] />
                </EmptyState>
                <PlanDoor />
            </div>
        }
        .into_any(),
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
            skeleton=|| view! { <Skeleton /> }.into_any()
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
    let name = move || file.with(|file| file.as_ref().map(|file| file.name.clone()));
    let saver = use_saver();
    let save = move |kind: FileKind| {
        let format = untrack(|| i18n.format());
        let made = file.with_untracked(|file| {
            let file = file.as_ref()?;
            Some(report.with_untracked(|report| export::funnel::funnel(report, &file.name, &file.report, format)))
        });
        if let Some(made) = made {
            saver.own_table(made, untrack(|| i18n.text().funnel().screen.file.to_owned()), kind);
        }
    };
    view! {
        <Headline sentence=words testid="funnel-headline" />
        <div class="funnel__bar">
            <p class="funnel__file">{name}</p>
            <SaveTable on_save=save disabled=saver.busy() />
        </div>
    }
}

/// What the result was computed from, for the pictures that are saved of it.
pub(super) fn computed_from(report: Report) -> Signal<Vec<String>> {
    let i18n = use_i18n();
    let file = use_workspace().loaded_of(Family::Deals);
    let line = move || {
        let format = i18n.format();
        file.with(|file| {
            let file = file.as_ref()?;
            Some(report.with(|report| export::funnel::basis(report, &file.name, &file.report, format).line(format)))
        })
    };
    Signal::derive(move || line().into_iter().collect())
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
                place=Place { get: |rules: &NamedRules| &rules.funnel, get_mut: |rules| &mut rules.funnel }
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

/// Stands where the result will stand, so that nothing jumps.
#[component]
fn Skeleton() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="skeleton" data-testid="computing">
            <p class="visually-hidden" role="status">{i18n.phrase(|text| text.funnel().screen.computing)}</p>
            <Blank class="skeleton__bar" />
            <Blank class="skeleton__box" />
        </div>
    }
}

/// The result as sections get it.
pub(super) type Report = Signal<Arc<FunnelReport>>;
/// The result as lists of deals get it.
pub(super) type Source = Measured;
