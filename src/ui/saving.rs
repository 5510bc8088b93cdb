//! Tables on their way to the user's files; pictures, which need no table, are in [`pictures`].

use derive_more::From;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::failures::{Failures, use_failures};
use super::state::i18n::{I18n, use_i18n};
use super::state::toasts::{ToastKind, Toasts, use_toasts};
use super::state::workspace::{Workspace, use_workspace};
use crate::analytics::dataset::Family;
use crate::jobs::protocol::{ExportRequest, ExportTable, JobError, Request};
use crate::jobs::sheet::{Export, FileKind};
use crate::platform::download::{self, SaveError};
use crate::platform::export;

pub mod pictures;

/// Saves tables, and says so when that fails.
#[derive(Clone, Copy, Debug)]
pub struct Saver {
    workspace: Workspace,
    toasts: Toasts,
    failures: Failures,
    i18n: I18n,
    busy: RwSignal<bool>,
}

/// Why a table was not saved.
#[derive(Debug, From)]
enum NotSaved {
    /// The engine did not make it.
    Engine(JobError),
    /// The browser made no file of it.
    Browser(SaveError),
}

/// What saves tables.
#[must_use]
pub fn use_saver() -> Saver {
    Saver {
        workspace: use_workspace(),
        toasts: use_toasts(),
        failures: use_failures(),
        i18n: use_i18n(),
        busy: RwSignal::new(false),
    }
}

impl Saver {
    /// Whether something is being saved.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Saves a table that the engine makes, as `<stem>.csv` or `<stem>.xlsx`.
    pub fn table(self, table: ExportTable, stem: String, kind: FileKind) {
        let format = untrack(move || self.i18n.format());
        let family = match &table {
            ExportTable::Deals { .. } => Family::Deals,
            _ => Family::Sales,
        };
        let loaded = self.workspace.loaded_of(family);
        let source = loaded.with_untracked(|loaded| loaded.as_ref().map(|loaded| loaded.name.clone()));
        let request = ExportRequest { table, kind, source: source.unwrap_or_default(), format };
        self.run(async move {
            let answer = self.workspace.ask_family(family, Request::Export(Box::new(request))).await?;
            put_away(answer.try_unwrap_file().map_err(JobError::from)?, &stem, kind).await
        });
    }

    /// Saves a table that the screen has itself, because no rows are needed for it.
    pub fn own_table(self, table: Export<'static>, stem: String, kind: FileKind) {
        let prepared = table.prepared(kind, untrack(move || self.i18n.format()));
        self.run(async move { put_away(prepared, &stem, kind).await });
    }

    fn run(self, saving: impl Future<Output = Result<(), NotSaved>> + 'static) {
        self.busy.set(true);
        spawn_local(async move {
            let failed = untrack(move || self.i18n.text().saving().table_failed);
            match saving.await {
                Ok(()) => {}
                Err(NotSaved::Engine(error)) => self.failures.tell_of(failed, &error),
                Err(NotSaved::Browser(_)) => self.toasts.show(ToastKind::Bad, failed),
            }
            self.busy.try_set(false);
        });
    }
}

/// Writes what was prepared for a kind of file, and saves it.
async fn put_away(prepared: Vec<u8>, stem: &str, kind: FileKind) -> Result<(), NotSaved> {
    let file = match kind {
        FileKind::Csv => prepared,
        FileKind::Xlsx => export::workbook(&prepared).await?,
    };
    let name = format!("{stem}.{}", kind.extension());
    Ok(download::save(&name, kind.mime(), &file)?)
}
