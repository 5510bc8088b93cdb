//! A table and what has been made of it so far.
//!
//! Kept are the histories of one window, one entry a grain that was asked for (so that a switch of the grain and back
//! costs nothing), the analysis of the latest options and the latest list. Each can be made anew from the table.

use std::cell::RefCell;
use std::rc::Rc;

use super::listing;
use super::migration::KeptMigration;
use super::protocol::{Beside, ClientPage, ClientQuery, QualityReport};
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::dataset::{ImportReport, Ingested, Names, OtherTable, SalesTable};
use crate::analytics::date::{Day, Grain};
use crate::analytics::funnel::Journeys;
use crate::analytics::quality::narrow::narrow;
use crate::analytics::quality::{
    self, Count, Findings, Narrowing, Parts, Refined, RefinedAccount, Refinement, SpellingGroup, spelling,
};
use crate::analytics::segmentation::abc_xyz::analysis::Analysis;
use crate::analytics::segmentation::abc_xyz::groundwork::Groundwork;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, ClientRow, Rival};
use crate::analytics::segmentation::flow::FlowCell;
use crate::analytics::segmentation::history::Histories;
use crate::analytics::segmentation::migration::MigrationOptions;
use crate::analytics::segmentation::migration::analysis::Migration;
use crate::analytics::segmentation::priority::attribute::{self, AttributeSummary};
use crate::analytics::segmentation::priority::{self, ClientPlaces, PriorityOptions, PrioritySummary};
use crate::analytics::segmentation::rfm::measured::Measured;
use crate::analytics::segmentation::rfm::{self, RfmOptions, RfmSummary};
use crate::analytics::segmentation::value::ValueBy;

/// Rows that a page holds at the most, whatever is asked.
const PAGE_ROWS_MAX: usize = 1_000;

/// A table and what has been made of it.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The table as it was read, and its account.
    ingested: Ingested,
    /// What the user decided about its rows.
    refinement: Refinement,
    /// The table that follows, where it is another.
    refined: Option<SalesTable>,
    /// Which part of it is looked at, and the rows that are not of it.
    narrowing: Narrowing,
    outside_part: Count,
    /// That part, where it is not all.
    narrowed: Option<SalesTable>,
    /// What the table can be narrowed to, once it was asked for.
    parts: Option<Parts>,
    /// All groups of spellings of the table as it was read, once they were asked for.
    spellings: Option<Vec<SpellingGroup>>,
    /// What switches would move, and up to which day.
    findings: Option<(Day, Findings)>,
    /// One entry a grain, all of one window.
    prepared: Vec<Rc<Prepared>>,
    /// The analysis of the latest options.
    view: Option<View>,
    /// The RFM analysis of the latest options, and the histories that it was made of.
    rfm: Option<(Rc<Prepared>, Rc<rfm::analysis::Analysis>)>,
    /// The migration of the latest options.
    migration: Option<KeptMigration>,
    /// The same of priority groups.
    priority: Option<(Rc<Prepared>, Rc<priority::analysis::Analysis>)>,
    /// The movements that the latest list carries.
    moves: Option<Rc<Migration>>,
    /// A list of clients with attributes, which criteria may use.
    client_list: Option<ClientsTable>,
    /// The journeys of the deals of the table, once they were asked for.
    journeys: Option<Journeys>,
    /// Names in the form in which they are searched and ordered; made with the first list.
    folded_names: Option<Names>,
}

/// Histories of one window and grain, with the groundwork of each measure of value that was asked for.
#[derive(Debug)]
struct Prepared {
    window: Option<(Day, Day)>,
    grain: Grain,
    histories: Histories,
    groundworks: RefCell<Vec<Rc<Groundwork>>>,
}

impl Prepared {
    /// The groundwork of a measure; the histories are those of `table`.
    fn by(&self, table: &SalesTable, by: ValueBy) -> Rc<Groundwork> {
        let mut all = self.groundworks.borrow_mut();
        if let Some(known) = all.iter().find(|known| known.ranking.by == by) {
            return Rc::clone(known);
        }
        let made = Rc::new(Groundwork::new(table, &self.histories, by));
        all.push(Rc::clone(&made));
        made
    }
}

/// An analysis with the histories that it refers to, and the latest list made of it.
#[derive(Debug)]
struct View {
    prepared: Rc<Prepared>,
    groundwork: Rc<Groundwork>,
    analysis: Analysis,
    /// Of the same histories.
    rfm: Option<Rc<rfm::analysis::Analysis>>,
    /// Of the same clients.
    priority: Option<Rc<priority::analysis::Analysis>>,
    /// Of the same table.
    migration: Option<Rc<Migration>>,
    /// By number of the client, in rising order.
    flow: Vec<(u32, FlowCell)>,
    list: Option<(ClientQuery, Vec<u32>)>,
}

