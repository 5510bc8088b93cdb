//! The Pareto curve, on which the borders of A, B and C are moved.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::segmentation::abc::{AbcThresholds, BASIS};
use crate::analytics::segmentation::abc_xyz::AbcXyzSummary;
use crate::charts::{Palette, pareto};
use crate::ui::components::axis_handle::AxisHandle;
use crate::ui::components::chart::Chart;
use crate::ui::state::i18n::use_i18n;

/// Basis points in a percent, which is what a press of an arrow moves a border by.
const PERCENT: u32 = BASIS / 100;

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
    let a = Signal::derive(move || percent(limits.get().a()));
    let b = Signal::derive(move || percent(limits.get().b()));
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
                on_change=move |value| set(basis_points(value), limits.get_untracked().b())
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
                on_change=move |value| set(limits.get_untracked().a(), basis_points(value))
                testid="threshold-b"
            />
        </Chart>
        <p class="hint">{i18n.phrase(|text| text.chart().pareto.threshold_hint)}</p>
    }
}

fn percent(basis_points: u32) -> f64 {
    f64::from(basis_points) / f64::from(PERCENT)
}

fn basis_points(percent: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "handles stay within 1 to 99")]
    let points = (percent * f64::from(PERCENT)).round() as u32;
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_and_basis_points_answer_each_other() {
        for (points, shown) in [(8_000, 80.0), (9_500, 95.0), (8_250, 82.5), (1, 0.01)] {
            assert!((percent(points) - shown).abs() < 1e-9);
            assert_eq!(basis_points(shown), points);
        }
    }
}
