//! Clients picked in a list: kept as a selection, shown alone, carried to other tools, saved as files.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

use super::columns::Column;
use super::export::table_of;
use super::leads::leads_of;
use super::listing::{ListKey, Listing};
use crate::jobs::protocol::{ClientQuery, ClientSort, JobError, Request};
use crate::jobs::sheet::FileKind;
use crate::profile::flow::FlowKind;
use crate::profile::selections::{Selection, Selections};
use crate::ui::components::{Button, ButtonKind, Icon, IconView, SaveTable};
use crate::ui::saving::use_saver;
use crate::ui::state::failures::use_failures;
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::{ListLens, NamedList};
use crate::ui::state::of_table::OfTable;
use crate::ui::state::picked::use_picked;
use crate::ui::state::places::use_places;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::{Workspace, use_workspace};
use crate::ui::tools::TOOLS;
use crate::ui::tools::kept_names::KeptNames;

/// Clients put on the board at once: more than anybody serves in a month.
const LEADS_MAX: u64 = 100;

/// Places that list clients, by path.
const PLACES: [&str; 4] = ["clients", "abc-xyz", "rfm", "priority"];

/// The box in the header: picks all clients that the list finds, not only those in sight, or lets all go.
#[component]
pub(super) fn PickAll(listing: Listing) -> impl IntoView {
    let i18n = use_i18n();
    let picked = use_picked();
    let workspace = use_workspace();
    // How many were picked when all were, and of which list.
    let all_of = RwSignal::new(None::<(usize, ListKey)>);
    let is_all = Memo::new(move |_| {
        listing.total().track();
        let shown = listing.shown();
        all_of.with(|all| {
            all.as_ref().is_some_and(|(count, key)| *count == picked.count() && Some(key) == shown.as_ref())
        })
    });
    let failures = use_failures();
    let press = move |event: ev::Event| {
        if is_all.get_untracked() {
            return picked.clear();
        }
        let input = event_target::<HtmlInputElement>(&event);
        let Some(key) = listing.shown() else { return };
        spawn_local(async move {
            match names_of(workspace, key.clone()).await {
                Ok(names) => {
                    picked.add(names);
                    all_of.try_set(Some((untrack(|| picked.count()), key)));
                }
                Err(error) => {
                    // The browser has ticked it already.
                    input.set_checked(false);
                    failures.tell(&error);
                }
            }
        });
    };
    view! {
        <label class="client__pick">
            <input
                type="checkbox"
                class="checkbox"
                data-testid="pick-all"
                aria-label=move || (i18n.text().clients().pick_all)(i18n.format(), listing.total().get())
                title=move || (i18n.text().clients().pick_all)(i18n.format(), listing.total().get())
                prop:checked=is_all
                prop:indeterminate=Signal::derive(move || !is_all.get() && picked.count() > 0)
                on:change=press
            />
        </label>
    }
}

async fn names_of(workspace: Workspace, key: ListKey) -> Result<Vec<String>, JobError> {
    let ListKey { options, beside, query, .. } = key;
    Ok(workspace.ask_sales(Request::ClientNames { options, beside, query }).await?.try_unwrap_client_names()?)
}

/// The selections that were kept, and the one that a list shows alone.
#[component]
fn KeptSelections(
    /// Which clients the list shows.
    query: OfTable<ClientQuery>,
    /// The selections.
    kept: SelectionList,
    /// Whether those picked are saved here, or a selection is chosen.
    saves: bool,
) -> impl IntoView {
    let picked = use_picked();
    let shown = shown_alone(query, kept);
    let choose = move |name: Option<String>| {
        let clients = name.and_then(|name| untrack(|| kept.find(&name))).map(|selection| selection.clients);
        query.change(|query| query.only = clients);
    };
    let make = move |name: String| Selection { name, clients: untrack(|| picked.all()), ..Selection::default() };
    view! {
        <KeptNames
            list=kept
            text=|text| &text.clients().selections
            selected=shown
            on_choose=choose
            make=make
            can_save=Signal::stored(saves)
            only_saves=saves
        />
    }
}

/// Selections that were kept. A list opens them once: what is saved below it is named above it.
pub(super) type SelectionList = NamedList<Selections, Selection>;

/// Opens the selections for as long as the list is there.
pub(super) fn use_selections() -> SelectionList {
    NamedList::open(ListLens {
        get: |document: &Selections| &document.selections,
        get_mut: |document| &mut document.selections,
    })
}

/// The name of those shown alone, if they are a selection.
fn shown_alone(query: OfTable<ClientQuery>, kept: SelectionList) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let only = query.with(|query| query.only.clone())?;
        kept.with(|all| all.iter().find(|one| one.clients == only).map(|one| one.name.clone()))
    })
}

/// Above the list: what is shown alone, and the selections that were kept.
#[component]
pub(super) fn Shown(
    /// Which clients the list shows.
    query: OfTable<ClientQuery>,
    /// The selections.
    kept: SelectionList,
) -> impl IntoView {
    let has_kept = Memo::new(move |_| kept.with(|selections| !selections.is_empty()));
    let only = Memo::new(move |_| query.with(|query| query.only.clone()));
    let name = shown_alone(query, kept);
    view! {
        <Show when=move || only.with(Option::is_some)>
            <OnlyChip name count=Signal::derive(move || only.with(|only| only.as_ref().map_or(0, Vec::len))) query />
        </Show>
        <Show when=move || has_kept.get()>
            <div class="no-print" data-testid="selections">
                <KeptSelections query kept saves=false />
            </div>
        </Show>
    }
}

