//! A store that lasts as long as the page: for tests, and where the browser keeps nothing.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::port::{KeyValueStore, StoreError};

/// A store in memory, with or without a limit.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: Mutex<BTreeMap<String, String>>,
    bytes_max: Option<usize>,
}

impl MemoryStore {
    /// A store that is full when keys and texts together are over `bytes_max`.
    #[must_use]
    pub fn with_limit(bytes_max: usize) -> Self {
        Self { texts: Mutex::default(), bytes_max: Some(bytes_max) }
    }

    /// A map has no half-done states, so it is fit for use even after a panic elsewhere.
    fn texts(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyValueStore for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut texts = self.texts();
        if let Some(bytes_max) = self.bytes_max {
            let others: usize =
                texts.iter().filter(|(other, _)| *other != key).map(|(other, text)| other.len() + text.len()).sum();
            if others + key.len() + text.len() > bytes_max {
                return Err(StoreError::Full);
            }
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts().keys().cloned().collect())
    }
}
