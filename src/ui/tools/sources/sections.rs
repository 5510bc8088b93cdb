//! Money by month, and where the best clients come from.

use std::sync::Arc;

use leptos::prelude::*;

use super::page::{ClassesBySource, Report, computed_from};
use crate::analytics::funnel::sources::SourceLabel;
use crate::charts::Palette;
use crate::charts::sources::{
    best_source, classes, has_months, label_of, months, months_label, months_option, months_scale,
};
use crate::ui::components::chart::{Chart, TwinTable};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::section::Section;

/// Money by month, of the largest sources.
#[component]
pub(super) fn Months(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let notes = computed_from(report);
    let table = Signal::derive(move || report.with(|report| months(report, i18n.format())));
    let is_any = Memo::new(move |_| report.with(|report| has_months(report)));
    let option = move |palette: Palette| report.with(|report| months_option(report, &palette, i18n.format()));
    let label = Signal::derive(move || report.with(|report| months_label(report, i18n.format())));
    let scale = move || report.with(|report| months_scale(report, i18n.format()));
    let undated = move || {
        let count = report.with(|report| report.undated);
        (count > 0).then(|| (i18n.text().sources().undated)(i18n.format(), count))
    };
    view! {
        <Show when=move || is_any.get()>
            <Section
                id="months-title"
                title=|text| text.sources().months
                explain=i18n.label(|text| text.sources().months_explain)
                class="section sources__months"
            >
                <p class="hint">{scale}</p>
                <Chart name="source-months" option=option label=label table=table notes=notes />
                <p class="hint">{undated}</p>
            </Section>
        </Show>
    }
}

/// Sources of clients by the cells of the matrix that they stand in.
#[component]
pub(super) fn Classes(found: ClassesBySource) -> impl IntoView {
    let i18n = use_i18n();
    let rows = Memo::new(move |_| found.value().get().unwrap_or_else(|| Arc::new(Vec::new())));
    let is_any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let is_known =
        Memo::new(move |_| rows.with(|rows| rows.iter().any(|row| matches!(row.source, SourceLabel::Named(_)))));
    let table = Signal::derive(move || rows.with(|rows| classes(rows, i18n.format())));
    let best = move || {
        let format = i18n.format();
        rows.with(|rows| {
            let (source, clients) = best_source(rows)?;
            Some((i18n.text().sources().classes_best)(format, &label_of(source, format), clients))
        })
    };
    view! {
        <Show when=move || is_any.get()>
            <Section
                id="classes-title"
                title=|text| text.sources().classes
                explain=i18n.label(|text| text.sources().classes_explain)
            >
                <Show
                    when=move || is_known.get()
                    fallback=move || {
                        view! { <p class="section__text">{i18n.phrase(|text| text.sources().classes_none)}</p> }
                    }
                >
                    <p class="section__text" data-testid="sources-best">{best}</p>
                    <TwinTable name="source-classes" table=table />
                </Show>
            </Section>
        </Show>
    }
}
