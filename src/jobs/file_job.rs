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

/// A request on a file, waiting for the file's bytes.
#[derive(Debug)]
pub struct FileJob {
    task: Task,
    bytes_done: u64,
    bytes_all: u64,
}

#[derive(Debug)]
enum Task {
    Inspect { options: ReadOptions, head: Vec<u8> },
    Import(Box<Importer>),
    Open(Box<Unpacker>),
}

/// What came of all bytes.
#[derive(Debug)]
pub(super) enum Outcome {
    Inspected(Box<Inspection>, Box<Looked>),
    Ingested(Box<Ingested>),
    Opened(Box<Ingested>),
    /// The whole file showed what its beginning could not.
    ReadAgain(FileJob),
}

impl FileJob {
    pub(super) const fn inspect(options: ReadOptions, bytes_all: u64) -> Self {
        Self { task: Task::Inspect { options, head: Vec::new() }, bytes_done: 0, bytes_all }
    }

    /// `looked` is what the latest look has found, maybe at this file.
    pub(super) fn import(options: &ReadOptions, bytes_all: u64, looked: Option<Box<Looked>>) -> Self {
        let importer = Importer::new(options, bytes_all).after(looked);
        Self { task: Task::Import(Box::new(importer)), bytes_done: 0, bytes_all }
    }

    pub(super) fn open(bytes_all: u64) -> Self {
        Self { task: Task::Open(Box::default()), bytes_done: 0, bytes_all }
    }

    /// Bytes from the beginning of the file that are enough.
    #[must_use]
    pub fn bytes_wanted(&self) -> u64 {
        match self.task {
            Task::Inspect { .. } => self.bytes_all.min(HEAD_BYTES as u64),
            Task::Import(_) | Task::Open(_) => self.bytes_all,
        }
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// When the file cannot be read as a table; the job is of no use after that.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), JobError> {
        self.bytes_done += piece.len() as u64;
        match &mut self.task {
            Task::Inspect { head, .. } => {
                let room = HEAD_BYTES.saturating_sub(head.len());
                head.extend_from_slice(piece.get(..room).unwrap_or(piece));
                Ok(())
            }
            Task::Import(importer) => Ok(importer.push(piece)?),
            Task::Open(unpacker) => Ok(unpacker.push(piece)?),
        }
    }

    /// How far the job is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let rows = match &self.task {
            Task::Inspect { .. } | Task::Open(_) => 0,
            Task::Import(importer) => importer.rows(),
        };
        Progress { bytes_done: self.bytes_done, bytes_all: self.bytes_all, rows }
    }

    pub(super) fn end(self) -> Result<Outcome, JobError> {
        match self.task {
            Task::Inspect { options, head } => {
                let (inspection, looked) = look(head, self.bytes_all, options)?;
                Ok(Outcome::Inspected(Box::new(inspection), Box::new(looked)))
            }
            // No import at all is nothing that was ever kept.
            Task::Open(unpacker) => Ok(Outcome::Opened(Box::new(join(unpacker.finish()?)?.ok_or(PackError::Damaged)?))),
            Task::Import(importer) => Ok(match importer.finish()? {
                Finished::Ingested(ingested) => Outcome::Ingested(ingested),
                Finished::ReadAgain(options) => Outcome::ReadAgain(Self::import(&options, self.bytes_all, None)),
            }),
        }
    }
}
