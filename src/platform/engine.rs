//! An engine to talk to: a worker of its own, or the page's thread where no worker starts. Either way the engine is a
//! program of its own, started soon after the page or with the first file, and hears through messages.
//!
//! Each file is read by an engine of its own, so that giving up is simply ending it: the worker stops at once, whatever
//! it is doing, and its memory goes back to the system.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File, MessageEvent, MessagePort, Worker};

use super::boot;
use crate::analytics::dataset::{ImportReport, Inspection};
use crate::jobs::protocol::{Event, JobError, PROTOCOL_VERSION, Progress, Request, Response};

/// The largest file read on the main thread: it stops the page while it is read, for about a second.
pub const BYTES_WITHOUT_WORKER_MAX: u64 = 20_000_000;

thread_local! {
    /// The engine that waits for a file.
    static SPARE: RefCell<Option<EngineHandle>> = const { RefCell::new(None) };
}

/// An engine to talk to. Dropping the last clone ends it.
#[derive(Clone, Debug)]
pub struct EngineHandle(Rc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    host: RefCell<Host>,
    next_id: Cell<u32>,
    waiting: RefCell<BTreeMap<u32, Waiting>>,
}

/// Where the engine runs.
#[derive(Debug)]
enum Host {
    /// An engine that has not said yet that it runs (`None`: it is being loaded): what is to be sent waits.
    Starting { engine: Option<Peer>, outbox: Vec<Outgoing> },
    /// An engine that runs.
    Running(Peer),
    /// Nowhere any more.
    Stopped(JobError),
}

impl Default for Host {
    fn default() -> Self {
        Self::Starting { engine: None, outbox: Vec::new() }
    }
}

/// A request on its way.
#[derive(Clone, Debug)]
struct Outgoing {
    id: u32,
    request: Request,
    file: Option<Blob>,
}

/// An answer, and the bytes that came beside it.
type Answer = Result<(Response, Option<Blob>), JobError>;

/// Somebody who waits for an answer.
struct Waiting {
    answer: oneshot::Sender<Answer>,
    hear: Box<dyn Fn(News)>,
}

/// What is told of a request that is not answered yet.
#[derive(Clone, Debug)]
pub enum News {
    /// How far it is.
    Progress(Progress),
    /// What the beginning of its file shows.
    Looked(Box<Inspection>),
}

impl std::fmt::Debug for Waiting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Waiting")
    }
}

impl EngineHandle {
    /// Starts an engine before anybody needs it, so that the next file does not wait for it, and has it read something made
    /// up; what came of that. One at a time.
    pub async fn prepare() -> Option<(Inspection, ImportReport)> {
        if SPARE.with_borrow(Option::is_some) {
            return None;
        }
        let engine = Self::of(boot::start_worker().ok()?);
        SPARE.set(Some(engine.clone()));
        match engine.ask(Request::Practise, None, |_| {}).await {
            Ok(Response::Practised(found)) => found.map(|found| *found),
            _ => None,
        }
    }

    /// An engine of one's own: the one prepared, else a new one.
    #[must_use]
    pub fn start() -> Self {
        let is_alive = |engine: &Self| !matches!(*engine.0.host.borrow(), Host::Stopped(_));
        SPARE.take().filter(is_alive).unwrap_or_else(Self::begin)
    }

    fn begin() -> Self {
        boot::start_worker().map(Self::of).unwrap_or_else(|_| {
            let shared = Rc::new(Shared::default());
            spawn_local(start_here(Rc::clone(&shared)));
            Self(shared)
        })
    }

    fn of(worker: Worker) -> Self {
        let shared = Rc::new(Shared::default());
        shared.put(Peer::new(Link::Worker(worker), &shared));
        Self(shared)
    }

    /// Asks; requests on a file bring it along. `hear` is told what happens before the answer.
    ///
    /// # Errors
    /// What the engine says, and [`JobError::EngineStopped`] if it ends before it answers.
    pub async fn ask(
        &self,
        request: Request,
        file: Option<File>,
        hear: impl Fn(News) + 'static,
    ) -> Result<Response, JobError> {
        self.exchange(request, file.map(Blob::from), hear).await.map(|(response, _)| response)
    }

    /// The table as bytes that [`EngineHandle::open`] takes.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn pack(&self) -> Result<Blob, JobError> {
        match self.exchange(Request::Pack, None, |_| {}).await? {
            (Response::Packed, Some(bytes)) => Ok(bytes),
            _ => Err(JobError::OtherBuild),
        }
    }

    /// Takes kept imports, one after another, as one table.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn open(&self, bytes: Blob) -> Result<ImportReport, JobError> {
        match self.exchange(Request::Open, Some(bytes), |_| {}).await? {
            (Response::Opened(report), _) => Ok(report),
            _ => Err(JobError::OtherBuild),
        }
    }

    async fn exchange(&self, request: Request, file: Option<Blob>, hear: impl Fn(News) + 'static) -> Answer {
        let id = self.0.next_id.get();
        self.0.next_id.set(id.wrapping_add(1));
        let (answer, answered) = oneshot::channel();
        self.0.waiting.borrow_mut().insert(id, Waiting { answer, hear: Box::new(hear) });
        Shared::send(&self.0, Outgoing { id, request, file });
        answered.await.unwrap_or(Err(JobError::EngineStopped))
    }

    /// Ends the engine; whoever still waits gets [`JobError::EngineStopped`].
    pub fn end(&self) {
        self.0.stop(&JobError::EngineStopped);
    }
}

impl Shared {
    /// Puts an engine that starts into its place; does nothing if it has been ended meanwhile.
    fn put(&self, peer: Peer) {
        if let Host::Starting { engine, .. } = &mut *self.host.borrow_mut() {
            *engine = Some(peer);
        }
    }

