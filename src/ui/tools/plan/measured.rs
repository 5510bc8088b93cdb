//! The door from the measured funnel: its stages and counts become those of the plan.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analytics::dataset::Family;
use crate::analytics::funnel::report::Step;
use crate::analytics::funnel::{FunnelOptions, FunnelReport, StageName};
use crate::i18n::Messages;
use crate::jobs::protocol::{JobError, Request};
use crate::profile::SalesPlan;
use crate::profile::plan::STAGES_MIN;
use crate::ui::components::{Button, Icon};
use crate::ui::state::failures::use_failures;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::plan::{PlanState, use_plan};
use crate::ui::state::toasts::{ToastKind, Toasts, use_toasts};
use crate::ui::state::workspace::{Workspace, use_workspace};
use crate::ui::tools::funnel::use_funnel;

/// Takes stages and counts. Offered where a table of deals is loaded.
#[component]
pub(super) fn TakeMeasured() -> impl IntoView {
    let i18n = use_i18n();
    let (state, toasts) = (use_plan(), use_toasts());
    let take = move |report: FunnelReport| {
        let text = untrack(|| i18n.text());
        // Without a single sale there is no ratio to take.
        if report.steps.last().is_none_or(|step| step.reached == 0) || report.steps.len() < STAGES_MIN {
            toasts.show(ToastKind::Bad, text.plan().measured_none);
            return;
        }
        let stages = stages(&report, |step| text.funnel().deals.stage_name(&step.stage.name).to_owned());
        change_stages(state, toasts, text, text.plan().measured_taken, move |plan| plan.take_measured(stages.clone()));
    };
    view! { <Door testid="plan-take-measured" label=i18n.label(|text| text.plan().take_measured) take /> }
}

/// Takes the open deals of the measured funnel as what is under way, stage by stage of the same name. Offered where the plan
/// was taken from it.
#[component]
pub(super) fn TakeOpen() -> impl IntoView {
    let i18n = use_i18n();
    let (state, toasts) = (use_plan(), use_toasts());
    let take = move |report: FunnelReport| {
        let text = untrack(|| i18n.text());
        let name = |step: &Step| text.funnel().deals.stage_name(&step.stage.name).to_owned();
        let open: Vec<(String, u64)> = report.steps.iter().map(|step| (name(step), step.now)).collect();
        let taken = state.plan().get_untracked().take_open(&open);
        if taken == 0 {
            toasts.show(ToastKind::Bad, text.plan().open_none);
            return;
        }
        let said = (text.plan().open_taken)(untrack(|| i18n.format()), taken);
        change_stages(state, toasts, text, said, move |plan| {
            plan.take_open(&open);
        });
    };
    view! { <Door testid="plan-take-open" label=i18n.label(|text| text.plan().take_open) take /> }
}

/// A button that measures the loaded deals, as the funnel's screen does, and gives on what came of it.
#[component]
fn Door(
    testid: &'static str,
    label: Signal<String>,
    take: impl Fn(FunnelReport) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let (workspace, funnel, failures) = (use_workspace(), use_funnel(), use_failures());
    let loaded = workspace.loaded_of(Family::Deals);
    let press = move || {
        let options = funnel.asked();
        spawn_local(async move {
            match measure(workspace, options).await {
                Ok(report) => take(report),
                Err(error) => failures.tell(&error),
            }
        });
    };
    view! {
        <Show when=move || loaded.with(Option::is_some)>
            <Button icon=Icon::Funnel testid=testid label=label on_press=press />
        </Show>
    }
}

/// Changes the plan's stages and says so, with the way back.
fn change_stages(
    state: PlanState,
    toasts: Toasts,
    text: &Messages,
    said: impl Into<String>,
    change: impl Fn(&mut SalesPlan) + Send + Sync + 'static,
) {
    let before = state.plan().get_untracked();
    state.change(change);
    toasts.show_with_action(ToastKind::Good, said, text.shell().undo, move || {
        let before = before.clone();
        state.change(move |plan| plan.take_stages_of(&before));
    });
}

async fn measure(workspace: Workspace, options: FunnelOptions) -> Result<FunnelReport, JobError> {
    Ok(*workspace.ask_family(Family::Deals, Request::Funnel(options)).await?.try_unwrap_funnel()?)
}

/// Name, count, and days to the next stage, of each step. Half a day is a day. The end that won and lost deals share is
/// nothing that one plans.
fn stages(report: &FunnelReport, name: impl Fn(&Step) -> String) -> Vec<(String, u64, u32)> {
    let steps: Vec<&Step> = report.steps.iter().filter(|step| step.stage.name != StageName::Closed).collect();
    let days = steps.iter().skip(1).map(|step| {
        let twice = step.days.as_ref().map_or(0, |days| days.median_twice);
        u32::try_from(twice.max(0) / 2 + twice.max(0) % 2).unwrap_or_default()
    });
    let days = days.chain(std::iter::once(0));
    steps.iter().zip(days).map(|(step, days)| (name(step), step.reached, days)).collect()
}