/// Clients that a query finds, in its order.
pub(super) struct Found<'a> {
    view: &'a View,
    names: &'a Names,
    ranks: &'a [u32],
}

impl View {
    fn marks(&self) -> listing::Marks<'_> {
        listing::Marks {
            rfm: self.rfm.as_deref(),
            priority: self.priority.as_deref(),
            migration: self.migration.as_deref(),
            flow: &self.flow,
        }
    }
}

impl Loaded {
    pub(super) fn new(ingested: Ingested) -> Self {
        Self {
            ingested,
            refinement: Refinement::default(),
            refined: None,
            narrowing: Narrowing::default(),
            outside_part: Count::default(),
            narrowed: None,
            parts: None,
            spellings: None,
            findings: None,
            prepared: Vec::new(),
            view: None,
            rfm: None,
            migration: None,
            priority: None,
            moves: None,
            client_list: None,
            journeys: None,
            folded_names: None,
        }
    }

    /// The table that analyses are made of.
    pub(super) const fn table(&self) -> &SalesTable {
        match &self.narrowed {
            Some(narrowed) => narrowed,
            None => self.whole(),
        }
    }

    /// The table after the user's decisions, all of it.
    const fn whole(&self) -> &SalesTable {
        match &self.refined {
            Some(refined) => refined,
            None => &self.ingested.table,
        }
    }

    /// Looks at a part in place of the one before; the rows that are not of it. What was made of that goes with it.
    pub(super) fn narrow(&mut self, narrowing: Narrowing) -> Count {
        self.narrowed = None;
        self.forget_analyses();
        self.narrowing = narrowing;
        self.narrow_again();
        self.outside_part
    }

    fn narrow_again(&mut self) {
        if self.narrowing.is_nothing() {
            (self.narrowed, self.outside_part) = (None, Count::default());
        } else {
            let (part, left_out) = narrow(self.whole(), &self.narrowing);
            (self.narrowed, self.outside_part) = (Some(part), left_out);
        }
    }

    /// Which part is looked at, and the rows that are not of it.
    pub(super) const fn part(&self) -> (&Narrowing, Count) {
        (&self.narrowing, self.outside_part)
    }

    /// What the table can be narrowed to.
    pub(super) fn parts(&mut self) -> Parts {
        let whole = self.refined.as_ref().unwrap_or(&self.ingested.table);
        self.parts.get_or_insert_with(|| Parts::of(whole)).clone()
    }

    fn forget_analyses(&mut self) {
        self.prepared.clear();
        self.view = None;
        self.rfm = None;
        self.migration = None;
        self.priority = None;
        self.moves = None;
    }

    /// What may be wrong in the table as it was read; spellings that are merged are no longer offered.
    pub(super) fn quality(&mut self, today: Day, spellings: bool) -> QualityReport {
        let table = &self.ingested.table;
        let findings = match self.findings {
            Some((day, findings)) if day == today => findings,
            _ => self.findings.insert((today, quality::examine(table, today))).1,
        };
        if !spellings {
            return QualityReport { findings, groups: Vec::new(), groups_all: 0 };
        }
        let all = self.spellings.get_or_insert_with(|| spelling::find(table));
        let mut groups = quality::unmerged(all, &self.refinement.merges);
        let groups_all = groups.len() as u64;
        groups.truncate(QualityReport::GROUPS_MAX);
        groups.iter_mut().for_each(|group| group.spellings.truncate(QualityReport::SPELLINGS_MAX));
        QualityReport { findings, groups, groups_all }
    }

    /// Applies decisions in place of those before. What was made of the table so far goes with it.
    pub(super) fn refine(&mut self, refinement: Refinement) -> RefinedAccount {
        // Before the new table is made, so that there are never three.
        self.refined = None;
        self.narrowed = None;
        self.parts = None;
        self.forget_analyses();
        self.folded_names = None;
        let Refined { table, account } = quality::refine(&self.ingested.table, &refinement);
        self.refined = table;
        self.refinement = refinement;
        self.narrow_again();
        self.ingested.report.left_out.clone_from(&account.left_out);
        account
    }

    /// The table that is not of sales, and the place of its journeys.
    pub(super) const fn other_with_journeys(&mut self) -> (Option<&OtherTable>, &mut Option<Journeys>) {
        (self.ingested.other.as_ref(), &mut self.journeys)
    }

