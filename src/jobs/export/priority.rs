//! Criteria and groups of priority as sheets beside the clients.

use crate::analytics::segmentation::priority::PrioritySummary;
use crate::i18n::{Format, messages};
use crate::jobs::sheet::{Cell, Sheet};

/// The groups, best first: where each begins, its clients and what they bring.
pub(super) fn groups(summary: &PrioritySummary, format: Format) -> Sheet<'static> {
    let text = messages(format.locale).priority();
    let headers = [text.group, text.from, text.clients, text.value, messages(format.locale).export().share];
    let groups = &summary.options.groups;
    let rows = summary.groups.iter().enumerate().filter(|(place, group)| *place < groups.len() || group.clients > 0);
    let rows = rows.map(|(place, group)| {
        let cut = groups.cuts().get(place).map_or(Cell::Empty, |&cut| Cell::Ratio(f64::from(cut) / 100.0));
        vec![
            Cell::Text(text.name_of(groups, place)),
            cut,
            group.clients.into(),
            group.value.into(),
            Cell::Share(group.value.share_of(summary.total)),
        ]
    });
    Sheet::new(text.groups, headers, rows.collect::<Vec<_>>())
}

/// The criteria: weight, scale, how many clients have a mark, and whom another weight would move.
pub(super) fn criteria(summary: &PrioritySummary, format: Format) -> Sheet<'static> {
    let text = messages(format.locale).priority();
    let [dropped, halved, doubled] = text.changes;
    let headers = [text.criterion, text.weight, text.scale, text.marked, text.no_mark, dropped, halved, doubled];
    let rows = summary.options.criteria.iter().zip(&summary.criteria).map(|(criterion, of)| {
        let its = of.sensitivity;
        let moved = [its.dropped, its.halved, its.doubled].map(|moved| Cell::Text((text.moved)(format, moved)));
        let own = [
            Cell::Text(text.criterion_name(criterion)),
            u32::from(criterion.weight.get()).into(),
            u32::from(criterion.points.get()).into(),
            of.marks.iter().sum::<u64>().into(),
            of.missing.into(),
        ];
        own.into_iter().chain(moved).collect()
    });
    Sheet::new(text.criteria, headers, rows.collect::<Vec<Vec<Cell>>>())
}
