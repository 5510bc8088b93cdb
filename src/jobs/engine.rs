//! The engine: reads one file and answers requests on its table.

use super::export;
use super::file_job::{FileJob, Outcome};
use super::loaded::Loaded;
use super::protocol::{JobError, Progress, Request, Response};
use super::source::{Source, SourceError};
use crate::analytics::dataset::pack::pack;
use crate::analytics::dataset::{ImportReport, Looked};

impl From<SourceError> for JobError {
    fn from(_: SourceError) -> Self {
        Self::FileUnavailable
    }
}

/// Reads one file and answers requests on its table.
#[derive(Debug, Default)]
pub struct Engine {
    loaded: Option<Loaded>,
    /// What the latest look at a file has found: most files are read as they looked.
    looked: Option<Box<Looked>>,
}

/// What a request on a file comes to when all bytes are there.
#[derive(Debug)]
pub enum Ended {
    /// The answer.
    Answered(Box<Response>),
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
    /// From the beginning of an import on, and after a failed one, the engine has no table. After a failed opening it
    /// has the one before.
    pub fn begin(&mut self, request: &Request, bytes_all: u64) -> Option<FileJob> {
        match request {
            Request::Inspect(options) => Some(FileJob::inspect(options.clone(), bytes_all, true)),
            Request::InspectAny(options) => Some(FileJob::inspect(options.clone(), bytes_all, false)),
            Request::Import(options) => {
                self.loaded = None;
                Some(FileJob::import(options, bytes_all, self.looked.take()))
            }
            Request::Read(options) => {
                self.loaded = None;
                Some(FileJob::read(options.clone(), bytes_all))
            }
            Request::Open => Some(FileJob::open(bytes_all)),
            _ => None,
        }
    }

    /// Ends a request on a file whose bytes have all been pushed.
    ///
    /// # Errors
    /// When the file cannot be read as a table, or none of its rows could be used.
    #[inline(never)]
    pub fn end(&mut self, job: FileJob) -> Result<Ended, JobError> {
        Ok(match job.end()? {
            Outcome::Inspected(inspection, looked) => {
                self.looked = Some(looked);
                Ended::Answered(Box::new(Response::Inspected(*inspection)))
            }
            Outcome::Workbook => Ended::Answered(Box::new(Response::Workbook)),
            Outcome::Ingested(ingested) => {
                let report = ingested.report.clone();
                self.loaded = Some(Loaded::new(*ingested));
                Ended::Answered(Box::new(Response::Imported(report)))
            }
            Outcome::Opened(opened) => {
                let report = opened.report.clone();
                self.loaded = Some(Loaded::new(*opened));
                Ended::Answered(Box::new(Response::Opened(report)))
            }
            Outcome::ReadAgain(job) => Ended::Again(job),
        })
    }

