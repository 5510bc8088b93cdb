//! The store of saved documents, as a context: the browser's where it lets us, else one in memory.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::local_store::LocalStore;
use crate::storage::{Document, KeyValueStore, LoadNotice, MemoryStore, Repository, SaveError, Snapshot, StoreError};

type AnyStore = Arc<dyn KeyValueStore + Send + Sync>;

/// What the user should know about the store. Each is said once a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageTrouble {
    /// The browser keeps nothing for this page.
    Blocked,
    /// There is no room left.
    Full,
    /// The browser keeps no tables for this page.
    TablesBlocked,
    /// There is no room left for a table.
    TablesFull,
    /// A document could not be read and was set aside.
    SetAside,
    /// A document of a newer version was left alone.
    Newer,
}

impl From<StoreError> for StorageTrouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Blocked => Self::Blocked,
            StoreError::Full => Self::Full,
        }
    }
}

impl StorageTrouble {
    /// What it means for tables that the database did not do its part.
    pub(super) const fn of_tables(error: StoreError) -> Self {
        match error {
            StoreError::Blocked => Self::TablesBlocked,
            StoreError::Full => Self::TablesFull,
        }
    }
}

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct Storage {
    repository: StoredValue<Repository<AnyStore>>,
    /// Whether what is saved outlives the page.
    lasts: bool,
    troubles: RwSignal<Vec<StorageTrouble>>,
    said: StoredValue<Vec<StorageTrouble>>,
}

impl Storage {
    /// Opens the store and provides the context to everything below.
    pub fn provide() -> Self {
        let (store, trouble): (AnyStore, _) = match LocalStore::open() {
            Ok(store) => (Arc::new(store), None),
            Err(error) => (Arc::new(MemoryStore::default()), Some(error)),
        };
        let storage = Self {
            repository: StoredValue::new(Repository::new(store)),
            lasts: trouble.is_none(),
            troubles: RwSignal::new(Vec::new()),
            said: StoredValue::new(Vec::new()),
        };
        if let Some(trouble) = trouble {
            storage.report(trouble.into());
        }
        provide_context(storage);
        storage
    }

    /// What the user should know and has not closed yet.
    #[must_use]
    pub fn troubles(self) -> Signal<Vec<StorageTrouble>> {
        self.troubles.into()
    }

    /// The user has read it.
    pub fn close_trouble(self, trouble: StorageTrouble) {
        self.troubles.update(|troubles| troubles.retain(|other| *other != trouble));
    }

    /// The saved document of a kind, or the default.
    pub fn load<D: Document>(self) -> D {
        let opened = self.repository.with_value(Repository::load::<D>);
        match opened.notice {
            None => {}
            Some(LoadNotice::SetAside) => self.report(StorageTrouble::SetAside),
            Some(LoadNotice::Newer) => self.report(StorageTrouble::Newer),
            Some(LoadNotice::Store(error)) => self.report(error.into()),
        }
        opened.document
    }

    /// Saves a document; whether it was saved. A trouble is reported here.
    pub fn save<D: Document>(self, document: &D) -> bool {
        match self.repository.with_value(|repository| repository.save(document)) {
            Ok(()) => return true,
            Err(SaveError::Store(error)) => self.report(error.into()),
            Err(SaveError::Newer) => self.report(StorageTrouble::Newer),
            // No kind of ours is unwritable: their maps have text keys and their numbers are finite.
            Err(SaveError::Unwritable) => {}
        }
        false
    }

    /// Whether what is saved outlives the page.
    #[must_use]
    pub const fn lasts(self) -> bool {
        self.lasts
    }

    /// See [`Repository::has`].
    #[must_use]
    pub fn has<D: Document>(self) -> bool {
        self.repository.with_value(Repository::has::<D>)
    }

    /// See [`Repository::is_sound`].
    #[must_use]
    pub fn is_sound<D: Document>(self) -> bool {
        self.repository.with_value(Repository::is_sound::<D>)
    }

    /// The key of a kind in the browser's store.
    #[must_use]
    pub fn key<D: Document>() -> String {
        Repository::<AnyStore>::key::<D>()
    }

    /// How many bytes are kept.
    #[must_use]
    pub fn bytes_kept(self) -> u64 {
        self.repository.with_value(Repository::bytes_kept).unwrap_or_default()
    }

    /// Forgets everything; what was there, for an undo. `None` if the store did not let us.
    #[must_use]
    pub fn wipe(self) -> Option<Snapshot> {
        self.repository.with_value(Repository::wipe).map_err(|error| self.report(error.into())).ok()
    }

    /// Puts back what a wipe took.
    pub fn restore(self, snapshot: &Snapshot) {
        if let Err(error) = self.repository.with_value(|repository| repository.restore(snapshot)) {
            self.report(error.into());
        }
    }

    /// Says what is wrong with the store, once a session.
    pub(super) fn report(self, trouble: StorageTrouble) {
        if self.said.with_value(|said| said.contains(&trouble)) {
            return;
        }
        self.said.update_value(|said| said.push(trouble));
        self.troubles.update(|troubles| troubles.push(trouble));
    }
}

/// The store of saved documents.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_storage() -> Storage {
    expect_context()
}
