//! The screen: a sentence, what is typed beside the picture, what if, what to do in which week.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::ComputedPlan;
use super::goal::GoalCard;
use super::headline::PlanHeadline;
use super::picture::PlanPicture;
use super::progress::ProgressFields;
use super::stages::StagesCard;
use super::time::TimeFields;
use super::weeks::PlanTable;
use super::what_if::WhatIf;
use crate::platform::clock;
use crate::profile::{NamedRules, SalesPlan};
use crate::ui::components::{Button, Icon, Notice, NoticeKind, PageHeader, PrintButton};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::ListLens;
use crate::ui::state::plan::use_plan;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::tools::kept_rules::KeptRules;

/// The plan screen.
#[component]
pub fn PlanPage() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let plan = state.plan();
    let today = clock::today();
    let computed = Memo::new(move |_| ComputedPlan::of(plan.get(), today).map(Arc::new));
    view! {
        <div class="page plan">
            <PageHeader title=i18n.label(|text| text.plan().title) lead=i18n.label(|text| text.plan().lead)>
                <ResetButton />
                <PrintButton />
            </PageHeader>
            <Sentence computed />
            <KeptRules
                place=ListLens { get: |rules: &NamedRules| &rules.plan, get_mut: |rules| &mut rules.plan }
                rules=plan
                on_take=Callback::new(move |plan| state.replace(plan))
                text=|text| &text.saving().plans
            />
            <div class="plan__board">
                <div class="plan__typed no-print">
                    <GoalCard today />
                    <StagesCard />
                    <div>
                        <TimeFields today />
                        <ProgressFields />
                    </div>
                </div>
                <Drawn computed />
            </div>
            <Rows computed />
        </div>
    }
}

type Result = Memo<Option<Arc<ComputedPlan>>>;

/// The result while there is one; the parts of the screen that show it stay when it changes.
fn with_result<V: IntoView + 'static>(computed: Result, view: fn(Signal<Arc<ComputedPlan>>) -> V) -> impl IntoView {
    let exists = Memo::new(move |_| computed.with(Option::is_some));
    move || {
        let first = exists.get().then(|| computed.get_untracked()).flatten()?;
        Some(view(Memo::new(move |_| computed.get().unwrap_or_else(|| Arc::clone(&first))).into()))
    }
}

#[component]
fn Sentence(computed: Result) -> impl IntoView {
    let i18n = use_i18n();
    let said = with_result(computed, |computed| view! { <PlanHeadline computed /> });
    view! {
        <Show when=move || computed.with(Option::is_none)>
            <Notice kind=NoticeKind::Warn title=i18n.label(|text| text.plan().too_much) />
        </Show>
        {said}
    }
}

#[component]
fn Drawn(computed: Result) -> impl IntoView {
    with_result(computed, |computed| {
        let scenario = RwSignal::new(Vec::new());
        view! {
            <div class="plan__drawn">
                <PlanPicture computed scenario />
                <WhatIf computed scenario />
            </div>
        }
    })
}

#[component]
fn Rows(computed: Result) -> impl IntoView {
    with_result(computed, |computed| view! { <PlanTable computed /> })
}

/// The example again, with an undo.
#[component]
fn ResetButton() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_plan();
    let toasts = use_toasts();
    let plan = state.plan();
    let reset = move || {
        let before = plan.get_untracked();
        state.replace(SalesPlan { other: before.other.clone(), ..SalesPlan::default() });
        let text = untrack(|| i18n.text());
        toasts.show_with_action(ToastKind::Good, text.plan().was_reset, text.shell().undo, move || {
            state.replace(before.clone());
        });
    };
    let is_example =
        Memo::new(move |_| plan.with(|plan| *plan == SalesPlan { other: plan.other.clone(), ..SalesPlan::default() }));
    view! {
        <Button
            icon=Icon::Undo
            testid="plan-reset"
            label=i18n.label(|text| text.plan().reset)
            disabled=is_example
            on_press=reset
        />
    }
}
