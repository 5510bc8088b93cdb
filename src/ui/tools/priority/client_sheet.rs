//! The sheet of a client: its marks, those by hand to be given.

use std::sync::Arc;

use leptos::prelude::*;

use super::sensitivity::ChangesHead;
use super::state::use_priority;
use crate::analytics::segmentation::abc_xyz::ClientRow;
use crate::analytics::segmentation::priority::{Criterion, Source};
use crate::jobs::protocol::Request;
use crate::ui::components::{Segmented, SideSheet, none_or};
use crate::ui::state::computed::Computed;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::client_list::{ClientCourse, ListKey};

/// `id` of the heading.
const PLACES_ID: &str = "places-title";

/// The marks of the client that was opened.
#[component]
pub(super) fn ClientSheet(
    /// The client.
    opened: ReadSignal<Option<(Arc<ClientRow>, ListKey)>>,
    /// Told when the user closes the sheet.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let title = Signal::derive(move || opened.get().map(|(row, _)| row.client.clone()).unwrap_or_default());
    let count = Memo::new(move |_| state.options().with(|options| options.criteria.len()));
    let marks = move || {
        let (row, _) = opened.get()?;
        let lines = (0..count.get()).map(|index| view! { <Mark index row=Arc::clone(&row) /> });
        Some(lines.collect_view())
    };
    view! {
        <SideSheet title open=Signal::derive(move || opened.with(Option::is_some)) on_close>
            <section class="why" data-testid="client-marks">
                <h3 class="why__heading">{i18n.phrase(|text| text.priority().marks)}</h3>
                <dl class="why__figures">{marks}</dl>
            </section>
            <PlacesTable client=title />
            <Show when=move || opened.with(Option::is_some)>
                <ClientCourse client=Signal::derive(move || {
                    opened.get().map(|(row, key)| (key, row.client.clone()))
                }) />
            </Show>
        </SideSheet>
    }
}

/// Where the client would stand with other weights.
#[component]
fn PlacesTable(
    /// Its name.
    client: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (state, workspace) = (use_priority(), use_workspace());
    let text = move || i18n.text().priority();
    let wanted = Memo::new(move |_| {
        let options = state.result().value().with(|summary| summary.as_ref().map(|summary| summary.options.clone()))?;
        let client = client.get();
        (!client.is_empty()).then_some((state.result().generation(), options, client))
    });
    let places = Computed::keep(wanted, move |(_, options, client)| async move {
        Ok(workspace.ask_sales(Request::PriorityPlaces { options, client }).await?.try_unwrap_priority_places()?)
    })
    .latest();
    let current = move || places.get()?.as_ref().clone();
    let now = move || current().map(|places| (text().place_now)(i18n.format(), places.now, places.of));
    let rows = move || {
        let (format, places) = (i18n.format(), current());
        let now = places.as_ref().map(|places| places.now);
        let criteria = state.options().with(|options| options.criteria.clone());
        let row = |(index, criterion): (usize, &Criterion)| {
            let its = places.as_ref().and_then(|places| places.changed.get(index).copied());
            let cell = |place: Option<u64>| {
                let shown = place.map(|place| format.count(place));
                view! { <td class="is-number" class:is-same=place == now>{shown}</td> }
            };
            view! {
                <tr>
                    <th scope="row">{text().criterion_name(criterion)}</th>
                    {cell(its.map(|its| its.dropped))}
                    {cell(its.map(|its| its.halved))}
                    {cell(its.map(|its| its.doubled))}
                </tr>
            }
        };
        criteria.iter().enumerate().map(row).collect_view()
    };
    view! {
        <section class="why sensitivity">
            <h3 class="why__heading" id=PLACES_ID>{move || text().places}</h3>
            <p class="hint">{now}</p>
            <table class="table" aria-labelledby=PLACES_ID data-testid="client-places">
                <ChangesHead is_number=true />
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

#[component]
fn Mark(index: usize, row: Arc<ClientRow>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let text = move || i18n.text().priority();
    let criterion = Memo::new(move |_| state.options().with(|options| options.criteria.get(index).cloned()));
    let name = Signal::derive(move || criterion.get().map(|it| text().criterion_name(&it)).unwrap_or_default());
    let client = StoredValue::new(row.client.clone());
    let computed = row.priority.as_ref().and_then(|mark| mark.marks.get(index).copied().flatten());
    let by_hand = move || criterion.with(|it| matches!(it, Some(Criterion { source: Source::ByHand(_), .. })));
    let content = move || {
        if by_hand() {
            return view! { <HandMark index criterion client name /> }.into_any();
        }
        let shown = computed.map_or_else(|| text().no_mark.to_owned(), |mark| mark.to_string());
        view! { <span>{shown}</span> }.into_any()
    };
    view! {
        <div class="why__figure">
            <dt>{name}</dt>
            <dd>{content}</dd>
        </div>
    }
}

/// A mark that the user gives.
#[component]
fn HandMark(
    index: usize,
    criterion: Memo<Option<Criterion>>,
    client: StoredValue<String>,
    name: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let points = Memo::new(move |_| criterion.with(|criterion| criterion.as_ref().map_or(0, |it| it.points.get())));
    let mark = move || {
        let marks = |source: &Source| match source {
            Source::ByHand(marks) => {
                client.with_value(|client| marks.iter().find(|(name, _)| name == client).map(|(_, mark)| *mark))
            }
            _ => None,
        };
        criterion.with(|criterion| criterion.as_ref().and_then(|it| marks(&it.source)))
    };
    let give = move |mark: Option<u8>| {
        state.change_criterion(index, |criterion| {
            if let Source::ByHand(marks) = &mut criterion.source {
                let client = client.get_value();
                marks.retain(|(name, _)| *name != client);
                if let Some(mark) = mark {
                    marks.push((client, mark));
                    // In one order, whatever the order of giving: what is kept does not depend on it.
                    marks.sort();
                }
            }
        });
    };
    view! {
        <Segmented
            label=name
            all=move || none_or(1..=points.get())
            name=move |mark| i18n.text().priority().mark(mark)
            chosen=mark
            on_change=give
            hide_label=true
            testid="hand-mark"
        />
    }
}