    /// The table that analyses are made of, its folded names, and the place of its migration.
    pub(super) fn for_migration(&mut self) -> (&SalesTable, &Names, &mut Option<KeptMigration>) {
        let whole = self.refined.as_ref().unwrap_or(&self.ingested.table);
        let table = self.narrowed.as_ref().unwrap_or(whole);
        let folded = self.folded_names.get_or_insert_with(|| listing::folded(&table.client_names));
        (table, folded, &mut self.migration)
    }

    pub(super) const fn ingested(&self) -> &Ingested {
        &self.ingested
    }

    pub(super) const fn report(&self) -> &ImportReport {
        &self.ingested.report
    }

    pub(super) fn summary(&mut self, options: AbcXyzOptions) -> AbcXyzSummary {
        let view = self.take_view(options);
        let summary = view.analysis.summary(&view.prepared.histories, &view.groundwork);
        self.view = Some(view);
        summary
    }

    /// For each rival definition, the clients that would stand in another cell.
    pub(super) fn rivals(&mut self, options: AbcXyzOptions) -> Vec<(Rival, u64)> {
        let view = self.take_view(options);
        let count = |rival| (rival, view.analysis.moved(&self.make_view(options.with(rival)).analysis));
        let rivals = Rival::of(&options, &view.groundwork.measures).into_iter().map(count).collect();
        self.view = Some(view);
        rivals
    }

    pub(super) fn rfm_summary(&mut self, options: &RfmOptions) -> RfmSummary {
        let prepared = self.prepare_rfm(options);
        let measured = Measured::new(&prepared.histories, &self.table().client_names, options);
        let analysis = measured.part(options);
        let count = |rival| (rival, analysis.moved(&measured.part(&options.with(rival))));
        let rivals = rfm::Rival::of(options).into_iter().map(count).collect();
        let summary = analysis.summary(&prepared.histories, rivals);
        self.rfm = Some((Rc::clone(&prepared), Rc::new(analysis)));
        summary
    }

    fn prepare_rfm(&mut self, options: &RfmOptions) -> Rc<Prepared> {
        self.prepare(options.days(self.table().days()), Grain::default())
    }

    /// The kept RFM analysis if it is of `options`, else a new one.
    fn rfm_analysis(&mut self, options: &RfmOptions) -> (Rc<Prepared>, Rc<rfm::analysis::Analysis>) {
        if let Some(kept) = self.rfm.as_ref().filter(|(_, analysis)| analysis.options == *options) {
            return kept.clone();
        }
        let prepared = self.prepare_rfm(options);
        let analysis = rfm::analysis::Analysis::new(&prepared.histories, &self.table().client_names, options);
        self.rfm.insert((prepared, Rc::new(analysis))).clone()
    }

    /// The table as a list of clients, if it is one.
    pub(super) fn as_client_list(&self) -> Option<ClientsTable> {
        match self.ingested.other.as_ref()? {
            OtherTable::Clients(list) => Some(list.clone()),
            _ => None,
        }
    }

    /// Takes a list of clients in place of the one before; what its columns tell of the clients of the sales.
    pub(super) fn know_clients(&mut self, list: ClientsTable) -> Vec<AttributeSummary> {
        let attributes = attribute::summaries(&list, &self.table().client_names);
        self.client_list = Some(list);
        self.priority = None;
        attributes
    }

    pub(super) fn priority_summary(&mut self, options: &PriorityOptions) -> PrioritySummary {
        let (prepared, analysis) = self.priority_analysis(options);
        analysis.summary(&prepared.histories)
    }

    /// Where a client would stand with other weights.
    pub(super) fn priority_places(&mut self, options: &PriorityOptions, client: &str) -> Option<ClientPlaces> {
        let (prepared, analysis) = self.priority_analysis(options);
        let names = &self.table().client_names;
        let index = prepared.histories.clients.iter().position(|it| names.get(it.client) == Some(client));
        let groundwork = prepared.by(self.table(), ValueBy::Amount);
        analysis.places(&groundwork.ranking.order, index?)
    }

    /// The kept analysis of priority groups if it is of `options`, else a new one.
    fn priority_analysis(&mut self, options: &PriorityOptions) -> (Rc<Prepared>, Rc<priority::analysis::Analysis>) {
        if let Some(kept) = self.priority.as_ref().filter(|(_, analysis)| analysis.options == *options) {
            return kept.clone();
        }
        let prepared = self.prepare(options.window, Grain::default());
        let groundwork = prepared.by(self.table(), ValueBy::Amount);
        let (histories, order) = (&prepared.histories, &groundwork.ranking.order);
        let list = self.client_list.as_ref();
        let analysis = priority::analysis::Analysis::new(histories, order, self.table(), list, options);
        self.priority.insert((prepared, Rc::new(analysis))).clone()
    }

