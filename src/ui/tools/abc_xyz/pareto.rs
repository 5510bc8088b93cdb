//! The Pareto curve, on which the borders of A, B and C are moved.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::segmentation::abc::AbcThresholds;
use crate::analytics::segmentation::abc_xyz::AbcXyzSummary;
use crate::charts::{Palette, pareto};
use crate::ui::components::axis_handle::AxisHandle;
use crate::ui::components::chart::Chart;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::field_numbers::{basis_of_percent, percent_of_basis};

/// The curve of a result, with both thresholds as lines that can be moved.
#[component]
pub fn ParetoChart(
    /// The result.
    #[prop(into)]
    summary: Signal<Arc<AbcXyzSummary>>,
    /// What the result was computed from, line by line.
    #[prop(into)]
    notes: Signal<Vec<String>>,
    /// Thresholds that the user has moved a line to.
    #[prop(into)]
    on_thresholds: Callback<AbcThresholds>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (plot, set_plot) = signal(None);

    let option = move |palette: Palette| summary.with(|summary| pareto::option(summary, &palette, i18n.format()));
    let table = Memo::new(move |_| summary.with(|summary| pareto::table(summary, i18n.format())));
    let label = Signal::derive(move || {
        summary.with(|summary| {
            let text = &i18n.text().chart().pareto;
            (text.label)(i18n.format(), summary.options.value, pareto::figures(summary))
        })
    });

    let limits = Memo::new(move |_| summary.with(|summary| summary.options.abc));
    let a = Signal::derive(move || percent_of_basis(limits.get().a()));
    let b = Signal::derive(move || percent_of_basis(limits.get().b()));
    let set = move |a: u32, b: u32| {
        // The handles keep clear of each other, so that these are in order.
        if let Ok(thresholds) = AbcThresholds::new(a, b) {
            on_thresholds.run(thresholds);
        }
    };
    let describe = move |value: f64| i18n.format().percent(value / 100.0, usize::from(value.fract() != 0.0));

    view! {
        <Chart name="pareto" option label table notes=notes plot=set_plot>
            <AxisHandle
                label=i18n.label(|text| text.chart().pareto.threshold_a)
                value=a
                min=Signal::stored(1.0)
                max=Signal::derive(move || b.get() - 1.0)
                step=1.0
                describe
                plot
                on_change=move |value| set(basis_of_percent(value), limits.get_untracked().b())
                testid="threshold-a"
            />
            <AxisHandle
                label=i18n.label(|text| text.chart().pareto.threshold_b)
                value=b
                min=Signal::derive(move || a.get() + 1.0)
                max=Signal::stored(99.0)
                step=1.0
                describe
                plot
                on_change=move |value| set(limits.get_untracked().a(), basis_of_percent(value))
                testid="threshold-b"
            />
        </Chart>
        <p class="hint">{i18n.phrase(|text| text.chart().pareto.threshold_hint)}</p>
    }
}
