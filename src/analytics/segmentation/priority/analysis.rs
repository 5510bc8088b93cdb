//! From the histories of clients to scores and groups.

use std::cmp::Reverse;

use super::attribute::{folded, referrals};
use super::scale::Scale;
use super::score::{Weighed, weighted};
use super::sensitivity;
use super::{
    ClientPlaces, Criterion, CriterionSummary, Cut, GroupSummary, Measure, Points, PriorityMark, PriorityOptions,
    PrioritySummary,
};
use super::{Missing, Source};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::dataset::{Names, SalesTable};
use crate::analytics::segmentation::history::Histories;

/// Every client of the histories with its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriorityAnalysis {
    /// The options that it was computed with.
    pub options: PriorityOptions,
    /// One entry a client, in the order of the histories.
    pub marks: Vec<PriorityMark>,
    criteria: Vec<CriterionSummary>,
    unmeasured: Vec<Measure>,
}

impl PriorityAnalysis {
    /// Scores the clients of `histories`, which were made of `table` with the window of `options`. `order` has them by
    /// value, see [`Ranking`](crate::analytics::segmentation::value::Ranking); `list` is a list
    /// of clients with attributes.
    #[must_use]
    pub fn new(
        histories: &Histories,
        order: &[usize],
        table: &SalesTable,
        list: Option<&ClientsTable>,
        options: &PriorityOptions,
    ) -> Self {
        let mut options = options.clone();
        options.criteria.truncate(PriorityOptions::CRITERIA_MAX);
        let clients = histories.clients.len();
        let columns: Vec<Column> =
            options.criteria.iter().map(|criterion| Column::new(criterion, histories, table, list)).collect();
        let longest = longest(&options);

        let mut marks: Vec<PriorityMark> = (0..clients)
            .map(|client| {
                let its: Vec<Option<u8>> = columns.iter().map(|column| column.mark(client)).collect();
                let (score, coverage) = score(&options.criteria, &its, longest, options.missing);
                let group = score.map_or(options.groups.len(), |score| options.groups.group_of(score));
                let group = u16::try_from(group).unwrap_or(u16::MAX);
                PriorityMark { score, group, rank: 0, coverage, marks: its }
            })
            .collect();

        // Stable over the order by value, so that ties always stand the same way.
        let mut ranked: Vec<usize> = order.to_vec();
        ranked.sort_by_key(|&client| Reverse(marks.get(client).and_then(|mark| mark.score)));
        for (rank, &client) in (1..).zip(&ranked) {
            if let Some(mark) = marks.get_mut(client) {
                mark.rank = rank;
            }
        }
        let sensitivities = sensitivity::of_all(&options, &marks, &ranked, longest);
        let criteria = columns.into_iter().zip(sensitivities);
        let criteria =
            criteria.map(|(column, sensitivity)| CriterionSummary { sensitivity, ..column.summary(clients) });
        let measured = options.criteria.iter().filter_map(|criterion| match criterion.source {
            Source::Measured { measure, .. } => Some(measure),
            Source::ByHand(_) | Source::Attribute { .. } | Source::Referrals { .. } => None,
        });
        let unmeasured = measured.filter(|measure| !measure.is_measurable(table)).collect();
        Self { criteria: criteria.collect(), marks, unmeasured, options }
    }

    /// Where a client, by its index in the histories, stands, and where it would with other weights. `order` is what the
    /// analysis was made with; `None` if the client is not in it.
    #[must_use]
    pub fn places(&self, order: &[usize], client: usize) -> Option<ClientPlaces> {
        let changed = sensitivity::places(&self.options, &self.marks, order, client, longest(&self.options))?;
        Some(ClientPlaces { now: self.marks.get(client)?.rank, of: self.marks.len() as u64, changed })
    }

    /// What the screen shows.
    #[must_use]
    pub fn summary(&self, histories: &Histories) -> PrioritySummary {
        let mut groups = vec![GroupSummary::default(); self.options.groups.len() + 1];
        for (mark, client) in self.marks.iter().zip(&histories.clients) {
            if let Some(group) = groups.get_mut(usize::from(mark.group)) {
                group.clients += 1;
                group.value += client.total;
            }
        }
        PrioritySummary {
            options: self.options.clone(),
            window: histories.window,
            clients: histories.clients.len() as u64,
            total: histories.clients.iter().map(|client| client.total).sum::<Sum>(),
            groups,
            criteria: self.criteria.clone(),
            partly_covered: self.marks.iter().filter(|mark| mark.coverage.0 < mark.coverage.1).count() as u64,
            unmeasured: self.unmeasured.clone(),
            without_client: histories.without_client,
            outside_window: histories.outside_window,
        }
    }
}

