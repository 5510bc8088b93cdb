//! The loaded table and the one being read, as a context.
//!
//! A file is read by an engine of its own. Until the user accepts the reading it is a [`Draft`]; whatever was
//! loaded before stays as it is. Accepting puts the draft's engine in place of the old one; cancelling ends it.
//! What is accepted becomes part of a kept table: see [`accepting`] and [`opening`].

mod accepting;
mod opening;

use std::sync::Arc;

use futures_channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

pub use self::accepting::{Destination, ImportUndo};
use super::readings::ReadingsState;
use super::tables::TablesState;
use crate::analytics::dataset::{ImportReport, Inspection, ReadOptions};
use crate::i18n::Locale;
use crate::jobs::protocol::{JobError, Progress, Request, Response};
use crate::platform::engine::EngineHandle;
use crate::platform::fetch;
use crate::profile::{Reading, readings};

/// A table that analyses use.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// Counts up with every accepted file and opened table, so that results of an older one are told apart.
    pub generation: u32,
    /// Which of the kept tables it is.
    pub table: String,
    /// What the user calls it; at first the name of its file.
    pub name: String,
    /// Whether it is the sample that comes with the app.
    pub sample: bool,
    /// The account of its rows.
    pub report: Arc<ImportReport>,
}

/// How far a draft is.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftStage {
    /// Looking at the beginning of the file.
    Inspecting,
    /// Reading the whole file; the inspection is there already.
    Reading(Progress),
    /// Read: can be accepted.
    Ready(Arc<ImportReport>),
    /// Cannot be read so; other options may help.
    Failed(JobError),
}

/// A file being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Name of the file.
    pub file_name: String,
    /// Its size.
    pub file_bytes: u64,
    /// Whether it is the sample that comes with the app.
    pub sample: bool,
    /// What the user decided so far.
    pub options: ReadOptions,
    /// What the beginning of the file shows; kept while the file is read again with other options.
    pub inspection: Option<Arc<Inspection>>,
    /// How far it is.
    pub stage: DraftStage,
    /// What its headers are known by, once they have been seen.
    pub headers_key: Option<String>,
    /// Whether it is read as an earlier file with the same headers.
    pub recalled: bool,
}

/// The context. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct Workspace {
    tables: TablesState,
    loaded: RwSignal<Option<Loaded>>,
    draft: RwSignal<Option<Draft>>,
    engine: StoredValue<Option<EngineHandle>, LocalStorage>,
    draft_engine: StoredValue<Option<DraftEngine>, LocalStorage>,
    /// Counts up with every reading, so that late answers to an older one are told apart.
    readings: StoredValue<u32>,
    /// Counts up with everything that becomes the loaded table, or is about to.
    generations: StoredValue<u32>,
    /// Name of the table that is being opened.
    opening: RwSignal<Option<String>>,
    /// Why the table of the last time did not open.
    open_failure: RwSignal<Option<JobError>>,
    /// Whether an accepted file is being added to a table.
    accepting: RwSignal<bool>,
    /// Ends when the rows accepted last have been put away.
    putting_away: StoredValue<Option<oneshot::Receiver<()>>, LocalStorage>,
    /// How files were read before.
    memory: ReadingsState,
}

/// The engine that reads a draft.
#[derive(Clone, Debug)]
struct DraftEngine {
    reading: u32,
    file: File,
    engine: EngineHandle,
}

/// Addresses of the samples, relative to the app's folder.
const fn sample_address(locale: Locale) -> (&'static str, &'static str) {
    match locale {
        Locale::Ru => ("./samples/sales-ru.csv", "sales-ru.csv"),
        Locale::En => ("./samples/sales-en.csv", "sales-en.csv"),
    }
}

impl Workspace {
    /// Provides the context to everything below.
    pub fn provide(tables: TablesState, memory: ReadingsState) -> Self {
        let workspace = Self {
            tables,
            loaded: RwSignal::new(None),
            draft: RwSignal::new(None),
            engine: StoredValue::new_local(None),
            draft_engine: StoredValue::new_local(None),
            readings: StoredValue::new(0),
            generations: StoredValue::new(0),
            // Said from the first moment, so that no screen shows itself empty before.
            opening: RwSignal::new(tables.opened().map(|table| table.name)),
            open_failure: RwSignal::new(None),
            accepting: RwSignal::new(false),
            putting_away: StoredValue::new_local(None),
            memory,
        };
        provide_context(workspace);
        workspace
    }

