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
use crate::analytics::quality::{RefinedAccount, Refinement};
use crate::analytics::workbook::{self, Book, Pick};
use crate::i18n::Locale;
use crate::jobs::protocol::{JobError, Progress, Request, Response};
use crate::platform::engine::EngineHandle;
use crate::platform::fetch;
use crate::platform::workbook::{Converted, Ending, convert};
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
    /// What the user decided about its rows.
    pub decided: Decided,
}

/// What the user decided about the rows of a table, and what follows from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decided {
    /// The decisions.
    pub refinement: Refinement,
    /// The account of the table that they make, once there is one.
    pub account: Option<RefinedAccount>,
}

/// One of the two tables there may be, and so which engine has its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The file being read.
    Draft,
    /// The loaded table.
    Loaded,
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
    /// The workbook that the table was taken from; what is read then is the text of one of its sheets.
    pub book: Option<Arc<Book>>,
    /// What the user decided so far.
    pub options: ReadOptions,
    /// What the beginning of the file shows; kept while the file is read again with other options.
    pub inspection: Option<Arc<Inspection>>,
    /// How far it is.
    pub stage: DraftStage,
    /// What the user decided about its rows.
    pub decided: Decided,
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
    source: StoredValue<Option<DraftFile>, LocalStorage>,
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

/// The file that the user gave, which may be a workbook: other sheets are taken from it.
#[derive(Clone, Debug)]
struct DraftFile {
    reading: u32,
    file: File,
    ending: Ending,
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
            source: StoredValue::new_local(None),
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
                    // Another reading makes other rows.
                    draft.decided = Decided::default();
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

    /// Takes the table from another sheet of the draft's workbook; what was decided about columns goes.
    pub fn choose_sheet(self, index: usize) {
        if let Some(DraftFile { file, .. }) = self.source.get_value() {
            self.draft.update(|draft| {
                if let Some(draft) = draft {
                    draft.options = workbook::read_options();
                    draft.inspection = None;
                    draft.stage = DraftStage::Inspecting;
                }
            });
            self.take_in(file, Pick::At(index));
        }
    }

