//! Requests on a file, answered while its bytes come in.
//!
//! The host owns the reading, because only it knows how: a worker reads a stream while this parses, tests have the
//! bytes in memory. It pushes pieces of any size, from the beginning of the file, and ends the job when there are no
//! more; [`super::engine::Engine::end`] then has the answer, or asks for the same bytes once more.

use super::protocol::{JobError, Progress};
use crate::analytics::dataset::pack::{PackError, Unpacker};
use crate::analytics::dataset::{
    Finished, HEAD_BYTES, Importer, Ingested, Inspection, Looked, ReadOptions, join, look,
};
use crate::analytics::workbook::{SIGN_BYTES, is_workbook};

/// A request on a file, waiting for the file's bytes.
#[derive(Debug)]
pub struct FileJob {
    task: Task,
    /// What a look has found, until somebody takes it.
    found: Option<Box<Inspection>>,
    bytes_done: u64,
    bytes_all: u64,
}

#[derive(Debug)]
enum Task {
    Inspect {
        options: ReadOptions,
        head: Vec<u8>,
        is_known: bool,
    },
    /// Looks, then becomes an import.
    Read {
        options: ReadOptions,
        head: Vec<u8>,
    },
    /// It was found to be one.
    Workbook,
    Import(Box<Importer>),
    Open(Box<Unpacker>),
}

/// What came of all bytes.
#[derive(Debug)]
pub(super) enum Outcome {
    Inspected(Box<Inspection>, Box<Looked>),
    /// The file is a workbook.
    Workbook,
    Ingested(Box<Ingested>),
    Opened(Box<Ingested>),
    /// The whole file showed what its beginning could not.
    ReadAgain(FileJob),
}

impl FileJob {
    /// `is_known` says that the file is text.
    pub(super) const fn inspect(options: ReadOptions, bytes_all: u64, is_known: bool) -> Self {
        Self::new(Task::Inspect { options, head: Vec::new(), is_known }, bytes_all)
    }

    /// Nothing is known of the file.
    pub(super) const fn read(options: ReadOptions, bytes_all: u64) -> Self {
        Self::new(Task::Read { options, head: Vec::new() }, bytes_all)
    }

    /// `looked` is what the latest look has found, maybe at this file.
    pub(super) fn import(options: &ReadOptions, bytes_all: u64, looked: Option<Box<Looked>>) -> Self {
        let importer = Importer::new(options, bytes_all).after(looked);
        Self::new(Task::Import(Box::new(importer)), bytes_all)
    }

    pub(super) fn open(bytes_all: u64) -> Self {
        Self::new(Task::Open(Box::default()), bytes_all)
    }

    const fn new(task: Task, bytes_all: u64) -> Self {
        Self { task, found: None, bytes_done: 0, bytes_all }
    }

    /// Bytes from the beginning of the file that are enough.
    #[must_use]
    pub fn bytes_wanted(&self) -> u64 {
        match self.task {
            Task::Inspect { .. } => self.bytes_all.min(HEAD_BYTES as u64),
            Task::Read { .. } | Task::Import(_) | Task::Open(_) => self.bytes_all,
            Task::Workbook => 0,
        }
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// When the file cannot be read as a table; the job is of no use after that.
    #[inline(never)]
    pub fn push(&mut self, piece: &[u8]) -> Result<(), JobError> {
        self.bytes_done += piece.len() as u64;
        match &mut self.task {
            Task::Inspect { head, .. } => {
                let room = HEAD_BYTES.saturating_sub(head.len());
                head.extend_from_slice(piece.get(..room).unwrap_or(piece));
                Ok(())
            }
            Task::Read { head, .. } => {
                head.extend_from_slice(piece);
                if head.len() < HEAD_BYTES { Ok(()) } else { self.look() }
            }
            Task::Import(importer) => Ok(importer.push(piece)?),
            Task::Open(unpacker) => Ok(unpacker.push(piece)?),
            Task::Workbook => Ok(()),
        }
    }

    /// Says that there are no more bytes. Only needed by whom [`FileJob::take_found`] concerns.
    ///
    /// # Errors
    /// When the file cannot be read as a table; the job is of no use after that.
    pub fn complete(&mut self) -> Result<(), JobError> {
        if matches!(self.task, Task::Read { .. }) { self.look() } else { Ok(()) }
    }

    /// What the beginning of the file shows, once: for a job that goes on after its look.
    pub fn take_found(&mut self) -> Option<Box<Inspection>> {
        self.found.take()
    }

    /// Looks at the beginning of a file of which nothing is known, and begins to import it.
    fn look(&mut self) -> Result<(), JobError> {
        let Task::Read { options, head } = std::mem::replace(&mut self.task, Task::Workbook) else { return Ok(()) };
        if begins_workbook(&head) {
            return Ok(());
        }
        let beginning = head.get(..HEAD_BYTES).unwrap_or(&head).to_vec();
        let (inspection, looked) = look(beginning, self.bytes_all, options.clone())?;
        self.found = Some(Box::new(inspection));
        // Whoever waits for the look is not to wait for more: the beginning is read with the next piece.
        let importer = Importer::new(&options, self.bytes_all).after(Some(Box::new(looked))).beginning_with(head);
        self.task = Task::Import(Box::new(importer));
        Ok(())
    }

    /// How far the job is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let rows = match &self.task {
            Task::Inspect { .. } | Task::Read { .. } | Task::Workbook | Task::Open(_) => 0,
            Task::Import(importer) => importer.rows(),
        };
        Progress { bytes_done: self.bytes_done, bytes_all: self.bytes_all, rows }
    }

    pub(super) fn end(mut self) -> Result<Outcome, JobError> {
        self.complete()?;
        match self.task {
            Task::Workbook => Ok(Outcome::Workbook),
            Task::Inspect { head, is_known: false, .. } if begins_workbook(&head) => Ok(Outcome::Workbook),
            Task::Inspect { options, head, .. } => {
                let (inspection, looked) = look(head, self.bytes_all, options)?;
                Ok(Outcome::Inspected(Box::new(inspection), Box::new(looked)))
            }
            // It has become something else above.
            Task::Read { .. } => Err(JobError::FileUnavailable),
            // No import at all is nothing that was ever kept.
            Task::Open(unpacker) => Ok(Outcome::Opened(Box::new(join(unpacker.finish()?)?.ok_or(PackError::Damaged)?))),
            Task::Import(importer) => Ok(match importer.finish()? {
                Finished::Ingested(ingested) => Outcome::Ingested(ingested),
                Finished::ReadAgain(options) => Outcome::ReadAgain(Self::import(&options, self.bytes_all, None)),
            }),
        }
    }
}

fn begins_workbook(head: &[u8]) -> bool {
    is_workbook(head.get(..SIGN_BYTES).unwrap_or(head))
}
