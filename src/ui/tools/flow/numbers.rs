//! The two numbers of a lead or task: in how many days, and how much.

use leptos::prelude::*;

use crate::ui::components::NumberField;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::field_numbers::AMOUNT_MAX;

/// Days at the most: ten years.
pub(super) const DAYS_MAX: f64 = 3_650.0;
/// What an arrow adds to an amount.
const AMOUNT_STEP: f64 = 1_000.0;

/// Both fields, a label over each.
#[component]
pub(super) fn Numbers(
    /// Whole days.
    days: RwSignal<f64>,
    /// Money.
    amount: RwSignal<f64>,
    /// Names for automation, of the days and of the amount.
    testids: [&'static str; 2],
) -> impl IntoView {
    let i18n = use_i18n();
    let [days_id, amount_id] = testids;
    view! {
        <NumberField
            label=i18n.label(|text| text.flow().in_days)
            value=days
            min=0.0
            max=DAYS_MAX
            step=1.0
            testid=days_id
            on_change=move |typed: f64| days.set(typed.round())
        />
        <NumberField
            label=i18n.label(|text| text.flow().how_much)
            value=amount
            min=0.0
            max=AMOUNT_MAX
            step=AMOUNT_STEP
            testid=amount_id
            on_change=move |typed| amount.set(typed)
        />
    }
}
