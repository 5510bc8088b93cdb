//! The side sheet of rules: rival definitions, each with the number of clients that it would move.

use std::sync::Arc;

use leptos::prelude::*;

use super::borders::begin_own;
use super::state::use_rfm;
use crate::analytics::segmentation::rfm::{Bins, Frequency, Method, RfmOptions, RfmSummary, Rival};
use crate::i18n::messages::abc_xyz::rules::Topic;
use crate::i18n::messages::rfm::rules::RfmRuleMessages;
use crate::i18n::{Format, Messages};
use crate::jobs::protocol::{JobError, Request};
use crate::ui::components::{Button, Choice, ChoiceList, Icon, SideSheet};
use crate::ui::state::computed::Computed;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{Workspace, use_workspace};

/// The sheet.
#[component]
pub(super) fn RulesSheet(
    /// The result in force.
    summary: Signal<Arc<RfmSummary>>,
    /// Whether it is there.
    #[prop(into)]
    open: Signal<bool>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let begun = |options: &RfmOptions| RfmOptions {
        window: options.window,
        analysis_date: options.analysis_date,
        maps: options.maps.clone(),
        ..RfmOptions::default()
    };
    let is_default = Signal::derive(move || state.options().with(|options| *options == begun(options)));
    let workspace = use_workspace();
    let wanted = state.result().while_open(open, move || summary.with(|summary| summary.options.clone()));
    let moved = Computed::keep(wanted, move |(_, options)| rivals_of(workspace, options)).latest();
    let methods = Method::ALL.map(Rival::Method).to_vec();
    let bins = Bins::ALL.map(Rival::Bins).to_vec();
    let counts = Frequency::ALL.map(Rival::Frequency).to_vec();
    view! {
        <SideSheet title=i18n.label(|text| text.rfm().rules.title) open on_close>
            <div class="rules">
                <p class="rules__lead">{i18n.phrase(|text| text.rfm().rules.lead)}</p>
                <Choices rivals=methods topic=|text| &text.method summary moved testid="rfm-method" />
                <Choices rivals=bins topic=|text| &text.bins summary moved testid="rfm-bins" />
                <Choices rivals=counts topic=|text| &text.frequency summary moved testid="rfm-frequency" />
                <Button
                    icon=Icon::Undo
                    label=i18n.label(|text| text.rfm().rules.reset)
                    disabled=is_default
                    on_press=move || state.change_options(|options| *options = begun(options))
                />
            </div>
        </SideSheet>
    }
}

async fn rivals_of(workspace: Workspace, options: RfmOptions) -> Result<Vec<(Rival, u64)>, JobError> {
    Ok(workspace.ask_sales(Request::RfmRivals(options)).await?.try_unwrap_rfm_rivals()?)
}

/// How many clients each rival definition would move.
type Moved = Arc<Vec<(Rival, u64)>>;

/// One set of rival definitions.
#[component]
fn Choices(
    rivals: Vec<Rival>,
    topic: fn(&RfmRuleMessages) -> &Topic,
    summary: Signal<Arc<RfmSummary>>,
    moved: Signal<Option<Moved>>,
    testid: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let rivals = StoredValue::new(rivals);
    let choices = rivals.with_value(|rivals| {
        let choice = |&rival: &Rival| {
            Signal::derive(move || {
                let moved = moved.get();
                let moved = moved.as_deref().map(Vec::as_slice);
                summary.with(|summary| choice(i18n.format(), i18n.text(), summary, moved, rival))
            })
        };
        rivals.iter().map(choice).collect()
    });
    let selected = Signal::derive(move || {
        state.options().with(|options| {
            rivals.with_value(|rivals| rivals.iter().position(|&rival| is_in_force(options, rival)).unwrap_or_default())
        })
    });
    let choose = move |index: usize| match rivals.with_value(|rivals| rivals.get(index).copied()) {
        Some(Rival::Method(Method::Custom)) => begin_own(state, summary),
        Some(rival) => state.change_options(|options| *options = with(options, rival)),
        None => {}
    };
    view! {
        <ChoiceList
            label=Signal::derive(move || topic(&i18n.text().rfm().rules).title.to_owned())
            explain=Signal::derive(move || topic(&i18n.text().rfm().rules).explain.to_owned())
            choices
            selected
            on_change=choose
            testid
        />
    }
}

/// Another number of scores ends borders of one's own.
fn with(options: &RfmOptions, rival: Rival) -> RfmOptions {
    let mut changed = options.with(rival);
    if let Rival::Bins(bins) = rival
        && changed.binning.bins() != bins
    {
        changed.binning = Method::Quantile.with(bins).unwrap_or_default();
    }
    changed
}

fn is_in_force(options: &RfmOptions, rival: Rival) -> bool {
    match rival {
        Rival::Method(method) => options.binning.method() == method,
        Rival::Bins(bins) => options.binning.bins() == bins,
        Rival::Frequency(frequency) => options.counted() == frequency,
    }
}

fn choice(
    format: Format,
    text: &Messages,
    summary: &RfmSummary,
    moved: Option<&[(Rival, u64)]>,
    rival: Rival,
) -> Choice {
    let (own, shared) = (&text.rfm().rules, &text.abc_xyz().rules);
    let begun = RfmOptions::default();
    let (name, words) = match rival {
        Rival::Method(method) => ((own.method_name)(method), (own.method_words)(method)),
        Rival::Bins(bins) => ((own.bins_name)(bins), (own.bins_words)(bins)),
        Rival::Frequency(frequency) => ((own.frequency_name)(frequency), (own.frequency_words)(frequency)),
    };
    let counted = moved.map(|moved| moved.iter().find(|(known, _)| *known == rival).map(|(_, clients)| *clients));
    let note = match (counted, rival) {
        _ if is_in_force(&summary.options, rival) => shared.in_force.to_owned(),
        (Some(Some(clients)), _) => (own.would_move)(format, clients),
        (_, Rival::Method(Method::Custom)) => own.own_note.to_owned(),
        (None, _) => shared.counting.to_owned(),
        (Some(None), _) => String::new(),
    };
    Choice {
        name: name.to_owned(),
        mark: is_in_force(&begun, rival).then(|| shared.default_mark.to_owned()),
        words: words.to_owned(),
        note,
        disabled: false,
    }
}
