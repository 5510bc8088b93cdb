//! The deals behind a figure.

use serde::{Deserialize, Serialize};

use super::conversion::{Seen, classes, for_each};
use super::journey::{DealText, Journeys, StageName, texts};
use super::options::{FunnelOptions, SplitBy};
use super::outcome::Outcome;
use super::walk::Course;
use crate::analytics::amount::Amount;
use crate::analytics::dataset::OtherTable;
use crate::analytics::date::{Day, Grain};
use crate::analytics::stage_names::folded;

/// Which deals: those that meet everything that is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DealQuery {
    /// Counted at this step.
    pub at: Option<usize>,
    /// And not at the one after it.
    pub stays: bool,
    /// Open and now at this step.
    pub now: Option<usize>,
    /// How they stand.
    pub outcome: Option<Outcome>,
    /// Begun in this month.
    pub month: Option<i32>,
    /// With this value of what they are told apart by.
    pub value: Option<Option<String>>,
    /// With this reason.
    pub reason: Option<Option<String>>,
    /// Ended before they began.
    pub backwards: bool,
    /// Counted at no step.
    pub not_counted: bool,
}

/// A deal in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealRow {
    /// What tells it from others.
    pub deal: Option<String>,
    /// Client.
    pub client: Option<String>,
    /// Where it was last.
    pub stage: Option<StageName>,
    /// How it stands.
    pub outcome: Outcome,
    /// When it began.
    pub entered: Option<Day>,
    /// When it ended.
    pub ended: Option<Day>,
    /// Days between.
    pub days: Option<i32>,
    /// Money.
    pub amount: Option<Amount>,
    /// Where the client came from.
    pub source: Option<String>,
    /// Who leads it.
    pub manager: Option<String>,
    /// Why it ended so.
    pub reason: Option<String>,
}

/// The deals that a query finds, in file order; `take` of them after the first `skip`, and how many there are in all.
#[must_use]
pub fn find(
    journeys: &Journeys,
    table: &OtherTable,
    options: &FunnelOptions,
    query: &DealQuery,
    (skip, take): (u64, u64),
) -> (Vec<DealRow>, u64) {
    let course = Course::new(journeys, options);
    let split = options.split.and_then(|by| Some((by, texts(table, by.text())?)));
    let by_class = split.filter(|(by, _)| *by == SplitBy::Class).map(|(_, column)| classes(column, options));
    let value_of = |row: usize| {
        let (_, column) = split?;
        match &by_class {
            Some(classes) => classes.get(column.ids.get(row)? as usize).copied().flatten(),
            None => column.get(row),
        }
    };
    let text = |text: DealText, row: u32| texts(table, text).and_then(|column| column.get(row as usize));
    let same = |left: Option<&str>, right: &Option<String>| left.map(folded) == right.as_deref().map(folded);
    let is_wanted = |seen: &Seen<'_>| {
        let row = seen.deal.row as usize;
        query.at.is_none_or(|place| seen.counts_at(place) && (!query.stays || !seen.counts_at(place + 1)))
            && query.now.is_none_or(|place| {
                seen.walk.outcome == Outcome::Open && seen.walk.stops.last().is_some_and(|stop| stop.place == place)
            })
            && query.outcome.is_none_or(|outcome| seen.walk.outcome == outcome)
            && query.month.is_none_or(|month| seen.entered.is_some_and(|day| Grain::Month.period_of(day) == month))
            && query.value.as_ref().is_none_or(|value| value_of(row) == value.as_deref())
            && query.reason.as_ref().is_none_or(|reason| {
                seen.walk.outcome == Outcome::Lost && same(text(DealText::Reason, seen.deal.end_row), reason)
            })
            && (!query.backwards || seen.deal.entered.zip(seen.deal.closed).is_some_and(|(from, to)| to < from))
            && (!query.not_counted || seen.counted.iter().all(|&count| count == 0))
    };
    let mut rows = Vec::new();
    let mut all = 0;
    for_each(journeys, &course, options, |seen| {
        if !is_wanted(seen) {
            return;
        }
        if all >= skip && (rows.len() as u64) < take {
            let owned = |of: DealText| text(of, seen.deal.row).map(str::to_owned);
            rows.push(DealRow {
                deal: owned(DealText::Deal),
                client: owned(DealText::Client),
                stage: stage_of(journeys, &course, seen),
                outcome: seen.walk.outcome,
                entered: seen.entered,
                ended: seen.walk.ended.or(seen.deal.closed),
                days: seen.cycle(),
                amount: seen.deal.amount,
                source: owned(DealText::Source),
                manager: owned(DealText::Manager),
                reason: text(DealText::Reason, seen.deal.end_row).map(str::to_owned),
            });
        }
        all += 1;
    });
    (rows, all)
}

/// The last stage of the funnel that a deal was at; of one that was at none, what it entered last.
fn stage_of(journeys: &Journeys, course: &Course, seen: &Seen<'_>) -> Option<StageName> {
    let stop = seen.walk.stops.last().filter(|stop| !course.is_end(stop.place));
    if let Some(step) = stop.and_then(|stop| course.steps.get(stop.place)) {
        return Some(step.name.clone());
    }
    let last = journeys.entries(seen.number).last()?;
    journeys.stages.get(usize::from(last.stage)).cloned()
}
