//! The side sheet of rules: rival definitions, each with the number of clients that it would move.

use std::sync::Arc;

use leptos::prelude::*;

use super::rules::{RuleSet, choice};
use super::state::use_abc_xyz;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Rival};
use crate::analytics::segmentation::xyz::{FrequencyThresholds, VariationThresholds, XyzMethod};
use crate::i18n::Messages;
use crate::i18n::messages::abc_xyz::rules::Topic;
use crate::jobs::protocol::{JobError, Request};
use crate::ui::components::{Button, ButtonKind, ChoiceList, Icon, NumberField, SideSheet};
use crate::ui::state::computed::Computed;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{WhichTable, Workspace, use_workspace};
use crate::ui::tools::data::quality::{QualityState, ReturnsSwitch};
use crate::ui::tools::field_numbers::{basis_of_percent, percent_of_basis};

/// The sheet.
#[component]
pub(super) fn RulesSheet(
    /// The result in force.
    summary: Signal<Arc<AbcXyzSummary>>,
    /// Whether it is there.
    #[prop(into)]
    open: Signal<bool>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let workspace = use_workspace();
    let is_variation = Memo::new(move |_| state.options().with(|options| options.method == XyzMethod::Variation));
    let is_default = Signal::derive(move || {
        state.options().with(|options| *options == AbcXyzOptions { window: options.window, ..AbcXyzOptions::default() })
    });
    let wanted = state.result().while_open(open, move || summary.with(|summary| summary.options));
    let rivals = Computed::keep(wanted, move |(_, options)| rivals_of(workspace, options)).latest();
    let reset = move || {
        state.change_options(|options| *options = AbcXyzOptions { window: options.window, ..AbcXyzOptions::default() });
    };
    view! {
        <SideSheet title=i18n.label(|text| text.abc_xyz().rules.title) open on_close>
            <div class="rules">
                <p class="rules__lead">{i18n.phrase(|text| text.abc_xyz().rules.lead)}</p>
                <RuleChoices set=RuleSet::Value topic=|text| &text.value().topic summary rivals testid="rule-value" />
                <Show when=move || open.get()>
                    <Returns />
                </Show>
                <RuleChoices
                    set=RuleSet::Boundary
                    topic=|text| &text.abc_xyz().rules.boundary
                    summary
                    rivals
                    testid="rule-boundary"
                />
                <RuleChoices
                    set=RuleSet::Method
                    topic=|text| &text.abc_xyz().rules.method
                    summary
                    rivals
                    testid="rule-method"
                />
                <RegularityFields />
                <Show when=move || is_variation.get()>
                    <RuleChoices
                        set=RuleSet::Deviation
                        topic=|text| &text.abc_xyz().rules.deviation
                        summary
                        rivals
                        testid="rule-deviation"
                    />
                </Show>
                <RuleChoices
                    set=RuleSet::Grain
                    topic=|text| &text.abc_xyz().rules.grain
                    summary
                    rivals
                    testid="rule-grain"
                />
                <GrainProposal summary />
                <Button
                    icon=Icon::Undo
                    label=i18n.label(|text| text.abc_xyz().rules.reset)
                    disabled=is_default
                    on_press=reset
                />
            </div>
        </SideSheet>
    }
}

async fn rivals_of(workspace: Workspace, options: AbcXyzOptions) -> Result<Vec<(Rival, u64)>, JobError> {
    Ok(workspace.ask_sales(Request::Rivals(options)).await?.try_unwrap_rivals()?)
}

/// Whether returns lower sums or do not count: a decision about the rows, so that it holds on every screen.
#[component]
fn Returns() -> impl IntoView {
    view! { <ReturnsSwitch state=QualityState::derive(WhichTable::Sales) /> }
}

/// How many clients each rival definition would move.
type RivalCounts = Arc<Vec<(Rival, u64)>>;

