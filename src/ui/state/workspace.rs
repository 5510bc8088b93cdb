//! The loaded table and the one being read, as a context.
//!
//! A file is read by an engine of its own. Until the user accepts the reading it is a [`Draft`]; whatever was
//! loaded before stays as it is. Accepting puts the draft's engine in place of the old one; cancelling ends it.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use crate::analytics::dataset::{ImportReport, Inspection, ReadOptions};
use crate::jobs::protocol::{JobError, Progress, Request, Response};

/// A table that analyses use.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// Counts up with every accepted file, so that results of an older table are told apart.
    pub generation: u32,
    /// Name of the file.
    pub file_name: String,
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
}

/// The context. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct Workspace {
    loaded: RwSignal<Option<Loaded>>,
    draft: RwSignal<Option<Draft>>,
}

impl Workspace {
    /// Provides the context to everything below.
    pub fn provide() -> Self {
        let workspace = Self { loaded: RwSignal::new(None), draft: RwSignal::new(None) };
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
    pub fn open_file(self, _file: File) {}

    /// Begins to read the sample in the given language.
    pub fn open_sample(self) {}

    /// Reads the draft's file again with other options.
    pub fn set_options(self, _options: ReadOptions) {}

    /// Makes a [`DraftStage::Ready`] draft the loaded table. The caller navigates to the analysis.
    pub fn accept_draft(self) {}

    /// Ends the draft; what was loaded stays.
    pub fn cancel_draft(self) {}

    /// Asks the engine of the loaded table.
    ///
    /// # Errors
    /// [`JobError::NoTable`] when nothing is loaded, else what the engine says.
    pub async fn ask(self, _request: Request) -> Result<Response, JobError> {
        Err(JobError::NoTable)
    }

    /// Asks the engine of the draft (for its rows set aside).
    ///
    /// # Errors
    /// [`JobError::NoTable`] when there is no draft, else what the engine says.
    pub async fn ask_draft(self, _request: Request) -> Result<Response, JobError> {
        Err(JobError::NoTable)
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
