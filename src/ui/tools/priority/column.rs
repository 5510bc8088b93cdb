//! Criteria from the columns of a list of clients: which can be added, and which mark each value has.

use leptos::prelude::*;

use super::state::use_priority;
use crate::analytics::segmentation::priority::attribute::AttributeSummary;
use crate::analytics::segmentation::priority::{Criterion, Cut, Points, Source, Weight};
use crate::ui::components::{Button, ButtonKind, Icon, Select, none_or};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;

/// Buttons that add columns; a hint where there is no list of clients.
#[component]
pub(super) fn AddColumns(
    /// Weight of what is added.
    weight: Weight,
    /// Whether there is no room for more.
    is_full: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let link = use_workspace().link();
    let used = Memo::new(move |_| {
        state.options().with(|options| options.criteria.iter().filter_map(column_of).collect::<Vec<_>>())
    });
    let add = move |source: Source| {
        let criterion = Criterion { name: String::new(), weight, points: Points::FIVE, source };
        state.change(|options| options.criteria.push(criterion));
    };
    let button = move |source: Source, testid: &'static str| {
        let named = Criterion { name: String::new(), weight, points: Points::FIVE, source: source.clone() };
        view! {
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Plus
                testid=testid
                label=Signal::derive(move || i18n.text().priority().criterion_name(&named))
                disabled=is_full
                on_press=move || add(source.clone())
            />
        }
    };
    let buttons = move || {
        let used = used.get();
        let sources = link.with(|link| link.attributes.iter().flat_map(sources_of).collect::<Vec<_>>());
        let is_new = |source: &Source| !used.contains(&key_of(source));
        let added = |source: Source| {
            let testid = if matches!(source, Source::Referrals { .. }) { "add-referrals" } else { "add-column" };
            button(source, testid)
        };
        sources.into_iter().filter(is_new).map(added).collect_view()
    };
    let hint = move || {
        let is_empty = link.with(|link| link.attributes.is_empty());
        is_empty.then(|| view! { <span class="criterion__note">{i18n.text().priority().columns_hint}</span> })
    };
    view! {
        {buttons}
        {hint}
    }
}

/// What a column can be a criterion of: its values where somebody could mark them all, and whom it names.
fn sources_of(attribute: &AttributeSummary) -> Vec<Source> {
    let can_be_marked = (2..=AttributeSummary::VALUES_MAX as u64).contains(&attribute.distinct);
    let header = || attribute.header.clone();
    let values = can_be_marked.then(|| Source::Attribute { header: header(), marks: Vec::new() });
    let referrals = (attribute.naming > 0).then(|| Source::Referrals { header: header(), cut: Cut::Shares });
    // A column that names clients tells who brought whom; its values are clients, which nobody marks.
    referrals.or(values).into_iter().collect()
}

/// Tells sources from columns apart: whether of referrals, and the header.
fn key_of(source: &Source) -> (bool, String) {
    match source {
        Source::Attribute { header, .. } => (false, header.clone()),
        Source::Referrals { header, .. } => (true, header.clone()),
        Source::ByHand(_) | Source::Measured { .. } => (false, String::new()),
    }
}

fn column_of(criterion: &Criterion) -> Option<(bool, String)> {
    let is_column = matches!(criterion.source, Source::Attribute { .. } | Source::Referrals { .. });
    is_column.then(|| key_of(&criterion.source))
}

/// A mark for each value of the column.
#[component]
pub(super) fn ValueMarks(index: usize, points: Points) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let link = use_workspace().link();
    let header = Memo::new(move |_| {
        state.options().with(|options| match &options.criteria.get(index)?.source {
            Source::Attribute { header, .. } => Some(header.clone()),
            _ => None,
        })
    });
    let values = Memo::new(move |_| {
        let header = header.get()?;
        link.with(|link| {
            link.attributes.iter().find(|one| one.header == header).map(|attribute| attribute.values.clone())
        })
    });
    let row = move |(value, clients): (String, u64)| {
        let (own, given) = (value.clone(), value.clone());
        let label = Signal::derive(move || (i18n.text().priority().value_label)(i18n.format(), &value, clients));
        let chosen = move || state.options().with(|options| mark_of(&options.criteria, index, &own));
        let change = move |mark| {
            let value = given.clone();
            state.change_criterion(index, |criterion| set_mark(criterion, value, mark));
        };
        view! {
            <Select
                label
                all=move || none_or(1..=points.get())
                name=move |mark| i18n.text().priority().mark(mark)
                chosen
                on_change=change
                testid="value-mark"
            />
        }
    };
    view! {
        <div class="criterion__values">
            {move || match values.get() {
                Some(values) => values.into_iter().map(row).collect_view().into_any(),
                None => view! { <p class="criterion__note">{i18n.text().priority().column_missing}</p> }.into_any(),
            }}
        </div>
    }
}

/// The mark of a value.
fn mark_of(criteria: &[Criterion], index: usize, value: &str) -> Option<u8> {
    match &criteria.get(index)?.source {
        Source::Attribute { marks, .. } => marks.iter().find(|(known, _)| known == value).map(|(_, mark)| *mark),
        _ => None,
    }
}

fn set_mark(criterion: &mut Criterion, value: String, mark: Option<u8>) {
    if let Source::Attribute { marks, .. } = &mut criterion.source {
        marks.retain(|(known, _)| *known != value);
        if let Some(mark) = mark {
            marks.push((value, mark));
            // In one order, whatever the order of giving: what is kept does not depend on it.
            marks.sort();
        }
    }
}
