//! What was made of the rows that are looked at: each can be made anew from them.
//!
//! Kept are the histories of one window, one entry a grain that was asked for (so that a switch of the grain and back
//! costs nothing), the analyses of the latest options and the latest list.

use std::cell::RefCell;
use std::rc::Rc;

use super::migration::KeptMigration;
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::dataset::{Names, SalesTable};
use crate::analytics::date::{Day, Grain};
use crate::analytics::segmentation::abc_xyz::analysis::AbcXyzAnalysis;
use crate::analytics::segmentation::abc_xyz::groundwork::Groundwork;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow};
use crate::analytics::segmentation::flow::FlowCell;
use crate::analytics::segmentation::history::Histories;
use crate::analytics::segmentation::migration::MigrationOptions;
use crate::analytics::segmentation::migration::analysis::Migration;
use crate::analytics::segmentation::priority::PriorityOptions;
use crate::analytics::segmentation::priority::analysis::PriorityAnalysis;
use crate::analytics::segmentation::rfm::RfmOptions;
use crate::analytics::segmentation::rfm::analysis::RfmAnalysis;
use crate::analytics::segmentation::value::ValueBy;
use crate::jobs::listing;
use crate::jobs::protocol::ClientQuery;

/// What was made so far.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// One entry a grain, all of one window.
    prepared: Vec<Rc<Prepared>>,
    /// The matrix of the latest options.
    pub(super) view: Option<View>,
    /// The RFM analysis of the latest options, and the histories that it was made of.
    pub(super) rfm: Option<(Rc<Prepared>, Rc<RfmAnalysis>)>,
    /// The same of priority groups.
    pub(super) priority: Option<(Rc<Prepared>, Rc<PriorityAnalysis>)>,
    /// The migration of the latest options.
    pub(super) migration: Option<KeptMigration>,
    /// The movements that the latest list carries.
    moves: Option<Rc<Migration>>,
}

/// Histories of one window and grain, with the groundwork of each measure of value that was asked for.
#[derive(Debug)]
pub(super) struct Prepared {
    window: Option<(Day, Day)>,
    grain: Grain,
    pub(super) histories: Histories,
    groundworks: RefCell<Vec<Rc<Groundwork>>>,
}

impl Prepared {
    /// The groundwork of a measure; the histories are those of `table`.
    pub(super) fn by(&self, table: &SalesTable, by: ValueBy) -> Rc<Groundwork> {
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
pub(super) struct View {
    pub(super) prepared: Rc<Prepared>,
    pub(super) groundwork: Rc<Groundwork>,
    pub(super) analysis: AbcXyzAnalysis,
    /// Of the same histories.
    pub(super) rfm: Option<Rc<RfmAnalysis>>,
    /// Of the same clients.
    pub(super) priority: Option<Rc<PriorityAnalysis>>,
    /// Of the same table.
    pub(super) migration: Option<Rc<Migration>>,
    /// By number of the client, in rising order.
    pub(super) flow: Vec<(u32, FlowCell)>,
    pub(super) list: Option<(ClientQuery, Vec<u32>)>,
}

/// Clients that a query finds, in its order.
pub(in crate::jobs) struct Found<'a> {
    pub(super) view: &'a View,
    pub(super) names: &'a Names,
    pub(super) ranks: &'a [u32],
}

impl View {
    pub(super) fn marks(&self) -> listing::Marks<'_> {
        listing::Marks {
            rfm: self.rfm.as_deref(),
            priority: self.priority.as_deref(),
            migration: self.migration.as_deref(),
            flow: &self.flow,
        }
    }
}

impl Made {
    /// The kept view if it is of `options`, else a new one.
    pub(super) fn take_view(&mut self, table: &SalesTable, options: AbcXyzOptions) -> View {
        let kept = self.view.take().filter(|view| view.analysis.options == options);
        kept.unwrap_or_else(|| self.make_view(table, options))
    }

    pub(super) fn make_view(&mut self, table: &SalesTable, options: AbcXyzOptions) -> View {
        let prepared = self.prepare(table, options.window, options.grain);
        let groundwork = prepared.by(table, options.value);
        let analysis = AbcXyzAnalysis::new(&prepared.histories, &groundwork, options);
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

    /// The kept RFM analysis if it is of `options`, else a new one.
    pub(super) fn rfm_analysis(&mut self, table: &SalesTable, options: &RfmOptions) -> (Rc<Prepared>, Rc<RfmAnalysis>) {
        if let Some(kept) = self.rfm.as_ref().filter(|(_, analysis)| analysis.options == *options) {
            return kept.clone();
        }
        let prepared = self.prepare(table, options.days(table.days()), Grain::default());
        let analysis = RfmAnalysis::new(&prepared.histories, &table.client_names, options);
        self.rfm.insert((prepared, Rc::new(analysis))).clone()
    }

    /// The kept analysis of priority groups if it is of `options`, else a new one. `list` tells more of the clients.
    pub(super) fn priority_analysis(
        &mut self,
        table: &SalesTable,
        list: Option<&ClientsTable>,
        options: &PriorityOptions,
    ) -> (Rc<Prepared>, Rc<PriorityAnalysis>) {
        if let Some(kept) = self.priority.as_ref().filter(|(_, analysis)| analysis.options == *options) {
            return kept.clone();
        }
        let prepared = self.prepare(table, options.window, Grain::default());
        let groundwork = prepared.by(table, ValueBy::Amount);
        let (histories, order) = (&prepared.histories, &groundwork.ranking.order);
        let analysis = PriorityAnalysis::new(histories, order, table, list, options);
        self.priority.insert((prepared, Rc::new(analysis))).clone()
    }

    /// The kept movements if they are of `options`, else new ones.
    pub(super) fn moves(&mut self, table: &SalesTable, options: MigrationOptions) -> Rc<Migration> {
        if let Some(kept) = self.moves.as_ref().filter(|kept| kept.options == options) {
            return Rc::clone(kept);
        }
        let made = Rc::new(Migration::new(table, options));
        Rc::clone(self.moves.insert(made))
    }

    pub(super) fn prepare(&mut self, table: &SalesTable, window: Option<(Day, Day)>, grain: Grain) -> Rc<Prepared> {
        self.prepared.retain(|prepared| prepared.window == window);
        if let Some(prepared) = self.prepared.iter().find(|prepared| prepared.grain == grain) {
            return Rc::clone(prepared);
        }
        let histories = Histories::new(table, window, grain);
        let prepared = Rc::new(Prepared { window, grain, histories, groundworks: RefCell::default() });
        self.prepared.push(Rc::clone(&prepared));
        prepared
    }
}

impl<'a> Found<'a> {
    pub(in crate::jobs) fn rows(&self) -> impl Iterator<Item = ClientRow> + use<'a> {
        self.rows_from(0)
    }

    /// The rows after the first `skipped`, which are not made.
    pub(super) fn rows_from(&self, skipped: usize) -> impl Iterator<Item = ClientRow> + use<'a> {
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