    /// The kept movements if they are of `options`, else new ones.
    fn moves(&mut self, options: MigrationOptions) -> Rc<Migration> {
        if let Some(kept) = self.moves.as_ref().filter(|kept| kept.options == options) {
            return Rc::clone(kept);
        }
        let made = Rc::new(Migration::new(self.table(), options));
        Rc::clone(self.moves.insert(made))
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
        let skip = usize::try_from(from).unwrap_or(usize::MAX);
        let take = usize::try_from(count).unwrap_or(usize::MAX).min(PAGE_ROWS_MAX);
        ClientPage { total: found.ranks.len() as u64, from, rows: found.rows_from(skip).take(take).collect() }
    }

    /// The names of the clients that `query` finds, in its order.
    pub(super) fn client_names(&mut self, options: AbcXyzOptions, beside: &Beside, query: &ClientQuery) -> Vec<String> {
        self.find(options, beside, query).rows().map(|row| row.client).collect()
    }

    /// The clients that `query` finds.
    pub(super) fn find(&mut self, mut options: AbcXyzOptions, beside: &Beside, query: &ClientQuery) -> Found<'_> {
        let rfm = beside.rfm.as_ref().map(|rfm| {
            options.window = rfm.days(self.table().days());
            self.rfm_analysis(rfm).1
        });
        let window = options.window;
        let of_days = |priority: &PriorityOptions| PriorityOptions { window, ..priority.clone() };
        let priority = beside.priority.as_ref().map(|priority| self.priority_analysis(&of_days(priority)).1);
        let migration = beside.migration.map(|options| self.moves(options));
        let mut view = self.take_view(options);
        let names = &self.refined.as_ref().unwrap_or(&self.ingested.table).client_names;
        let folded = self.folded_names.get_or_insert_with(|| listing::folded(names));
        let flow = listing::flow_by_client(&beside.flow, folded);
        if view.rfm != rfm || view.priority != priority || view.migration != migration || view.flow != flow {
            view = View { rfm, priority, migration, flow, list: None, ..view };
        }
        if view.list.as_ref().is_none_or(|(kept, _)| kept != query) {
            let ranks = listing::list(&view.analysis, &view.prepared.histories, view.marks(), folded, query);
            view.list = Some((query.clone(), ranks));
        }
        let view = self.view.insert(view);
        let ranks = view.list.as_ref().map_or([].as_slice(), |(_, ranks)| ranks);
        Found { view, names, ranks }
    }

    /// The kept view if it is of `options`, else a new one.
    fn take_view(&mut self, options: AbcXyzOptions) -> View {
        self.view.take().filter(|view| view.analysis.options == options).unwrap_or_else(|| self.make_view(options))
    }

    fn make_view(&mut self, options: AbcXyzOptions) -> View {
        let prepared = self.prepare(options.window, options.grain);
        let groundwork = prepared.by(self.table(), options.value);
        let analysis = Analysis::new(&prepared.histories, &groundwork, options);
        View {
            prepared,
            groundwork,
            analysis,
            rfm: None,
            priority: None,
            migration: None,
            flow: Vec::new(),
            list: None,
        }
    }

    fn prepare(&mut self, window: Option<(Day, Day)>, grain: Grain) -> Rc<Prepared> {
        self.prepared.retain(|prepared| prepared.window == window);
        if let Some(prepared) = self.prepared.iter().find(|prepared| prepared.grain == grain) {
            return Rc::clone(prepared);
        }
        let table = self.table();
        let histories = Histories::new(table, window, grain);
        let prepared = Rc::new(Prepared { window, grain, histories, groundworks: RefCell::default() });
        self.prepared.push(Rc::clone(&prepared));
        prepared
    }
}

impl<'a> Found<'a> {
    pub(super) fn rows(&self) -> impl Iterator<Item = ClientRow> + use<'a> {
        self.rows_from(0)
    }

    /// The rows after the first `skipped`, which are not made.
    fn rows_from(&self, skipped: usize) -> impl Iterator<Item = ClientRow> + use<'a> {
        let Self { view, names, ranks } = *self;
        ranks.iter().skip(skipped).map(|&rank| rank as usize).filter_map(move |rank| {
            let row = view.analysis.row(rank, &view.prepared.histories, names)?;
            let history = view.analysis.clients.get(rank)?.history;
            let client = view.prepared.histories.clients.get(history)?.client;
            let marks = view.marks();
            let rfm = view.rfm.as_ref().and_then(|rfm| rfm.marks.get(history).copied().flatten());
            let priority = view.priority.as_ref().and_then(|priority| priority.marks.get(history).cloned());
            Some(ClientRow { rfm, priority, moved: marks.moved(client), flow: marks.flow(client), ..row })
        })
    }
}
