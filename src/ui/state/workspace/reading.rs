//! A file is read: begun from anywhere, done in the part that talks to engines.

use std::sync::Arc;

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::practice::Unseen;
use super::samples::{Sample, sample_address};
use super::work::{self, Work};
use super::{Draft, DraftEngine, DraftFile, DraftStage, Workspace};
use crate::analytics::dataset::{Inspection, ReadOptions};
use crate::analytics::workbook::{self, Pick};
use crate::i18n::Locale;
use crate::jobs::protocol::{JobError, Progress, Request, Response};
use crate::platform::engine::{EngineHandle, News};
use crate::platform::fetch;
use crate::platform::workbook::{Ending, convert};
use crate::profile::{Reading, readings};
use crate::ui::state::readings::{ReadingsState, use_readings};

impl Workspace {
    /// Begins to read a file; a draft that was there is cancelled. The caller navigates to the import screen.
    pub fn open_file(self, file: File) {
        self.begin_draft(&file, false);
        self.begin(Work::Read(file));
    }

    /// Begins to read a sample in the given language. The caller navigates to the import screen.
    pub fn open_sample(self, sample: Sample, locale: Locale) {
        self.begin(Work::ReadSample(sample, locale));
    }

    /// Opens the tables of the last visit by themselves; where there never was one, nothing is loaded for it.
    pub fn resume(self) {
        if self.tables.were_kept() {
            self.begin(Work::OpenLast);
        }
    }

    /// Has what reads a file, and what shows it, at hand before there is one; `place` is where it will be shown, and
    /// `screen` makes what shows it, if that has been fetched.
    pub fn prepare(self, place: Owner, screen: fn() -> Option<AnyView>) {
        self.begin(Work::Prepare(Unseen { place, screen }));
    }

    fn begin(self, work: Work) {
        at_once(async move {
            if work::begin(self, work.clone()).await.is_ok() {
                return;
            }
            match work {
                Work::Prepare(_) => {}
                Work::OpenLast => self.give_up_opening(),
                Work::Read(file) => self.draft.set(Some(Draft::unavailable(file.name(), false))),
                Work::ReadSample(sample, locale) => {
                    self.draft.set(Some(Draft::unavailable(sample_address(sample, locale).1.to_owned(), true)));
                }
            }
        });
    }

    /// Does what [`work::begin`] was asked for. Only for that part: whoever calls it has all of this in its program.
    pub(super) fn work(self, work: Work) {
        self.keep_linked();
        match work {
            Work::OpenLast => spawn_local(async move {
                self.open_last().await;
                self.tables.clean_up().await;
            }),
            // Whoever has engines at work already needs no other beside them.
            Work::Prepare(_) if self.is_at_work() => {}
            Work::Prepare(unseen) => spawn_local(async move {
                if let Some((inspection, report)) = EngineHandle::prepare().await
                    && !self.is_at_work()
                {
                    self.practise(unseen, inspection, report).await;
                }
            }),
            // It may have been cancelled meanwhile.
            Work::Read(file) if self.draft.with_untracked(Option::is_some) => self.take_in(file, Pick::First),
            Work::Read(_) => {}
            Work::ReadSample(sample, locale) => {
                let (address, name) = sample_address(sample, locale);
                spawn_local(async move {
                    match fetch::own_file(address, name).await {
                        Some(file) => {
                            self.begin_draft(&file, true);
                            self.take_in(file, Pick::First);
                        }
                        None => self.draft.set(Some(Draft::unavailable(name.to_owned(), true))),
                    }
                });
            }
        }
    }

    pub(super) fn is_at_work(self) -> bool {
        self.draft.with_untracked(Option::is_some)
            || self.loaded.with_untracked(|loaded| !loaded.is_empty())
            || self.opening.with_untracked(|opening| !opening.is_empty())
    }

    /// How files were read before.
    fn memory(self) -> ReadingsState {
        self.root.with_value(|root| root.with(use_readings))
    }

    fn begin_draft(self, file: &File, sample: bool) {
        // Sizes of files are whole and far under 2^53.
        self.draft.set(Some(Draft::begun(file.name(), file.size() as u64, sample)));
    }

    /// Reads the draft's file: a workbook after one of its sheets has been made text, any other file as it is.
    pub(super) fn take_in(self, file: File, pick: Pick) {
        self.end_source();
        let ending = Ending::default();
        // Until an engine reads, this is the reading.
        self.end_draft_engine();
        let reading = self.next_reading();
        self.draft_file.set_value(Some(DraftFile { reading, file: file.clone(), ending: ending.clone() }));
        if pick != Pick::First {
            spawn_local(self.take_sheet(reading, file, pick, ending));
            return;
        }
        let (of_engine, engine) = self.begin_reading(&file);
        at_once(async move {
            match self.read_any(of_engine, &engine, &file).await {
                Some(stage) => self.end_reading(of_engine, stage),
                None if self.is_current(of_engine) => {
                    self.end_draft_engine();
                    self.take_sheet(reading, file, pick, ending).await;
                }
                None => {}
            }
        });
    }

