//! What storage asks of a place to keep things.

use thiserror::Error;

/// Why a place did not keep, or give back, what it was asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// There is no such place, or the browser does not let us near it.
    #[error("the store is blocked")]
    Blocked,
    /// There is no room left. What was there before is still there.
    #[error("the store is full")]
    Full,
}

/// A place that keeps texts by key. Shared: every method takes `&self`.
pub trait KeyValueStore {
    /// The text of a key, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a text in place of the one before.
    ///
    /// # Errors
    /// Either. The text before is then still there.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Forgets a key; one that is not there is fine.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key, sorted.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

impl<T: KeyValueStore + ?Sized> KeyValueStore for std::sync::Arc<T> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        (**self).set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }
}
