//! What the user chose on this screen, and the result.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analytics::dataset::Family;
use crate::analytics::funnel::deals::DealQuery;
use crate::analytics::funnel::{FunnelOptions, FunnelReport, SplitBy};
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::jobs::protocol::{JobError, Request, Response};
use crate::ui::state::computed::Computed;
use crate::ui::state::deal_rules::{DealRulesState, use_deal_rules};
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::{Loaded, use_workspace};
use crate::ui::tools::abc_xyz::use_abc_xyz;

/// Classes of clients by name, and what they are of: the table of sales and its rules.
type Classes = (ClassesOf, Arc<Vec<(String, String)>>);
type ClassesOf = (u32, AbcXyzOptions);

/// What the user chose: it outlives a visit to another screen, and is kept with the table. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct FunnelState {
    rules: DealRulesState,
    options: RwSignal<FunnelOptions>,
    /// The table that the options are of.
    table: RwSignal<Option<String>>,
    classes: RwSignal<Option<Classes>>,
}

impl FunnelState {
    fn new() -> Self {
        Self {
            rules: use_deal_rules(),
            options: RwSignal::new(FunnelOptions::default()),
            table: RwSignal::new(None),
            classes: RwSignal::new(None),
        }
    }

    /// The options in force, as they were chosen.
    #[must_use]
    pub fn options(self) -> Signal<FunnelOptions> {
        self.options.into()
    }

    /// The options as the engine takes them: with the classes of clients where deals are told apart by these, and not told
    /// apart until they have come.
    #[must_use]
    pub fn asked(self) -> FunnelOptions {
        let options = self.options.get_untracked();
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
        self.options.set(options.clone());
        if let Some(table) = self.table.get_untracked() {
            self.rules.change(table, move |rules| rules.funnel.clone_from(&options));
        }
    }

    /// Takes the options of a table. The way of counting stays where nothing was decided about it.
    pub fn settle(self, table: &str) {
        if self.table.with_untracked(|known| known.as_deref() == Some(table)) {
            return;
        }
        self.table.set(Some(table.to_owned()));
        let kept = self.rules.of(table).funnel;
        let count = self.options.with_untracked(|options| options.count);
        let options =
            if kept == FunnelOptions::default() { FunnelOptions { count, ..FunnelOptions::default() } } else { kept };
        self.options.set(options);
    }

    /// Takes the options that are kept now, after a wipe or its undo.
    pub fn reload(self) {
        let table = self.table.get_untracked();
        self.table.set(None);
        self.options.set(FunnelOptions::default());
        if let Some(table) = table {
            self.settle(&table);
        }
    }
}

/// What the user chose.
#[must_use]
pub fn use_funnel() -> FunnelState {
    shared(FunnelState::new)
}

/// A question: the table, the options, and what the classes of clients are of.
pub(super) type Wanted = (u32, FunnelOptions, Option<ClassesOf>);
/// The result, kept up to date.
pub(super) type Measured = Computed<Wanted, FunnelReport>;

/// Keeps the funnel of the loaded table of deals up to date.
pub(super) fn keep_measured(state: FunnelState) -> Measured {
    let workspace = use_workspace();
    let loaded = workspace.loaded_of(Family::Deals);
    Effect::new(move |_| {
        if let Some(Loaded { table, .. }) = loaded.get() {
            state.settle(&table);
        }
    });
    keep_classes(state);
    let generation = Memo::new(move |_| loaded.with(|loaded| loaded.as_ref().map(|loaded| loaded.generation)));
    let wanted = Memo::new(move |_| {
        let options = state.options.get();
        let is_by_class = options.split == Some(SplitBy::Class);
        let of = state.classes.with(|classes| classes.as_ref().map(|(of, _)| *of)).filter(|_| is_by_class);
        Some((generation.get()?, options, of))
    });
    Computed::keep(wanted, move |_| async move {
        match workspace.ask_family(Family::Deals, Request::Funnel(state.asked())).await? {
            Response::Funnel(report) => Ok(*report),
            _ => Err(JobError::EngineStopped),
        }
    })
}

/// Fetches the classes of the clients of the sales while deals are told apart by them.
fn keep_classes(state: FunnelState) {
    let workspace = use_workspace();
    let sales = workspace.loaded_of(Family::Sales);
    let rules = use_abc_xyz().options();
    let wanted = Memo::new(move |_| {
        let is_by_class = state.options.with(|options| options.split == Some(SplitBy::Class));
        let generation = sales.with(|loaded| loaded.as_ref().map(|loaded| loaded.generation))?;
        is_by_class.then(|| (generation, rules.get()))
    });
    Effect::new(move |_| {
        let Some(of) = wanted.get() else { return };
        if state.classes.with_untracked(|classes| classes.as_ref().is_some_and(|(known, _)| *known == of)) {
            return;
        }
        spawn_local(async move {
            let answer = workspace.ask_family(Family::Sales, Request::ClientClasses(of.1)).await;
            if let Ok(Response::ClientClasses(classes)) = answer
                && wanted.try_get_untracked().flatten() == Some(of)
            {
                state.classes.set(Some((of, Arc::new(classes))));
            }
        });
    });
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