    /// The table that analyses use.
    #[must_use]
    pub fn loaded(self) -> Signal<Option<Loaded>> {
        self.loaded.into()
    }

    /// The file being read.
    #[must_use]
    pub fn draft(self) -> Signal<Option<Draft>> {
        self.draft.into()
    }

    /// Begins to read a file; a draft that was there is cancelled. The caller navigates to the import screen.
    pub fn open_file(self, file: File) {
        self.open(file, false);
    }

    /// Begins to read the sample in the given language. The caller navigates to the import screen.
    pub fn open_sample(self, locale: Locale) {
        let (address, name) = sample_address(locale);
        spawn_local(async move {
            match fetch::own_file(address, name).await {
                Some(file) => self.open(file, true),
                None => self.draft.set(Some(Draft::unavailable(name))),
            }
        });
    }

    /// Reads the draft's file again with other options.
    pub fn set_options(self, options: ReadOptions) {
        if let Some(DraftEngine { file, .. }) = self.draft_engine.get_value() {
            self.draft.update(|draft| {
                if let Some(draft) = draft {
                    draft.options = options.clone();
                    draft.stage = DraftStage::Inspecting;
                }
            });
            self.read(file, options);
        }
    }

    /// Finds everything out anew, whatever was decided about earlier files with the same headers.
    pub fn ask_again(self) {
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                draft.recalled = false;
            }
        });
        self.set_options(ReadOptions::default());
    }

    /// Ends the draft; what was loaded stays.
    pub fn cancel_draft(self) {
        self.end_draft_engine();
        self.draft.set(None);
    }

    /// Asks the engine of the loaded table.
    ///
    /// # Errors
    /// [`JobError::NoTable`] when nothing is loaded, else what the engine says.
    pub async fn ask(self, request: Request) -> Result<Response, JobError> {
        let engine = self.engine.get_value().ok_or(JobError::NoTable)?;
        engine.ask(request, None, |_| {}).await
    }

    /// Asks the engine of the draft (for its rows set aside).
    ///
    /// # Errors
    /// [`JobError::NoTable`] when there is no draft, else what the engine says.
    pub async fn ask_draft(self, request: Request) -> Result<Response, JobError> {
        let DraftEngine { engine, .. } = self.draft_engine.get_value().ok_or(JobError::NoTable)?;
        engine.ask(request, None, |_| {}).await
    }

    fn open(self, file: File, sample: bool) {
        self.draft.set(Some(Draft {
            file_name: file.name(),
            // Sizes of files are whole and far under 2^53.
            file_bytes: file.size() as u64,
            sample,
            options: ReadOptions::default(),
            inspection: None,
            stage: DraftStage::Inspecting,
            headers_key: None,
            recalled: false,
        }));
        self.read(file, ReadOptions::default());
    }

    fn end_draft_engine(self) {
        let ended = self.draft_engine.try_update_value(Option::take).flatten();
        ended.iter().for_each(|draft| draft.engine.end());
    }

    /// Reads `file` with an engine of its own; that of an earlier reading is ended.
    fn read(self, file: File, options: ReadOptions) {
        self.end_draft_engine();
        let reading = self.readings.get_value();
        self.readings.set_value(reading + 1);
        let engine = EngineHandle::start();
        self.draft_engine.set_value(Some(DraftEngine { reading, file: file.clone(), engine: engine.clone() }));
        spawn_local(async move {
            let stage = self.read_through(reading, &engine, file, options).await;
            self.advance(reading, |draft| draft.stage = stage);
        });
    }

    async fn read_through(
        self,
        reading: u32,
        engine: &EngineHandle,
        file: File,
        mut options: ReadOptions,
    ) -> DraftStage {
        let mut looked = look(engine, &file, &options).await;
        if let Ok(first) = &looked
            && let Some(known) = self.recall(reading, first)
        {
            let (recalled, inspection) = look_again(engine, &file, &known).await;
            // What was decided then may not do for this file after all.
            if inspection.as_ref().is_ok_and(|inspection| inspection.missing.is_empty()) {
                self.advance(reading, |draft| {
                    draft.options = recalled.clone();
                    draft.recalled = true;
                });
                (options, looked) = (recalled, inspection);
            }
        }
        match looked {
            Ok(inspection) => self.advance(reading, |draft| {
                draft.stage = DraftStage::Reading(Progress { bytes_all: draft.file_bytes, ..Progress::default() });
                draft.inspection = Some(Arc::new(inspection));
            }),
            Err(error) => return DraftStage::Failed(error),
        }
        let on_progress = move |progress| self.advance(reading, |draft| draft.stage = DraftStage::Reading(progress));
        match engine.ask(Request::Import(options), Some(file), on_progress).await {
            Ok(Response::Imported(report)) => DraftStage::Ready(Arc::new(report)),
            Ok(_) => DraftStage::Failed(JobError::OtherBuild),
            Err(error) => DraftStage::Failed(error),
        }
    }

    /// How an earlier file with the same headers was read, asked once, at the first look at a file.
    fn recall(self, reading: u32, first: &Inspection) -> Option<Reading> {
        let key = readings::key_of(first.columns.iter().map(|column| column.name.as_str()));
        let mut is_first = false;
        self.advance(reading, |draft| {
            is_first = draft.headers_key.is_none() && !draft.sample;
            draft.headers_key.get_or_insert_with(|| key.clone());
        });
        self.memory.recall(&key).filter(|_| is_first)
    }

    /// Keeps what the user decided about a draft for the next file with the same headers.
    fn remember(self, draft: &Draft) {
        let (Some(key), Some(inspection)) = (draft.headers_key.as_ref().filter(|_| !draft.sample), &draft.inspection)
        else {
            return;
        };
        let names: Vec<String> = inspection.columns.iter().map(|column| column.name.clone()).collect();
        match Reading::new(key, &draft.options, &names) {
            Some(reading) if self.memory.recall(key).as_ref() != Some(&reading) => self.memory.remember(reading),
            Some(_) => {}
            None if self.memory.recall(key).is_some() => self.memory.forget(key.clone()),
            None => {}
        }
    }

    /// Changes the draft, unless it has been replaced or cancelled since.
    fn advance(self, reading: u32, change: impl FnOnce(&mut Draft)) {
        if self.is_reading(reading) {
            self.draft.try_update(|draft| draft.as_mut().map(change));
        }
    }

    /// Whether the draft is still of this reading.
    fn is_reading(self, reading: u32) -> bool {
        let is_current = |draft: &Option<DraftEngine>| draft.as_ref().is_some_and(|draft| draft.reading == reading);
        self.draft_engine.try_with_value(is_current).unwrap_or(false)
    }
}