/// One set of rival definitions.
#[component]
fn RuleChoices(
    set: RuleSet,
    topic: fn(&'static Messages) -> &'static Topic,
    summary: Signal<Arc<AbcXyzSummary>>,
    rivals: Signal<Option<RivalCounts>>,
    testid: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let shown = move |rival: Rival| {
        let rivals = rivals.get();
        let rivals = rivals.as_deref().map(Vec::as_slice);
        summary.with(|summary| choice(i18n.format(), i18n.text(), summary, rivals, rival))
    };
    let choices = set.rivals().into_iter().map(|rival| Signal::derive(move || shown(rival))).collect();
    let choose = move |index: usize| {
        if let Some(&rival) = set.rivals().get(index) {
            state.change_options(|options| *options = options.with(rival));
        }
    };
    view! {
        <ChoiceList
            label=Signal::derive(move || topic(i18n.text()).title.to_owned())
            explain=Signal::derive(move || topic(i18n.text()).explain.to_owned())
            choices
            selected=Signal::derive(move || state.options().with(|options| set.position(options)))
            on_change=choose
            testid
        />
    }
}

/// Thresholds of the measure of regularity in force.
#[component]
fn RegularityFields() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let options = state.options();
    let method = Memo::new(move |_| options.with(|options| options.method));
    let set = move |x: u32, y: u32| {
        state.change_options(|options| match options.method {
            XyzMethod::Frequency => options.frequency = FrequencyThresholds::new(x, y).unwrap_or(options.frequency),
            XyzMethod::Variation => options.variation = VariationThresholds::new(x, y).unwrap_or(options.variation),
        });
    };
    let thresholds = move |options: AbcXyzOptions| match options.method {
        XyzMethod::Frequency => (options.frequency.x(), options.frequency.y()),
        XyzMethod::Variation => (options.variation.x(), options.variation.y()),
    };
    let percent = i18n.label(|text| text.abc_xyz().rules.percent);
    let max = move || if method.get() == XyzMethod::Frequency { 100.0 } else { VARIATION_PERCENT_MAX };
    move || {
        view! {
            <div class="thresholds">
                <NumberField
                    label=Signal::derive(move || (i18n.text().abc_xyz().rules.x_threshold)(method.get()).to_owned())
                    value=Signal::derive(move || percent_of_basis(thresholds(options.get()).0))
                    min=0.01
                    max=max()
                    step=1.0
                    suffix=percent
                    testid="threshold-x-field"
                    on_change=move |value| set(basis_of_percent(value), thresholds(options.get_untracked()).1)
                />
                <NumberField
                    label=Signal::derive(move || (i18n.text().abc_xyz().rules.y_threshold)(method.get()).to_owned())
                    value=Signal::derive(move || percent_of_basis(thresholds(options.get()).1))
                    min=0.01
                    max=max()
                    step=1.0
                    suffix=percent
                    testid="threshold-y-field"
                    on_change=move |value| set(thresholds(options.get_untracked()).0, basis_of_percent(value))
                />
            </div>
        }
    }
}

/// Which periods suit, and why.
#[component]
fn GrainProposal(summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let text = move || &i18n.text().abc_xyz().rules;
    let proposed = Memo::new(move |_| summary.with(|summary| summary.proposed_grain));
    let reason = move || {
        let gap = summary.with(|summary| summary.median_gap_days_twice);
        (text().grain_proposal)(i18n.format(), proposed.get(), gap)
    };
    view! {
        <div class="rules__proposal">
            <p>{reason}</p>
            <Show when=move || state.options().with(|options| options.grain != proposed.get())>
                <Button
                    kind=ButtonKind::Quiet
                    label=Signal::derive(move || (text().take_proposal)(proposed.get()).to_owned())
                    on_press=move || state.change_options(|options| options.grain = proposed.get_untracked())
                />
            </Show>
        </div>
    }
}

/// A coefficient of variation of a regular buyer is far below this.
const VARIATION_PERCENT_MAX: f64 = 1_000.0;
