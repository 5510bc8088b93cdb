//! The tables in use: one of each family, and the engine of each.

use leptos::prelude::*;

use super::{Loaded, Workspace};
use crate::analytics::dataset::Family;
use crate::jobs::protocol::{JobError, Request, Response};

/// Rows of a table, as numbers that are never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edition {
    /// [`Loaded::since`]: the table.
    pub since: u32,
    /// [`Loaded::generation`]: its rows as they were decided about.
    pub generation: u32,
}

/// What is known of the table of one family that is in use.
#[derive(Clone, Copy, Debug)]
pub(super) struct OfFamily {
    loaded: Signal<Option<Loaded>>,
    table: Memo<Option<String>>,
    edition: Memo<Option<Edition>>,
}

impl OfFamily {
    fn new(all: RwSignal<Vec<Loaded>>, family: Family) -> Self {
        let find = move |all: &Vec<Loaded>| all.iter().find(|loaded| loaded.family() == family).cloned();
        let loaded = Memo::new(move |_| all.with(find));
        let edition = |loaded: &Loaded| Edition { since: loaded.since, generation: loaded.generation };
        Self {
            loaded: loaded.into(),
            table: Memo::new(move |_| loaded.with(|loaded| loaded.as_ref().map(|loaded| loaded.table.clone()))),
            edition: Memo::new(move |_| loaded.with(|loaded| loaded.as_ref().map(edition))),
        }
    }
}

/// The tables in use, one of each family.
#[derive(Clone, Copy, Debug)]
pub(super) struct ByFamily {
    sales: OfFamily,
    deals: OfFamily,
    sources: OfFamily,
    clients: OfFamily,
    answers: OfFamily,
}

impl ByFamily {
    pub(super) fn new(all: RwSignal<Vec<Loaded>>) -> Self {
        let of = |family| OfFamily::new(all, family);
        Self {
            sales: of(Family::Sales),
            deals: of(Family::Deals),
            sources: of(Family::Sources),
            clients: of(Family::Clients),
            answers: of(Family::Answers),
        }
    }

    const fn of(&self, family: Family) -> &OfFamily {
        match family {
            Family::Sales => &self.sales,
            Family::Deals => &self.deals,
            Family::Sources => &self.sources,
            Family::Clients => &self.clients,
            Family::Answers => &self.answers,
        }
    }

    pub(super) const fn loaded(&self, family: Family) -> Signal<Option<Loaded>> {
        self.of(family).loaded
    }
}

impl Workspace {
    /// The table that analyses of clients use: the one of sales.
    #[must_use]
    pub fn sales(self) -> Signal<Option<Loaded>> {
        self.loaded_of(Family::Sales)
    }

    /// The table of a family that is in use.
    #[must_use]
    pub fn loaded_of(self, family: Family) -> Signal<Option<Loaded>> {
        self.by_family.loaded(family)
    }

    /// Which of the kept tables is in use.
    #[must_use]
    pub fn table_of(self, family: Family) -> Memo<Option<String>> {
        self.by_family.of(family).table
    }

    /// Which of the kept tables are in use, the current one last: what is opened in this order is as it was.
    #[must_use]
    pub fn all_in_use(self) -> Vec<String> {
        let current = self.current.get_untracked();
        self.loaded.with_untracked(|all| {
            let (of_current, others): (Vec<_>, Vec<_>) = all.iter().partition(|it| Some(it.family()) == current);
            others.into_iter().chain(of_current).map(|loaded| loaded.table.clone()).collect()
        })
    }

    /// Which rows of which table are in use.
    #[must_use]
    pub fn edition_of(self, family: Family) -> Memo<Option<Edition>> {
        self.by_family.of(family).edition
    }

    /// The table that was opened or accepted last.
    #[must_use]
    pub fn current(self) -> Signal<Option<Loaded>> {
        self.current_table
    }

    /// Asks the engine of the table of sales.
    ///
    /// # Errors
    /// [`JobError::NoTable`] when none is loaded, else what the engine says.
    pub async fn ask_sales(self, request: Request) -> Result<Response, JobError> {
        self.ask_family(Family::Sales, request).await
    }

    /// Asks the engine of the table of a family.
    ///
    /// # Errors
    /// [`JobError::NoTable`] when none is loaded, else what the engine says.
    pub async fn ask_family(self, family: Family, request: Request) -> Result<Response, JobError> {
        let engine = self
            .engines
            .with_value(|engines| engines.iter().find(|(other, _)| *other == family).map(|(_, engine)| engine.clone()));
        engine.ok_or(JobError::NoTable)?.ask(request, None, |_| {}).await
    }
}
