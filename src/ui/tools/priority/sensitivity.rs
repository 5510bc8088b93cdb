//! What each weight decides.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::decisive;
use crate::analytics::segmentation::priority::PrioritySummary;
use crate::ui::components::Explain;
use crate::ui::state::i18n::use_i18n;

/// `id` of the heading.
const TITLE_ID: &str = "sensitivity-title";

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
    let heads = move || {
        let changes = text().changes.map(|change| view! { <th scope="col">{change}</th> });
        changes.into_iter().collect_view()
    };
    let rows = move || {
        let (format, moved) = (i18n.format(), text().moved);
        summary.with(|summary| {
            let row = |(criterion, of): (&_, &crate::analytics::segmentation::priority::CriterionSummary)| {
                let its = of.sensitivity;
                let cells = [its.dropped, its.halved, its.doubled].map(|change| moved(format, change));
                let name = text().criterion_name(criterion);
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        {cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view()}
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
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby=TITLE_ID>
                <table class="table" data-testid="sensitivity">
                    <thead>
                        <tr>
                            <th scope="col">{move || text().criterion}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
