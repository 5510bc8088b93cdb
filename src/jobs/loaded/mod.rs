//! A table and what has been made of it so far.

mod funnel;
mod made;
mod migration;
mod rows;

pub(super) use self::made::Found;
use self::made::{Made, View};
use self::migration::KeptMigration;
use self::rows::Rows;
use super::listing;
use super::protocol::{Beside, ClientPage, ClientQuery, PAGE_ROWS_MAX, QualityReport};
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::dataset::{ImportReport, Ingested, Names, OtherTable, SalesTable};
use crate::analytics::date::Day;
use crate::analytics::funnel::Journeys;
use crate::analytics::quality::{
    self, Count, Findings, Narrowing, Parts, RefinedAccount, Refinement, SpellingGroup, spelling,
};
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Rival};
use crate::analytics::segmentation::course::Course;
use crate::analytics::segmentation::history::Histories;
use crate::analytics::segmentation::priority::attribute::{self, AttributeSummary};
use crate::analytics::segmentation::priority::{ClientPlaces, PriorityOptions, PrioritySummary};
use crate::analytics::segmentation::rfm::measured::Measured;
use crate::analytics::segmentation::rfm::{self, RfmOptions, RfmSummary};
use crate::analytics::segmentation::value::ValueBy;

/// Rows of a list that are asked for: how many are passed over, and how many are given.
#[derive(Clone, Copy, Debug)]
struct PageSpan {
    skip: usize,
    take: usize,
}

impl PageSpan {
    const ALL: Self = Self { skip: 0, take: usize::MAX };

    /// From a row on, so many, but no more than a page holds.
    fn new(from: u64, count: u64) -> Self {
        let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Self { skip: size(from), take: size(count.min(PAGE_ROWS_MAX)) }
    }
}

/// A table and what has been made of it.
#[derive(Debug)]
pub(super) struct Loaded {
    rows: Rows,
    /// All groups of spellings of the table as it was read, once they were asked for.
    spellings: Option<Vec<SpellingGroup>>,
    /// What switches would move, and up to which day.
    findings: Option<(Day, Findings)>,
    /// The journeys of the deals of the table, once they were asked for.
    journeys: Option<Journeys>,
    /// A list of clients with attributes, which criteria may use.
    client_list: Option<ClientsTable>,
    /// Of the whole table after the user's decisions.
    of_whole: OfWhole,
    /// Of the part of it that is looked at.
    made: Made,
}

/// What was made of the whole table after the user's decisions, whatever part is looked at.
#[derive(Debug, Default)]
struct OfWhole {
    /// What it can be narrowed to.
    parts: Option<Parts>,
    /// Names in the form in which they are searched and ordered; made with the first list.
    folded_names: Option<Names>,
}

impl Loaded {
    pub(super) fn new(ingested: Ingested) -> Self {
        Self {
            rows: Rows::new(ingested),
            spellings: None,
            findings: None,
            journeys: None,
            client_list: None,
            of_whole: OfWhole::default(),
            made: Made::default(),
        }
    }

    /// The table that analyses are made of.
    pub(super) const fn table(&self) -> &SalesTable {
        self.rows.table()
    }

    pub(super) const fn ingested(&self) -> &Ingested {
        self.rows.ingested()
    }

    pub(super) const fn report(&self) -> &ImportReport {
        self.rows.report()
    }

    /// Looks at a part in place of the one before; the rows that are not of it. What was made of that goes with it.
    pub(super) fn narrow(&mut self, narrowing: Narrowing) -> Count {
        self.made = Made::default();
        self.rows.narrow(narrowing)
    }

    /// Which part is looked at, and the rows that are not of it.
    pub(super) const fn part(&self) -> (&Narrowing, Count) {
        self.rows.part()
    }

    /// What the table can be narrowed to.
    pub(super) fn parts(&mut self) -> Parts {
        let whole = self.rows.whole();
        self.of_whole.parts.get_or_insert_with(|| Parts::of(whole)).clone()
    }