/// Looks at the beginning of a file.
async fn look(engine: &EngineHandle, file: &File, options: &ReadOptions) -> Result<Inspection, JobError> {
    match engine.ask(Request::Inspect(options.clone()), Some(file.clone()), |_| {}).await? {
        Response::Inspected(inspection) => Ok(inspection),
        _ => Err(JobError::OtherBuild),
    }
}

/// Looks at a file as an earlier one was read. Columns are known by name, so their places come from a look of its own.
async fn look_again(
    engine: &EngineHandle,
    file: &File,
    known: &Reading,
) -> (ReadOptions, Result<Inspection, JobError>) {
    let mut options = known.options();
    let first = look(engine, file, &options).await;
    let Ok(first) = first else { return (options, first) };
    let names: Vec<String> = first.columns.iter().map(|column| column.name.clone()).collect();
    options.mapping = known.mapping(&names);
    let inspection = look(engine, file, &options).await;
    (options, inspection)
}

impl Draft {
    /// A file that could not even be fetched.
    fn unavailable(name: &str) -> Self {
        Self {
            file_name: name.to_owned(),
            file_bytes: 0,
            sample: true,
            options: ReadOptions::default(),
            inspection: None,
            stage: DraftStage::Failed(JobError::FileUnavailable),
            headers_key: None,
            recalled: false,
        }
    }
}

/// The loaded table and the one being read.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_workspace() -> Workspace {
    expect_context()
}
