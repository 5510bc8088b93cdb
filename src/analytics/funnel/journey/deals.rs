//! Deals of a table that has a row for each.

use std::collections::HashSet;

use super::collector::{Collector, day_of, text_of};
use super::{Deal, Entry, History, Journeys, StageName};
use crate::analytics::dataset::kinds::DealsTable;
use crate::analytics::dataset::kinds::column::DayColumn;
use crate::analytics::date::Day;
use crate::analytics::stage_names::{self, Known, Said, folded, stage_of_header};

pub(super) fn journeys(table: &DealsTable) -> Journeys {
    let columns = Columns::of(table);
    let has_way = table.stage.is_none() || !columns.way.is_empty();
    let mut collector = Collector::new(if has_way { History::StageDays } else { History::PresentStage });
    collector.remarks().days_aside = columns.aside;
    let created_stage = created_is_a_stage(table, &columns).then(|| collector.own(StageName::Created)).flatten();
    let way: Vec<(Option<u16>, &DayColumn)> =
        columns.way.iter().map(|(name, days)| (collector.named(name), *days)).collect();
    let endings = Endings::new(&mut collector, table, &columns);
    let mut seen = vec![false; table.deal.as_ref().map_or(0, |column| column.names.len())];
    for row in 0..table.rows {
        let created = day_of(table.created.as_ref(), row);
        let end = columns.end(row);
        let closed = day_of(table.closed.as_ref(), row).or(end.map(|(_, day)| day));
        let mut entries: Vec<Entry> = way
            .iter()
            .filter_map(|(stage, days)| Some(Entry { stage: (*stage)?, day: Some(days.get(row)?) }))
            .collect();
        // Stable: columns of one day stay in the order of the file.
        entries.sort_by_key(|entry| entry.day);
        if let Some(stage) = created_stage.filter(|_| created.is_some()) {
            entries.insert(0, Entry { stage, day: created });
        }
        let present = text_of(table.stage.as_ref(), row).and_then(|text| endings.stages.get(text).copied());
        let (stage, says) = present.unwrap_or((None, Known::Unknown));
        let is_end = matches!(says, Known::Won | Known::Lost);
        if let Some(stage) = stage.filter(|stage| entries.iter().all(|entry| entry.stage != *stage)) {
            entries.push(Entry { stage, day: closed.filter(|_| is_end) });
        }
        let by_day = closed.filter(|_| endings.by_day_alone).map(|_| text_of(table.reason.as_ref(), row).is_none());
        collector.remarks().closed_as_won += u64::from(by_day == Some(true));
        let is_won = endings.outcome(table, row, closed).or(end.map(|(is_won, _)| is_won)).or(by_day);
        if let Some(is_won) = is_won.filter(|_| !is_end) {
            let stage = if is_won { endings.won } else { endings.lost };
            if let Some(stage) = stage.filter(|stage| entries.iter().all(|entry| entry.stage != *stage)) {
                entries.push(Entry { stage, day: closed });
            }
        }
        let first = entries.iter().find_map(|entry| entry.day);
        let entered = created.or(first.filter(|_| table.created.is_none()));
        let remarks = collector.remarks();
        remarks.without_created += u64::from(table.created.is_some() && created.is_none());
        remarks.closed_before_created +=
            u64::from(created.zip(closed).is_some_and(|(created, closed)| closed < created));
        if let Some(seen) = text_of(table.deal.as_ref(), row).and_then(|deal| seen.get_mut(deal)) {
            remarks.repeated += u64::from(std::mem::replace(seen, true));
        }
        let amount = table.amount.as_ref().and_then(|column| column.get(row));
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        collector.push(Deal { row, end_row: row, entered, closed, amount }, entries);
    }
    collector.finish()
}

/// What the columns of days tell.
///
/// Without a column of stages each is a stage. Beside one they are the way of a deal only if they name at least half of its
/// steps; else a day that is named after an end ("Won time") is that of the end, and the others tell nothing.
#[derive(Debug, Default)]
struct Columns<'a> {
    /// Days on which stages were reached, with the names of these.
    way: Vec<(&'a str, &'a DayColumn)>,
    /// Days of ends, and whether it is that of won deals.
    ends: Vec<(bool, &'a DayColumn)>,
    /// How many tell nothing.
    aside: u64,
}

