//! Kept tables are opened, removed and forgotten.

use std::sync::Arc;

use leptos::prelude::*;

use super::accepting::refined;
use super::{Decided, Loaded, Workspace};
use crate::analytics::dataset::{Family, ImportReport};
use crate::jobs::protocol::JobError;
use crate::platform::clock;
use crate::platform::engine::EngineHandle;
use crate::profile::KeptTable;

impl Workspace {
    /// Name of a table that is being opened.
    #[must_use]
    pub fn opening(self) -> Signal<Option<String>> {
        Signal::derive(move || self.opening.with(|opening| opening.first().map(|(_, name)| name.clone())))
    }

    /// Name of the table of a family that is being opened.
    #[must_use]
    pub fn opening_of(self, family: Family) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.opening
                .with(|opening| opening.iter().find(|(other, _)| *other == family).map(|(_, name)| name.clone()))
        })
    }

    /// Opens the tables that were in use last, one of each family; the one that was opened last is the current one.
    pub(super) async fn open_last(self) {
        let tables = self.tables.all_opened();
        for table in &tables {
            if let Err(error) = self.open_beside(table.id.clone()).await {
                self.open_failure.set(Some(error));
            }
            // Whatever the user opened meanwhile is the current one.
            if let Some(first) = tables.first().map(|table| table.kind.family())
                && self.current.get_untracked() == Some(table.kind.family())
                && self.loaded_of(first).with_untracked(Option::is_some)
            {
                self.current.set(Some(first));
            }
        }
    }

    /// The tables of the last time cannot be opened: what opens them is not to be had.
    pub(super) fn give_up_opening(self) {
        self.opening.set(Vec::new());
        self.open_failure.set(Some(JobError::EngineStopped));
    }

    /// Why the table of the last time did not open.
    #[must_use]
    pub fn open_failure(self) -> Signal<Option<JobError>> {
        self.open_failure.into()
    }

    /// The user has read why.
    pub fn close_open_failure(self) {
        self.open_failure.set(None);
    }

    /// Makes a kept table the loaded one of its family, and the current one.
    ///
    /// # Errors
    /// When it cannot be opened; the loaded one then stays.
    pub async fn open_table(self, id: String) -> Result<(), JobError> {
        if self.open_beside(id.clone()).await? {
            self.tables.set_opened(&id);
        }
        Ok(())
    }

    /// Opens a table without saying that it is the one to open by itself the next time; whether it is in use then: what
    /// was opened or accepted meanwhile stays.
    async fn open_beside(self, id: String) -> Result<bool, JobError> {
        self.rows_put_away().await;
        let Some(table) = self.tables.get(&id) else { return Err(JobError::NoTable) };
        let family = table.kind.family();
        let generation = self.begin_generation(family);
        self.opening.update(|opening| {
            opening.retain(|(other, _)| *other != family);
            opening.push((family, table.name.clone()));
        });
        let opened = self.read_kept(&table).await;
        if !self.is_latest(family, generation) {
            return Ok(false);
        }
        self.end_opening(family);
        let (engine, report, decided) = opened?;
        let clients = report.clients;
        self.set_loaded(engine, &table, Arc::new(report), decided);
        if table.clients != clients {
            self.tables.edit(&table.id, move |tables| tables.set_clients(&id, clients));
        }
        Ok(true)
    }

    /// Gives a table another name.
    pub fn rename_table(self, id: &str, name: String) {
        let own = id.to_owned();
        self.tables.edit(id, move |tables| tables.rename(&own, &name));
        let Some(table) = self.tables.get(id) else { return };
        if self.is_loaded(id) {
            self.loaded.update(|all| {
                all.iter_mut().filter(|loaded| loaded.table == id).for_each(|it| it.name.clone_from(&table.name));
            });
        }
    }

    /// Removes a table; [`Workspace::restore_table`] brings it back. Whether it was the loaded one.
    pub fn remove_table(self, id: &str) -> bool {
        let (own, now_ms) = (id.to_owned(), clock::time_of_day_ms());
        self.tables.edit(id, move |tables| tables.set_removed(&own, Some(now_ms)));
        let loaded = self.loaded.with_untracked(|all| all.iter().find(|loaded| loaded.table == id).map(Loaded::family));
        if let Some(family) = loaded {
            self.forget_family(family);
        }
        loaded.is_some()
    }

    /// Brings a removed table back, and opens it if it was the loaded one.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn restore_table(self, id: String, was_loaded: bool) -> Result<(), JobError> {
        let own = id.clone();
        self.tables.edit(&id, move |tables| tables.set_removed(&own, None));
        let family = self.tables.get(&id).map(|table| table.kind.family());
        let is_free = family.is_some_and(|family| self.loaded_of(family).with_untracked(Option::is_none));
        if was_loaded && is_free { self.open_table(id).await } else { Ok(()) }
    }

    /// Takes a file out of a table, or back into it, and opens the table anew if it is the loaded one.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn set_import_removed(self, id: String, import: String, is_removed: bool) -> Result<(), JobError> {
        let (own, removed_ms) = (id.clone(), is_removed.then(clock::time_of_day_ms));
        self.tables.edit(&id, move |tables| tables.set_import_removed(&own, &import, removed_ms));
        if self.is_loaded(&id) { self.open_table(id).await } else { Ok(()) }
    }

    /// Forgets every loaded table; what is kept of them stays kept.
    pub fn forget(self) {
        Family::ALL.into_iter().for_each(|family| self.forget_family(family));
    }

    /// Forgets the loaded table of a family. Another one becomes the current one, if there is one.
    fn forget_family(self, family: Family) {
        self.begin_generation(family);
        self.end_engine(family);
        self.end_opening(family);
        if self.loaded.with_untracked(|all| all.iter().any(|loaded| loaded.family() == family)) {
            self.loaded.update(|all| all.retain(|loaded| loaded.family() != family));
        }
        if self.current.get_untracked() == Some(family) {
            self.current.set(self.loaded.with_untracked(|all| all.last().map(Loaded::family)));
        }
    }

    fn is_loaded(self, id: &str) -> bool {
        self.loaded.with_untracked(|all| all.iter().any(|loaded| loaded.table == id))
    }

    /// A kept table in an engine of its own.
    async fn read_kept(self, table: &KeptTable) -> Result<(EngineHandle, ImportReport, Decided), JobError> {
        let rows = self.tables.rows(&table.active_ids()).await.ok_or(JobError::KeptGone)?;
        let engine = EngineHandle::start();
        let report = engine.open(rows).await?;
        // Other kinds of tables have no rows of sales to decide about.
        let decided = match table.kind.is_sales() {
            true => refined(&engine, table.refinement.clone()).await?,
            false => Decided::default(),
        };
        Ok((engine, report, decided))
    }
}
