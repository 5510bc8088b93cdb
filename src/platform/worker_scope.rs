//! The engine's side: hears requests, lets the engine answer, sends events. Mostly in a worker of its own; where none
//! starts, on the page's thread, where it hears through a port.
//!
//! Requests are answered one after another, in the order in which they came: those that arrive while a file is read
//! wait for their turn.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use futures_channel::mpsc;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

use super::file_pieces::FilePieces;
use super::{clock, packing};
use crate::analytics::dataset::{ImportReport, Inspection, ReadOptions, practice};
use crate::jobs::engine::{Ended, Engine};
use crate::jobs::file_job::FileJob;
use crate::jobs::practice::requests;
use crate::jobs::protocol::{Event, JobError, NO_PROTOCOL, PROTOCOL_VERSION, Request, Response};

/// Least time between two reports of progress. Each makes the page draw, which on a small machine takes from the reading.
const PROGRESS_EVERY_MS: f64 = 200.0;

/// Where the rest of a file is read sooner than this, what was found at its beginning is told with the rest. The page
/// would draw the one and then the other, which on a small machine takes from the reading, and who waits for a second
/// does not lose the thread.
const SOON_MS: f64 = 1_000.0;

/// Until then nobody can tell how soon that is: the first bytes have been waited for longer than the others will be.
const PATIENCE_MS: f64 = 300.0;

/// How often a made-up text stands in a file to practise with: a browser takes a few hundredths of a second to find out
/// what is used much, and as long again to translate that.
const PRACTICE_TURNS: u32 = 40;

/// A request as it comes from the page.
struct Incoming {
    id: u32,
    request: Request,
    file: Option<Blob>,
}

impl Incoming {
    fn new(message: &MessageEvent) -> Option<Self> {
        let parts = Array::from(&message.data());
        let bytes = Uint8Array::new(&parts.get(0)).to_vec();
        let (id, request) = postcard::from_bytes(&bytes).ok()?;
        Some(Self { id, request, file: parts.get(1).dyn_into().ok() })
    }
}

/// Where events go.
#[derive(Clone, Debug)]
enum Outlet {
    /// From a worker to its page.
    Scope(DedicatedWorkerGlobalScope),
    /// From one part of the page to another.
    Port(MessagePort),
}

/// Serves requests until the worker is ended. Does nothing outside of a dedicated worker.
pub fn serve() {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        listen(Outlet::Scope(scope));
    }
}

/// Serves requests that come through `port`.
pub fn serve_on(port: MessagePort) {
    listen(Outlet::Port(port));
}

fn listen(outlet: Outlet) {
    let (queue, requests) = mpsc::unbounded();
    let waiting = Rc::new(Cell::new(0));
    let waiting_too = Rc::clone(&waiting);
    let asker = outlet.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        match Incoming::new(&message) {
            Some(incoming) => {
                waiting_too.update(|waiting| waiting + 1);
                // The other end lives as long as the worker.
                let _ = queue.unbounded_send(incoming);
            }
            // Whoever asks so is of another build, and would wait for ever.
            None => asker.post(&Event::Ready { protocol: NO_PROTOCOL }),
        }
    });
    let listener = Some(on_message.as_ref().unchecked_ref());
    match &outlet {
        Outlet::Scope(scope) => scope.set_onmessage(listener),
        Outlet::Port(port) => port.set_onmessage(listener),
    }
    // The engine lives as long as it listens.
    on_message.forget();
    outlet.post(&Event::Ready { protocol: PROTOCOL_VERSION });
    spawn_local(work(outlet, requests, waiting));
}

/// Answers one request after another; `waiting` counts those that have come and have not been begun.
async fn work(outlet: Outlet, mut requests: mpsc::UnboundedReceiver<Incoming>, waiting: Rc<Cell<u32>>) {
    let mut engine = Engine::new();
    while let Ok(Incoming { id, request, file }) = requests.recv().await {
        waiting.update(|waiting| waiting - 1);
        match request {
            Request::Pack => {
                outlet.post_packed(id, packing::pack(&engine));
                continue;
            }
            Request::Practise => {
                let found = practise(|| waiting.get() > 0).await.ok().flatten();
                outlet.post(&Event::Done { id, result: Box::new(Ok(Response::Practised(found))) });
                continue;
            }
            _ => {}
        }
        let began_ms = clock::now_ms();
        let mut told_ms = began_ms;
        let mut tell = |job: &mut FileJob, stage: Stage| {
            let (now_ms, progress) = (clock::now_ms(), job.progress());
            let spent_ms = now_ms - began_ms;
            let is_read_soon = || progress.ms_left(spent_ms).is_some_and(|left| left < SOON_MS);
            if (stage == Stage::Ended || (spent_ms >= PATIENCE_MS && !is_read_soon()))
                && let Some(inspection) = job.take_found()
            {
                outlet.post(&Event::Looked { id, inspection });
            }
            if stage == Stage::Reading && now_ms - told_ms >= PROGRESS_EVERY_MS {
                told_ms = now_ms;
                outlet.post(&Event::Progress { id, progress });
            }
            Ok(())
        };
        let result = answer(&mut engine, request, file, &mut tell).await;
        outlet.post(&Event::Done { id, result: Box::new(result) });
    }
}

