//! A file that was read becomes part of a table.

use std::sync::Arc;
use std::time::Duration;

use futures_channel::oneshot;
use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Decided, Draft, DraftEngine, DraftStage, Loaded, Part, Workspace};
use crate::analytics::dataset::{Family, ImportReport};
use crate::analytics::quality::Refinement;
use crate::jobs::protocol::{JobError, Request};
use crate::platform::engine::EngineHandle;
use crate::platform::{clock, vault};
use crate::profile::{KeptImport, KeptTable};

/// Where an accepted file goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Destination {
    /// A table of its own; the one loaded before stays in the list of tables.
    #[default]
    NewTable,
    /// Added to the rows of the loaded table.
    Append,
    /// In place of the rows of the loaded table.
    Replace,
}

/// What undoes an append or a replacement.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportUndo {
    /// The table as it was.
    pub before: KeptTable,
    /// Name of the import that came.
    pub added: String,
    /// What is decided about the rows of the table since.
    pub refinement: Refinement,
}

/// What became of a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Acceptance {
    /// It is a table of its own.
    Begun,
    /// It is part of a table.
    Joined {
        /// Name of its file.
        file_name: String,
        /// What undoes it.
        undo: Box<ImportUndo>,
    },
    /// Nothing: it was not ready, or it was cancelled or replaced meanwhile.
    Dropped,
}

/// A draft that can be accepted.
struct Ready {
    reading: u32,
    draft: Draft,
    report: Arc<ImportReport>,
    engine: EngineHandle,
}

impl Workspace {
    /// Makes a [`DraftStage::Ready`] draft part of a table, which then is the loaded one. Without a loaded table every
    /// destination is a new one. Does nothing when the draft is not ready. The caller navigates to the analysis.
    ///
    /// # Errors
    /// When the table cannot be made whole; draft and loaded table then are what they were.
    pub async fn accept_draft(self, destination: Destination) -> Result<Acceptance, JobError> {
        let Some(Ready { reading, draft, .. }) = self.ready_draft() else { return Ok(Acceptance::Dropped) };
        if self.accepting.get_untracked() {
            return Ok(Acceptance::Dropped);
        }
        self.remember(&draft);
        self.accepting.set(true);
        self.rows_put_away().await;
        // Another file may be ready by now, which nobody has accepted.
        let ready = self.ready_draft().filter(|ready| ready.reading == reading);
        let table = ready.as_ref().and_then(|ready| self.loaded_table(ready.report.table.family()));
        let outcome = match (ready, destination, table) {
            (None, ..) => Ok(Acceptance::Dropped),
            (Some(ready), Destination::Append, Some(table)) => self.add_to(table, ready, false).await,
            (Some(ready), Destination::Replace, Some(table)) => self.add_to(table, ready, true).await,
            (Some(ready), ..) => {
                self.begin_table(ready);
                Ok(Acceptance::Begun)
            }
        };
        self.accepting.set(false);
        outcome
    }

    /// Whether an accepted file is being added to a table.
    #[must_use]
    pub fn is_accepting(self) -> Signal<bool> {
        self.accepting.into()
    }

    /// Takes a file out of a table again, and opens the table as it was before.
    ///
    /// # Errors
    /// When the table cannot be opened; the loaded one then stays.
    pub async fn undo_import(self, undo: ImportUndo) -> Result<(), JobError> {
        let id = undo.before.id.clone();
        let now_ms = clock::time_of_day_ms();
        self.tables.edit(&id, move |tables| {
            let ImportUndo { before, added, refinement } = &undo;
            tables.revert(before, added, now_ms);
            // What was decided later stays.
            if tables.get(&before.id).is_some_and(|table| table.refinement == *refinement) {
                tables.set_refinement(&before.id, &before.refinement);
            }
        });
        self.open_table(id).await
    }

    /// Waits until the rows accepted last have been put away.
    pub async fn rows_put_away(self) {
        if let Some(done) = self.putting_away.get_value() {
            // Ends either way.
            let _ = done.await;
        }
    }

