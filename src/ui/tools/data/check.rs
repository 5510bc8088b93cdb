//! The screen while a file is being read: what we understood, the rows, the account, the bar.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::accepted::use_accepted;
use super::bar::Bar;
use super::beyond::Beyond;
use super::columns::Columns;
use super::error_panel::ErrorPanel;
use super::file_facts::FileFacts;
use super::kind::Remembered;
use super::preview::Preview;
use super::quality::Quality;
use super::questions::Questions;
use super::report::Report;
use super::state::{DraftState, Phase};
use crate::analytics::dataset::Family;
use crate::ui::components::{Icon, IconView, PageHeader, Switch};
use crate::ui::state::deferred::deferred;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::queue::{Turn, use_file_queue};
use crate::ui::state::workspace::{Destination, WhichTable, use_workspace};
use crate::ui::tools::way_in::WayIn;

/// A draft, to be checked and accepted.
#[component]
pub fn Check(
    /// Told when the reading was accepted.
    #[prop(into)]
    on_accepted: Callback<Family>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let state = DraftState::derive(workspace);
    let name = Memo::new(move |_| {
        workspace.draft().with(|draft| draft.as_ref().map(|draft| draft.file_name.clone())).unwrap_or_default()
    });
    let drawn_report = deferred(state.report);
    let report = move || {
        let report: Arc<_> = drawn_report.get()?;
        Some(view! { <Report report=report which=WhichTable::Draft file_name=name.get_untracked() /> })
    };
    // Before a currency is chosen there are no sums to decide about, nor while the file is read again.
    let has_sums = Memo::new(move |_| {
        state.has_sums() && state.report.with(|report| report.as_ref().is_some_and(|report| report.table.is_sales()))
    });
    let quality = move || has_sums.get().then(|| view! { <Quality which=WhichTable::Draft /> });
    let queue = use_file_queue();
    let chosen = RwSignal::new(None::<Destination>);
    let accepted = use_accepted();
    // Files that were given together make one table.
    let destination = Signal::derive(move || {
        let follows = queue.turn().get().is_some_and(Turn::follows);
        chosen.get().unwrap_or(if follows { Destination::Append } else { Destination::NewTable })
    });
    let next = move || match queue.advance() {
        Some(next) => {
            chosen.set(None);
            workspace.open_file(next);
            true
        }
        None => false,
    };
    let confirm = move |()| {
        let family = state.kind.get_untracked().family();
        let destination = destination.get_untracked();
        spawn_local(async move {
            let outcome = workspace.accept_draft(destination).await;
            // Who listens may have gone meanwhile.
            if accepted.tell(outcome, destination) && !next() {
                on_accepted.try_run(family);
            }
        });
    };
    let cancel = move || {
        workspace.cancel_draft();
        next();
    };
    // A workbook or a picture: there is nothing to check, and no choice that would help.
    let is_hopeless = Memo::new(move |_| state.is_hopeless());
    let title = move || {
        let texts = i18n.text().import();
        if is_hopeless.get() { texts.failed_title } else { texts.check_title }.to_owned()
    };
    let is_failed = Memo::new(move |_| state.phase.get() == Phase::Failed);
    let lead = move || {
        let texts = i18n.text().import();
        match (is_hopeless.get(), is_failed.get()) {
            (true, _) => texts.failed_lead,
            (false, true) => texts.unsettled_lead,
            (false, false) => texts.check_lead,
        }
        .to_owned()
    };
    view! {
        <PageHeader title=Signal::derive(title) lead=Signal::derive(lead)>
            <FileName state=state />
        </PageHeader>
        {move || state.failure.get().map(|error| view! { <ErrorPanel error=error /> })}
        <Remembered state=state />
        <Questions state=state />
        <div
            class="import-parts"
            class:import-parts--rows-only=is_hopeless
            aria-busy=Signal::derive(move || state.is_busy().to_string())
        >
            <Show when=move || !is_hopeless.get()>
                <div class="import-parts__understood">
                    <FileFacts state=state />
                    <Columns state=state />
                </div>
            </Show>
            <div class="import-parts__rows">
                <Preview state=state />
                <div class:is-stale=move || state.is_busy()>{report}</div>
                <WholeOnly state=state />
                {quality}
                <Show when=move || is_failed.get()>
                    <WayIn compact=true />
                </Show>
            </div>
        </div>
        <Beyond />
        <Bar
            state=state
            destination=destination
            on_destination=move |destination| chosen.set(Some(destination))
            on_confirm=confirm
            on_cancel=cancel
        />
    }
}

/// The wish for the whole file or nothing, where there is a part that cannot be read.
#[component]
fn WholeOnly(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let is_part = Memo::new(move |_| state.is_part());
    view! {
        <Show when=move || is_part.get()>
            <div class="import-whole">
                <Switch
                    label=i18n.label(|text| text.import().report.whole_only)
                    hint=i18n.label(|text| text.import().report.whole_only_hint)
                    checked=Signal::derive(move || state.options.with(|options| options.whole_only))
                    on_change=move |whole_only| state.set_whole_only(whole_only)
                    testid="import-whole-only"
                />
            </div>
        </Show>
    }
}

/// The file's name and size.
#[component]
fn FileName(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let draft = use_workspace().draft();
    let turn = use_file_queue().turn();
    let queue = move || {
        let turn = turn.get()?;
        Some((i18n.text().intake().queue)(i18n.format(), turn.place, turn.all))
    };
    let name = move || {
        let draft = draft.get()?;
        Some(match draft.sample {
            true => (i18n.text().tables().list.sample)(state.kind.get().family()).to_owned(),
            false => draft.file_name,
        })
    };
    let size = move || draft.with(|draft| draft.as_ref().map(|draft| i18n.format().bytes(draft.file_bytes)));
    view! {
        <p class="import-file">
            <IconView icon=Icon::File />
            <span class="import-file__name">{name}</span>
            <span class="import-file__size">{size}</span>
            <span class="import-file__size" data-testid="import-queue">{queue}</span>
        </p>
    }
}
