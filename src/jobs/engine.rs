//! The engine: reads one file and answers requests on its table.

use super::export;
use super::loaded::Loaded;
use super::protocol::{JobError, Progress, Request, Response};
use super::source::{Source, SourceError};
use crate::analytics::dataset::{Finished, HEAD_BYTES, ImportReport, Importer, Ingested, ReadOptions, inspect};

impl From<SourceError> for JobError {
    fn from(_: SourceError) -> Self {
        Self::FileUnavailable
    }
}

/// Reads one file and answers requests on its table.
#[derive(Debug, Default)]
pub struct Engine {
    loaded: Option<Loaded>,
}

impl Engine {
    /// An engine without a table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers a request. Requests on a file take their bytes from `source`; `progress` is told how far they are.
    ///
    /// # Errors
    /// See [`JobError`]. After a failed import the engine has no table.
    pub fn handle(
        &mut self,
        request: Request,
        source: Option<&mut dyn Source>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Response, JobError> {
        match request {
            Request::Inspect(options) => {
                let source = source.ok_or(JobError::FileUnavailable)?;
                let head = read_head(source)?;
                Ok(Response::Inspected(inspect(&head, source.bytes(), &options)?))
            }
            Request::Import(options) => {
                self.loaded = None;
                let ingested = import(source.ok_or(JobError::FileUnavailable)?, options, progress)?;
                let report = ingested.report.clone();
                self.loaded = Some(Loaded::new(ingested));
                Ok(Response::Imported(report))
            }
            Request::Quality { today } => Ok(Response::Quality(self.loaded()?.quality(today))),
            Request::Refine(refinement) => Ok(Response::Refined(self.loaded()?.refine(refinement))),
            Request::AbcXyz(options) => Ok(Response::AbcXyz(self.loaded()?.summary(options))),
            Request::Clients { options, query, from, count } => {
                Ok(Response::Clients(self.loaded()?.page(options, &query, from, count)))
            }
            Request::ExportClients { options, query, format } => {
                let loaded = self.loaded()?;
                let summary = loaded.summary(options);
                Ok(Response::File(export::clients(loaded.find(options, &query).rows(), &summary, format)))
            }
            Request::ExportSetAside { format } => {
                Ok(Response::File(export::set_aside(self.loaded()?.report(), format)))
            }
        }
    }

    /// The account of the rows of the table, when there is one.
    #[must_use]
    pub fn report(&self) -> Option<&ImportReport> {
        self.loaded.as_ref().map(Loaded::report)
    }

    fn loaded(&mut self) -> Result<&mut Loaded, JobError> {
        self.loaded.as_mut().ok_or(JobError::NoTable)
    }
}

/// The beginning of a file, at most [`HEAD_BYTES`].
fn read_head(source: &mut dyn Source) -> Result<Vec<u8>, SourceError> {
    source.rewind();
    let mut head = Vec::new();
    let mut piece = Vec::new();
    while head.len() < HEAD_BYTES {
        source.next_piece(&mut piece)?;
        if piece.is_empty() {
            break;
        }
        head.extend_from_slice(&piece);
    }
    head.truncate(HEAD_BYTES);
    Ok(head)
}

/// Reads a whole file, once more where the whole shows what its beginning could not.
fn import(
    source: &mut dyn Source,
    mut options: ReadOptions,
    progress: &mut dyn FnMut(Progress),
) -> Result<Ingested, JobError> {
    let bytes_all = source.bytes();
    loop {
        source.rewind();
        let mut importer = Importer::new(&options, bytes_all);
        let mut piece = Vec::new();
        let mut bytes_done = 0;
        loop {
            source.next_piece(&mut piece)?;
            if piece.is_empty() {
                break;
            }
            importer.push(&piece)?;
            bytes_done += piece.len() as u64;
            progress(Progress { bytes_done, bytes_all, rows: importer.rows() });
        }
        match importer.finish()? {
            Finished::Ingested(ingested) => return Ok(*ingested),
            Finished::ReadAgain(corrected) => options = *corrected,
        }
    }
}