    /// Ends the draft; what was loaded stays.
    pub fn cancel_draft(self) {
        self.end_source();
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

    /// Asks the engine of one of the tables.
    ///
    /// # Errors
    /// [`JobError::NoTable`] when there is none, else what the engine says.
    pub async fn ask_of(self, source: Source, request: Request) -> Result<Response, JobError> {
        match source {
            Source::Draft => self.ask_draft(request).await,
            Source::Loaded => self.ask(request).await,
        }
    }

    /// What the user decided about the rows of one of the tables.
    #[must_use]
    pub fn decided(self, source: Source) -> Option<Decided> {
        match source {
            Source::Draft => self.draft.with(|draft| draft.as_ref().map(|draft| draft.decided.clone())),
            Source::Loaded => self.loaded.with(|loaded| loaded.as_ref().map(|loaded| loaded.decided.clone())),
        }
    }

    /// Changes the decisions about the rows of one of the tables; analyses then see the table that they make.
    ///
    /// # Errors
    /// What the engine says; the decisions are then those before.
    pub async fn refine(self, source: Source, change: impl FnOnce(&mut Refinement)) -> Result<(), JobError> {
        let before = untrack(|| self.decided(source)).ok_or(JobError::NoTable)?;
        let mut refinement = before.refinement.clone();
        change(&mut refinement);
        // At once, so that the next change builds on this one.
        self.set_decided(source, Decided { refinement: refinement.clone(), account: before.account.clone() });
        match self.ask_of(source, Request::Refine(refinement.clone())).await {
            Ok(Response::Refined(account)) => {
                // A later change may be under way: its decisions stand, and its account will follow.
                let refinement = untrack(|| self.decided(source)).map_or(refinement, |decided| decided.refinement);
                self.set_decided(source, Decided { refinement: refinement.clone(), account: Some(account) });
                if source == Source::Loaded {
                    self.table_refined(refinement);
                }
                Ok(())
            }
            answer => {
                self.set_decided(source, before);
                Err(answer.err().unwrap_or(JobError::OtherBuild))
            }
        }
    }

    /// The loaded table's rows were decided about: results are of another table now, and the next time it opens so.
    fn table_refined(self, refinement: Refinement) {
        let generation = self.next_generation();
        self.loaded.try_update(|loaded| loaded.as_mut().map(|loaded| loaded.generation = generation));
        if let Some(id) = self.loaded.with_untracked(|loaded| loaded.as_ref().map(|loaded| loaded.table.clone())) {
            let own = id.clone();
            self.tables.edit(&id, move |tables| tables.set_refinement(&own, &refinement));
        }
    }

    fn set_decided(self, source: Source, decided: Decided) {
        match source {
            Source::Draft => {
                self.draft.try_update(|draft| draft.as_mut().map(|draft| draft.decided = decided));
            }
            Source::Loaded => {
                self.loaded.try_update(|loaded| loaded.as_mut().map(|loaded| loaded.decided = decided));
            }
        }
    }

    fn open(self, file: File, sample: bool) {
        self.draft.set(Some(Draft {
            file_name: file.name(),
            // Sizes of files are whole and far under 2^53.
            file_bytes: file.size() as u64,
            sample,
            book: None,
            options: ReadOptions::default(),
            inspection: None,
            stage: DraftStage::Inspecting,
            decided: Decided::default(),
            headers_key: None,
            recalled: false,
        }));
        self.take_in(file, Pick::First);
    }

    /// Reads the draft's file: a workbook after one of its sheets has been made text, any other file as it is.
    fn take_in(self, file: File, pick: Pick) {
        self.end_source();
        self.end_draft_engine();
        let reading = self.next_reading();
        let ending = Ending::default();
        self.source.set_value(Some(DraftFile { reading, file: file.clone(), ending: ending.clone() }));
        spawn_local(async move {
            let converted = convert(&file, pick, &ending).await;
            if !self.is_current(reading) {
                return;
            }
            match converted {
                Ok(Converted::Text) => self.read(file, ReadOptions::default()),
                Ok(Converted::Sheet(book, text)) => {
                    self.advance(reading, |draft| {
                        draft.book = Some(Arc::new(book));
                        draft.options = workbook::read_options();
                    });
                    self.read(text, workbook::read_options());
                }
                Err(error) => self.advance(reading, |draft| draft.stage = DraftStage::Failed(error)),
            }
        });
    }

    fn end_source(self) {
        let ended = self.source.try_update_value(Option::take).flatten();
        ended.iter().for_each(|source| source.ending.end());
    }

    fn next_reading(self) -> u32 {
        let reading = self.readings.get_value();
        self.readings.set_value(reading.wrapping_add(1));
        reading
    }

    fn end_draft_engine(self) {
        let ended = self.draft_engine.try_update_value(Option::take).flatten();
        ended.iter().for_each(|draft| draft.engine.end());
    }

    /// Reads `file` with an engine of its own; that of an earlier reading is ended.
    fn read(self, file: File, options: ReadOptions) {
        self.end_draft_engine();
        let reading = self.next_reading();
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
        if self.is_current(reading) {
            self.draft.try_update(|draft| draft.as_mut().map(change));
        }
    }

    /// Whether the draft is still being read by the reading of this number.
    fn is_current(self, reading: u32) -> bool {
        let engine = self.draft_engine.try_with_value(|draft| draft.as_ref().map(|draft| draft.reading)).flatten();
        let source = self.source.try_with_value(|source| source.as_ref().map(|source| source.reading)).flatten();
        engine.or(source) == Some(reading)
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
            book: None,
            options: ReadOptions::default(),
            inspection: None,
            stage: DraftStage::Failed(JobError::FileUnavailable),
            decided: Decided::default(),
            headers_key: None,
            recalled: false,
        }
    }

    /// Whether it can become the loaded table: sums of several currencies are none.
    fn is_acceptable(&self) -> bool {
        matches!(&self.stage, DraftStage::Ready(report) if !report.mixes_currencies())
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
