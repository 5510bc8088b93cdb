//! Documents in a store, by kind.

use thiserror::Error;

use super::document::{APP, Document, DocumentError, read, write};
use super::port::{KeyValueStore, StoreError};

/// A document as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened<D> {
    /// The document, or the default.
    pub document: D,
    /// What the user should know about it.
    pub notice: Option<LoadNotice>,
}

/// Why there is a default where something was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadNotice {
    /// It could not be read and now stands under a backup key.
    SetAside,
    /// It is of a newer version and was left alone.
    Newer,
    /// The store gave nothing, or could not keep the backup; nothing was changed.
    Store(StoreError),
}

/// Why a document was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The store did not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What a newer version saved stands there.
    #[error("a newer version's document stands there")]
    Newer,
    /// The document cannot be written.
    #[error("the document cannot be written")]
    Unwritable,
}

/// Everything the app has kept: what a wipe took, to be put back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    texts: Vec<(String, String)>,
}

/// Documents in a store.
#[derive(Clone, Copy, Debug)]
pub struct Repository<S> {
    store: S,
}

impl<S: KeyValueStore> Repository<S> {
    /// Documents in this store.
    pub const fn new(store: S) -> Self {
        Self { store }
    }

    /// The key of a kind: `clientfolio:settings`.
    #[must_use]
    pub fn key<D: Document>() -> String {
        format!("{APP}:{}", D::KIND)
    }

    /// The document of a kind, or the default if there is none that can be used.
    pub fn load<D: Document>(&self) -> Opened<D> {
        match self.stored::<D>() {
            Ok(document) => Opened { document: document.unwrap_or_default(), notice: None },
            Err(notice) => Opened { document: D::default(), notice: Some(notice) },
        }
    }

    /// Whether something was saved under this kind, whatever it is.
    pub fn has<D: Document>(&self) -> bool {
        self.store.get(&Self::key::<D>()).ok().flatten().is_some()
    }

    /// Whether a document of this kind was saved, can be read, and none was ever set aside: only then is what it does
    /// not name really nobody's.
    pub fn is_sound<D: Document>(&self) -> bool {
        let key = Self::key::<D>();
        let text = self.store.get(&key).ok().flatten();
        let backups = format!("{key}:backup-");
        let has_backup = self.store.keys().map_or(true, |keys| keys.iter().any(|key| key.starts_with(&backups)));
        !has_backup && text.is_some_and(|text| read::<D>(&text).is_ok())
    }

    /// Saves a document in place of the one before.
    ///
    /// # Errors
    /// See [`SaveError`]. What was saved before is then still there.
    pub fn save<D: Document>(&self, document: &D) -> Result<(), SaveError> {
        match self.stored::<D>() {
            // What could not be read has just been set aside, so its place is free.
            Ok(_) | Err(LoadNotice::SetAside) => {}
            Err(LoadNotice::Newer) => return Err(SaveError::Newer),
            Err(LoadNotice::Store(error)) => return Err(error.into()),
        }
        let text = write(document).map_err(|_| SaveError::Unwritable)?;
        Ok(self.store.set(&Self::key::<D>(), &text)?)
    }

    /// Forgets everything the app has kept, backups included, and gives it back for an undo.
    ///
    /// # Errors
    /// [`StoreError::Blocked`]; some of it may then be gone.
    pub fn wipe(&self) -> Result<Snapshot, StoreError> {
        let mut snapshot = Snapshot::default();
        for key in self.own_keys()? {
            if let Some(text) = self.store.get(&key)? {
                self.store.remove(&key)?;
                snapshot.texts.push((key, text));
            }
        }
        Ok(snapshot)
    }

    /// Puts back what a wipe took. What was saved since is overwritten.
    ///
    /// # Errors
    /// The store's.
    pub fn restore(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        snapshot.texts.iter().try_for_each(|(key, text)| self.store.set(key, text))
    }

