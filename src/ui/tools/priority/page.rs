//! The screen: a sentence, criteria beside groups, what each weight decides, the clients.

use std::sync::Arc;

use leptos::prelude::*;

use super::criteria::Criteria;
use super::groups::GroupList;
use super::headline::PriorityHeadline;
use super::list::ClientList;
use super::sensitivity::SensitivityTable;
use super::state::use_priority;
use crate::analytics::segmentation::priority::{PriorityOptions, PrioritySummary};
use crate::profile::NamedRules;
use crate::ui::components::Icon;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::ListLens;
use crate::ui::tools::analysis::{AnalysisFrame, BoardSkeleton};
use crate::ui::tools::kept_rules::KeptRules;
use crate::ui::tools::part::PartChoice;
use crate::ui::tools::sales_screen::SalesScreen;
use crate::ui::tools::window::WindowChoice;

/// The screen of priority groups.
#[component]
pub fn PriorityPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SalesScreen
            title=i18n.label(|text| text.priority().title)
            icon=Icon::Sliders
            empty_title=i18n.label(|text| text.priority().empty_title)
            empty_text=i18n.label(|text| text.priority().empty_text)
            analysis=|| view! { <Analysis /> }.into_any()
        />
    }
}

#[component]
fn Analysis() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    state.keep_up();
    view! {
        <AnalysisFrame
            class="page abc-xyz priority"
            title=i18n.label(|text| text.priority().title)
            result=state.result()
            skeleton=|| view! { <BoardSkeleton text=|text| text.priority().computing board="priority__board" /> }.into_any()
            content=|summary| view! { <Result summary /> }.into_any()
        />
    }
}

#[component]
fn Result(summary: Signal<Arc<PrioritySummary>>) -> impl IntoView {
    let state = use_priority();
    view! {
        <PriorityHeadline summary />
        <div class="scope">
            <WindowChoice
                all=Signal::derive(move || summary.with(|summary| summary.window))
                window=Signal::derive(move || state.options().with(|options| options.window))
                on_change=move |window| state.set_window(window)
            />
            <PartChoice />
            <KeptRules
                place=ListLens { get: |rules: &NamedRules| &rules.priority, get_mut: |rules| &mut rules.priority }
                rules=Signal::derive(move || PriorityOptions { window: None, ..state.options().get() })
                on_take=Callback::new(move |rules: PriorityOptions| {
                    state.choose_group(None);
                    state.change(|options| *options = rules);
                })
            />
        </div>
        <div class="priority__board">
            <Criteria />
            <div class="priority__side">
                <GroupList summary />
                <SensitivityTable summary />
            </div>
        </div>
        <ClientList summary />
    }
}
