//! The alluvial chart, whose streams are chosen like the cells of the matrix.

use std::sync::Arc;

use leptos::prelude::*;

use super::headline::computed_from;
use super::state::use_migration;
use crate::analytics::segmentation::migration::{MigrationSummary, MovementFilter};
use crate::charts::{Palette, migration};
use crate::ui::components::Explain;
use crate::ui::components::chart::Chart;
use crate::ui::state::i18n::use_i18n;

/// `id` of the heading.
const TITLE_ID: &str = "alluvial-title";

/// The chart with its title.
#[component]
pub(super) fn Alluvial(
    /// The result.
    summary: Signal<Arc<MigrationSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_migration();
    let option = move |palette: Palette| summary.with(|summary| migration::option(summary, &palette, i18n.format()));
    let table = Memo::new(move |_| summary.with(|summary| migration::table(summary, i18n.format())));
    let label = Signal::derive(move || summary.with(|summary| migration::label(summary, i18n.format())));
    let pick = move |index: usize| {
        let picked = summary.with_untracked(|summary| migration::streams(summary).get(index).copied());
        if let Some((before, after, _)) = picked {
            state.toggle(MovementFilter::Cell(before, after));
        }
    };
    view! {
        <section class="moves-box" aria-labelledby=TITLE_ID>
            <div class="abc-xyz__heading">
                <h2 class="matrix-box__title" id=TITLE_ID>{i18n.phrase(|text| text.migration().chart.title)}</h2>
                <Explain
                    text=i18n.label(|text| text.migration().chart.explain)
                    label=i18n.label(|text| text.migration().chart.title)
                />
            </div>
            <Chart name="migration" option label table notes=computed_from(summary) on_pick=pick />
        </section>
    }
}
