//! The bytes of a file, piece by piece, as the engine wants them.
//!
//! A byte stream fills a buffer of ours while the piece before is parsed: as soon as a piece is copied out, its buffer
//! goes back for the next one. Where the browser has no byte streams for files, each piece is read and waited for.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamByobReader, ReadableStreamGetReaderOptions, ReadableStreamReaderMode};

use crate::jobs::source::{PIECE_BYTES, SourceError};

/// The bytes of a file, from its beginning.
pub(super) enum FilePieces {
    /// A stream, and the piece that is on its way.
    Stream { reader: ReadableStreamByobReader, next: JsFuture },
    /// Slices, and where the next one begins.
    Slices { file: Blob, position: f64 },
}

impl FilePieces {
    /// Opens the first `bytes` of a file.
    pub(super) fn open(file: &Blob, bytes: u64) -> Result<Self, SourceError> {
        // Sizes of files are whole and far under 2^53.
        let file = file.slice_with_f64_and_f64(0.0, bytes as f64).map_err(unavailable)?;
        match byte_reader(&file) {
            Some(reader) => {
                let next = fill(&reader, &Uint8Array::new_with_length(PIECE_BYTES as u32));
                Ok(Self::Stream { reader, next })
            }
            None => Ok(Self::Slices { file, position: 0.0 }),
        }
    }

    /// The next piece, read over `piece`, which keeps its memory; empty at the end of the file.
    pub(super) async fn next<'a>(&mut self, piece: &'a mut Vec<u8>) -> Result<&'a [u8], SourceError> {
        let bytes = match self {
            Self::Stream { reader, next } => {
                let result = (&mut *next).await.map_err(unavailable)?;
                let field = |name: &str| Reflect::get(&result, &JsValue::from_str(name)).map_err(unavailable);
                if field("done")?.is_truthy() {
                    return Ok(&[]);
                }
                let filled: Uint8Array = field("value")?.dyn_into().map_err(unavailable)?;
                let bytes = copy(&filled, piece);
                *next = fill(reader, &Uint8Array::new(&filled.buffer()));
                bytes
            }
            Self::Slices { file, position } => {
                let end = *position + PIECE_BYTES as f64;
                let slice = file.slice_with_f64_and_f64(*position, end).map_err(unavailable)?;
                let slice = Uint8Array::new(&JsFuture::from(slice.array_buffer()).await.map_err(unavailable)?);
                *position += f64::from(slice.length());
                copy(&slice, piece)
            }
        };
        Ok(piece.get(..bytes).unwrap_or_default())
    }
}

/// Whoever stops early (only the head is wanted, a row is beyond reading) lets the stream go.
impl Drop for FilePieces {
    fn drop(&mut self) {
        if let Self::Stream { reader, .. } = self {
            // A future hears of a refusal, so that the browser does not take it for an error that nobody handles.
            drop(JsFuture::from(reader.cancel()));
        }
    }
}

/// A reader that fills buffers of ours; `None` where files have no such streams.
fn byte_reader(file: &Blob) -> Option<ReadableStreamByobReader> {
    if !Reflect::has(file, &JsValue::from_str("stream")).unwrap_or(false) {
        return None;
    }
    let stream = file.stream();
    let options = ReadableStreamGetReaderOptions::new();
    options.set_mode(ReadableStreamReaderMode::Byob);
    // Streams that do not know the mode throw, or give a reader of another kind.
    let get_reader: js_sys::Function = Reflect::get(&stream, &JsValue::from_str("getReader")).ok()?.dyn_into().ok()?;
    let reader: Object = get_reader.call1(&stream, &options).ok()?.dyn_into().ok()?;
    reader.dyn_into().ok()
}

/// Asks for as many bytes as the buffer holds, or fewer.
fn fill(reader: &ReadableStreamByobReader, buffer: &Uint8Array) -> JsFuture {
    JsFuture::from(reader.read_with_array_buffer_view(buffer))
}

/// Copies bytes to the beginning of `piece` and says how many; `piece` only ever grows.
fn copy(bytes: &Uint8Array, piece: &mut Vec<u8>) -> usize {
    let length = bytes.length() as usize;
    if piece.len() < length {
        piece.resize(length, 0);
    }
    if let Some(place) = piece.get_mut(..length) {
        bytes.copy_to(place);
    }
    length
}

fn unavailable<E>(_: E) -> SourceError {
    SourceError
}
