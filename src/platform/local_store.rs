//! The browser's local storage behind the storage port.

use web_sys::Storage;

use super::store_failure::reason;
use crate::storage::{KeyValueStore, StoreError};

/// Local storage of this page's origin. Nothing is held: the browser is asked every time, so it may be shared freely.
#[derive(Clone, Copy, Debug)]
pub struct LocalStore(());

impl LocalStore {
    /// Finds out whether the browser keeps things for this page.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where it does not. A full store can still be read, so it opens.
    pub fn open() -> Result<Self, StoreError> {
        // Some browsers show a store and refuse every write: only a try tells.
        const PROBE: &str = "clientfolio:probe";
        let store = Self(());
        match store.set(PROBE, "1") {
            Ok(()) => store.remove(PROBE)?,
            Err(StoreError::Full) => {}
            Err(StoreError::Blocked) => return Err(StoreError::Blocked),
        }
        Ok(store)
    }

    fn storage() -> Result<Storage, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Blocked)?;
        window.local_storage().ok().flatten().ok_or(StoreError::Blocked)
    }
}

impl KeyValueStore for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Self::storage()?.get_item(key).map_err(|error| reason(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        Self::storage()?.set_item(key, text).map_err(|error| reason(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        Self::storage()?.remove_item(key).map_err(|error| reason(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = Self::storage()?;
        let length = storage.length().map_err(|error| reason(&error))?;
        let mut keys: Vec<String> = (0..length).filter_map(|index| storage.key(index).ok().flatten()).collect();
        keys.sort();
        Ok(keys)
    }
}
