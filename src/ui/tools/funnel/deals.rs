//! The deals behind a figure, in a sheet, by pages.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{Behind, Measured, use_behind, use_funnel};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::Family;
use crate::analytics::funnel::deals::DealRow;
use crate::jobs::protocol::{ExportTable, JobError, Request, Response};
use crate::jobs::sheet::FileKind;
use crate::ui::components::{Button, SaveTable, SideSheet};
use crate::ui::saving::use_saver;
use crate::ui::state::failures::use_failures;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;

/// Rows that come at once.
const PAGE: u64 = 100;

/// Rows that have come, of how many.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    rows: Vec<DealRow>,
    total: u64,
}

/// The list of what was pressed.
#[component]
pub(super) fn DealsList(measured: Measured) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, state, saver, failures) = (use_workspace(), use_funnel(), use_saver(), use_failures());
    let behind = use_behind().0;
    let shown = RwSignal::new(Shown::default());
    let fetch = move |from: u64| {
        let Some(Behind { query, .. }) = behind.get_untracked() else { return };
        let options = state.asked();
        spawn_local(async move {
            let request = Request::Deals { options, query: query.clone(), from, count: PAGE };
            let answer = workspace.ask_family(Family::Deals, request).await;
            let is_wanted = behind.try_get_untracked().flatten().is_some_and(|behind| behind.query == query);
            match answer {
                _ if !is_wanted => {}
                Ok(Response::Deals(page)) => drop(shown.try_update(|shown| {
                    shown.rows.truncate(usize::try_from(page.from).unwrap_or(usize::MAX));
                    shown.rows.extend(page.rows);
                    shown.total = page.total;
                })),
                answer => failures.tell(&answer.err().unwrap_or(JobError::OtherBuild)),
            }
        });
    };
    Effect::new(move |_| {
        // Other options make other deals.
        measured.value().with(|_| ());
        if behind.with(Option::is_some) {
            shown.set(Shown::default());
            fetch(0);
        }
    });
    let save = move |kind: FileKind| {
        let Some(Behind { query, .. }) = behind.get_untracked() else { return };
        let table = ExportTable::Deals { options: state.asked(), query };
        saver.table(table, untrack(move || i18n.text().funnel().screen.deals_file.to_owned()), kind);
    };
    let title =
        Signal::derive(move || behind.with(|behind| behind.as_ref().map(|it| it.title.clone())).unwrap_or_default());
    let rows =
        move || shown.with(|shown| shown.rows.clone()).into_iter().map(|row| view! { <Row row=row /> }).collect_view();
    let count = move || {
        shown.with(|shown| {
            (i18n.text().funnel().screen.deals_shown)(i18n.format(), shown.rows.len() as u64, shown.total)
        })
    };
    let has_more = move || shown.with(|shown| (shown.rows.len() as u64) < shown.total);
    let headers = move || {
        let text = &i18n.text().funnel().deals;
        let names = [text.deal, text.client, text.stage, text.outcome, text.entered, text.ended, text.amount];
        names.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()
    };
    view! {
        <SideSheet title=title open=Signal::derive(move || behind.with(Option::is_some)) on_close=move || behind.set(None)>
            <div class="deals" data-testid="deals-behind">
                <p class="deals__count" role="status">{count}</p>
                <SaveTable on_save=save disabled=saver.busy() />
                <div class="table-scroll" tabindex="0" role="region" aria-label=title>
                    <table class="table">
                        <thead>
                            <tr>{headers}</tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <Show when=has_more>
                    <Button
                        label=i18n.label(|text| text.funnel().screen.deals_more)
                        on_press=move || fetch(shown.with_untracked(|shown| shown.rows.len() as u64))
                    />
                </Show>
            </div>
        </SideSheet>
    }
}

#[component]
fn Row(row: DealRow) -> impl IntoView {
    let i18n = use_i18n();
    let row = StoredValue::new(row);
    let cells = move || {
        let (text, format) = (&i18n.text().funnel().deals, i18n.format());
        row.with_value(|row| {
            let own = |text: &Option<String>| text.clone().unwrap_or_default();
            let stage = row.stage.as_ref().map(|stage| text.stage_name(stage).to_owned()).unwrap_or_default();
            let day = |day: Option<_>| day.map(|day| format.date(day)).unwrap_or_default();
            let amount = row.amount.map(|amount| format.money(Sum::from(amount))).unwrap_or_default();
            view! {
                <th scope="row">{own(&row.deal)}</th>
                <td>{own(&row.client)}</td>
                <td>{stage}</td>
                <td>{(text.outcome_name)(row.outcome)}</td>
                <td>{day(row.entered)}</td>
                <td>{day(row.ended)}</td>
                <td class="is-number">{amount}</td>
            }
        })
    };
    view! { <tr data-testid="deal-row">{cells}</tr> }
}