    /// How many bytes the app's documents take, keys included, as UTF-8.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn bytes_kept(&self) -> Result<u64, StoreError> {
        self.own_keys()?.iter().try_fold(0_u64, |bytes, key| {
            let text = self.store.get(key)?.unwrap_or_default();
            Ok(bytes + (key.len() + text.len()) as u64)
        })
    }

    /// What was saved of a kind. A text that cannot be read is moved to a backup key by the way, whoever asks, so that nothing
    /// is ever saved over it.
    fn stored<D: Document>(&self) -> Result<Option<D>, LoadNotice> {
        let key = Self::key::<D>();
        let Some(text) = self.store.get(&key).map_err(LoadNotice::Store)? else { return Ok(None) };
        match read(&text) {
            Ok(document) => Ok(Some(document)),
            Err(DocumentError::Newer { .. }) => Err(LoadNotice::Newer),
            Err(DocumentError::Unreadable) => {
                self.set_aside(&key, &text).map_err(LoadNotice::Store)?;
                Err(LoadNotice::SetAside)
            }
        }
    }

    /// Moves a text to the first free backup key: `clientfolio:settings:backup-1`.
    fn set_aside(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let taken = self.store.keys()?;
        let free = (1_u32..).map(|number| format!("{key}:backup-{number}")).find(|backup| !taken.contains(backup));
        if let Some(backup) = free {
            self.store.set(&backup, text)?;
            self.store.remove(key)?;
        }
        Ok(())
    }

    fn own_keys(&self) -> Result<Vec<String>, StoreError> {
        let prefix = format!("{APP}:");
        Ok(self.store.keys()?.into_iter().filter(|key| key.starts_with(&prefix)).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use serde_json::{Value, json};

    use super::*;
    use crate::storage::memory::MemoryStore;

    /// A kind with two versions behind it.
    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Note {
        words: Vec<String>,
        colour: String,
    }

    impl Document for Note {
        const KIND: &'static str = "note";
        const MIGRATIONS: &'static [super::super::document::Migration] = &[words_apart, with_colour];
    }

    fn words_apart(data: Value) -> Option<Value> {
        let words: Vec<&str> = data.get("text")?.as_str()?.split(' ').collect();
        Some(json!({ "words": words }))
    }

    fn with_colour(mut data: Value) -> Option<Value> {
        data.as_object_mut()?.insert("colour".to_owned(), json!("ink"));
        Some(data)
    }

    const KEY: &str = "clientfolio:note";
    const BACKUP: &str = "clientfolio:note:backup-1";

    fn note(words: &[&str], colour: &str) -> Note {
        Note { words: words.iter().map(|&word| word.to_owned()).collect(), colour: colour.to_owned() }
    }

    fn with(text: &str) -> Repository<MemoryStore> {
        let store = MemoryStore::default();
        store.set(KEY, text).unwrap();
        Repository::new(store)
    }

    #[test]
    fn versions_are_brought_forward() {
        for (version, data, wanted) in [
            (1, r#"{"text":"call Anna"}"#, note(&["call", "Anna"], "ink")),
            (2, r#"{"words":["call","Anna"]}"#, note(&["call", "Anna"], "ink")),
            (3, r#"{"words":["call"],"colour":"red"}"#, note(&["call"], "red")),
        ] {
            let text = format!(r#"{{"app":"clientfolio","kind":"note","version":{version},"data":{data}}}"#);
            let opened = with(&text).load::<Note>();
            assert_eq!(opened, Opened { document: wanted, notice: None }, "version {version}");
        }
    }

    #[test]
    fn only_a_document_in_order_is_sound() {
        let sound = r#"{"app":"clientfolio","kind":"note","version":3,"data":{"words":[],"colour":"red"}}"#;
        let newer = r#"{"app":"clientfolio","kind":"note","version":4,"data":{}}"#;
        let empty = Repository::new(MemoryStore::default());
        assert!(!empty.is_sound::<Note>() && !empty.has::<Note>(), "nothing saved");
        for (text, is_sound) in [(sound, true), (newer, false), ("{", false)] {
            assert_eq!((with(text).is_sound::<Note>(), with(text).has::<Note>()), (is_sound, true), "{text}");
        }
        let set_aside = with("{");
        let _ = set_aside.load::<Note>();
        set_aside.save(&note(&["new"], "red")).unwrap();
        assert!(!set_aside.is_sound::<Note>(), "an earlier one was set aside");
    }

    #[test]
    fn what_cannot_be_read_is_set_aside() {
        for text in [
            "",
            "not json",
            "[]",
            r#"{"app":"other","kind":"note","version":3,"data":{}}"#,
            r#"{"app":"clientfolio","kind":"settings","version":1,"data":{}}"#,
            r#"{"app":"clientfolio","kind":"note","version":0,"data":{}}"#,
            r#"{"app":"clientfolio","kind":"note","version":1,"data":{"no":"text"}}"#,
            r#"{"app":"clientfolio","kind":"note","version":3,"data":{"words":"no list","colour":""}}"#,
        ] {
            let repository = with(text);
            let opened = repository.load::<Note>();
            assert_eq!(opened, Opened { document: Note::default(), notice: Some(LoadNotice::SetAside) }, "{text}");
            assert_eq!(repository.store.get(BACKUP).unwrap().as_deref(), Some(text));
            assert_eq!(repository.store.get(KEY).unwrap(), None);
        }
    }

    #[test]
    fn saving_over_what_cannot_be_read_sets_it_aside_first() {
        let repository = with("not json");
        repository.store.set(BACKUP, "an older one").unwrap();
        repository.save(&note(&["new"], "ink")).unwrap();
        assert_eq!(repository.store.get(BACKUP).unwrap().as_deref(), Some("an older one"));
        assert_eq!(repository.store.get("clientfolio:note:backup-2").unwrap().as_deref(), Some("not json"));
        assert_eq!(repository.load::<Note>().document, note(&["new"], "ink"));
    }

    #[test]
    fn a_newer_version_is_left_alone() {
        let text = r#"{"app":"clientfolio","kind":"note","version":4,"data":{"poem":[]}}"#;
        let repository = with(text);
        assert_eq!(repository.load::<Note>().notice, Some(LoadNotice::Newer));
        assert_eq!(repository.save(&Note::default()), Err(SaveError::Newer));
        assert_eq!(repository.store.get(KEY).unwrap().as_deref(), Some(text));
    }

    #[test]
    fn a_full_store_keeps_what_it_has() {
        let repository = Repository::new(MemoryStore::with_limit(200));
        repository.save(&note(&["first"], "ink")).unwrap();
        let long = "long ".repeat(40);
        assert_eq!(repository.save(&note(&[long.as_str()], "ink")), Err(SaveError::Store(StoreError::Full)));
        assert_eq!(repository.load::<Note>().document, note(&["first"], "ink"));
    }

    #[test]
    fn without_room_for_a_backup_nothing_is_lost() {
        let store = MemoryStore::with_limit(30);
        store.set(KEY, "not json").unwrap();
        let repository = Repository::new(store);
        assert_eq!(repository.load::<Note>().notice, Some(LoadNotice::Store(StoreError::Full)));
        assert_eq!(repository.save(&Note::default()), Err(SaveError::Store(StoreError::Full)));
        assert_eq!(repository.store.get(KEY).unwrap().as_deref(), Some("not json"));
    }

    #[test]
    fn a_wipe_takes_our_own_only_and_can_be_undone() {
        let repository = with("not json");
        repository.load::<Note>();
        repository.save(&note(&["mine"], "ink")).unwrap();
        repository.store.set("other-app:note", "theirs").unwrap();
        repository.store.set("clientfolio-of-others", "theirs").unwrap();

        let snapshot = repository.wipe().unwrap();
        assert_eq!(repository.store.keys().unwrap(), ["clientfolio-of-others", "other-app:note"]);
        assert_eq!(repository.load::<Note>().document, Note::default());
        assert_eq!(repository.bytes_kept().unwrap(), 0);

        repository.restore(&snapshot).unwrap();
        assert_eq!(repository.load::<Note>().document, note(&["mine"], "ink"));
        assert_eq!(repository.store.get(BACKUP).unwrap().as_deref(), Some("not json"));
    }
}
