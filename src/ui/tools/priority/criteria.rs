//! The list of criteria, and what can be added to it.

use leptos::prelude::*;

use super::column::AddColumns;
use super::criterion::{CriterionRow, Shape};
use super::state::use_priority;
use crate::analytics::segmentation::priority::{Criterion, Measure, Missing, Points, PriorityOptions, Source, Weight};
use crate::ui::components::{Button, ButtonKind, Explain, Icon, Segmented};
use crate::ui::state::i18n::use_i18n;

/// `id` of the heading.
const TITLE_ID: &str = "criteria-title";

/// Weight of a criterion that is added.
const WEIGHT: u16 = 3;

/// The criteria.
#[component]
pub(super) fn Criteria() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let shapes = Memo::new(move |_| state.options().with(|it| it.criteria.iter().map(Shape::of).collect::<Vec<_>>()));
    let rows = move || {
        let row = |(index, shape)| view! { <CriterionRow index shape /> };
        shapes.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <section class="criteria" aria-labelledby=TITLE_ID>
            <div class="abc-xyz__heading">
                <h2 id=TITLE_ID>{i18n.phrase(|text| text.priority().criteria)}</h2>
                <Explain
                    text=i18n.label(|text| text.priority().criteria_explain)
                    label=i18n.label(|text| text.priority().criteria)
                />
            </div>
            <ul class="criteria__list">{rows}</ul>
            <AddCriterion />
            <MissingChoice />
        </section>
    }
}

/// Figures that are no criterion yet, and one of one's own.
#[component]
fn AddCriterion() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let unused = Memo::new(move |_| {
        let used = state.options().with(|options| {
            let measure = |criterion: &Criterion| Shape::of(criterion).measure;
            options.criteria.iter().filter_map(measure).collect::<Vec<_>>()
        });
        Measure::ALL.into_iter().filter(|measure| !used.contains(measure)).collect::<Vec<_>>()
    });
    let is_full = Signal::derive(move || state.options().with(|it| it.criteria.len() >= PriorityOptions::CRITERIA_MAX));
    let weight = Weight::new(WEIGHT).unwrap_or_default();
    let add = move |criterion: Criterion| state.change(|options| options.criteria.push(criterion));
    let add_measure = move |measure: Measure| {
        view! {
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Plus
                label=Signal::derive(move || (i18n.text().priority().measure_name)(measure).to_owned())
                disabled=is_full
                on_press=move || add(Criterion::measured(measure, weight))
            />
        }
    };
    let add_by_hand = move || {
        let name = untrack(|| i18n.text().priority().new_by_hand.to_owned());
        add(Criterion { name, weight, points: Points::FIVE, source: Source::ByHand(Vec::new()) });
    };
    view! {
        <div class="criteria__add no-print" role="group" aria-label=i18n.phrase(|text| text.priority().add)>
            <span class="criteria__add-name">{i18n.phrase(|text| text.priority().add)}</span>
            {move || unused.get().into_iter().map(add_measure).collect_view()}
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Plus
                testid="add-by-hand"
                label=i18n.label(|text| text.priority().add_by_hand)
                disabled=is_full
                on_press=add_by_hand
            />
            <AddColumns weight is_full />
        </div>
    }
}

/// What a missing mark does.
#[component]
fn MissingChoice() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    view! {
        <div class="criteria__missing no-print">
            <Segmented
                label=i18n.label(|text| text.priority().missing)
                all=|| Missing::ALL
                name=move |missing| (i18n.text().priority().missing_name)(missing).to_owned()
                chosen=move || state.options().with(|options| options.missing)
                on_change=move |missing| state.change(|options| options.missing = missing)
                testid="missing-marks"
            />
            <Explain
                text=i18n.label(|text| text.priority().missing_explain)
                label=i18n.label(|text| text.priority().missing)
            />
        </div>
    }
}
