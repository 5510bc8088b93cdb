//! Own borders between the marks of a figure.

use leptos::prelude::*;

use super::figures::{shown, starting_borders, typed};
use super::state::use_priority;
use crate::analytics::segmentation::priority::measure::Unit;
use crate::analytics::segmentation::priority::{Cut, Measure, OwnBorders, Points, PrioritySummary, Source};
use crate::ui::components::{NumberField, Segmented};
use crate::ui::state::i18n::use_i18n;

/// More than any figure of a firm, and exact in a field.
const BORDER_MAX: f64 = 1e12;

/// By equal shares, or by borders that are typed.
#[component]
pub(super) fn CutChoice(index: usize, measure: Measure, points: Points, is_own: bool) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let name = move |by_own| {
        let text = i18n.text().priority();
        if by_own { text.cut_own } else { text.cut_shares }.to_owned()
    };
    let choose = move |by_own| {
        let in_force = |summary: &PrioritySummary| summary.criteria.get(index).map(|of| of.borders.clone());
        let borders = state.result().value().with_untracked(|summary| summary.as_deref().and_then(in_force));
        let own = starting_borders(measure, &borders.unwrap_or_default(), points.get()).filter(|_| by_own);
        set_cut(index, own.map_or(Cut::Shares, Cut::Own));
    };
    view! {
        <Segmented
            label=i18n.label(|text| text.priority().cut)
            all=|| [false, true]
            name=name
            chosen=move || is_own
            on_change=choose
        />
        {is_own.then(|| view! { <Borders index measure points /> })}
    }
}

/// A field for each border.
#[component]
fn Borders(index: usize, measure: Measure, points: Points) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let borders = Memo::new(move |_| state.options().with(|options| own_borders(options.criteria.get(index)?)));
    let unit = Signal::derive(move || match measure.unit() {
        Unit::Money => i18n.format().currency.sign().to_owned(),
        Unit::Share => "%".to_owned(),
        Unit::Days | Unit::Count => String::new(),
    });
    let fields = (0..points.get() - 1).map(|place| {
        let at = usize::from(place);
        let border = move || borders.with(|borders| borders.as_ref().and_then(|borders| borders.get(at).copied()));
        let label = Signal::derive(move || {
            let text = i18n.text().priority();
            if measure.less_is_better() { (text.border_up_to)(points.get() - place) } else { (text.border)(place + 2) }
        });
        let change = move |value: f64| {
            let mut borders = borders.get_untracked().unwrap_or_default();
            if let Some(border) = borders.get_mut(at) {
                *border = typed(measure, value);
            }
            // Borders that do not rise are none; the field then shows the old one again.
            if let Ok(own) = OwnBorders::new(borders) {
                set_cut(index, Cut::Own(own));
            }
        };
        view! {
            <NumberField
                label
                value=Signal::derive(move || border().map_or(0.0, |border| shown(measure, border)))
                min=-BORDER_MAX
                max=BORDER_MAX
                step=1.0
                suffix=unit
                on_change=change
            />
        }
    });
    view! { <div class="criterion__borders">{fields.collect_view()}</div> }
}

fn own_borders(criterion: &crate::analytics::segmentation::priority::Criterion) -> Option<Vec<i64>> {
    match &criterion.source {
        Source::Measured { cut: Cut::Own(own), .. } => Some(own.get().to_vec()),
        _ => None,
    }
}

fn set_cut(index: usize, wanted: Cut) {
    use_priority().change_criterion(index, |criterion| {
        if let Source::Measured { cut, .. } = &mut criterion.source {
            *cut = wanted;
        }
    });
}
