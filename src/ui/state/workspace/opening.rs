//! Kept tables are opened, removed and forgotten.

use std::sync::Arc;

use leptos::prelude::*;

use super::accepting::refined;
use super::{Decided, Workspace};
use crate::analytics::dataset::ImportReport;
use crate::jobs::protocol::JobError;
use crate::platform::clock;
use crate::platform::engine::EngineHandle;
use crate::profile::KeptTable;

impl Workspace {
    /// Name of the table that is being opened.
    #[must_use]
    pub fn opening(self) -> Signal<Option<String>> {
        self.opening.into()
    }

    /// Opens the table that was opened last, if there is one.
    pub async fn open_last(self) {
        if let Some(table) = self.tables.opened()
            && let Err(error) = self.open_table(table.id).await
        {
            self.open_failure.set(Some(error));
        }
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

    /// Makes a kept table the loaded one.
    ///
    /// # Errors
    /// When it cannot be opened; the loaded one then stays.
    pub async fn open_table(self, id: String) -> Result<(), JobError> {
        self.rows_put_away().await;
        let Some(table) = self.tables.get(&id) else {
            self.opening.set(None);
            return Err(JobError::NoTable);
        };
        let generation = self.next_generation();
        self.opening.set(Some(table.name.clone()));
        let opened = self.read_kept(&table).await;
        if self.generations.get_value() != generation {
            // Something else was opened or accepted meanwhile.
            return Ok(());
        }
        self.opening.set(None);
        let (engine, report, decided) = opened?;
        let clients = report.clients;
        self.set_loaded(engine, &table, Arc::new(report), decided);
        self.tables.set_opened(&id);
        if table.clients != clients {
            self.tables.edit(&table.id, move |tables| tables.set_clients(&id, clients));
        }
        Ok(())
    }

    /// Gives a table another name.
    pub fn rename_table(self, id: &str, name: String) {
        let own = id.to_owned();
        self.tables.edit(id, move |tables| tables.rename(&own, &name));
        let Some(table) = self.tables.get(id) else { return };
        if self.is_loaded(id) {
            self.loaded.update(|loaded| loaded.iter_mut().for_each(|loaded| loaded.name.clone_from(&table.name)));
        }
    }

    /// Removes a table; [`Workspace::restore_table`] brings it back. Whether it was the loaded one.
    pub fn remove_table(self, id: &str) -> bool {
        let (own, now_ms) = (id.to_owned(), clock::time_of_day_ms());
        self.tables.edit(id, move |tables| tables.set_removed(&own, Some(now_ms)));
        let is_loaded = self.is_loaded(id);
        if is_loaded {
            self.forget();
        }
        is_loaded
    }

    /// Brings a removed table back, and opens it if it was the loaded one.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn restore_table(self, id: String, was_loaded: bool) -> Result<(), JobError> {
        let own = id.clone();
        self.tables.edit(&id, move |tables| tables.set_removed(&own, None));
        if was_loaded && self.loaded.with_untracked(Option::is_none) { self.open_table(id).await } else { Ok(()) }
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

    /// Forgets the loaded table; what is kept of it stays kept.
    pub fn forget(self) {
        self.next_generation();
        let ended = self.engine.try_update_value(Option::take).flatten();
        ended.iter().for_each(EngineHandle::end);
        self.opening.set(None);
        self.loaded.set(None);
    }

    fn is_loaded(self, id: &str) -> bool {
        self.loaded.with_untracked(|loaded| loaded.as_ref().is_some_and(|loaded| loaded.table == id))
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