    /// Reads a file of which nothing is known; `None` if it is a workbook.
    async fn read_any(self, reading: u32, engine: &EngineHandle, file: &File) -> Option<DraftStage> {
        let options = ReadOptions::default();
        if !self.memory().is_empty() {
            // How it is read may depend on how others were.
            let looked = look_at_any(engine, file).await.transpose()?;
            return Some(self.read_through(reading, engine, file.clone(), options, looked).await);
        }
        let hear = move |news| match news {
            News::Looked(inspection) => {
                self.know_headers(reading, &inspection);
                self.show_look(reading, *inspection);
            }
            News::Progress(progress) => self.show_progress(reading, progress),
        };
        match engine.ask(Request::Read(options), Some(file.clone()), hear).await {
            Ok(Response::Workbook) => None,
            answer => Some(stage_of(answer)),
        }
    }

    /// Makes text of a sheet of the draft's workbook, and reads it.
    async fn take_sheet(self, reading: u32, file: File, pick: Pick, ending: Ending) {
        let converted = convert(&file, pick, &ending).await;
        if !self.is_current(reading) {
            return;
        }
        match converted {
            Ok((book, text)) => {
                self.advance(reading, |draft| {
                    draft.book = Some(Arc::new(book));
                    draft.options = workbook::read_options();
                });
                self.read(text, workbook::read_options());
            }
            Err(error) => self.advance(reading, |draft| draft.stage = DraftStage::Failed(error)),
        }
    }

    pub(super) fn end_source(self) {
        let ended = self.draft_file.try_update_value(Option::take).flatten();
        ended.iter().for_each(|source| source.ending.end());
    }

    pub(super) fn next_reading(self) -> u32 {
        let reading = self.reading_numbers.get_value();
        self.reading_numbers.set_value(reading.wrapping_add(1));
        reading
    }

    pub(super) fn end_draft_engine(self) {
        let ended = self.draft_engine.try_update_value(Option::take).flatten();
        ended.iter().for_each(|draft| draft.engine.end());
    }

    /// Reads text with an engine of its own; that of an earlier reading is ended.
    pub(super) fn read(self, file: File, options: ReadOptions) {
        let (reading, engine) = self.begin_reading(&file);
        spawn_local(async move {
            let looked = look(&engine, &file, &options).await;
            self.read_on(reading, &engine, file, options, looked).await;
        });
    }

    /// An engine of its own for a reading, and the reading's number.
    fn begin_reading(self, file: &File) -> (u32, EngineHandle) {
        self.end_draft_engine();
        let reading = self.next_reading();
        let engine = EngineHandle::start();
        self.draft_engine.set_value(Some(DraftEngine { reading, file: file.clone(), engine: engine.clone() }));
        (reading, engine)
    }

    /// Reads a file that has been looked at.
    async fn read_on(
        self,
        reading: u32,
        engine: &EngineHandle,
        file: File,
        options: ReadOptions,
        looked: Result<Inspection, JobError>,
    ) {
        let stage = self.read_through(reading, engine, file, options, looked).await;
        self.end_reading(reading, stage);
    }

    /// Shows what a reading came to.
    fn end_reading(self, reading: u32, stage: DraftStage) {
        self.advance(reading, |draft| draft.stage = stage);
    }

    async fn read_through(
        self,
        reading: u32,
        engine: &EngineHandle,
        file: File,
        mut options: ReadOptions,
        mut looked: Result<Inspection, JobError>,
    ) -> DraftStage {
        if let Ok(first) = &looked
            && let Some(known) = self.recall(reading, first)
        {
            let (recalled, inspection) = look_again(engine, &file, &options, &known).await;
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
            Ok(inspection) => self.show_look(reading, inspection),
            Err(error) => return DraftStage::Failed(error),
        }
        let hear = move |news| {
            if let News::Progress(progress) = news {
                self.show_progress(reading, progress);
            }
        };
        stage_of(engine.ask(Request::Import(options), Some(file), hear).await)
    }

    /// Shows what the beginning of the file says; the rest is being read.
    fn show_look(self, reading: u32, inspection: Inspection) {
        self.advance(reading, |draft| {
            draft.stage = DraftStage::Reading(Progress { bytes_all: draft.file_bytes, ..Progress::default() });
            draft.inspection = Some(Arc::new(inspection));
        });
    }