    /// What may be wrong in the table as it was read; spellings that are merged are no longer offered.
    pub(super) fn quality(&mut self, today: Day, spellings: bool) -> QualityReport {
        let table = self.rows.as_read();
        let findings = match self.findings {
            Some((day, findings)) if day == today => findings,
            _ => self.findings.insert((today, quality::examine(table, today))).1,
        };
        if !spellings {
            return QualityReport { findings, groups: Vec::new(), groups_all: 0 };
        }
        let all = self.spellings.get_or_insert_with(|| spelling::find(table));
        let mut groups = quality::unmerged(all, &self.rows.refinement().merges);
        let groups_all = groups.len() as u64;
        groups.truncate(QualityReport::GROUPS_MAX);
        groups.iter_mut().for_each(|group| group.spellings.truncate(QualityReport::SPELLINGS_MAX));
        QualityReport { findings, groups, groups_all }
    }

    /// Applies decisions in place of those before. What was made of the table so far goes with it.
    pub(super) fn refine(&mut self, refinement: Refinement) -> RefinedAccount {
        self.of_whole = OfWhole::default();
        self.made = Made::default();
        self.rows.refine(refinement)
    }

    /// The table that is not of sales, and the place of its journeys.
    const fn other_with_journeys(&mut self) -> (Option<&OtherTable>, &mut Option<Journeys>) {
        (self.rows.ingested().other.as_ref(), &mut self.journeys)
    }

    /// The table that analyses are made of, its folded names, and the place of its migration.
    fn for_migration(&mut self) -> (&SalesTable, &Names, &mut Option<KeptMigration>) {
        let table = self.rows.table();
        let folded = self.of_whole.folded_names.get_or_insert_with(|| listing::folded(&table.client_names));
        (table, folded, &mut self.made.migration)
    }

    pub(super) fn summary(&mut self, options: AbcXyzOptions) -> AbcXyzSummary {
        let view = self.made.take_view(self.rows.table(), options);
        let summary = view.analysis.summary(&view.prepared.histories, &view.groundwork);
        self.made.view = Some(view);
        summary
    }

    /// For each rival definition, the clients that would stand in another cell.
    pub(super) fn rivals(&mut self, options: AbcXyzOptions) -> Vec<(Rival, u64)> {
        let table = self.rows.table();
        let view = self.made.take_view(table, options);
        let count = |rival| (rival, view.analysis.moved(&self.made.make_view(table, options.with(rival)).analysis));
        let rivals = Rival::of(&options, &view.groundwork.measures).into_iter().map(count).collect();
        self.made.view = Some(view);
        rivals
    }

    pub(super) fn rfm_summary(&mut self, options: &RfmOptions) -> RfmSummary {
        let (prepared, analysis) = self.made.rfm_analysis(self.rows.table(), options);
        analysis.summary(&prepared.histories)
    }

    /// For each rival definition, the clients that would stand in another segment.
    pub(super) fn rfm_rivals(&mut self, options: &RfmOptions) -> Vec<(rfm::Rival, u64)> {
        let table = self.rows.table();
        let (prepared, analysis) = self.made.rfm_analysis(table, options);
        let measured = Measured::new(&prepared.histories, &table.client_names, options);
        let count = |rival| (rival, analysis.moved(&measured.part(&options.with(rival))));
        rfm::Rival::of(options).into_iter().map(count).collect()
    }

    /// The table as a list of clients, if it is one.
    pub(super) fn as_client_list(&self) -> Option<ClientsTable> {
        match self.ingested().other.as_ref()? {
            OtherTable::Clients(list) => Some(list.clone()),
            _ => None,
        }
    }

    /// Takes a list of clients in place of the one before; what its columns tell of the clients of the sales.
    pub(super) fn know_clients(&mut self, list: ClientsTable) -> Vec<AttributeSummary> {
        let attributes = attribute::summaries(&list, &self.table().client_names);
        self.client_list = Some(list);
        self.made.priority = None;
        attributes
    }