impl<'a> Columns<'a> {
    fn of(table: &'a DealsTable) -> Self {
        let texts: HashSet<String> = table.stage.iter().flat_map(|column| column.names.iter()).map(folded).collect();
        // The name of a pipeline may stand behind that of the stage: "Offer (Sales)".
        let name = |header: &'a str| {
            let name = stage_of_header(header);
            let bare = name.rsplit_once(" (").map(|(bare, _)| bare);
            bare.filter(|bare| !texts.contains(&folded(name)) && texts.contains(&folded(bare))).unwrap_or(name)
        };
        let named = || table.stage_days.iter().map(|column| (name(&column.stage), &column.days));
        let Some(stages) = &table.stage else {
            return Self { way: named().collect(), ..Self::default() };
        };
        let is_on_way = |name: &&str| matches!(stage_names::stage(name), Known::Step(_) | Known::Unknown);
        let steps: HashSet<String> = stages.names.iter().filter(is_on_way).map(folded).collect();
        let is_step = |(name, _): &(&str, _)| steps.contains(&folded(name));
        let told = named().filter(is_step).count();
        if told > 0 && 2 * told >= steps.len() {
            return Self { way: named().collect(), ..Self::default() };
        }
        let mut columns = Self::default();
        for (name, days) in named() {
            match stage_names::stage(name) {
                Known::Won => columns.ends.push((true, days)),
                Known::Lost => columns.ends.push((false, days)),
                Known::Step(_) | Known::Unknown => columns.aside += 1,
            }
        }
        columns
    }

    /// Whether the deal of a row is won, and when it ended, by the columns of ends: the latest of them.
    fn end(&self, row: usize) -> Option<(bool, Day)> {
        let ends = self.ends.iter().filter_map(|(is_won, days)| Some((*is_won, days.get(row)?)));
        ends.max_by_key(|(_, day)| *day)
    }
}

/// What a table can say of the ends of deals.
struct Endings {
    /// For each text of the stage: its number, and what its name says.
    stages: Vec<(Option<u16>, Known)>,
    /// What each text of the outcome says.
    outcomes: Vec<Said>,
    /// Whether nothing but a day tells that a deal has ended.
    by_day_alone: bool,
    /// The stage of won deals.
    won: Option<u16>,
    /// The stage of lost deals.
    lost: Option<u16>,
}

impl Endings {
    fn new(collector: &mut Collector, table: &DealsTable, columns: &Columns<'_>) -> Self {
        let numbers = table.stage.as_ref().map(|column| collector.all_named(column)).unwrap_or_default();
        let texts = table.stage.iter().flat_map(|column| column.names.iter());
        let stages: Vec<_> = numbers.into_iter().zip(texts.map(stage_names::stage)).collect();
        let outcomes: Vec<Said> =
            table.outcome.iter().flat_map(|column| column.names.iter()).map(stage_names::outcome).collect();
        let says = |known: Known| columns.way.iter().find(|(name, _)| stage_names::stage(name) == known);
        let is_named = says(Known::Won).is_some() || says(Known::Lost).is_some();
        let by_day_alone = table.stage.is_none() && table.outcome.is_none() && table.closed.is_some() && !is_named;
        let mut needs = |name: StageName, known: Known, is_needed: bool| {
            let of_text = stages.iter().find(|(_, says)| *says == known).and_then(|(stage, _)| *stage);
            let of_column = says(known).and_then(|(name, _)| collector.named(name));
            of_text.or(of_column).or_else(|| if is_needed { collector.own(name) } else { None })
        };
        let ends = |won: bool| columns.ends.iter().any(|(is_won, _)| *is_won == won);
        let won = needs(StageName::Won, Known::Won, by_day_alone || ends(true) || outcomes.contains(&Said::Won));
        let says_lost = outcomes.iter().any(|said| matches!(said, Said::Lost | Said::NotWon));
        let is_lost = by_day_alone && table.reason.is_some();
        let lost = needs(StageName::Lost, Known::Lost, is_lost || ends(false) || says_lost);
        Self { stages, outcomes, by_day_alone, won, lost }
    }

    /// Whether the outcome of a row says won (`true`) or lost (`false`).
    fn outcome(&self, table: &DealsTable, row: usize, closed: Option<Day>) -> Option<bool> {
        let said = text_of(table.outcome.as_ref(), row).and_then(|text| self.outcomes.get(text))?;
        // Of open deals, too, it is true that they are not won.
        let has_ended = closed.is_some() || table.closed.is_none();
        let stages_tell = self.stages.iter().any(|(_, says)| *says == Known::Lost);
        match said {
            Said::Won => Some(true),
            Said::Lost => Some(false),
            Said::NotWon => (has_ended && !stages_tell).then_some(false),
            Said::Nothing => None,
        }
    }
}

/// Whether the day of creation is a stage of its own: where days tell the stages, and it is not the first of them.
fn created_is_a_stage(table: &DealsTable, columns: &Columns<'_>) -> bool {
    let Some(created) = &table.created else { return false };
    if columns.way.is_empty() {
        return table.stage.is_none();
    }
    let first = |row: usize| columns.way.iter().filter_map(|(_, days)| days.get(row)).min();
    (0..table.rows).any(|row| created.get(row).is_some_and(|day| first(row) != Some(day)))
}