    /// Puts an engine with a table in the place of the loaded one of its family, and makes it the current one.
    pub(super) fn set_loaded(
        self,
        engine: EngineHandle,
        table: &KeptTable,
        report: Arc<ImportReport>,
        decided: Decided,
    ) {
        let family = report.table.family();
        self.end_engine(family);
        self.engines.update_value(|engines| engines.push((family, engine)));
        let generation = self.begin_generation(family);
        let loaded = Loaded {
            generation,
            since: generation,
            table: table.id.clone(),
            name: table.name.clone(),
            sample: table.sample,
            report,
            decided,
            part: Part::default(),
        };
        self.loaded.update(|all| {
            all.retain(|other| other.family() != family);
            all.push(loaded);
        });
        self.current.set(Some(family));
        self.end_opening(family);
        self.open_failure.set(None);
    }

    /// Ends the engine of the loaded table of a family.
    pub(super) fn end_engine(self, family: Family) {
        self.engines.update_value(|engines| {
            engines.iter().filter(|(other, _)| *other == family).for_each(|(_, engine)| engine.end());
            engines.retain(|(other, _)| *other != family);
        });
    }

    /// No table of a family is being opened any more.
    pub(super) fn end_opening(self, family: Family) {
        if self.opening.with_untracked(|opening| opening.iter().any(|(other, _)| *other == family)) {
            self.opening.update(|opening| opening.retain(|(other, _)| *other != family));
        }
    }

    /// A new number for the rows of a loaded table.
    pub(super) fn next_generation(self) -> u32 {
        let generation = self.generations.get_value().wrapping_add(1);
        self.generations.set_value(generation);
        generation
    }

    /// A new number for what is being loaded for a family; what was begun with an older one comes too late.
    pub(super) fn begin_generation(self, family: Family) -> u32 {
        let generation = self.next_generation();
        self.latest.update_value(|latest| {
            if let Some(latest) = latest.get_mut(family as usize) {
                *latest = generation;
            }
        });
        generation
    }

    /// Whether nothing newer was begun for a family.
    pub(super) fn is_latest(self, family: Family, generation: u32) -> bool {
        self.latest.with_value(|latest| latest.get(family as usize) == Some(&generation))
    }

    fn ready_draft(self) -> Option<Ready> {
        let draft = self.draft.get_untracked().filter(Draft::is_acceptable)?;
        let DraftStage::Ready(report) = &draft.stage else { return None };
        let report = Arc::clone(report);
        let DraftEngine { engine, reading, .. } = self.draft_engine.get_value()?;
        Some(Ready { reading, draft, report, engine })
    }

    /// What was decided about the rows of a table, if it is in use.
    fn decided_about(self, id: &str) -> Option<Decided> {
        self.loaded.with_untracked(|all| all.iter().find(|it| it.table == id).map(|it| it.decided.clone()))
    }

    fn loaded_table(self, family: Family) -> Option<KeptTable> {
        let id = self.loaded_of(family).with_untracked(|loaded| loaded.as_ref().map(|loaded| loaded.table.clone()))?;
        // The sample is no place for the user's own rows.
        self.tables.get(&id).filter(|table| !table.sample)
    }

    /// The draft becomes a table of its own. Its rows are put away when the first analysis has been asked for.
    fn begin_table(self, ready: Ready) {
        let Ready { draft, report, engine, .. } = ready;
        let table = KeptTable {
            id: clock::unique_name(),
            name: draft.file_name.clone(),
            kind: report.table,
            sample: draft.sample,
            clients: report.clients,
            refinement: draft.decided.refinement.clone(),
            ..KeptTable::default()
        };
        self.end_draft();
        self.set_loaded(engine.clone(), &table, Arc::clone(&report), draft.decided);
        let (tell, done) = oneshot::channel();
        self.putting_away.set_value(Some(done.shared()));
        spawn_local(async move {
            // The screen that shows the table asks for its analysis first.
            clock::later(Duration::ZERO).await;
            match self.put_away(&engine, draft.file_name, &report).await {
                Ok((import, lasts)) => {
                    // What was decided about it meanwhile was decided about a table that was in no list.
                    let decided = self.decided_about(&table.id);
                    let refinement = decided.map_or(table.refinement, |decided| decided.refinement);
                    self.tables.add(KeptTable { imports: vec![import], refinement, ..table }, lasts);
                }
                // The table is in use, and in no list.
                Err(_) => self.tables.say_not_kept(),
            }
            let _ = tell.send(());
        });
    }

