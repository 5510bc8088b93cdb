//! The engine's table as a blob: what a host of the engine hands over beside its answer.

use js_sys::{Array, Uint8Array};
use web_sys::Blob;

use crate::jobs::engine::Engine;
use crate::jobs::protocol::JobError;

/// Packs the table. Each block becomes a blob as soon as it is made, so that never more than one of them is in memory
/// that the browser cannot move elsewhere.
///
/// # Errors
/// The engine's, and [`JobError::EngineStopped`] where the browser makes no blob of a block.
pub fn pack(engine: &Engine) -> Result<Blob, JobError> {
    let mut blocks = Vec::new();
    engine.pack(&mut |block| blocks.push(Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(block)))))?;
    let blocks: Result<Vec<Blob>, _> = blocks.into_iter().collect();
    // A browser refuses for want of memory.
    blocks.ok().and_then(|blocks| super::vault::in_a_row(&blocks)).ok_or(JobError::EngineStopped)
}
