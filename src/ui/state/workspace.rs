//! The loaded tables and the one being read, as a context.
//!
//! One table of each family is in use at a time: analyses of clients see the sales whatever else is opened, the funnel
//! the deals. The one that was opened last is the current one: that of the Data screen.
//!
//! A file is read by an engine of its own. Until the user accepts the reading it is a [`Draft`]; whatever was
//! loaded before stays as it is. Accepting puts the draft's engine in place of the old one; cancelling ends it.
//! What is accepted becomes part of a kept table: see [`accepting`] and [`opening`]; how it is read: [`reading`].

mod accepting;
mod deciding;
mod in_use;
mod linking;
mod opening;
mod part;
mod practice;
mod reading;
mod samples;
mod work;

use std::sync::Arc;

use futures_channel::oneshot;
use futures_util::future::Shared;
use leptos::prelude::*;
use web_sys::File;

pub use self::accepting::{Acceptance, Destination, ImportUndo};
pub use self::deciding::Decided;
use self::in_use::ByFamily;
pub use self::in_use::Edition;
pub use self::linking::{Link, use_link_number};
pub use self::part::Part;
pub use self::samples::Sample;
use super::tables::TablesState;
use crate::analytics::dataset::{Family, ImportReport, Inspection, ReadOptions};
use crate::analytics::quality::Narrowing;
use crate::analytics::workbook::{self, Book, Pick};
use crate::jobs::protocol::{JobError, Progress, Request, Response};
use crate::platform::engine::EngineHandle;
use crate::platform::workbook::Ending;

/// A table that analyses use.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// Counts up with every accepted file and opened table, so that results of an older one are told apart.
    pub generation: u32,
    /// The first of these numbers of this table: what is of an earlier one is of another table.
    pub since: u32,
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
    /// Which part of its rows analyses look at.
    pub part: Part,
}

impl Loaded {
    /// The family of the table.
    #[must_use]
    pub fn family(&self) -> Family {
        self.report.table.family()
    }
}

/// Which table is meant, and so whose engine has the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhichTable {
    /// The file being read.
    Draft,
    /// The one of the loaded tables that was opened last.
    Current,
    /// The table of sales.
    Sales,
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
    /// At most one of each family.
    loaded: RwSignal<Vec<Loaded>>,
    current: RwSignal<Option<Family>>,
    by_family: ByFamily,
    current_table: Signal<Option<Loaded>>,
    draft: RwSignal<Option<Draft>>,
    engines: StoredValue<Vec<(Family, EngineHandle)>, LocalStorage>,
    draft_engine: StoredValue<Option<DraftEngine>, LocalStorage>,
    draft_file: StoredValue<Option<DraftFile>, LocalStorage>,
    /// Counts up with every reading, so that late answers to an older one are told apart.
    reading_numbers: StoredValue<u32>,
    /// Counts up with everything that changes the rows of a loaded table, or is about to load one.
    generations: StoredValue<u32>,
    /// The number with which a table of each family was loaded last, or is being loaded, in the order of [`Family::ALL`].
    latest: StoredValue<[u32; Family::ALL.len()]>,
    /// Names of the tables that are being opened.
    opening: RwSignal<Vec<(Family, String)>>,
    /// Why the table of the last time did not open.
    open_failure: RwSignal<Option<JobError>>,
    /// Whether an accepted file is being added to a table.
    accepting: RwSignal<bool>,
    /// Ends when the rows accepted last have been put away.
    putting_away: StoredValue<Option<Shared<oneshot::Receiver<()>>>, LocalStorage>,
    /// Which part of which table was asked for and is not in force yet.
    narrowing_asked: StoredValue<Option<(String, Narrowing)>>,
    /// What the sales know of the list of clients.
    link: RwSignal<Link>,
    /// Whether the sales are told of it.
    is_linked: StoredValue<bool>,
    /// Where it was provided.
    root: StoredValue<Owner>,
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

