//! A table and what has been made of it so far.
//!
//! Kept are the histories of one window, one entry a grain that was asked for (so that a switch of the grain and back
//! costs nothing), the analysis of the latest options and the latest list. Each can be made anew from the table.

use std::rc::Rc;

use super::listing;
use super::protocol::{ClientPage, ClientQuery, QualityReport};
use crate::analytics::dataset::{ImportReport, Ingested, Names, SalesTable};
use crate::analytics::date::{Day, Grain};
use crate::analytics::quality::{self, Findings, Refined, RefinedAccount, Refinement, SpellingGroup, spelling};
use crate::analytics::segmentation::abc_xyz::analysis::{Analysis, order_by_value};
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, ClientRow, Rival};
use crate::analytics::segmentation::history::Histories;

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
    /// All groups of spellings of the table as it was read, once they were asked for.
    spellings: Option<Vec<SpellingGroup>>,
    /// What switches would move, and up to which day.
    findings: Option<(Day, Findings)>,
    /// One entry a grain, all of one window.
    prepared: Vec<Rc<Prepared>>,
    /// The analysis of the latest options.
    view: Option<View>,
    /// Names in the form in which they are searched and ordered; made with the first list.
    folded_names: Option<Names>,
}

/// Histories of one window and grain, with the order by value that they give.
#[derive(Debug)]
struct Prepared {
    window: Option<(Day, Day)>,
    grain: Grain,
    histories: Histories,
    order: Vec<usize>,
}

/// An analysis with the histories that it refers to, and the latest list made of it.
#[derive(Debug)]
struct View {
    prepared: Rc<Prepared>,
    analysis: Analysis,
    list: Option<(ClientQuery, Vec<u32>)>,
}

/// Clients that a query finds, in its order.
pub(super) struct Found<'a> {
    view: &'a View,
    names: &'a Names,
    ranks: &'a [u32],
}

impl Loaded {
    pub(super) fn new(ingested: Ingested) -> Self {
        Self {
            ingested,
            refinement: Refinement::default(),
            refined: None,
            spellings: None,
            findings: None,
            prepared: Vec::new(),
            view: None,
            folded_names: None,
        }
    }

    /// The table that analyses are made of.
    const fn table(&self) -> &SalesTable {
        match &self.refined {
            Some(refined) => refined,
            None => &self.ingested.table,
        }
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
        self.prepared.clear();
        self.view = None;
        self.folded_names = None;
        let Refined { table, account } = quality::refine(&self.ingested.table, &refinement);
        self.refined = table;
        self.refinement = refinement;
        self.ingested.report.left_out.clone_from(&account.left_out);
        account
    }

    pub(super) const fn ingested(&self) -> &Ingested {
        &self.ingested
    }

    pub(super) const fn report(&self) -> &ImportReport {
        &self.ingested.report
    }

    pub(super) fn summary(&mut self, options: AbcXyzOptions) -> AbcXyzSummary {
        let view = self.take_view(options);
        let count = |rival| (rival, view.analysis.moved(&self.make_view(options.with(rival)).analysis));
        let rivals = Rival::of(&options).into_iter().map(count).collect();
        let summary = view.analysis.summary(&view.prepared.histories, rivals);
        self.view = Some(view);
        summary
    }

    /// A page of the clients that `query` finds.
    pub(super) fn page(&mut self, options: AbcXyzOptions, query: &ClientQuery, from: u64, count: u64) -> ClientPage {
        let found = self.find(options, query);
        let skip = usize::try_from(from).unwrap_or(usize::MAX);
        let take = usize::try_from(count).unwrap_or(usize::MAX).min(PAGE_ROWS_MAX);
        ClientPage { total: found.ranks.len() as u64, from, rows: found.rows().skip(skip).take(take).collect() }
    }

    /// The clients that `query` finds.
    pub(super) fn find(&mut self, options: AbcXyzOptions, query: &ClientQuery) -> Found<'_> {
        let mut view = self.take_view(options);
        let names = &self.refined.as_ref().unwrap_or(&self.ingested.table).client_names;
        if view.list.as_ref().is_none_or(|(kept, _)| kept != query) {
            let folded = self.folded_names.get_or_insert_with(|| listing::folded(names));
            let ranks = listing::list(&view.analysis, &view.prepared.histories, folded, query);
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
        let analysis = Analysis::new(&prepared.histories, &prepared.order, options);
        View { prepared, analysis, list: None }
    }

    fn prepare(&mut self, window: Option<(Day, Day)>, grain: Grain) -> Rc<Prepared> {
        self.prepared.retain(|prepared| prepared.window == window);
        if let Some(prepared) = self.prepared.iter().find(|prepared| prepared.grain == grain) {
            return Rc::clone(prepared);
        }
        let table = self.table();
        let histories = Histories::new(table, window, grain);
        let order = order_by_value(&histories, &table.client_names);
        let prepared = Rc::new(Prepared { window, grain, histories, order });
        self.prepared.push(Rc::clone(&prepared));
        prepared
    }
}

impl<'a> Found<'a> {
    pub(super) fn rows(&self) -> impl Iterator<Item = ClientRow> + use<'a> {
        let Self { view, names, ranks } = *self;
        ranks.iter().filter_map(move |&rank| view.analysis.row(rank as usize, &view.prepared.histories, names))
    }
}