    fn show_progress(self, reading: u32, progress: Progress) {
        self.advance(reading, |draft| draft.stage = DraftStage::Reading(progress));
    }

    /// How an earlier file with the same headers was read, asked once, at the first look at a file.
    fn recall(self, reading: u32, first: &Inspection) -> Option<Reading> {
        self.know_headers(reading, first).and_then(|key| self.memory().recall(&key))
    }

    /// Notes by what the headers of the draft are known; gives it at the first look at a file that is no sample.
    fn know_headers(self, reading: u32, first: &Inspection) -> Option<String> {
        let key = readings::key_of(first.columns.iter().map(|column| column.name.as_str()));
        let mut is_first = false;
        self.advance(reading, |draft| {
            is_first = draft.headers_key.is_none() && !draft.sample;
            draft.headers_key.get_or_insert_with(|| key.clone());
        });
        is_first.then_some(key)
    }

    /// Keeps what the user decided about a draft for the next file with the same headers.
    pub(super) fn remember(self, draft: &Draft) {
        let (Some(key), Some(inspection)) = (draft.headers_key.as_ref().filter(|_| !draft.sample), &draft.inspection)
        else {
            return;
        };
        let names: Vec<String> = inspection.columns.iter().map(|column| column.name.clone()).collect();
        let memory = self.memory();
        match Reading::new(key, &draft.options, &names) {
            Some(reading) if memory.recall(key).as_ref() != Some(&reading) => memory.remember(reading),
            Some(_) => {}
            None if memory.recall(key).is_some() => memory.forget(key.clone()),
            None => {}
        }
    }

    /// Changes the draft, unless it has been replaced or cancelled since.
    pub(super) fn advance(self, reading: u32, change: impl FnOnce(&mut Draft)) {
        if self.is_current(reading) {
            self.draft.try_update(|draft| draft.as_mut().map(change));
        }
    }

    /// Whether the draft is still being read by the reading of this number.
    pub(super) fn is_current(self, reading: u32) -> bool {
        self.reading() == Some(reading)
    }

    /// The number of the reading of the draft.
    pub(super) fn reading(self) -> Option<u32> {
        let engine = self.draft_engine.try_with_value(|draft| draft.as_ref().map(|draft| draft.reading)).flatten();
        let source = self.draft_file.try_with_value(|source| source.as_ref().map(|source| source.reading)).flatten();
        engine.or(source)
    }
}

/// Goes as far as it can before the caller goes on, so that an engine works while the page draws; the rest comes later.
fn at_once(work: impl Future<Output = ()> + 'static) {
    let mut work = Box::pin(work);
    if work.as_mut().now_or_never().is_none() {
        spawn_local(work);
    }
}

/// What an import comes to.
fn stage_of(answer: Result<Response, JobError>) -> DraftStage {
    match answer {
        Ok(Response::Imported(report)) => DraftStage::Ready(Arc::new(report)),
        Ok(_) => DraftStage::Failed(JobError::OtherBuild),
        Err(error) => DraftStage::Failed(error),
    }
}

/// Looks at the beginning of a file of which nothing is known; `None` if it is a workbook.
async fn look_at_any(engine: &EngineHandle, file: &File) -> Result<Option<Inspection>, JobError> {
    match engine.ask(Request::InspectAny(ReadOptions::default()), Some(file.clone()), |_| {}).await? {
        Response::Inspected(inspection) => Ok(Some(inspection)),
        Response::Workbook => Ok(None),
        _ => Err(JobError::OtherBuild),
    }
}

/// Looks at the beginning of a text.
async fn look(engine: &EngineHandle, file: &File, options: &ReadOptions) -> Result<Inspection, JobError> {
    Ok(engine.ask(Request::Inspect(options.clone()), Some(file.clone()), |_| {}).await?.try_unwrap_inspected()?)
}

/// Looks at a file as an earlier one was read. Columns are known by name, so their places come from a look of its own.
async fn look_again(
    engine: &EngineHandle,
    file: &File,
    given: &ReadOptions,
    known: &Reading,
) -> (ReadOptions, Result<Inspection, JobError>) {
    // How the text of a sheet is written is no decision.
    let ReadOptions { encoding, separator, either_mark, .. } = *given;
    let mut options = ReadOptions { encoding, separator, either_mark, ..known.options() };
    let first = look(engine, file, &options).await;
    let Ok(first) = first else { return (options, first) };
    let names: Vec<String> = first.columns.iter().map(|column| column.name.clone()).collect();
    options.mapping = known.mapping(&names);
    options.left_out_columns = known.left_out_columns(&names);
    let inspection = look(engine, file, &options).await;
    (options, inspection)
}
