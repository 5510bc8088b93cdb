//! The engine's side: hears requests, lets the engine answer, sends events. Mostly in a worker of its own; where none
//! starts, on the page's thread, where it hears through a port.
//!
//! Requests are answered one after another, in the order in which they came: those that arrive while a file is read
//! wait for their turn.

use futures_channel::mpsc;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

use super::file_pieces::FilePieces;
use super::{clock, packing};
use crate::jobs::engine::{Ended, Engine};
use crate::jobs::protocol::{Event, JobError, PROTOCOL_VERSION, Progress, Request, Response};

/// Least time between two reports of progress: a bar needs no more than a dozen a second.
const PROGRESS_EVERY_MS: f64 = 80.0;

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
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(incoming) = Incoming::new(&message) {
            // The other end lives as long as the worker.
            let _ = queue.unbounded_send(incoming);
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
    spawn_local(work(outlet, requests));
}

/// Answers one request after another.
async fn work(outlet: Outlet, mut requests: mpsc::UnboundedReceiver<Incoming>) {
    let mut engine = Engine::new();
    while let Ok(Incoming { id, request, file }) = requests.recv().await {
        if matches!(request, Request::Pack) {
            outlet.post_packed(id, packing::pack(&engine));
            continue;
        }
        let mut told_ms = clock::now_ms();
        let mut progress = |progress: Progress| {
            let now_ms = clock::now_ms();
            if now_ms - told_ms >= PROGRESS_EVERY_MS {
                told_ms = now_ms;
                outlet.post(&Event::Progress { id, progress });
            }
        };
        let result = answer(&mut engine, request, file, &mut progress).await;
        outlet.post(&Event::Done { id, result: Box::new(result) });
    }
}

async fn answer(
    engine: &mut Engine,
    request: Request,
    file: Option<Blob>,
    progress: &mut impl FnMut(Progress),
) -> Result<Response, JobError> {
    let bytes_all = file.as_ref().map_or(0.0, |file| file.size());
    // Sizes of files are whole and far under 2^53.
    let Some(mut job) = engine.begin(&request, bytes_all as u64) else { return engine.answer(request) };
    let file = file.ok_or(JobError::FileUnavailable)?;
    let mut buffer = Vec::new();
    loop {
        let mut pieces = FilePieces::open(&file, job.bytes_wanted())?;
        loop {
            let piece = pieces.next(&mut buffer).await?;
            if piece.is_empty() {
                break;
            }
            job.push(piece)?;
            progress(job.progress());
        }
        match engine.end(job)? {
            Ended::Answered(response) => return Ok(*response),
            Ended::Again(again) => job = again,
        }
    }
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