/// Below the list: what can be done with those picked.
#[component]
pub(super) fn PickBar(
    /// The list.
    listing: Listing,
    /// Its columns.
    columns: Signal<Vec<Column>>,
    /// Which clients it shows.
    query: OfTable<ClientQuery>,
    /// The selections.
    kept: SelectionList,
    /// The path of the screen.
    place: &'static str,
) -> impl IntoView {
    let picked = use_picked();
    let is_any = Memo::new(move |_| picked.count() > 0);
    view! {
        <Show when=move || is_any.get()>
            <div class="picks no-print" data-testid="picks">
                <Acts listing columns place query />
                <KeptSelections query kept saves=true />
            </div>
        </Show>
    }
}

/// Says that only some clients are shown, and takes that away.
#[component]
fn OnlyChip(
    #[prop(into)] name: Signal<Option<String>>,
    count: Signal<usize>,
    query: OfTable<ClientQuery>,
) -> impl IntoView {
    let i18n = use_i18n();
    let words = Signal::derive(move || {
        let text = i18n.text().clients();
        (text.is_only)(i18n.format(), name.get().as_deref(), count.get() as u64)
    });
    let label = move || (i18n.text().clients().take_away)(&words.get());
    view! {
        <div class="clients__chips">
            <button
                type="button"
                class="chip chip--accent chip--toggle"
                data-testid="only-chip"
                aria-label=label
                title=label
                on:click=move |_| query.change(|query| query.only = None)
            >
                <span>{words}</span>
                <IconView icon=Icon::Close />
            </button>
        </div>
    }
}

/// What can be done with the clients picked.
#[component]
fn Acts(
    listing: Listing,
    columns: Signal<Vec<Column>>,
    place: &'static str,
    query: OfTable<ClientQuery>,
) -> impl IntoView {
    let i18n = use_i18n();
    let picked = use_picked();
    let places = use_places();
    let saver = use_saver();
    let text = move || i18n.text().clients();
    let said = move || (text().picked)(i18n.format(), picked.count() as u64);
    let all = move || untrack(|| picked.all());
    // Whom a filter of the list would hide is picked all the same.
    let key = move || {
        let key = listing.shown()?;
        let query = key.query.of_only(all());
        Some(ListKey { query, ..key })
    };
    let save = move |kind: FileKind| {
        if let Some(key) = key() {
            let stem = untrack(|| text().picked_file).to_owned();
            saver.table(table_of(key, columns.get_untracked()), stem, kind);
        }
    };
    let go = PLACES.into_iter().filter(move |&other| other != place).map(|other| {
        let places = places.clone();
        let name = move || {
            let tool = TOOLS.iter().find(|tool| tool.path == other);
            tool.map(|tool| (tool.label)(i18n.text()).to_owned()).unwrap_or_default()
        };
        let carry = move || {
            picked.carry(other, all());
            places.go(other);
        };
        view! {
            <Button kind=ButtonKind::Quiet icon=Icon::ArrowRight label=Signal::derive(name) on_press=carry testid="picks-go" />
        }
    });
    let to_flow = use_to_flow(listing);
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            picked.clear();
        }
    };
    view! {
        <div class="picks__acts" role="group" aria-label=said on:keydown=escape>
            <p class="picks__count" role="status" data-testid="picks-count">{said}</p>
            <Button
                icon=Icon::Eye
                label=i18n.label(|text| text.clients().only_picked)
                on_press=move || query.change(|query| query.only = Some(all()))
                testid="picks-only"
            />
            <Button
                icon=Icon::Rows
                label=i18n.label(|text| text.clients().to_flow)
                on_press=move || to_flow.run(())
                testid="picks-flow"
            />
            <SaveTable disabled=saver.busy() on_save=save />
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Close
                label=i18n.label(|text| text.clients().let_go)
                on_press=move || picked.clear()
                testid="picks-clear"
            />
        </div>
        <div class="picks__go" role="group" aria-label=i18n.phrase(|text| text.clients().show_in)>
            <span class="picks__go-name" aria-hidden="true">{i18n.phrase(|text| text.clients().show_in)}</span>
            {go.collect_view()}
        </div>
    }
}

/// Puts the clients picked on the board of leads, as estimates from their history; with an undo.
fn use_to_flow(listing: Listing) -> Callback<()> {
    let (i18n, workspace, flow, picked) = (use_i18n(), use_workspace(), use_flow(), use_picked());
    let (toasts, failures) = (use_toasts(), use_failures());
    Callback::new(move |()| {
        let Some(ListKey { options, .. }) = listing.shown() else { return };
        let query =
            ClientQuery { only: Some(untrack(|| picked.all())), sort: ClientSort::Rank, ..ClientQuery::default() };
        let request = Request::Clients { options, beside: Box::default(), query, from: 0, count: LEADS_MAX };
        spawn_local(async move {
            let (text, format) = untrack(|| (i18n.text(), i18n.format()));
            let answer = workspace.ask_sales(request).await;
            let page = match answer.and_then(|answer| Ok(answer.try_unwrap_clients()?)) {
                Ok(page) => page,
                Err(error) => return failures.tell_of(text.clients().to_flow_failed, &error),
            };
            let leads = leads_of(&page.rows);
            let (added, undo) = flow.add_to(FlowKind::Leads, leads);
            let said = (text.clients().on_flow)(format, added as u64, page.total);
            toasts.show_with_action(ToastKind::Good, said, text.shell().undo, undo);
        });
    })
}