/// The longest scale of the criteria, onto which the others are stretched.
fn longest(options: &PriorityOptions) -> Points {
    options.criteria.iter().map(|criterion| criterion.points).max().unwrap_or(Points::FIVE)
}

/// The score of a client with these marks, and the weights that are there and in all.
pub(super) fn score(
    criteria: &[Criterion],
    marks: &[Option<u8>],
    longest: Points,
    missing: Missing,
) -> (Option<super::Score>, (u32, u32)) {
    let weighed = criteria.iter().zip(marks).map(|(of, &mark)| Weighed::new(of.weight, of.points, mark));
    weighted(weighed, longest, missing)
}

/// The marks of one criterion.
struct Column {
    points: Points,
    borders: Vec<(i128, u32)>,
    /// One entry a client; 0 where there is none.
    marks: Vec<u8>,
}

impl Column {
    fn new(criterion: &Criterion, histories: &Histories, table: &SalesTable, list: Option<&ClientsTable>) -> Self {
        let points = criterion.points;
        let (marks, borders) = match &criterion.source {
            Source::Measured { measure, cut } => {
                cut_into_marks(&measure.of_all(histories, table), cut, points, measure.less_is_better())
            }
            Source::Referrals { header, cut } => {
                let names = histories.clients.iter().map(|client| table.client_names.get(client.client));
                cut_into_marks(&referrals(list, header, names), cut, points, false)
            }
            Source::ByHand(given) => {
                let by_name = Lookup::new(given.iter().map(|(client, mark)| (client.as_str(), *mark)));
                (by_name.of_clients(histories, &table.client_names), Vec::new())
            }
            Source::Attribute { header, marks } => {
                let by_value = Lookup::new(marks.iter().map(|(value, mark)| (value.as_str(), *mark)));
                let column =
                    list.and_then(|list| Some((list, list.attributes.iter().find(|its| its.header == *header)?)));
                let pairs =
                    column.into_iter().flat_map(|(list, attribute)| list.name.iter().zip(attribute.texts.iter()));
                let by_name = Lookup::new(pairs.filter_map(|(name, value)| Some((name?, by_value.get(value?)?))));
                (by_name.of_clients(histories, &table.client_names), Vec::new())
            }
        };
        Self { points, borders, marks }
    }

    fn mark(&self, client: usize) -> Option<u8> {
        self.marks.get(client).copied().filter(|&mark| self.points.has(mark))
    }

    fn summary(self, clients: usize) -> CriterionSummary {
        let mut marks = vec![0; self.points.get().into()];
        let mut missing = 0;
        for client in 0..clients {
            let place = self.mark(client).and_then(|mark| marks.get_mut(usize::from(mark) - 1));
            *place.unwrap_or(&mut missing) += 1;
        }
        CriterionSummary { marks, missing, borders: self.borders, ..CriterionSummary::default() }
    }
}

/// Marks of figures, 0 where there is none, and the borders between them.
fn cut_into_marks(
    figures: &[Option<i128>],
    cut: &Cut,
    points: Points,
    less_is_better: bool,
) -> (Vec<u8>, Vec<(i128, u32)>) {
    let scale = Scale::new(cut, points, less_is_better, figures.iter().flatten().copied());
    let marks = figures.iter().map(|figure| figure.map_or(0, |figure| scale.mark(figure))).collect();
    (marks, scale.borders().to_vec())
}

/// Marks by a text; of a text that stands twice the first counts.
struct Lookup(Vec<(String, u8)>);

impl Lookup {
    fn new<'a>(pairs: impl Iterator<Item = (&'a str, u8)>) -> Self {
        let mut pairs: Vec<(String, u8)> = pairs.map(|(text, mark)| (folded(text), mark)).collect();
        pairs.sort_by(|(left, _), (right, _)| left.cmp(right));
        pairs.dedup_by(|(later, _), (earlier, _)| later == earlier);
        Self(pairs)
    }

    fn get(&self, text: &str) -> Option<u8> {
        let text = folded(text);
        let place = self.0.binary_search_by(|(known, _)| known.as_str().cmp(&text)).ok()?;
        self.0.get(place).map(|(_, mark)| *mark)
    }

    /// One entry a client; 0 where there is none.
    fn of_clients(&self, histories: &Histories, names: &Names) -> Vec<u8> {
        let mark = |client: u32| if self.0.is_empty() { None } else { self.get(names.get(client)?) };
        histories.clients.iter().map(|client| mark(client.client).unwrap_or(0)).collect()
    }
}
