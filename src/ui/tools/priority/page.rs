//! The screen: a sentence, criteria beside groups, what each weight decides, the clients.

use std::sync::Arc;

use leptos::prelude::*;

use super::criteria::Criteria;
use super::groups::GroupList;
use super::headline::Headline;
use super::list::ClientList;
use super::sensitivity::SensitivityTable;
use super::state::use_priority;
use crate::analytics::segmentation::priority::{PriorityOptions, PrioritySummary};
use crate::profile::NamedRules;
use crate::ui::components::{Icon, PageHeader, PrintButton};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::Place;
use crate::ui::state::workspace::use_link_number;
use crate::ui::tools::computed::{Computed, keep_computed};
use crate::ui::tools::failure::Failure;
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
    let ask_again = keep_computed(state);
    // With another list of clients its columns tell something else.
    let link = use_link_number();
    Effect::new(move |before: Option<u32>| {
        let number = link.get();
        if before.is_some_and(|before| before != number) {
            ask_again.run(());
        }
        number
    });
    let has_result = Memo::new(move |_| state.summary().with(Option::is_some));
    let result = move || {
        if !has_result.get() {
            return None;
        }
        let first = state.summary().get_untracked()?;
        let summary = Memo::new(move |_| state.summary().get().unwrap_or_else(|| Arc::clone(&first)));
        Some(view! { <Result summary=summary.into() /> })
    };
    view! {
        <div class="page abc-xyz priority" aria-busy=move || state.is_computing().get().to_string()>
            <PageHeader title=i18n.label(|text| text.priority().title)>
                <PrintButton disabled=Signal::derive(move || !has_result.get()) />
            </PageHeader>
            <Failure error=state.failure() again=ask_again />
            {result}
        </div>
    }
}

#[component]
fn Result(summary: Signal<Arc<PrioritySummary>>) -> impl IntoView {
    let state = use_priority();
    view! {
        <Headline summary />
        <WindowChoice
            all=Signal::derive(move || summary.with(|summary| summary.window))
            window=Signal::derive(move || state.options().with(|options| options.window))
            on_change=move |window| state.set_window(window)
        />
        <PartChoice />
        <KeptRules
            place=Place { get: |rules: &NamedRules| &rules.priority, get_mut: |rules| &mut rules.priority }
            rules=Signal::derive(move || PriorityOptions { window: None, ..state.options().get() })
            on_take=Callback::new(move |rules: PriorityOptions| {
                state.choose_group(None);
                state.change(|options| *options = rules);
            })
        />
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
