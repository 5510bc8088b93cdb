//! The table: what to do in which week, to be printed and pinned beside the telephone, or saved.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::ComputedPlan;
use super::table::{By, export, rows, shown};
use crate::jobs::sheet::{Cell, FileKind};
use crate::ui::components::{SaveTable, Segmented};
use crate::ui::saving::use_saver;
use crate::ui::state::i18n::use_i18n;

/// The table with its choices.
#[component]
pub(super) fn PlanTable(
    /// The plan.
    computed: Signal<Arc<ComputedPlan>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let saver = use_saver();
    let by = RwSignal::new(By::Week);
    let save = move |kind: FileKind| {
        let (format, text) = untrack(|| (i18n.format(), i18n.text().plan()));
        let made = computed.with_untracked(|computed| export(format, text, computed, by.get_untracked()));
        saver.own_table(made, text.file.to_owned(), kind);
    };
    let table = move || {
        let format = i18n.format();
        let text = i18n.text().plan();
        let by = by.get();
        let rows = computed.with(|computed| rows(format, text, computed, by));
        let has_done = by != By::Goal;
        let heads = rows.headers.iter().enumerate().map(|(index, head)| {
            let is_number = index != 0 && (by != By::Goal || index != 1);
            view! { <th scope="col" class:is-number=is_number>{head.clone()}</th> }
        });
        let done = has_done.then(|| view! { <th scope="col" class="print-only">{text.head_done}</th> });
        let body = rows.rows.iter().map(|cells| row(cells, format, has_done)).collect_view();
        let foot = rows.total.as_deref().map(|cells| view! { <tfoot>{row(cells, format, has_done)}</tfoot> });
        view! {
            <table class="table plan-table" data-testid="plan-table">
                <caption class="visually-hidden">{text.table}</caption>
                <thead>
                    <tr>{heads.collect_view()}{done}</tr>
                </thead>
                <tbody>{body}</tbody>
                {foot}
            </table>
        }
    };
    view! {
        <div class="plan-rows">
            <div class="plan-rows__head">
                <h2>{i18n.phrase(|text| text.plan().table)}</h2>
                <div class="no-print">
                    <Segmented
                        label=i18n.label(|text| text.plan().table_by)
                        all=|| By::ALL
                        name=move |by| by.name(i18n.text().plan())
                        chosen=move || by.get()
                        on_change=move |chosen| by.set(chosen)
                        hide_label=true
                        testid="plan-by"
                    />
                </div>
                <SaveTable disabled=saver.busy() on_save=save />
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-label=i18n.phrase(|text| text.plan().table)>
                {table}
            </div>
        </div>
    }
}

fn row(cells: &[Cell], format: crate::i18n::Format, has_done: bool) -> impl IntoView + use<> {
    let first = cells.first().map(|cell| shown(format, cell));
    let rest = cells.iter().skip(1).map(|cell| {
        // A text of digits is a load; a name begins with a letter.
        let text = shown(format, cell);
        let is_number = !matches!(cell, Cell::Text(_)) || text.starts_with(|first: char| first.is_ascii_digit());
        let is_zero = *cell == Cell::Count(0);
        view! { <td class:is-number=is_number class:plan-table__zero=is_zero>{text}</td> }
    });
    // An empty box to write in by hand.
    let done = has_done.then(|| view! { <td class="print-only plan-table__done">{String::new()}</td> });
    view! { <tr><th scope="row">{first}</th>{rest.collect_view()}{done}</tr> }
}
