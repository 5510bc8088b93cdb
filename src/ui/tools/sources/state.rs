//! What the user chose on this screen, and the results.

use leptos::prelude::*;

use crate::analytics::amount::Amount;
use crate::analytics::dataset::Family;
use crate::analytics::funnel::FunnelOptions;
use crate::analytics::funnel::sources::{SourceClasses, SourceCost, SourcesOptions, SourcesReport};
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::jobs::protocol::Request;
use crate::ui::state::computed::Computed;
use crate::ui::state::deal_rules::{DealRulesState, use_deal_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::{Edition, use_workspace};
use crate::ui::tools::abc_xyz::use_abc_xyz;
use crate::ui::tools::funnel::use_funnel;

/// What the user chose: it outlives a visit to another screen, and is kept with the table. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct SourcesState {
    rules: DealRulesState,
    /// Counts by sales although there are deals.
    by_sales: RwSignal<bool>,
    family: Memo<Option<Family>>,
    /// The table that the options are of.
    table: Memo<Option<String>>,
    options: Memo<SourcesOptions>,
}

impl SourcesState {
    fn new() -> Self {
        let (rules, workspace) = (use_deal_rules(), use_workspace());
        let by_sales = RwSignal::new(false);
        let is_there = move |family| workspace.table_of(family).with(Option::is_some);
        let family = Memo::new(move |_| match (is_there(Family::Deals), is_there(Family::Sales)) {
            (true, true) => Some(if by_sales.get() { Family::Sales } else { Family::Deals }),
            (true, false) => Some(Family::Deals),
            (false, true) => Some(Family::Sales),
            (false, false) => None,
        });
        let table = Memo::new(move |_| workspace.table_of(family.get()?).get());
        let options = Memo::new(move |_| {
            table.with(|table| table.as_deref().map(|table| rules.of(table).sources)).unwrap_or_default()
        });
        Self { rules, by_sales, family, table, options }
    }

    /// The table that is counted by: of deals, else of sales.
    pub(super) const fn family(self) -> Memo<Option<Family>> {
        self.family
    }

    /// The options in force, without what a table of costs adds.
    #[must_use]
    pub const fn options(self) -> Memo<SourcesOptions> {
        self.options
    }

    /// Changes the options.
    pub fn change(self, change: impl FnOnce(&mut SourcesOptions)) {
        let mut options = self.options.get_untracked();
        change(&mut options);
        if options == self.options.get_untracked() {
            return;
        }
        if let Some(table) = self.table.get_untracked() {
            self.rules.change(table, move |rules| rules.sources.clone_from(&options));
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
pub(super) type Wanted = (Family, Edition, SourcesOptions, Option<Edition>);
/// The result; `None` where the table tells of no sources.
pub(super) type Brought = Computed<Wanted, Option<SourcesReport>>;

/// Keeps what sources bring up to date.
pub(super) fn keep_brought(state: SourcesState) -> Brought {
    let workspace = use_workspace();
    let funnel = use_funnel();
    let wanted = Memo::new(move |_| {
        let family = state.family.get()?;
        let edition = workspace.edition_of(family).get()?;
        // What stages are, is decided on the screen of the funnel.
        let stages = funnel.options().with(|options| options.stages.clone());
        let funnel = FunnelOptions { stages, ..FunnelOptions::default() };
        let options = SourcesOptions { funnel, ..state.options.get() };
        Some((family, edition, options, workspace.edition_of(Family::Sources).get()))
    });
    Computed::keep(wanted, move |(family, _, mut options, costs): Wanted| async move {
        if costs.is_some() {
            let more = workspace.ask_family(Family::Sources, Request::SourceCosts).await?;
            options.costs.extend(more.try_unwrap_source_costs()?);
        }
        let report = workspace.ask_family(family, Request::Sources(options)).await?.try_unwrap_sources()?;
        Ok(report.map(|report| *report))
    })
}

/// A question: the table that says where clients came from, that of the sales, what was chosen.
pub(super) type ClassesWanted = ((Family, Edition), Edition, SourcesOptions, AbcXyzOptions);

/// The classes of the clients of each source.
pub(super) type ClassesKept = Computed<ClassesWanted, Vec<SourceClasses>>;

/// Keeps the classes of the clients of each source up to date: sources by the table that is counted by, classes by the
/// sales and the rules of their matrix.
pub(super) fn keep_classes(state: SourcesState) -> ClassesKept {
    let workspace = use_workspace();
    let rules = use_abc_xyz().options();
    let wanted = Memo::new(move |_| {
        let family = state.family.get()?;
        let (counted, sales) = (workspace.edition_of(family).get()?, workspace.edition_of(Family::Sales).get()?);
        let options = SourcesOptions { costs: Vec::new(), ..state.options.get() };
        Some(((family, counted), sales, options, rules.get()))
    });
    Computed::keep(wanted, move |((family, _), _, sources, classes): ClassesWanted| async move {
        let clients = if family == Family::Deals {
            let request = Request::ClientSources(sources.clone());
            Some(workspace.ask_family(Family::Deals, request).await?.try_unwrap_client_sources()?)
        } else {
            None
        };
        // Deals without clients: the sales may have a column of their own.
        let clients = clients.filter(|clients| !clients.is_empty());
        let request = Request::SourceClasses { sources, classes, clients };
        Ok(workspace.ask_family(Family::Sales, request).await?.try_unwrap_source_classes()?)
    })
}