    fn send(&self, outgoing: Outgoing) {
        let refused = match &mut *self.host.borrow_mut() {
            Host::Starting { outbox, .. } => {
                outbox.push(outgoing);
                return;
            }
            Host::Running(engine) if engine.can_take(&outgoing) => {
                engine.post(&outgoing);
                return;
            }
            Host::Running(_) => JobError::TooBigWithoutWorker { bytes_max: BYTES_WITHOUT_WORKER_MAX },
            Host::Stopped(error) => error.clone(),
        };
        self.answer(outgoing.id, Err(refused), None);
    }

    fn answer(&self, id: u32, result: Result<Response, JobError>, beside: Option<Blob>) {
        if let Some(waiting) = self.waiting.borrow_mut().remove(&id) {
            // Nobody waits any more: the screen is gone, and so is the need for the answer.
            let _ = waiting.answer.send(result.map(|response| (response, beside)));
        }
    }

    fn hear(&self, event: Event, beside: Option<Blob>) {
        match event {
            Event::Ready { protocol: PROTOCOL_VERSION } => self.begin_work(),
            Event::Ready { .. } => self.stop(&JobError::OtherBuild),
            Event::Progress { id, progress } => self.tell(id, News::Progress(progress)),
            Event::Looked { id, inspection } => self.tell(id, News::Looked(inspection)),
            Event::Done { id, result } => self.answer(id, *result, beside),
        }
    }

    fn tell(&self, id: u32, news: News) {
        if let Some(waiting) = self.waiting.borrow().get(&id) {
            (waiting.hear)(news);
        }
    }

    fn begin_work(&self) {
        if let Host::Starting { engine: Some(engine), outbox } = self.host.take() {
            self.host.replace(Host::Running(engine));
            outbox.into_iter().for_each(|outgoing| self.send(outgoing));
        }
    }

    /// The worker reports an error: one that never ran is replaced by the page's thread, one that did has stopped.
    fn fail(self: &Rc<Self>) {
        match &mut *self.host.borrow_mut() {
            // Prepared, and nobody waits for it yet: whoever needs one tries anew.
            Host::Starting { .. } if self.waiting.borrow().is_empty() => {}
            Host::Starting { engine, .. } => {
                // Dropping the worker ends it; what waits to be sent goes on waiting.
                *engine = None;
                spawn_local(start_here(Rc::clone(self)));
                return;
            }
            Host::Running(_) | Host::Stopped(_) => {}
        }
        self.stop(&JobError::EngineStopped);
    }

    fn stop(&self, error: &JobError) {
        self.host.replace(Host::Stopped(error.clone()));
        let waiting = self.waiting.take();
        for (_, waiting) in waiting {
            let _ = waiting.answer.send(Err(error.clone()));
        }
    }
}

/// Loads the engine into the page.
async fn start_here(shared: Rc<Shared>) {
    match boot::start_engine_here().await {
        Ok(port) => shared.put(Peer::new(Link::Port(port), &shared)),
        Err(_) => shared.stop(&JobError::EngineStopped),
    }
}

/// The way to an engine.
#[derive(Debug)]
enum Link {
    /// In a worker of its own.
    Worker(Worker),
    /// On the page's thread.
    Port(MessagePort),
}

/// An engine and what listens to it; dropping ends both.
#[derive(Debug)]
struct Peer {
    link: Link,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Peer {
    fn new(link: Link, shared: &Rc<Shared>) -> Self {
        let weak = Rc::downgrade(shared);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            let Some(shared) = weak.upgrade() else { return };
            let data = message.data();
            // An event alone, or an event and the bytes beside it.
            let (event, beside) = match data.dyn_ref::<Array>() {
                Some(parts) => (parts.get(0), parts.get(1).dyn_into().ok()),
                None => (data, None),
            };
            match postcard::from_bytes(&Uint8Array::new(&event).to_vec()) {
                Ok(event) => shared.hear(event, beside),
                // Not our bytes: the worker is of another build.
                Err(_) => shared.stop(&JobError::OtherBuild),
            }
        });
        let weak = Rc::downgrade(shared);
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            if let Some(shared) = weak.upgrade() {
                shared.fail();
            }
        });
        let listener = Some(on_message.as_ref().unchecked_ref());
        match &link {
            Link::Worker(worker) => {
                worker.set_onmessage(listener);
                worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            }
            Link::Port(port) => port.set_onmessage(listener),
        }
        Self { link, _on_message: on_message, _on_error: on_error }
    }

    /// Whether the page can bear that this engine reads so large a file.
    fn can_take(&self, outgoing: &Outgoing) -> bool {
        let bytes = outgoing.file.as_ref().map_or(0.0, |file| file.size());
        matches!(self.link, Link::Worker(_)) || bytes <= BYTES_WITHOUT_WORKER_MAX as f64
    }

    fn post(&self, outgoing: &Outgoing) {
        let bytes = postcard::to_stdvec(&(outgoing.id, &outgoing.request)).unwrap_or_default();
        let message = Array::of2(&Uint8Array::from(bytes.as_slice()), &outgoing.file.clone().into());
        // A clone of bytes and a file cannot fail.
        let _ = match &self.link {
            Link::Worker(worker) => worker.post_message(&message),
            Link::Port(port) => port.post_message(&message),
        };
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        match &self.link {
            Link::Worker(worker) => {
                worker.set_onmessage(None);
                worker.set_onerror(None);
                worker.terminate();
            }
            Link::Port(port) => {
                port.set_onmessage(None);
                port.close();
            }
        }
    }
}
