//! The thresholds of A and B as numbers, beside the curve on which they are dragged.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::use_abc_xyz;
use crate::analytics::segmentation::abc::AbcThresholds;
use crate::analytics::segmentation::abc_xyz::AbcXyzSummary;
use crate::ui::components::{Button, ButtonKind, Explain, Icon, NumberField};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::field_numbers::{basis_of_percent, percent_of_basis};

/// Two fields; a pair that is out of order changes nothing.
#[component]
pub(super) fn ThresholdFields(
    /// The result in force.
    summary: Signal<Arc<AbcXyzSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let options = state.options();
    let set = move |a: u32, b: u32| {
        if let Ok(thresholds) = AbcThresholds::new(a, b) {
            state.change_options(|options| options.abc = thresholds);
        }
    };
    let percent = i18n.label(|text| text.abc_xyz().rules.percent);
    view! {
        <div class="thresholds no-print">
            <NumberField
                label=i18n.label(|text| text.abc_xyz().rules.a_ends)
                value=Signal::derive(move || percent_of_basis(options.get().abc.a()))
                min=0.01
                max=99.98
                step=1.0
                suffix=percent
                testid="threshold-a-field"
                on_change=move |value| set(basis_of_percent(value), options.get_untracked().abc.b())
            />
            <NumberField
                label=i18n.label(|text| text.abc_xyz().rules.b_ends)
                value=Signal::derive(move || percent_of_basis(options.get().abc.b()))
                min=0.02
                max=99.99
                step=1.0
                suffix=percent
                testid="threshold-b-field"
                on_change=move |value| set(options.get_untracked().abc.a(), basis_of_percent(value))
            />
            <Explain
                text=i18n.label(|text| text.abc_xyz().rules.thresholds.explain)
                label=i18n.label(|text| text.abc_xyz().rules.thresholds.title)
            />
            <FromTheCurve summary />
        </div>
    }
}

/// Basis points between borders that are worth to be offered.
const APART_MIN: u32 = 100;

/// The thresholds that the curve's own shape gives, one press away.
#[component]
fn FromTheCurve(summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let computed = Memo::new(move |_| summary.with(|summary| summary.computed_abc));
    let label = Signal::derive(move || {
        let shown = computed.get().unwrap_or_default();
        (i18n.text().abc_xyz().rules.from_the_curve)(i18n.format(), shown.a(), shown.b())
    });
    let take = move || {
        if let Some(thresholds) = computed.get_untracked() {
            state.change_options(|options| options.abc = thresholds);
        }
    };
    // Of few clients the curve has no shape: its borders fall together.
    let is_new = move || {
        computed.get().is_some_and(|computed| {
            computed.b() - computed.a() >= APART_MIN && state.options().with(|options| options.abc != computed)
        })
    };
    view! {
        <Show when=is_new>
            <span class="thresholds__curve">
                <Button kind=ButtonKind::Quiet icon=Icon::Chart testid="abc-from-curve" label on_press=take />
                <Explain text=i18n.label(|text| text.abc_xyz().rules.curve_explain) label />
            </span>
        </Show>
    }
}