    /// Answers a request that needs no file.
    ///
    /// # Errors
    /// [`JobError::NoTable`] before an import, and where the table is of another kind than the request is on;
    /// [`JobError::FileUnavailable`] if the request needs a file.
    // Apart: a browser translates whole functions, and must not go through all analyses before it begins to read.
    #[inline(never)]
    pub fn answer(&mut self, request: Request) -> Result<Response, JobError> {
        match request {
            Request::Inspect(_) | Request::InspectAny(_) | Request::Import(_) | Request::Read(_) | Request::Open => {
                Err(JobError::FileUnavailable)
            }
            Request::Practise => Ok(Response::Practised(None)),
            Request::Pack => {
                let mut bytes = Vec::new();
                self.pack(&mut |block| bytes.extend_from_slice(block))?;
                Ok(Response::File(bytes))
            }
            Request::Quality { today, spellings } => Ok(Response::Quality(self.sales()?.quality(today, spellings))),
            Request::Refine(refinement) => Ok(Response::Refined(self.sales()?.refine(refinement))),
            Request::Parts => Ok(Response::Parts(self.sales()?.parts())),
            Request::Narrow(narrowing) => Ok(Response::Narrowed(self.sales()?.narrow(narrowing))),
            Request::AbcXyz(options) => Ok(Response::AbcXyz(self.sales()?.summary(options))),
            Request::Rivals(options) => Ok(Response::Rivals(self.sales()?.rivals(options))),
            Request::Rfm(options) => Ok(Response::Rfm(Box::new(self.sales()?.rfm_summary(&options)))),
            Request::RfmRivals(options) => Ok(Response::RfmRivals(self.sales()?.rfm_rivals(&options))),
            Request::Migration(options) => Ok(Response::Migration(Box::new(self.sales()?.migration(options)))),
            Request::Movements { options, query, from, count } => {
                Ok(Response::Movements(self.sales()?.movements(options, &query, (from, count))))
            }
            Request::Priority(options) => Ok(Response::Priority(Box::new(self.sales()?.priority_summary(&options)))),
            Request::PriorityPlaces { options, client } => {
                Ok(Response::PriorityPlaces(self.sales()?.priority_places(&options, &client)))
            }
            Request::ClientList => {
                let list = self.loaded()?.as_client_list();
                list.map(|list| Response::ClientList(Box::new(list))).ok_or(JobError::NoTable)
            }
            Request::KnowClients(list) => Ok(Response::ClientsKnown(self.sales()?.know_clients(*list))),
            Request::Clients { options, beside, query, from, count } => {
                Ok(Response::Clients(self.sales()?.page(options, &beside, &query, (from, count))))
            }
            Request::ClientNames { options, beside, query } => {
                Ok(Response::ClientNames(self.sales()?.client_names(options, &beside, &query)))
            }
            Request::Course { options, beside, client } => {
                Ok(Response::Course(self.sales()?.course(options, &beside, &client)))
            }
            Request::Export(request) => Ok(Response::File(export::file(self.loaded()?, &request)?)),
            Request::Flow(options) => Ok(Response::Flow(Box::new(self.loaded()?.flow(&options)?))),
            Request::Funnel(options) => Ok(Response::Funnel(Box::new(self.loaded()?.funnel(&options)?))),
            Request::Deals { options, query, from, count } => {
                Ok(Response::Deals(self.loaded()?.deals(&options, &query, from, count)?))
            }
            Request::Sources(options) => Ok(Response::Sources(self.loaded()?.sources(&options)?.map(Box::new))),
            Request::SourceCosts => Ok(Response::SourceCosts(self.loaded()?.source_costs()?)),
            Request::ClientClasses(options) => Ok(Response::ClientClasses(self.sales()?.client_classes(options))),
            Request::ClientSources(options) => Ok(Response::ClientSources(self.loaded()?.client_sources(&options)?)),
            Request::SourceClasses { sources, classes, clients } => {
                Ok(Response::SourceClasses(self.sales()?.source_classes(&sources, classes, clients)))
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
                Ended::Answered(response) => return Ok(*response),
                Ended::Again(again) => job = again,
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

    /// The table, if analyses of sales can take it.
    fn sales(&mut self) -> Result<&mut Loaded, JobError> {
        self.loaded()
            .and_then(|loaded| if loaded.report().table.is_sales() { Ok(loaded) } else { Err(JobError::NoTable) })
    }

    fn loaded(&mut self) -> Result<&mut Loaded, JobError> {
        self.loaded.as_mut().ok_or(JobError::NoTable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::ReadOptions;
    use crate::analytics::dataset::pack::PackError;
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
    fn a_look_before_changes_nothing_that_is_read() {
        let (alone, bytes) = read(JANUARY);
        // Of one length, so that only its bytes tell it apart.
        let other = JANUARY.replace("client;date;amount", "amount;date;client");
        for looked_at in [JANUARY, &other] {
            for options in [ReadOptions::default(), ReadOptions { header_line: Some(1), ..ReadOptions::default() }] {
                let mut engine = Engine::new();
                ask(&mut engine, Request::Inspect(options), looked_at.as_bytes()).unwrap();
                ask(&mut engine, Request::Import(ReadOptions::default()), JANUARY.as_bytes()).unwrap();
                assert_eq!(engine.report(), alone.report());
                assert_eq!(ask(&mut engine, Request::Pack, &[]), Ok(Response::File(bytes.clone())));
            }
        }
    }

    #[test]
    fn a_workbook_is_told_from_text_where_it_is_asked_for() {
        let page = "<html><body><table><tr><td>client</td></tr></table></body></html>";
        for (bytes, is_workbook) in [(JANUARY, false), (page, true), ("PK\u{3}\u{4}xl/workbook.xml", true)] {
            let answer = ask(&mut Engine::new(), Request::InspectAny(ReadOptions::default()), bytes.as_bytes());
            assert_eq!(answer == Ok(Response::Workbook), is_workbook, "{bytes}");
            let answer = ask(&mut Engine::new(), Request::Read(ReadOptions::default()), bytes.as_bytes());
            assert_eq!(answer == Ok(Response::Workbook), is_workbook, "{bytes}");
            let answer = ask(&mut Engine::new(), Request::Inspect(ReadOptions::default()), bytes.as_bytes());
            assert_ne!(answer, Ok(Response::Workbook), "{bytes}");
        }
    }

    #[test]
    fn a_reading_at_once_is_a_look_and_an_import() {
        // Shorter and longer than what a look sees.
        for text in [JANUARY.to_owned(), JANUARY.to_owned() + &"East;2024-02-11;5\n".repeat(40_000)] {
            let bytes = text.as_bytes();
            let mut apart = Engine::new();
            let Ok(Response::Inspected(inspection)) = ask(&mut apart, Request::Inspect(ReadOptions::default()), bytes)
            else {
                panic!("not inspected")
            };
            let imported = ask(&mut apart, Request::Import(ReadOptions::default()), bytes);
            for piece in [7_000, bytes.len()] {
                let mut engine = Engine::new();
                let mut job = engine.begin(&Request::Read(ReadOptions::default()), bytes.len() as u64).unwrap();
                bytes.chunks(piece).for_each(|piece| job.push(piece).unwrap());
                job.complete().unwrap();
                assert_eq!(job.take_found().as_deref(), Some(&inspection));
                assert_eq!(job.take_found(), None, "once");
                let Ok(Ended::Answered(answer)) = engine.end(job) else { panic!("not read") };
                assert_eq!(Ok(*answer), imported);
                assert_eq!(matrix(&mut engine), matrix(&mut apart));
            }
        }
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
