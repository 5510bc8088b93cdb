//! One criterion: its weight, how clients spread over its marks, its settings.

use leptos::prelude::*;

use super::borders::CutChoice;
use super::column::ValueMarks;
use super::state::use_priority;
use crate::analytics::segmentation::priority::{Criterion, CriterionSummary, Cut, Measure, Points, Source, Weight};
use crate::ui::components::{Button, ButtonKind, Disclosure, Explain, Icon, NumberField, Select, TextField};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};

/// Where the slider ends, unless a greater weight was typed.
const SLIDER_MAX: u16 = 10;

/// What a criterion is made of: fields are drawn anew when this changes, and not while a weight is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub measure: Option<Measure>,
    pub points: Points,
    pub is_own: bool,
    pub is_by_hand: bool,
    /// Marks go by the values of a column.
    pub is_by_column: bool,
}

impl Shape {
    pub fn of(criterion: &Criterion) -> Self {
        let (measure, is_own) = match &criterion.source {
            Source::Measured { measure, cut } => (Some(*measure), matches!(cut, Cut::Own(_))),
            Source::ByHand(_) | Source::Attribute { .. } | Source::Referrals { .. } => (None, false),
        };
        let is_by_hand = matches!(criterion.source, Source::ByHand(_));
        let is_by_column = matches!(criterion.source, Source::Attribute { .. });
        Self { measure, points: criterion.points, is_own, is_by_hand, is_by_column }
    }
}

/// One criterion.
#[component]
pub(super) fn CriterionRow(index: usize, shape: Shape) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let text = move || i18n.text().priority();
    let criterion = Memo::new(move |_| state.options().with(|options| options.criteria.get(index).cloned()));
    let name = Signal::derive(move || {
        criterion
            .with(|criterion| criterion.as_ref().map(|criterion| text().criterion_name(criterion)))
            .unwrap_or_default()
    });
    let weight = Memo::new(move |_| {
        criterion.with(|criterion| criterion.as_ref().map_or(0, |criterion| criterion.weight.get()))
    });
    let set_weight = move |typed: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the limits of the field")]
        if let Some(weight) = Weight::new(typed.round() as u16) {
            state.change_criterion(index, |criterion| criterion.weight = weight);
        }
    };
    let summary = Memo::new(move |_| {
        state.result().value().with(|summary| summary.as_ref().and_then(|summary| summary.criteria.get(index).cloned()))
    });
    let spread = move || {
        let format = i18n.format();
        summary.with(|summary| {
            let of = |of: &CriterionSummary| (text().spread)(format, &of.marks, of.missing);
            summary.as_ref().map(of).unwrap_or_default()
        })
    };
    let bars = move || summary.with(|summary| summary.as_ref().map(shares).unwrap_or_default());
    let is_unmeasured = move || {
        let measure = shape.measure?;
        let is =
            state.result().value().with(|summary| summary.as_ref().is_some_and(|it| it.unmeasured.contains(&measure)));
        is.then(|| view! { <p class="criterion__note">{text().unmeasured}</p> })
    };
    let explain = shape.measure.map(|measure| {
        let explained = Signal::derive(move || (text().measure_explain)(measure).to_owned());
        view! { <Explain text=explained label=name /> }
    });
    let slider_max = move || weight.get().max(SLIDER_MAX).to_string();
    let slide = move |event: leptos::ev::Event| set_weight(event_target_value(&event).parse().unwrap_or_default());
    view! {
        <li class="criterion" data-testid="criterion">
            <div class="criterion__head">
                <h3 class="criterion__name">{name} {explain}</h3>
                <RemoveCriterion index name />
            </div>
            <div class="criterion__weight">
                <input
                    class="slider"
                    type="range"
                    min="0"
                    max=slider_max
                    step="1"
                    data-testid="criterion-slider"
                    aria-label=move || (text().weight_of)(&name.get())
                    prop:value=move || weight.get().to_string()
                    on:input=slide
                />
                <NumberField
                    label=i18n.label(|text| text.priority().weight)
                    value=Signal::derive(move || f64::from(weight.get()))
                    min=0.0
                    max=f64::from(Weight::MAX)
                    step=1.0
                    on_change=set_weight
                    testid="criterion-weight"
                />
            </div>
            <div class="criterion__spread">
                <span class="criterion__bars" aria-hidden="true">
                    {move || bars().into_iter().map(bar).collect_view()}
                </span>
                <span>{spread}</span>
            </div>
            {is_unmeasured}
            {shape.is_by_hand.then(|| view! { <p class="criterion__note">{move || text().by_hand_hint}</p> })}
            {shape.is_by_column.then(|| view! { <ValueMarks index points=shape.points /> })}
            <Disclosure summary=Signal::derive(move || (text().settings_of)(&name.get()))>
                <Settings index shape criterion />
            </Disclosure>
        </li>
    }
}

/// Shares of the clients by mark.
fn shares(summary: &CriterionSummary) -> Vec<f64> {
    let most = summary.marks.iter().copied().max().unwrap_or(0).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a height")]
    let share = |&clients: &u64| clients as f64 / most as f64;
    summary.marks.iter().map(share).collect()
}

fn bar(share: f64) -> impl IntoView {
    view! { <span class="criterion__bar" style:block-size=format!("{:.1}%", share * 100.0)></span> }
}

/// Name, scale, borders.
#[component]
fn Settings(index: usize, shape: Shape, criterion: Memo<Option<Criterion>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let name = Signal::derive(move || {
        criterion.with(|criterion| criterion.as_ref().map(|criterion| criterion.name.clone())).unwrap_or_default()
    });
    let set_points = move |points: Points| {
        state.change_criterion(index, |criterion| {
            criterion.points = points;
            // Borders belong to a number of marks.
            if let Source::Measured { cut, .. } = &mut criterion.source {
                *cut = Cut::Shares;
            }
        });
    };
    view! {
        <div class="criterion__settings">
            <TextField
                label=i18n.label(|text| text.priority().name)
                value=name
                on_input=move |typed| state.change_criterion(index, |criterion| criterion.name = typed)
                testid="criterion-name"
            />
            <Select
                label=i18n.label(|text| text.priority().points)
                all=|| (Points::MIN..=Points::MAX).filter_map(Points::new)
                name=move |points| (i18n.text().priority().points_name)(points.get())
                chosen=move || shape.points
                on_change=set_points
            />
            {shape
                .measure
                .map(|measure| view! { <CutChoice index measure points=shape.points is_own=shape.is_own /> })}
        </div>
    }
}

#[component]
fn RemoveCriterion(index: usize, name: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let toasts = use_toasts();
    let rules = crate::ui::state::priority::use_priority_rules();
    let remove = move || {
        let before = state.options().get_untracked();
        let name = name.get_untracked();
        state.change(|options| {
            if index < options.criteria.len() {
                options.criteria.remove(index);
            }
        });
        let text = untrack(move || i18n.text());
        let undo = move || rules.set(before.clone());
        toasts.show_with_action(ToastKind::Good, (text.priority().removed)(&name), text.shell().undo, undo);
    };
    view! {
        <Button
            kind=ButtonKind::Quiet
            icon=Icon::Close
            hide_label=true
            label=Signal::derive(move || (i18n.text().priority().remove)(&name.get()))
            on_press=remove
            testid="criterion-remove"
        />
    }
}