    /// The draft becomes part of a table, beside its other files or in their place.
    async fn add_to(self, before: KeptTable, ready: Ready, is_replacement: bool) -> Result<Acceptance, JobError> {
        let Ready { reading, draft, mut report, engine } = ready;
        let bytes = engine.pack().await?;
        if !is_replacement {
            let rows = self.tables.rows(&before.active_ids()).await.ok_or(JobError::KeptGone)?;
            let all = vault::in_a_row(&[rows, bytes.clone()]).ok_or(JobError::KeptGone)?;
            report = Arc::new(engine.open(all).await?);
        }
        // The account of the file alone, not of the table.
        let DraftStage::Ready(own_report) = &draft.stage else { return Ok(Acceptance::Dropped) };
        let import_id = clock::unique_name();
        let lasts = self.tables.put_rows(&import_id, &bytes).await;
        // What was decided about the file holds on in the table.
        let refinement = before.refinement.clone().followed_by(draft.decided.refinement);
        let decided = match report.table.is_sales() {
            true => refined(&engine, refinement.clone()).await,
            false => Ok(Decided::default()),
        };
        let decided = match decided {
            Ok(decided) => decided,
            Err(error) => {
                // Whoever tries again adds the rows of the file, not those of both. An engine that stopped has none.
                let _ = engine.open(bytes).await;
                return Err(error);
            }
        };
        if !self.is_current(reading) {
            // Cancelled meanwhile; rows that no list names are cleaned up.
            return Ok(Acceptance::Dropped);
        }
        let (file_name, size, now_ms) = (draft.file_name.clone(), bytes.size() as u64, clock::time_of_day_ms());
        let import = KeptImport::new(import_id.clone(), draft.file_name, own_report, size, now_ms);
        self.tables.put_import(&before.id, import, lasts, is_replacement);
        let (id, clients, own) = (before.id.clone(), report.clients, refinement.clone());
        self.tables.edit(&before.id, move |tables| {
            tables.set_clients(&id, clients);
            tables.set_refinement(&id, &own);
        });
        self.end_draft();
        self.set_loaded(engine, &before, report, decided);
        let undo = ImportUndo { before, added: import_id, refinement };
        Ok(Acceptance::Joined { file_name, undo: Box::new(undo) })
    }

    async fn put_away(
        self,
        engine: &EngineHandle,
        file_name: String,
        report: &ImportReport,
    ) -> Result<(KeptImport, bool), JobError> {
        let bytes = engine.pack().await?;
        let id = clock::unique_name();
        let lasts = self.tables.put_rows(&id, &bytes).await;
        let now_ms = clock::time_of_day_ms();
        Ok((KeptImport::new(id, file_name, report, bytes.size() as u64, now_ms), lasts))
    }

    /// Ends the draft without ending its engine.
    fn end_draft(self) {
        self.end_source();
        self.draft_engine.set_value(None);
        self.draft.set(None);
    }
}

/// Applies what was decided about a table's rows to an engine that has just taken them.
///
/// # Errors
/// What the engine says.
pub(super) async fn refined(engine: &EngineHandle, refinement: Refinement) -> Result<Decided, JobError> {
    let account = engine.ask(Request::Refine(refinement.clone()), None, |_| {}).await?.try_unwrap_refined()?;
    Ok(Decided { refinement, account: Some(account) })
}
