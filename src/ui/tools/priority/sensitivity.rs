//! What each weight decides.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::decisive;
use crate::analytics::segmentation::priority::{Moved, PrioritySummary};
use crate::ui::components::Explain;
use crate::ui::state::i18n::use_i18n;

/// `id` of the heading.
const TITLE_ID: &str = "sensitivity-title";

/// Head of a table by criterion: what is done to its weight.
#[component]
pub(super) fn ChangesHead(
    /// Whether numbers stand below.
    #[prop(optional)]
    is_number: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let heads = move || {
        let changes = i18n.text().priority().changes;
        changes.map(|change| view! { <th scope="col" class:is-number=is_number>{change}</th> }).collect_view()
    };
    view! {
        <thead>
            <tr>
                <th scope="col">{i18n.phrase(|text| text.priority().criterion)}</th>
                {heads}
            </tr>
        </thead>
    }
}

/// A table: whom other weights would move.
#[component]
pub(super) fn SensitivityTable(summary: Signal<Arc<PrioritySummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || i18n.text().priority();
    let lead = move || {
        summary.with(|summary| {
            let name = decisive(summary).and_then(|index| summary.options.criteria.get(index));
            name.map_or_else(
                || text().decides_nothing.to_owned(),
                |criterion| (text().decides_most)(&text().criterion_name(criterion)),
            )
        })
    };
    let rows = move || {
        let (format, text) = (i18n.format(), text());
        summary.with(|summary| {
            let row = |(criterion, of): (&_, &crate::analytics::segmentation::priority::CriterionSummary)| {
                let its = of.sensitivity;
                let cells = [its.dropped, its.halved, its.doubled].map(|Moved { groups, top }| {
                    let top = (top > 0)
                        .then(|| view! { <span class="sensitivity__top">{(text.moved_top)(format, top)}</span> });
                    view! {
                        <span class="sensitivity__moved">{(text.moved_clients)(format, groups)}</span>
                        {top}
                    }
                });
                let name = text.criterion_name(criterion);
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        {cells
                            .into_iter()
                            .zip(text.changes)
                            // Where the page is narrow, the head stands before each cell.
                            .map(|(cell, change)| view! { <td data-change=change>{cell}</td> })
                            .collect_view()}
                    </tr>
                }
            };
            summary.options.criteria.iter().zip(&summary.criteria).map(row).collect_view()
        })
    };
    view! {
        <section class="sensitivity">
            <div class="abc-xyz__heading">
                <h2 id=TITLE_ID>{move || text().sensitivity}</h2>
                <Explain
                    text=i18n.label(|text| text.priority().sensitivity_explain)
                    label=i18n.label(|text| text.priority().sensitivity)
                />
            </div>
            <p class="sensitivity__lead">{lead}</p>
            <p>{i18n.phrase(|text| text.priority().changes_text)}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby=TITLE_ID>
                <table class="table" data-testid="sensitivity">
                    <ChangesHead />
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