    pub(super) fn priority_summary(&mut self, options: &PriorityOptions) -> PrioritySummary {
        let (prepared, analysis) = self.made.priority_analysis(self.rows.table(), self.client_list.as_ref(), options);
        analysis.summary(&prepared.histories)
    }

    /// Where a client would stand with other weights.
    pub(super) fn priority_places(&mut self, options: &PriorityOptions, client: &str) -> Option<ClientPlaces> {
        let table = self.rows.table();
        let (prepared, analysis) = self.made.priority_analysis(table, self.client_list.as_ref(), options);
        let index = position_of(client, table, &prepared.histories)?;
        let groundwork = prepared.by(table, ValueBy::Amount);
        analysis.places(&groundwork.ranking.order, index)
    }

    /// What a client of the list with these options bought over time.
    pub(super) fn course(&mut self, options: AbcXyzOptions, beside: &Beside, client: &str) -> Option<Course> {
        let table = self.rows.table();
        let prepared = self.made.prepare(table, days_of(options, beside, table), options.grain);
        let histories = &prepared.histories;
        let number = histories.clients.get(position_of(client, table, histories)?)?.client;
        Course::of(table, histories, options.grain, number)
    }

    /// A page of the clients that `query` finds.
    pub(super) fn page(
        &mut self,
        options: AbcXyzOptions,
        beside: &Beside,
        query: &ClientQuery,
        (from, count): (u64, u64),
    ) -> ClientPage {
        let found = self.find(options, beside, query);
        let PageSpan { skip, take } = PageSpan::new(from, count);
        ClientPage { total: found.ranks.len() as u64, from, rows: found.rows_from(skip).take(take).collect() }
    }

    /// The names of the clients that `query` finds, in its order.
    pub(super) fn client_names(&mut self, options: AbcXyzOptions, beside: &Beside, query: &ClientQuery) -> Vec<String> {
        self.find(options, beside, query).rows().map(|row| row.client).collect()
    }

    /// The clients that `query` finds.
    pub(super) fn find(&mut self, mut options: AbcXyzOptions, beside: &Beside, query: &ClientQuery) -> Found<'_> {
        let table = self.rows.table();
        options.window = days_of(options, beside, table);
        let rfm = beside.rfm.as_ref().map(|rfm| self.made.rfm_analysis(table, rfm).1);
        let window = options.window;
        let list = self.client_list.as_ref();
        let priority = beside.priority.as_ref().map(|priority| priority.in_window(window));
        let priority = priority.map(|priority| self.made.priority_analysis(table, list, &priority).1);
        let migration = beside.migration.map(|options| self.made.moves(table, options));
        let mut view = self.made.take_view(table, options);
        let names = &table.client_names;
        let nothing = Names::default();
        let folded = match query.asks_for_names() || !beside.flow.is_empty() {
            true => self.of_whole.folded_names.get_or_insert_with(|| listing::folded(names)),
            false => &nothing,
        };
        let flow = listing::flow_by_client(&beside.flow, folded);
        if view.rfm != rfm || view.priority != priority || view.migration != migration || view.flow != flow {
            view = View { rfm, priority, migration, flow, list: None, ..view };
        }
        if view.list.as_ref().is_none_or(|(kept, _)| kept != query) {
            let ranks = listing::list(&view.analysis, &view.prepared.histories, view.marks(), folded, query);
            view.list = Some((query.clone(), ranks));
        }
        let view = self.made.view.insert(view);
        let ranks = view.list.as_ref().map_or([].as_slice(), |(_, ranks)| ranks);
        Found { view, names, ranks }
    }
}

/// The days of a list: those of its RFM analysis where it has one.
fn days_of(options: AbcXyzOptions, beside: &Beside, table: &SalesTable) -> Option<(Day, Day)> {
    beside.rfm.as_ref().map_or(options.window, |rfm| rfm.days(table.days()))
}

/// The position of a client among those with rows in the window, by its name.
fn position_of(client: &str, table: &SalesTable, histories: &Histories) -> Option<usize> {
    let names = &table.client_names;
    histories.clients.iter().position(|it| names.get(it.client) == Some(client))
}
