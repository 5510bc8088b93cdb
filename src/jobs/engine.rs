//! The engine: reads one file and answers requests on its table.

use super::export;
use super::file_job::{FileJob, Outcome};
use super::loaded::Loaded;
use super::protocol::{JobError, Progress, Request, Response};
use super::source::{Source, SourceError};
use crate::analytics::dataset::ImportReport;

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

/// What a request on a file comes to when all bytes are there.
#[derive(Debug)]
pub enum Ended {
    /// The answer.
    Answered(Response),
    /// The whole file showed what its beginning could not: push it once more, from the beginning.
    Again(FileJob),
}

impl Engine {
    /// An engine without a table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a request on a file of `bytes_all`; `None` if the request is on no file, see [`Engine::answer`].
    ///
    /// From the beginning of an import on, and after a failed one, the engine has no table.
    pub fn begin(&mut self, request: &Request, bytes_all: u64) -> Option<FileJob> {
        match request {
            Request::Inspect(options) => Some(FileJob::inspect(options.clone(), bytes_all)),
            Request::Import(options) => {
                self.loaded = None;
                Some(FileJob::import(options, bytes_all))
            }
            _ => None,
        }
    }

    /// Ends a request on a file whose bytes have all been pushed.
    ///
    /// # Errors
    /// When the file cannot be read as a table, or none of its rows could be used.
    pub fn end(&mut self, job: FileJob) -> Result<Ended, JobError> {
        Ok(match job.end()? {
            Outcome::Inspected(inspection) => Ended::Answered(Response::Inspected(*inspection)),
            Outcome::Ingested(ingested) => {
                let report = ingested.report.clone();
                self.loaded = Some(Loaded::new(*ingested));
                Ended::Answered(Response::Imported(report))
            }
            Outcome::ReadAgain(job) => Ended::Again(job),
        })
    }

    /// Answers a request that needs no file.
    ///
    /// # Errors
    /// [`JobError::NoTable`] before an import; [`JobError::FileUnavailable`] if the request needs a file.
    pub fn answer(&mut self, request: Request) -> Result<Response, JobError> {
        match request {
            Request::Inspect(_) | Request::Import(_) => Err(JobError::FileUnavailable),
            Request::AbcXyz(options) => Ok(Response::AbcXyz(self.sales()?.summary(options))),
            Request::Clients { options, query, from, count } => {
                Ok(Response::Clients(self.sales()?.page(options, &query, from, count)))
            }
            Request::ExportClients { options, query, format } => {
                let loaded = self.sales()?;
                let summary = loaded.summary(options);
                Ok(Response::File(export::clients(loaded.find(options, &query).rows(), &summary, format)))
            }
            Request::ExportSetAside { format } => {
                Ok(Response::File(export::set_aside(self.loaded()?.report(), format)))
            }
        }
    }

    /// Answers any request, where the bytes of a file can be waited for; `progress` is told how far it is.
    ///
    /// # Errors
    /// See [`JobError`].
    pub fn handle(
        &mut self,
        request: Request,
        source: Option<&mut dyn Source>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Response, JobError> {
        let Some(mut job) = self.begin(&request, source.as_ref().map_or(0, |source| source.bytes())) else {
            return self.answer(request);
        };
        let source = source.ok_or(JobError::FileUnavailable)?;
        let mut piece = Vec::new();
        loop {
            source.rewind();
            while job.progress().bytes_done < job.bytes_wanted() {
                source.next_piece(&mut piece)?;
                if piece.is_empty() {
                    break;
                }
                job.push(&piece)?;
                progress(job.progress());
            }
            match self.end(job)? {
                Ended::Answered(response) => return Ok(response),
                Ended::Again(again) => job = again,
            }
        }
    }

    /// The account of the rows of the table, when there is one.
    #[must_use]
    pub fn report(&self) -> Option<&ImportReport> {
        self.loaded.as_ref().map(Loaded::report)
    }

    /// The table, if analyses of sales can take it.
    fn sales(&mut self) -> Result<&mut Loaded, JobError> {
        self.loaded().and_then(|loaded| if loaded.report().table.is_sales() { Ok(loaded) } else { Err(JobError::NoTable) })
    }

    fn loaded(&mut self) -> Result<&mut Loaded, JobError> {
        self.loaded.as_mut().ok_or(JobError::NoTable)
    }
}
