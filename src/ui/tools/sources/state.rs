//! What the user chose on this screen, and the results.

use leptos::prelude::*;

use crate::analytics::amount::Amount;
use crate::analytics::dataset::Family;
use crate::analytics::funnel::FunnelOptions;
use crate::analytics::funnel::sources::{SourceClasses, SourceCost, SourcesOptions, SourcesReport};
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::jobs::protocol::{JobError, Request, Response};
use crate::ui::state::computed::Computed;
use crate::ui::state::deal_rules::{DealRulesState, use_deal_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::abc_xyz::use_abc_xyz;
use crate::ui::tools::funnel::use_funnel;

/// What the user chose: it outlives a visit to another screen, and is kept with the table. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct SourcesState {
    rules: DealRulesState,
    options: RwSignal<SourcesOptions>,
    /// The table that the options are of.
    table: RwSignal<Option<String>>,
    /// Counts by sales although there are deals.
    by_sales: RwSignal<bool>,
}

impl SourcesState {
    fn new() -> Self {
        Self {
            rules: use_deal_rules(),
            options: RwSignal::new(SourcesOptions::default()),
            table: RwSignal::new(None),
            by_sales: RwSignal::new(false),
        }
    }

    /// The options in force, without what a table of costs adds.
    #[must_use]
    pub fn options(self) -> Signal<SourcesOptions> {
        self.options.into()
    }

    /// Changes the options.
    pub fn change(self, change: impl FnOnce(&mut SourcesOptions)) {
        let mut options = self.options.get_untracked();
        change(&mut options);
        if options == self.options.get_untracked() {
            return;
        }
        self.options.set(options.clone());
        if let Some(table) = self.table.get_untracked() {
            self.rules.change(table, move |rules| rules.sources.clone_from(&options));
        }
    }

    /// Takes the options of a table.
    fn settle(self, table: &str) {
        if self.table.with_untracked(|known| known.as_deref() != Some(table)) {
            self.table.set(Some(table.to_owned()));
            self.options.set(self.rules.of(table).sources);
        }
    }

    /// Takes the options that are kept now, after a wipe or its undo.
    pub fn reload(self) {
        let table = self.table.get_untracked();
        self.table.set(None);
        self.options.set(SourcesOptions::default());
        if let Some(table) = table {
            self.settle(&table);
        }
    }

    /// Whether sales count although there are deals.
    pub(super) fn by_sales(self) -> RwSignal<bool> {
        self.by_sales
    }

    /// What the user typed that a source cost.
    pub(super) fn cost_of(self, source: &str) -> Option<Amount> {
        self.options.with(|options| options.costs.iter().find(|cost| cost.source == source).map(|cost| cost.cost))
    }

    /// Takes what a source cost; nothing for zero.
    pub(super) fn set_cost(self, source: String, cost: Amount) {
        self.change(|options| {
            options.costs.retain(|other| other.source != source);
            if cost != Amount::ZERO {
                options.costs.push(SourceCost { source, cost });
            }
        });
    }
}

/// What the user chose.
#[must_use]
pub fn use_sources() -> SourcesState {
    shared(SourcesState::new)
}

/// A question: table, options, and the table of costs.
pub(super) type Wanted = (Family, u32, SourcesOptions, Option<u32>);
/// The result; `None` where the table tells of no sources.
pub(super) type Brought = Computed<Wanted, Option<SourcesReport>>;

/// The table that is counted by: of deals, else of sales.
pub(super) fn counted_family(state: SourcesState) -> Memo<Option<Family>> {
    let workspace = use_workspace();
    let is_there = move |family| workspace.loaded_of(family).with(Option::is_some);
    Memo::new(move |_| match (is_there(Family::Deals), is_there(Family::Sales)) {
        (true, true) => Some(if state.by_sales.get() { Family::Sales } else { Family::Deals }),
        (true, false) => Some(Family::Deals),
        (false, true) => Some(Family::Sales),
        (false, false) => None,
    })
}

/// Keeps what sources bring up to date.
pub(super) fn keep_brought(state: SourcesState, family: Memo<Option<Family>>) -> Brought {
    let workspace = use_workspace();
    let funnel = use_funnel();
    let generation = move |family| workspace.loaded_of(family).with(|loaded| loaded.as_ref().map(|it| it.generation));
    let table = move |family| workspace.loaded_of(family).with(|loaded| loaded.as_ref().map(|it| it.table.clone()));
    Effect::new(move |_| {
        // What stages are, is decided on the screen of the funnel, which may not have been seen yet.
        if let Some(deals) = table(Family::Deals) {
            funnel.settle(&deals);
        }
        if let Some(counted) = family.get().and_then(table) {
            state.settle(&counted);
        }
    });
    let wanted = Memo::new(move |_| {
        let family = family.get()?;
        let stages = funnel.options().with(|options| options.stages.clone());
        let funnel = FunnelOptions { stages, ..FunnelOptions::default() };
        let options = SourcesOptions { funnel, ..state.options.get() };
        Some((family, generation(family)?, options, generation(Family::Sources)))
    });
    Computed::keep(wanted, move |(family, _, mut options, costs): Wanted| async move {
        if costs.is_some()
            && let Ok(Response::SourceCosts(more)) = workspace.ask_family(Family::Sources, Request::SourceCosts).await
        {
            options.costs.extend(more);
        }
        match workspace.ask_family(family, Request::Sources(options)).await? {
            Response::Sources(report) => Ok(report.map(|report| *report)),
            _ => Err(JobError::EngineStopped),
        }
    })
}

/// A question: the table that says where clients came from, that of the sales, what was chosen.
pub(super) type ClassesWanted = ((Family, u32), u32, SourcesOptions, AbcXyzOptions);

/// The classes of the clients of each source.
pub(super) type ClassesKept = Computed<ClassesWanted, Vec<SourceClasses>>;

/// Keeps the classes of the clients of each source up to date: sources by the table that is counted by, classes by the
/// sales and the rules of their matrix.
pub(super) fn keep_classes(state: SourcesState, family: Memo<Option<Family>>) -> ClassesKept {
    let workspace = use_workspace();
    let rules = use_abc_xyz().options();
    let generation = move |family| workspace.loaded_of(family).with(|loaded| loaded.as_ref().map(|it| it.generation));
    let wanted = Memo::new(move |_| {
        let family = family.get()?;
        let options = SourcesOptions { costs: Vec::new(), ..state.options.get() };
        Some(((family, generation(family)?), generation(Family::Sales)?, options, rules.get()))
    });
    Computed::keep(wanted, move |((family, _), _, sources, classes): ClassesWanted| async move {
        let clients = if family == Family::Deals {
            match workspace.ask_family(Family::Deals, Request::ClientSources(sources.clone())).await? {
                Response::ClientSources(clients) => Some(clients),
                _ => return Err(JobError::EngineStopped),
            }
        } else {
            None
        };
        // Deals without clients: the sales may have a column of their own.
        let clients = clients.filter(|clients| !clients.is_empty());
        let request = Request::SourceClasses { sources, classes, clients };
        match workspace.ask_family(Family::Sales, request).await? {
            Response::SourceClasses(rows) => Ok(rows),
            _ => Err(JobError::EngineStopped),
        }
    })
}
