//! The worker's side: hears requests, lets the engine answer, sends events.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

use super::{clock, packing};
use crate::jobs::engine::Engine;
use crate::jobs::protocol::{Event, JobError, PROTOCOL_VERSION, Progress, Request, Response};
use crate::jobs::source::{PIECE_BYTES, Source, SourceError};

/// Least time between two reports of progress: a bar needs no more than a dozen a second.
const PROGRESS_EVERY_MS: f64 = 80.0;

/// Serves requests until the worker is ended. Does nothing outside of a dedicated worker.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let mut engine = Engine::new();
    let port = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let parts = Array::from(&message.data());
        let bytes = Uint8Array::new(&parts.get(0)).to_vec();
        let Ok((id, request)) = postcard::from_bytes::<(u32, Request)>(&bytes) else { return };
        if matches!(request, Request::Pack) {
            post_packed(&port, id, packing::pack(&engine));
            return;
        }
        let mut source = parts.get(1).dyn_into::<Blob>().ok().and_then(FileSource::new);
        let source = source.as_mut().map(|source| source as &mut dyn Source);
        let mut told_ms = clock::now_ms();
        let mut progress = |progress: Progress| {
            let now_ms = clock::now_ms();
            if now_ms - told_ms >= PROGRESS_EVERY_MS {
                told_ms = now_ms;
                post(&port, &Event::Progress { id, progress });
            }
        };
        let result = engine.handle(request, source, &mut progress);
        post(&port, &Event::Done { id, result: Box::new(result) });
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as it listens.
    on_message.forget();
    post(&scope, &Event::Ready { protocol: PROTOCOL_VERSION });
}

fn post(scope: &DedicatedWorkerGlobalScope, event: &Event) {
    let bytes = Uint8Array::from(postcard::to_stdvec(event).unwrap_or_default().as_slice());
    let buffer = bytes.buffer();
    // Handing the buffer over instead of copying it cannot fail: it is ours and whole.
    let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&buffer));
}

/// Posts the answer to [`Request::Pack`] with the bytes beside it.
fn post_packed(scope: &DedicatedWorkerGlobalScope, id: u32, packed: Result<Blob, JobError>) {
    let blob = packed.as_ref().map_or(JsValue::UNDEFINED, JsValue::from);
    let event = Event::Done { id, result: Box::new(packed.map(|_| Response::Packed)) };
    let bytes = Uint8Array::from(postcard::to_stdvec(&event).unwrap_or_default().as_slice());
    // A clone of bytes and a blob cannot fail.
    let _ = scope.post_message(&Array::of2(&bytes, &blob));
}

/// A file read in slices. The worker may wait for each: there is nothing else that it should do.
struct FileSource {
    file: Blob,
    reader: FileReaderSync,
    position: f64,
}

impl FileSource {
    fn new(file: Blob) -> Option<Self> {
        Some(Self { file, reader: FileReaderSync::new().ok()?, position: 0.0 })
    }

    fn read_slice(&self) -> Result<Uint8Array, JsValue> {
        let end = self.position + PIECE_BYTES as f64;
        let slice = self.file.slice_with_f64_and_f64(self.position, end)?;
        Ok(Uint8Array::new(&self.reader.read_as_array_buffer(&slice)?.into()))
    }
}

impl Source for FileSource {
    fn bytes(&self) -> u64 {
        // Sizes of files are whole and far under 2^53.
        self.file.size() as u64
    }

    fn rewind(&mut self) {
        self.position = 0.0;
    }

    fn next_piece(&mut self, piece: &mut Vec<u8>) -> Result<(), SourceError> {
        let slice = self.read_slice().map_err(|_| SourceError)?;
        piece.resize(slice.length() as usize, 0);
        slice.copy_to(piece);
        self.position += f64::from(slice.length());
        Ok(())
    }
}
