//! What the user chose on this screen, and the result.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::dataset::Family;
use crate::analytics::funnel::deals::DealQuery;
use crate::analytics::funnel::{Count, FunnelOptions, FunnelReport, SplitBy};
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::jobs::protocol::{JobError, Request};
use crate::ui::state::computed::Computed;
use crate::ui::state::deal_rules::{DealRulesState, use_deal_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::{Edition, Workspace, use_workspace};
use crate::ui::tools::abc_xyz::use_abc_xyz;

/// Classes of clients by name, and what they are of: the table of sales and its rules.
type Classes = (ClassesOf, Arc<Vec<(String, String)>>);
type ClassesOf = (Edition, AbcXyzOptions);

/// What the user chose: it outlives a visit to another screen, and is kept with the table. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct FunnelState {
    rules: DealRulesState,
    /// The table that the options are of.
    table: Memo<Option<String>>,
    options: Memo<FunnelOptions>,
    /// The way of counting chosen last.
    count: RwSignal<Count>,
    classes: RwSignal<Option<Classes>>,
}

impl FunnelState {
    fn new() -> Self {
        let (rules, table) = (use_deal_rules(), use_workspace().table_of(Family::Deals));
        let count = RwSignal::new(Count::default());
        let options = Memo::new(move |_| {
            let kept = table.with(|table| table.as_deref().map(|table| rules.of(table).funnel)).unwrap_or_default();
            // The way of counting stays where nothing was decided about it.
            let is_undecided = kept == FunnelOptions::default();
            if is_undecided { FunnelOptions { count: count.get(), ..kept } } else { kept }
        });
        Self { rules, table, options, count, classes: RwSignal::new(None) }
    }

    /// The options in force, as they were chosen.
    #[must_use]
    pub const fn options(self) -> Memo<FunnelOptions> {
        self.options
    }

    /// The options as the engine takes them: with the classes of clients where deals are told apart by these, and not told
    /// apart until they have come.
    #[must_use]
    pub fn asked(self) -> FunnelOptions {
        self.with_classes(self.options.get_untracked())
    }

    fn with_classes(self, options: FunnelOptions) -> FunnelOptions {
        if options.split != Some(SplitBy::Class) {
            return options;
        }
        let classes = self.classes.with_untracked(|classes| classes.as_ref().map(|(_, classes)| Arc::clone(classes)));
        match classes {
            Some(classes) => FunnelOptions { classes: classes.as_ref().clone(), ..options },
            None => FunnelOptions { split: None, ..options },
        }
    }

    /// Changes the options.
    pub fn change(self, change: impl FnOnce(&mut FunnelOptions)) {
        let mut options = self.options.get_untracked();
        change(&mut options);
        if options == self.options.get_untracked() {
            return;
        }
        self.count.set(options.count);
        if let Some(table) = self.table.get_untracked() {
            self.rules.change(table, move |rules| rules.funnel.clone_from(&options));
        }
    }

    /// Asks the sales for the classes of their clients, unless they are known.
    async fn know_classes(self, workspace: Workspace, of: ClassesOf) -> Result<(), JobError> {
        if self.classes.with_untracked(|classes| classes.as_ref().is_some_and(|(known, _)| *known == of)) {
            return Ok(());
        }
        let classes = workspace.ask_sales(Request::ClientClasses(of.1)).await?.try_unwrap_client_classes()?;
        self.classes.set(Some((of, Arc::new(classes))));
        Ok(())
    }
}

/// What the user chose.
#[must_use]
pub fn use_funnel() -> FunnelState {
    shared(FunnelState::new)
}

/// A question: the table, the options, and what the classes of clients are of, where deals are told apart by them.
pub(super) type Wanted = (Edition, FunnelOptions, Option<ClassesOf>);
/// The result, kept up to date.
pub(super) type Measured = Computed<Wanted, FunnelReport>;

/// Keeps the funnel of the loaded table of deals up to date.
pub(super) fn keep_measured(state: FunnelState) -> Measured {
    let workspace = use_workspace();
    let (deals, sales) = (workspace.edition_of(Family::Deals), workspace.edition_of(Family::Sales));
    let rules = use_abc_xyz().options();
    let wanted = Memo::new(move |_| {
        let options = state.options.get();
        let is_by_class = options.split == Some(SplitBy::Class);
        let classes_of = if is_by_class { sales.get().map(|sales| (sales, rules.get())) } else { None };
        Some((deals.get()?, options, classes_of))
    });
    Computed::keep(wanted, move |(_, options, classes_of): Wanted| async move {
        if let Some(of) = classes_of {
            state.know_classes(workspace, of).await?;
        }
        Ok(*workspace
            .ask_family(Family::Deals, Request::Funnel(state.with_classes(options)))
            .await?
            .try_unwrap_funnel()?)
    })
}

/// Which deals are listed, and under what name; `None` while no list is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Behind {
    pub(super) title: String,
    pub(super) query: DealQuery,
}

/// Opens lists of deals, for everything below the page. `Copy`: a signal inside.
#[derive(Clone, Copy, Debug)]
pub(super) struct DealsBehind(pub(super) RwSignal<Option<Behind>>);

impl DealsBehind {
    /// Lists the deals of a query.
    pub(super) fn open(self, title: String, query: DealQuery) {
        self.0.set(Some(Behind { title, query }));
    }
}

/// What opens lists of deals.
pub(super) fn use_behind() -> DealsBehind {
    use_context().unwrap_or_else(|| DealsBehind(RwSignal::new(None)))
}
