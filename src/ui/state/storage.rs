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
    /// Told when all documents are others at once.
    followers: StoredValue<Vec<(u32, Callback<()>)>>,
    /// Counts up with every change of what is saved.
    changes: RwSignal<u32>,
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
            followers: StoredValue::new(Vec::new()),
            changes: RwSignal::new(0),
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
            Ok(()) => {
                self.note_change();
                return true;
            }
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
        self.changes.track();
        self.repository.with_value(Repository::bytes_kept).unwrap_or_default()
    }

    /// Forgets everything; what was there, for an undo. `None` if the store did not let us.
    #[must_use]
    pub fn wipe(self) -> Option<Snapshot> {
        let wiped = self.repository.with_value(Repository::wipe).map_err(|error| self.report(error.into())).ok();
        if wiped.is_some() {
            self.tell_followers();
        }
        wiped
    }

    /// Puts back what a wipe took.
    pub fn restore(self, snapshot: &Snapshot) {
        if let Err(error) = self.repository.with_value(|repository| repository.restore(snapshot)) {
            self.report(error.into());
        }
        self.tell_followers();
    }

    /// Calls `follow` whenever all documents are others at once, after a wipe and its undo, as long as the caller is
    /// there. In the order of these calls, so that who looks at a document follows after it.
    pub fn follow(self, follow: impl Fn() + Send + Sync + 'static) {
        let follow = Callback::new(move |()| follow());
        let number = self.followers.try_update_value(|all| {
            let number = all.last().map_or(0, |(last, _)| last.wrapping_add(1));
            all.push((number, follow));
            number
        });
        on_cleanup(move || {
            self.followers.try_update_value(|all| all.retain(|(other, _)| Some(*other) != number));
        });
    }

    fn tell_followers(self) {
        let followers = self.followers.get_value();
        for (_, follow) in followers {
            follow.try_run(());
        }
        self.note_change();
    }

    /// What is saved is another, here or in another tab.
    pub(super) fn note_change(self) {
        self.changes.update(|changes| *changes = changes.wrapping_add(1));
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
