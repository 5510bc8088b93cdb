//! Deals of a table of moves: each is its rows by day, rows of one day in file order.

use super::collector::Collector;
use super::{Deal, Entry, History, Journeys};
use crate::analytics::dataset::kinds::EventsTable;
use crate::analytics::dataset::kinds::column::TextColumn;

pub(super) fn journeys(table: &EventsTable) -> Journeys {
    let mut collector = Collector::new(History::Events);
    let stages = collector.all_named(&table.stage);
    let mut rows: Vec<u32> = (0..u32::try_from(table.day.len()).unwrap_or(u32::MAX)).collect();
    let who = |row: u32| table.who.ids.get(row as usize).unwrap_or(TextColumn::NONE);
    let day = |row: u32| table.day.get(row as usize).copied().unwrap_or_default();
    // Numbers of texts are given in order of first appearance, so deals come in file order.
    rows.sort_by_key(|&row| (who(row), day(row)));
    for group in rows.chunk_by(|&left, &right| who(left) == who(right)) {
        let mut entries: Vec<Entry> = Vec::with_capacity(group.len());
        for &row in group {
            let text = table.stage.ids.get(row as usize).unwrap_or(TextColumn::NONE);
            let Some(stage) = stages.get(text as usize).copied().flatten() else { continue };
            if entries.last().is_some_and(|last| last.stage == stage) {
                collector.remarks().repeated_moves += 1;
            } else {
                entries.push(Entry { stage, day: Some(day(row)) });
            }
        }
        let row = group.iter().copied().min().unwrap_or_default();
        let entered = entries.first().and_then(|entry| entry.day);
        // What a row says later is known better; of its own accord nobody empties a cell.
        let amounts = table.facts.amount.as_ref();
        let amount = amounts.and_then(|amounts| group.iter().rev().find_map(|&row| amounts.get(row as usize)));
        let reasons = table.facts.reason.as_ref();
        let has_reason = |&row: &u32| reasons.is_some_and(|reasons| reasons.get(row as usize).is_some());
        let end_row = group.iter().copied().rev().find(has_reason).unwrap_or(row);
        collector.push(Deal { row, end_row, entered, closed: None, amount }, entries);
    }
    collector.finish()
}
