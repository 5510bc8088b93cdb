//! The engine's table as a blob: what a host of the engine hands over beside its answer.

use js_sys::{Array, Uint8Array};
use web_sys::Blob;

use crate::jobs::engine::Engine;
use crate::jobs::protocol::JobError;

/// Packs the table. Each block becomes a blob as soon as it is made, so that never more than one of them is in memory
/// that the browser cannot move elsewhere.
///
/// # Errors
/// The engine's, and [`JobError::EngineStopped`] where the browser makes no blobs.
pub fn pack(engine: &Engine) -> Result<Blob, JobError> {
    let mut blocks = Vec::new();
    engine.pack(&mut |block| {
        let bytes = Array::of1(&Uint8Array::from(block));
        if let Ok(block) = Blob::new_with_u8_array_sequence(&bytes) {
            blocks.push(block);
        }
    })?;
    // A block that is missing is found by the checksums when the table is opened.
    super::vault::in_a_row(&blocks).ok_or(JobError::EngineStopped)
}
