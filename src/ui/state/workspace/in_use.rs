//! The tables in use: one of each family, and the engine of each.

use leptos::prelude::*;

use super::{Loaded, Workspace};
use crate::analytics::dataset::Family;
use crate::jobs::protocol::{JobError, Request, Response};

impl Workspace {
    /// The table that analyses of clients use: the one of sales.
    #[must_use]
    pub fn loaded(self) -> Signal<Option<Loaded>> {
        self.loaded_of(Family::Sales)
    }

    /// The table of a family that is in use.
    #[must_use]
    pub fn loaded_of(self, family: Family) -> Signal<Option<Loaded>> {
        self.by_family.get(family as usize).copied().unwrap_or(self.current_table).into()
    }

    /// The table that was opened or accepted last.
    #[must_use]
    pub fn current(self) -> Signal<Option<Loaded>> {
        self.current_table.into()
    }

    /// Whether the table of a family is the one of the last visit, so that dates kept then are dates of it.
    #[must_use]
    pub fn is_of_last_visit(self, family: Family) -> bool {
        let in_use = self.loaded_of(family).with_untracked(|loaded| loaded.as_ref().map(|loaded| loaded.table.clone()));
        let opened = || self.tables.all_opened().into_iter().find(|table| table.kind.family() == family);
        in_use.or_else(|| Some(opened()?.id)).is_some_and(|id| self.tables.is_of_last_visit(&id))
    }

    /// Asks the engine of the table of sales.
    ///
    /// # Errors
    /// [`JobError::NoTable`] when none is loaded, else what the engine says.
    pub async fn ask(self, request: Request) -> Result<Response, JobError> {
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
