//! Sources of deals, and the table that any source's figures make.

use std::collections::HashMap;

use super::labels::{self, Labels, Tells};
use super::{SourceLabel, SourceRow, SourcesOptions, SourcesReport, Touch};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::OtherTable;
use crate::analytics::dataset::kinds::column::TextColumn;
use crate::analytics::date::{Day, Grain};
use crate::analytics::funnel::conversion::for_each;
use crate::analytics::funnel::journey::{DealText, Journeys, texts};
use crate::analytics::funnel::outcome::Outcome;
use crate::analytics::funnel::report::average;
use crate::analytics::funnel::walk::Course;
use crate::analytics::stats::spread::Spread;
use crate::analytics::stats::wilson::wilson;

/// Figures of a source while they are counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    pub(super) leads: u64,
    pub(super) won: u64,
    pub(super) lost: u64,
    pub(super) revenue: Sum,
    pub(super) days: Vec<i32>,
    pub(super) by_month: HashMap<i32, Sum>,
}

impl Counted {
    pub(super) fn earn(&mut self, amount: Sum, day: Option<Day>) {
        self.revenue += amount;
        if let Some(day) = day {
            *self.by_month.entry(Grain::Month.period_of(day)).or_default() += amount;
        }
    }

    fn add(&mut self, other: &Self) {
        self.leads += other.leads;
        self.won += other.won;
        self.lost += other.lost;
        self.revenue += other.revenue;
        self.days.extend(&other.days);
        for (&month, &sum) in &other.by_month {
            *self.by_month.entry(month).or_default() += sum;
        }
    }
}

/// What the sources of a table of deals bring; `None` if it has no column of sources.
#[must_use]
pub fn of_deals(journeys: &Journeys, table: &OtherTable, options: &SourcesOptions) -> Option<SourcesReport> {
    let column = texts(table, DealText::Source)?;
    let mut labels = Labels::new(column, options);
    let belongs = Belonging::new(journeys, table, column, &labels);
    let mut sums = vec![Counted::default(); labels.labels.len()];
    let (mut undated, mut returning, mut moved_by_touch) = (0, 0, 0);
    let course = Course::new(journeys, &options.funnel);
    for_each(journeys, &course, &options.funnel, |seen| {
        let row = seen.deal.row as usize;
        let own = labels.of(column, row);
        let place = belongs.of(options.touch, own, &labels, row);
        let rival = Touch::ALL.into_iter().find(|touch| *touch != options.touch).unwrap_or_default();
        moved_by_touch += u64::from(belongs.of(rival, own, &labels, row) != place);
        returning += u64::from(labels.tells(own) == Tells::CameBack && place != own);
        let Some(sum) = sums.get_mut(place) else { return };
        sum.leads += 1;
        match seen.walk.outcome {
            Outcome::Open => {}
            Outcome::Lost => sum.lost += 1,
            Outcome::Won => {
                sum.won += 1;
                sum.days.extend(seen.cycle());
                let day = seen.walk.ended.or(seen.entered);
                undated += u64::from(day.is_none());
                sum.earn(seen.deal.amount.map(Sum::from).unwrap_or_default(), day);
            }
        }
    });
    let mut report = tabulate(&mut labels, sums, true, options);
    report.spellings = labels::spellings(column, options);
    report.not_known = labels::not_known(column);
    (report.undated, report.returning, report.moved_by_touch) = (undated, returning, moved_by_touch);
    Some(report)
}

/// The source that each client came from, in order of first appearance: the first that is known under [`Touch::First`],
/// the last under [`Touch::Last`]. Clients of whom none is known have [`SourceLabel::NotKnown`].
#[must_use]
pub fn clients_of_deals(
    journeys: &Journeys,
    table: &OtherTable,
    options: &SourcesOptions,
) -> Vec<(String, SourceLabel)> {
    let columns = texts(table, DealText::Source).zip(texts(table, DealText::Client));
    let Some((column, clients)) = columns else { return Vec::new() };
    let labels = Labels::new(column, options);
    let known = known_of_clients(journeys, clients, column, &labels, options.touch);
    let source = |place: Option<usize>| {
        place.and_then(|place| labels.labels.get(place).cloned()).unwrap_or(SourceLabel::NotKnown)
    };
    clients.names.iter().zip(known).map(|(name, place)| (name.to_owned(), source(place))).collect()
}

/// For each client the first source that is known of it, or the last.
fn known_of_clients(
    journeys: &Journeys,
    clients: &TextColumn,
    column: &TextColumn,
    labels: &Labels,
    touch: Touch,
) -> Vec<Option<usize>> {
    let mut found: Vec<Option<(Option<Day>, usize)>> = vec![None; clients.names.len()];
    for deal in &journeys.deals {
        let row = deal.row as usize;
        let place = labels.of(column, row);
        let client = clients.ids.get(row).and_then(|id| found.get_mut(id as usize));
        let Some(known) = client.filter(|_| labels.tells(place) == Tells::Known) else { continue };
        // A deal without a day comes after those with one; of equals the one that stands first is the first.
        let takes_its_place = |&(before, _): &(Option<Day>, usize)| {
            let is_earlier = match (deal.entered, before) {
                (Some(day), Some(before)) => day < before,
                (Some(_), None) => true,
                (None, _) => false,
            };
            is_earlier == (touch == Touch::First)
        };
        if known.as_ref().is_none_or(takes_its_place) {
            *known = Some((deal.entered, place));
        }
    }
    found.into_iter().map(|known| known.map(|(_, place)| place)).collect()
}

