//! The treemap of segments, and clients by recency and frequency.

use std::sync::Arc;

use leptos::prelude::*;

use super::headline::computed_from;
use crate::analytics::segmentation::rfm::RfmSummary;
use crate::charts::Palette;
use crate::charts::rfm::{self, Area};
use crate::ui::components::chart::Chart;
use crate::ui::components::{Explain, Segmented};
use crate::ui::state::i18n::use_i18n;

const TREEMAP_ID: &str = "rfm-treemap-title";
const SCATTER_ID: &str = "rfm-scatter-title";

/// How large the segments are, by value or by clients.
#[component]
pub(super) fn Treemap(
    /// The result.
    summary: Signal<Arc<RfmSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let area = RwSignal::new(Area::Value);
    let option =
        move |palette: Palette| summary.with(|summary| rfm::treemap(summary, area.get(), &palette, i18n.format()));
    let table = Memo::new(move |_| summary.with(|summary| rfm::treemap_table(summary, i18n.format())));
    let label = Signal::derive(move || summary.with(|summary| rfm::treemap_label(summary, area.get(), i18n.format())));
    let area_name = move |area| match area {
        Area::Value => i18n.text().rfm().chart.by_value.to_owned(),
        Area::Clients => i18n.text().rfm().chart.by_clients.to_owned(),
    };
    view! {
        <section class="rfm-chart" aria-labelledby=TREEMAP_ID>
            <div class="matrix-box__head">
                <h2 class="matrix-box__title" id=TREEMAP_ID>{i18n.phrase(|text| text.rfm().chart.treemap)}</h2>
                <Segmented
                    label=i18n.label(|text| text.rfm().chart.treemap_by)
                    all=|| [Area::Value, Area::Clients]
                    name=area_name
                    chosen=move || area.get()
                    on_change=move |chosen| area.set(chosen)
                />
            </div>
            <Chart name="rfm-treemap" option label table notes=computed_from(summary) />
        </section>
    }
}

/// Clients by recency and frequency, their value the size.
#[component]
pub(super) fn Scatter(
    /// The result.
    summary: Signal<Arc<RfmSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let option = move |palette: Palette| summary.with(|summary| rfm::scatter(summary, &palette, i18n.format()));
    let table = Memo::new(move |_| summary.with(|summary| rfm::scatter_table(summary, i18n.format())));
    let label = Signal::derive(move || {
        let text = &i18n.text().rfm().chart;
        summary.with(|summary| (text.scatter_label)(i18n.format(), summary.all.clients, summary.bubbles.len()))
    });
    view! {
        <section class="rfm-chart" aria-labelledby=SCATTER_ID>
            <div class="abc-xyz__heading">
                <h2 class="matrix-box__title" id=SCATTER_ID>{i18n.phrase(|text| text.rfm().chart.scatter)}</h2>
                <Explain
                    text=i18n.label(|text| text.rfm().chart.scatter_explain)
                    label=i18n.label(|text| text.rfm().chart.scatter)
                />
            </div>
            <Chart name="rfm-scatter" option label table notes=computed_from(summary) />
        </section>
    }
}