/// How far a job on a file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Reading,
    /// All bytes are read, or it failed.
    Ended,
}

async fn answer(
    engine: &mut Engine,
    request: Request,
    file: Option<Blob>,
    tell: &mut impl FnMut(&mut FileJob, Stage) -> Result<(), JobError>,
) -> Result<Response, JobError> {
    let bytes_all = file.as_ref().map_or(0.0, |file| file.size());
    // Sizes of files are whole and far under 2^53.
    let Some(mut job) = engine.begin(&request, bytes_all as u64) else { return engine.answer(request) };
    let file = file.ok_or(JobError::FileUnavailable)?;
    let mut buffer = Vec::new();
    loop {
        let read = read(&mut job, &file, &mut buffer, tell).await;
        tell(&mut job, Stage::Ended)?;
        read?;
        match engine.end(job)? {
            Ended::Answered(response) => return Ok(*response),
            Ended::Again(again) => job = again,
        }
    }
}

/// Gives a job the bytes that it wants; `buffer` keeps its memory.
async fn read(
    job: &mut FileJob,
    file: &Blob,
    buffer: &mut Vec<u8>,
    tell: &mut impl FnMut(&mut FileJob, Stage) -> Result<(), JobError>,
) -> Result<(), JobError> {
    let mut pieces = FilePieces::open(file, job.bytes_wanted())?;
    // A workbook wants no more bytes once it is known to be one.
    while job.progress().bytes_done < job.bytes_wanted() {
        let piece = pieces.next(buffer).await?;
        if piece.is_empty() {
            break;
        }
        job.push(piece)?;
        tell(job, Stage::Reading)?;
    }
    job.complete()
}

/// Reads made-up files, until it is through or there is something real to do; what came of the first of them.
async fn practise(is_over: impl Fn() -> bool) -> Result<Option<Box<(Inspection, ImportReport)>>, JobError> {
    let mut found = None;
    for text in practice::texts() {
        let part = Array::of1(&Uint8Array::from(text.as_slice()));
        let parts = Array::new_with_length(PRACTICE_TURNS);
        parts.fill(&part.get(0), 0, PRACTICE_TURNS);
        let file = Blob::new_with_u8_array_sequence(&parts).map_err(|_| JobError::FileUnavailable)?;
        let mut inspection = None;
        // An error ends a reading at once.
        let mut tell = |job: &mut FileJob, _| {
            inspection = inspection.take().or_else(|| job.take_found());
            if is_over() { Err(JobError::EngineStopped) } else { Ok(()) }
        };
        let mut engine = Engine::new();
        let answered = answer(&mut engine, Request::Read(ReadOptions::default()), Some(file), &mut tell).await?;
        if let Response::Imported(report) = answered {
            found = found.or_else(|| inspection.map(|inspection| Box::new((*inspection, report))));
        }
        for request in requests() {
            // What has come meanwhile is heard.
            clock::later(Duration::ZERO).await;
            if is_over() {
                return Err(JobError::EngineStopped);
            }
            engine.answer(request)?;
        }
    }
    Ok(found)
}

impl Outlet {
    fn post(&self, event: &Event) {
        let bytes = Uint8Array::from(postcard::to_stdvec(event).unwrap_or_default().as_slice());
        let transfer = Array::of1(&bytes.buffer());
        // Handing the buffer over instead of copying it cannot fail: it is ours and whole.
        let _ = match self {
            Self::Scope(scope) => scope.post_message_with_transfer(&bytes, &transfer),
            Self::Port(port) => port.post_message_with_transferable(&bytes, &transfer),
        };
    }

    /// Posts the answer to [`Request::Pack`] with the bytes beside it.
    fn post_packed(&self, id: u32, packed: Result<Blob, JobError>) {
        let blob = packed.as_ref().map_or(JsValue::UNDEFINED, JsValue::from);
        let event = Event::Done { id, result: Box::new(packed.map(|_| Response::Packed)) };
        let bytes = Uint8Array::from(postcard::to_stdvec(&event).unwrap_or_default().as_slice());
        let message = Array::of2(&bytes, &blob);
        // A clone of bytes and a blob cannot fail.
        let _ = match self {
            Self::Scope(scope) => scope.post_message(&message),
            Self::Port(port) => port.post_message(&message),
        };
    }
}
