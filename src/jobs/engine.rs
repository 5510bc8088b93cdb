//! The engine: reads one file and answers requests on its table.

use super::export;
use super::loaded::Loaded;
use super::protocol::{JobError, Progress, Request, Response};
use super::source::{Source, SourceError};
use crate::analytics::dataset::pack::{PackError, Unpacker, pack};
use crate::analytics::dataset::{Finished, HEAD_BYTES, ImportReport, Importer, Ingested, ReadOptions, inspect, join};

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
    /// See [`JobError`]. After a failed import the engine has no table; after a failed opening it has the one before.
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
            Request::Pack => {
                let mut bytes = Vec::new();
                self.pack(&mut |block| bytes.extend_from_slice(block))?;
                Ok(Response::File(bytes))
            }
            Request::Open => {
                let opened = open(source.ok_or(JobError::FileUnavailable)?)?;
                let report = opened.report.clone();
                self.loaded = Some(Loaded::new(opened));
                Ok(Response::Opened(report))
            }
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

    /// Gives the table as bytes, block by block: for hosts that hand them over without holding them whole.
    ///
    /// # Errors
    /// [`JobError::NoTable`].
    pub fn pack(&self, give: &mut dyn FnMut(&[u8])) -> Result<(), JobError> {
        pack(self.loaded.as_ref().ok_or(JobError::NoTable)?.ingested(), give);
        Ok(())
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

/// Takes kept imports as one table.
fn open(source: &mut dyn Source) -> Result<Ingested, JobError> {
    source.rewind();
    let mut unpacker = Unpacker::default();
    let mut piece = Vec::new();
    loop {
        source.next_piece(&mut piece)?;
        if piece.is_empty() {
            break;
        }
        unpacker.push(&piece)?;
    }
    // No import at all is nothing that was ever kept.
    Ok(join(unpacker.finish()?).ok_or(PackError::Damaged)?)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
    use crate::jobs::source::Bytes;

    fn ask(engine: &mut Engine, request: Request, bytes: &[u8]) -> Result<Response, JobError> {
        let mut source = Bytes::in_pieces(bytes.to_vec(), 100);
        engine.handle(request, Some(&mut source), &mut |_| {})
    }

    /// An engine with a file read, and the file as kept bytes.
    fn read(text: &str) -> (Engine, Vec<u8>) {
        let mut engine = Engine::new();
        ask(&mut engine, Request::Import(ReadOptions::default()), text.as_bytes()).unwrap();
        let Ok(Response::File(bytes)) = ask(&mut engine, Request::Pack, &[]) else { panic!("no bytes") };
        (engine, bytes)
    }

    fn matrix(engine: &mut Engine) -> Response {
        ask(engine, Request::AbcXyz(AbcXyzOptions::default()), &[]).unwrap()
    }

    const JANUARY: &str = "client;date;amount\nNorth;2024-01-10;100\nSouth;2024-01-11;50\n";
    const FEBRUARY: &str = "client;date;amount\nSouth;2024-02-10;70\nEast;2024-02-11;5\n";

    #[test]
    fn a_kept_table_has_the_same_matrix() {
        let (mut read, bytes) = read(JANUARY);
        let mut opened = Engine::new();
        let Ok(Response::Opened(report)) = ask(&mut opened, Request::Open, &bytes) else { panic!("not opened") };
        assert_eq!(Some(&report), read.report());
        assert_eq!(matrix(&mut opened), matrix(&mut read));
    }

    #[test]
    fn two_kept_files_are_the_file_of_both() {
        let ((_, mut bytes), (_, more)) = (read(JANUARY), read(FEBRUARY));
        bytes.extend(more);
        let mut opened = Engine::new();
        ask(&mut opened, Request::Open, &bytes).unwrap();
        let both = format!("{JANUARY}{}", FEBRUARY.replace("client;date;amount\n", ""));
        assert_eq!(matrix(&mut opened), matrix(&mut self::read(&both).0));
    }

    #[test]
    fn what_cannot_be_opened_leaves_the_table_as_it_is() {
        let (mut engine, bytes) = read(JANUARY);
        let before = matrix(&mut engine);
        let half = &bytes[..bytes.len() / 2];
        for bad in [half, b"no table at all, and long enough", b""] {
            assert_eq!(ask(&mut engine, Request::Open, bad), Err(JobError::Kept(PackError::Damaged)));
            assert_eq!(matrix(&mut engine), before);
        }
        assert_eq!(ask(&mut Engine::new(), Request::Pack, &[]), Err(JobError::NoTable));
    }
}