/// Which source a deal belongs to.
struct Belonging<'a> {
    clients: Option<&'a TextColumn>,
    /// For each client the first source that is known.
    firsts: Vec<Option<usize>>,
}

impl<'a> Belonging<'a> {
    fn new(journeys: &Journeys, table: &'a OtherTable, column: &TextColumn, labels: &Labels) -> Self {
        let clients = texts(table, DealText::Client);
        let firsts = clients
            .map(|clients| known_of_clients(journeys, clients, column, labels, Touch::First))
            .unwrap_or_default();
        Self { clients, firsts }
    }

    fn of(&self, touch: Touch, own: usize, labels: &Labels, row: usize) -> usize {
        if touch == Touch::Last && labels.tells(own) != Tells::CameBack {
            return own;
        }
        let client = self.clients.and_then(|column| column.ids.get(row));
        client.and_then(|id| self.firsts.get(id as usize).copied()).flatten().unwrap_or(own)
    }
}

/// Months that a table of months has at the most: the latest ones.
const MONTHS_MAX: i32 = 120;

/// The table that figures make, with what sources cost.
pub(super) fn tabulate(
    labels: &mut Labels,
    mut sums: Vec<Counted>,
    has_leads: bool,
    options: &SourcesOptions,
) -> SourcesReport {
    let mut costs: Vec<Option<Sum>> = vec![None; sums.len()];
    for cost in &options.costs {
        // A source that cost something and brought nobody is one too.
        let merged = options.merges.iter().find(|(from, _)| *from == cost.source);
        let source = merged.map_or(cost.source.as_str(), |(_, into)| into);
        let place = labels.find(source).unwrap_or_else(|| labels.place(Some(source), options));
        let places = sums.len().max(place + 1);
        sums.resize(places, Counted::default());
        costs.resize(places, None);
        if let Some(sum) = costs.get_mut(place) {
            *sum = Some(sum.unwrap_or_default() + Sum::from(cost.cost));
        }
    }
    let mut total = Counted::default();
    sums.iter().for_each(|sum| total.add(sum));
    let last = total.by_month.keys().copied().max();
    let first = total.by_month.keys().copied().min().zip(last).map(|(first, last)| first.max(last - MONTHS_MAX + 1));
    let months: Vec<i32> = first.zip(last).map(|(first, last)| (first..=last).collect()).unwrap_or_default();
    let all_costs = costs.iter().flatten().copied().reduce(|left, right| left + right);
    let mut total = row(SourceLabel::NotKnown, total, all_costs, &months, has_leads);
    // Costs of some sources say nothing of what all of them bring.
    let is_costed = |(sum, cost): (&Counted, &Option<Sum>)| cost.is_some() || (sum.leads == 0 && sum.won == 0);
    if !sums.iter().zip(&costs).all(is_costed) {
        (total.cost_per_lead, total.cost_per_won, total.romi) = (None, None, None);
    }
    let is_there = |sum: &Counted, cost: &Option<Sum>| sum.leads > 0 || sum.won > 0 || cost.is_some();
    let mut rows: Vec<SourceRow> = labels
        .labels
        .iter()
        .zip(sums.into_iter().zip(costs))
        .filter(|(_, (sum, cost))| is_there(sum, cost))
        .map(|(label, (sum, cost))| row(label.clone(), sum, cost, &months, has_leads))
        .collect();
    rows.sort_by(|left, right| {
        let size = |row: &SourceRow| (row.leads.unwrap_or(row.won), row.won);
        size(right).cmp(&size(left)).then_with(|| left.source.cmp(&right.source))
    });
    SourcesReport {
        touch: options.touch,
        unknown: options.unknown,
        has_leads,
        rows,
        total,
        months,
        undated: 0,
        spellings: Vec::new(),
        not_known: Vec::new(),
        returning: 0,
        moved_by_touch: 0,
    }
}

fn row(source: SourceLabel, mut sum: Counted, cost: Option<Sum>, months: &[i32], has_leads: bool) -> SourceRow {
    let leads = has_leads.then_some(sum.leads);
    let gain = cost.filter(|cost| cost.is_positive());
    SourceRow {
        source,
        leads,
        won: sum.won,
        lost: sum.lost,
        conversion: leads.and_then(|leads| wilson(sum.won, leads)),
        revenue: sum.revenue,
        average: average(sum.revenue, sum.won),
        days: Spread::of(&mut sum.days),
        cost,
        cost_per_lead: cost.zip(leads).and_then(|(cost, leads)| average(cost, leads)),
        cost_per_won: cost.and_then(|cost| average(cost, sum.won)),
        romi: gain.map(|cost| (sum.revenue - cost).approximate() / cost.approximate()),
        by_month: months.iter().map(|month| sum.by_month.get(month).copied().unwrap_or_default()).collect(),
    }
}
