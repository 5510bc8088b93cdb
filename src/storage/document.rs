//! One saved document: an envelope that says what it is, around the data.
//!
//! ```json
//! {"app": "clientfolio", "kind": "settings", "version": 1, "data": {}}
//! ```

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

/// In every envelope, so that a stranger's file is told from ours.
pub const APP: &str = "clientfolio";

/// Brings the data of one version to the next; `None` if it is not what that version wrote.
pub type Migration = fn(Value) -> Option<Value>;

/// A kind of document. The default is what there is before anything was saved.
pub trait Document: Serialize + DeserializeOwned + Default {
    /// Name of the kind, part of its key.
    const KIND: &'static str;
    /// `MIGRATIONS[0]` brings version 1 to 2, and so on: the version now is one more than there are migrations.
    const MIGRATIONS: &'static [Migration] = &[];
}

/// The version that this build writes.
#[must_use]
pub const fn version_of<D: Document>() -> u32 {
    // A build with 2^32 migrations is not to be feared.
    #[expect(clippy::cast_possible_truncation, reason = "as said")]
    let migrations = D::MIGRATIONS.len() as u32;
    migrations + 1
}

/// Why a text is not a document that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DocumentError {
    /// Damaged, or not ours.
    #[error("the document cannot be read")]
    Unreadable,
    /// Written by a newer version of the app.
    #[error("the document is of version {found}, known are versions up to {known}")]
    Newer {
        /// Its version.
        found: u32,
        /// The version of this build.
        known: u32,
    },
}

#[derive(Deserialize, Serialize)]
struct Envelope<T> {
    app: String,
    kind: String,
    version: u32,
    data: T,
}

/// Puts a document into its envelope.
///
/// # Errors
/// [`DocumentError::Unreadable`] if it has no form in JSON; every kind of ours has one: keys of maps are texts, numbers
/// are finite.
pub fn write<D: Document>(document: &D) -> Result<String, DocumentError> {
    let envelope =
        Envelope { app: APP.to_owned(), kind: D::KIND.to_owned(), version: version_of::<D>(), data: document };
    serde_json::to_string(&envelope).map_err(|_| DocumentError::Unreadable)
}

/// Takes a document out of its envelope, whatever version wrote it.
///
/// # Errors
/// See [`DocumentError`].
pub fn read<D: Document>(text: &str) -> Result<D, DocumentError> {
    let known = version_of::<D>();
    let envelope: Envelope<Value> = serde_json::from_str(text).map_err(|_| DocumentError::Unreadable)?;
    if envelope.app != APP || envelope.kind != D::KIND || envelope.version == 0 {
        return Err(DocumentError::Unreadable);
    }
    if envelope.version > known {
        return Err(DocumentError::Newer { found: envelope.version, known });
    }
    let mut steps = D::MIGRATIONS.iter().skip(envelope.version as usize - 1);
    let data = steps.try_fold(envelope.data, |data, migrate| migrate(data));
    data.and_then(|data| serde_json::from_value(data).ok()).ok_or(DocumentError::Unreadable)
}
