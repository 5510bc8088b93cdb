//! What the views of a draft look at, derived once from the workspace.

use std::sync::Arc;

use leptos::prelude::*;

use super::decisions::options_may_help;
use crate::analytics::dataset::{ImportReport, Inspection, ReadOptions, TableKind};
use crate::analytics::workbook::{Book, Pick};
use crate::jobs::protocol::{JobError, Progress};
use crate::ui::state::workspace::{Draft, DraftStage, Workspace};

/// How far a draft is, without the figures that change many times a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Looking at the beginning of the file.
    Inspecting,
    /// Reading the whole file.
    Reading,
    /// Read.
    Ready,
    /// Cannot be read so.
    Failed,
}

/// A draft in parts that change at their own pace, so that a tick of progress redraws a bar and nothing else.
#[derive(Clone, Copy, Debug)]
pub struct DraftState {
    workspace: Workspace,
    /// How far it is.
    pub phase: Memo<Phase>,
    /// Bytes and rows so far, while it is read.
    pub progress: Memo<Option<Progress>>,
    /// Why it cannot be read.
    pub failure: Memo<Option<JobError>>,
    /// The workbook that the table is taken from.
    pub book: Memo<Option<Arc<Book>>>,
    /// What the user decided so far.
    pub options: Memo<ReadOptions>,
    /// What the beginning of the file shows.
    pub inspection: Memo<Option<Arc<Inspection>>>,
    /// What the table is about, as far as is known.
    pub kind: Memo<TableKind>,
    /// Whether it is read as an earlier file with the same headers.
    pub is_recalled: Memo<bool>,
    /// The account of the rows; while a file is read again, the account of the reading before.
    pub report: Memo<Option<Arc<ImportReport>>>,
}

impl DraftState {
    /// Derives the parts from the workspace's draft.
    pub fn derive(workspace: Workspace) -> Self {
        let draft = workspace.draft();
        let stage = Memo::new(move |_| draft.with(|draft| draft.as_ref().map(|draft| draft.stage.clone())));
        Self {
            workspace,
            phase: Memo::new(move |_| match stage.get() {
                Some(DraftStage::Reading(_)) => Phase::Reading,
                Some(DraftStage::Ready(_)) => Phase::Ready,
                Some(DraftStage::Failed(_)) => Phase::Failed,
                Some(DraftStage::Inspecting) | None => Phase::Inspecting,
            }),
            progress: Memo::new(move |_| match stage.get() {
                Some(DraftStage::Reading(progress)) => Some(progress),
                _ => None,
            }),
            failure: Memo::new(move |_| match stage.get() {
                Some(DraftStage::Failed(error)) => Some(error),
                _ => None,
            }),
            book: Memo::new(move |_| draft.with(|draft| draft.as_ref().and_then(|draft| draft.book.clone()))),
            options: Memo::new(move |_| {
                draft.with(|draft| draft.as_ref().map(|draft| draft.options.clone())).unwrap_or_default()
            }),
            inspection: Memo::new(move |_| {
                draft.with(|draft| draft.as_ref().and_then(|draft| draft.inspection.clone()))
            }),
            kind: Memo::new(move |_| {
                let found = draft.with(|draft| draft.as_ref()?.inspection.as_ref().map(|found| found.table));
                found.unwrap_or_default()
            }),
            is_recalled: Memo::new(move |_| draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.recalled))),
            report: Memo::new(move |before: Option<&Option<Arc<ImportReport>>>| match stage.get() {
                Some(DraftStage::Ready(report)) => Some(report),
                Some(DraftStage::Inspecting | DraftStage::Reading(_)) if is_inspected(draft) => {
                    before.cloned().flatten()
                }
                _ => None,
            }),
        }
    }

    /// Reads the file again with other options.
    pub fn decide(self, change: impl FnOnce(&ReadOptions) -> ReadOptions) {
        let options = self.options.with_untracked(change);
        self.workspace.set_options(options);
    }

    /// Whether the table can be accepted.
    pub fn is_acceptable(self) -> bool {
        self.has_sums() && self.refused().is_none()
    }

    /// Whether the file is read and its amounts can be added up.
    pub fn has_sums(self) -> bool {
        self.phase.get() == Phase::Ready
            && self.report.with(|report| report.as_ref().is_some_and(|report| !report.mixes_currencies()))
    }

    /// How many rows keep the file from being accepted, by the user's own wish.
    pub fn refused(self) -> Option<u64> {
        let report = self.report.get()?;
        self.options.with(|options| (!options.accept(&report)).then(|| report.mistakes()))
    }

    /// Whether the file is no table, and no choice would make it one.
    pub fn is_hopeless(self) -> bool {
        self.inspection.with(Option::is_none)
            && self.failure.with(|error| error.as_ref().is_some_and(|error| !options_may_help(error)))
    }

    /// Whether there are rows that are meant as data and cannot be read, so that only a part can be taken.
    pub fn is_part(self) -> bool {
        self.report.with(|report| report.as_ref().is_some_and(|report| report.mistakes() > 0))
    }

    /// Whether the file may be accepted while rows of it cannot be read.
    pub fn set_whole_only(self, whole_only: bool) {
        self.workspace.set_whole_only(whole_only);
    }

    /// Finds everything out anew.
    pub fn ask_again(self) {
        self.workspace.ask_again();
    }

    /// Takes the table from another sheet, or from several.
    pub fn choose_sheets(self, pick: Pick) {
        self.workspace.choose_sheets(pick);
    }

    /// Whether the file is being looked at or read.
    pub fn is_busy(self) -> bool {
        matches!(self.phase.get(), Phase::Inspecting | Phase::Reading)
    }
}

/// Whether the draft has an inspection: the first look at a new file has none, a second reading keeps it.
fn is_inspected(draft: Signal<Option<Draft>>) -> bool {
    draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.inspection.is_some()))
}
