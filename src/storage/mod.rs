//! Documents that survive a reload.
//!
//! ```text
//! ui::state ─► repository ─► document (envelope, version, migrations)
//!                   └──────► port ◄─ memory, platform::local_store
//! ```
//!
//! Pure: the browser's own store is behind [`port::KeyValueStore`].
//!
//! Invariants:
//! - What cannot be read is moved to a backup key and reported, never overwritten.
//! - What a newer version wrote is left alone and reported; nothing is saved over it.
//! - Older versions are brought forward one version at a time; each has a frozen example in `tests/fixtures/storage`.
//! - Fields that are not known are kept.

pub mod document;
pub mod documents;
pub mod memory;
pub mod port;
pub mod repository;

pub use document::{Document, DocumentError};
pub use memory::MemoryStore;
pub use port::{KeyValueStore, StoreError};
pub use repository::{LoadNotice, Opened, Repository, SaveError, Snapshot};