impl Workspace {
    /// Provides the context to everything below.
    pub fn provide(tables: TablesState) -> Self {
        let (loaded, current) = (RwSignal::new(Vec::<Loaded>::new()), RwSignal::new(None));
        let by_family = ByFamily::new(loaded);
        let of_current = move || current.get().and_then(|family| by_family.loaded(family).get());
        let workspace = Self {
            tables,
            loaded,
            current,
            by_family,
            current_table: Memo::new(move |_| of_current()).into(),
            draft: RwSignal::new(None),
            engines: StoredValue::new_local(Vec::new()),
            draft_engine: StoredValue::new_local(None),
            draft_file: StoredValue::new_local(None),
            reading_numbers: StoredValue::new(0),
            generations: StoredValue::new(0),
            latest: StoredValue::new([0; Family::ALL.len()]),
            // Said from the first moment, so that no screen shows itself empty before.
            opening: RwSignal::new(
                tables.all_opened().into_iter().map(|table| (table.kind.family(), table.name)).collect(),
            ),
            open_failure: RwSignal::new(None),
            accepting: RwSignal::new(false),
            putting_away: StoredValue::new_local(None),
            narrowing_asked: StoredValue::new(None),
            link: RwSignal::new(Link::default()),
            is_linked: StoredValue::new(false),
            root: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        provide_context(workspace);
        workspace
    }

    /// The file being read.
    #[must_use]
    pub fn draft(self) -> Signal<Option<Draft>> {
        self.draft.into()
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

    /// Whether the draft may be accepted while rows of it cannot be read. It is read the same either way.
    pub fn set_whole_only(self, whole_only: bool) {
        self.draft.update(|draft| draft.iter_mut().for_each(|draft| draft.options.whole_only = whole_only));
    }

    /// Finds everything out anew, whatever was decided about earlier files with the same headers.
    pub fn ask_again(self) {
        let mut options = ReadOptions::default();
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                draft.recalled = false;
                if draft.book.is_some() {
                    options = workbook::read_options();
                }
            }
        });
        self.set_options(options);
    }

    /// Takes the table from another sheet of the draft's workbook, or from several; what was decided about columns goes.
    pub fn choose_sheets(self, pick: Pick) {
        if let Some(DraftFile { file, .. }) = self.draft_file.get_value() {
            self.draft.update(|draft| {
                if let Some(draft) = draft {
                    draft.options = workbook::read_options();
                    draft.inspection = None;
                    draft.stage = DraftStage::Inspecting;
                }
            });
            self.take_in(file, pick);
        }
    }

    /// Ends the draft; what was loaded stays.
    pub fn cancel_draft(self) {
        self.end_source();
        self.end_draft_engine();
        self.draft.set(None);
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
    pub async fn ask_of(self, which: WhichTable, request: Request) -> Result<Response, JobError> {
        match which {
            WhichTable::Draft => self.ask_draft(request).await,
            WhichTable::Current => {
                let family = self.current.get_untracked().ok_or(JobError::NoTable)?;
                self.ask_family(family, request).await
            }
            WhichTable::Sales => self.ask_sales(request).await,
        }
    }
}

impl Draft {
    /// A file that is about to be read.
    fn begun(file_name: String, file_bytes: u64, sample: bool) -> Self {
        Self {
            file_name,
            file_bytes,
            sample,
            book: None,
            options: ReadOptions::default(),
            inspection: None,
            stage: DraftStage::Inspecting,
            decided: Decided::default(),
            headers_key: None,
            recalled: false,
        }
    }

    /// A file that could not even be fetched, or what reads it could not.
    fn unavailable(file_name: String, sample: bool) -> Self {
        Self { stage: DraftStage::Failed(JobError::FileUnavailable), ..Self::begun(file_name, 0, sample) }
    }

    /// Whether it can become the loaded table: sums of several currencies are none.
    fn is_acceptable(&self) -> bool {
        matches!(&self.stage, DraftStage::Ready(report) if !report.mixes_currencies() && self.options.accept(report))
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
