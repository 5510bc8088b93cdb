//! Gathers stages and deals.

use std::collections::HashMap;

use super::{Deal, Entry, History, Journeys, Remarks, STAGES_MAX, StageName};
use crate::analytics::dataset::kinds::column::{DayColumn, TextColumn};
use crate::analytics::date::Day;
use crate::analytics::stage_names::folded;

/// Gathers [`Journeys`].
#[derive(Debug)]
pub(super) struct Collector {
    journeys: Journeys,
    /// Stages by their names as [`folded`] gives them: spellings that differ by case or spaces are one stage, called as
    /// it is first.
    known: HashMap<String, Option<u16>>,
}

impl Collector {
    pub(super) fn new(history: History) -> Self {
        let journeys = Journeys {
            history,
            stages: Vec::new(),
            deals: Vec::new(),
            remarks: Remarks::default(),
            last: None,
            entries: Vec::new(),
            ends: Vec::new(),
        };
        Self { journeys, known: HashMap::new() }
    }

    pub(super) const fn remarks(&mut self) -> &mut Remarks {
        &mut self.journeys.remarks
    }

    /// The number of a stage that no file names; `None` where there are too many.
    pub(super) fn own(&mut self, name: StageName) -> Option<u16> {
        let known = self.journeys.stages.iter().position(|known| *known == name);
        known.map_or_else(|| self.push_stage(name), |place| u16::try_from(place).ok())
    }

    /// The number of a stage of the file; `None` where there are too many.
    pub(super) fn named(&mut self, name: &str) -> Option<u16> {
        let folded = folded(name);
        if let Some(&number) = self.known.get(&folded) {
            return number;
        }
        let number = self.push_stage(StageName::Named(name.to_owned()));
        self.journeys.remarks.stages_over += u64::from(number.is_none());
        self.known.insert(folded, number);
        number
    }

    /// Numbers of the texts of a column as stages.
    pub(super) fn all_named(&mut self, column: &TextColumn) -> Vec<Option<u16>> {
        column.names.iter().map(|name| self.named(name)).collect()
    }

    fn push_stage(&mut self, name: StageName) -> Option<u16> {
        let stages = &mut self.journeys.stages;
        let number = u16::try_from(stages.len()).ok().filter(|_| stages.len() < STAGES_MAX)?;
        stages.push(name);
        Some(number)
    }

    pub(super) fn push(&mut self, deal: Deal, entries: impl IntoIterator<Item = Entry>) {
        let journeys = &mut self.journeys;
        let before = journeys.entries.len();
        journeys.entries.extend(entries);
        let entries = journeys.entries.get(before..).unwrap_or_default();
        // A day of closing that no entry has is of a deal that has not ended: it is a plan, and may lie ahead.
        let days = entries.iter().filter_map(|entry| entry.day).chain(deal.entered);
        journeys.last = days.max().max(journeys.last);
        journeys.remarks.without_stage += u64::from(entries.is_empty());
        journeys.ends.push(u32::try_from(journeys.entries.len()).unwrap_or(u32::MAX));
        journeys.deals.push(deal);
    }

    pub(super) fn finish(self) -> Journeys {
        self.journeys
    }
}

/// The number of the text of a row; `None` where the cell is empty.
pub(super) fn text_of(column: Option<&TextColumn>, row: usize) -> Option<usize> {
    let id = column?.ids.get(row)?;
    (id != TextColumn::NONE).then_some(id as usize)
}

/// The day of a row.
pub(super) fn day_of(column: Option<&DayColumn>, row: usize) -> Option<Day> {
    column.and_then(|column| column.get(row))
}
