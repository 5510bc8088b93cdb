//! Where the rows of kept tables lie, by import: in the browser's database, or in memory where they are not to last.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Array;
use web_sys::Blob;

use super::indexed_db::Database;
use crate::storage::StoreError;

/// Where the rows of kept tables lie.
#[derive(Clone, Debug, Default)]
pub struct Vault(Rc<Places>);

#[derive(Debug, Default)]
struct Places {
    /// Opened with the first use.
    database: RefCell<Option<Rc<Database>>>,
    /// Goes with the page.
    memory: RefCell<BTreeMap<String, Blob>>,
}

/// Imports taken out of a vault, to be put back.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    kept: Vec<(String, Blob)>,
    held: BTreeMap<String, Blob>,
}

impl Vault {
    /// Keeps an import in the browser. When this returns it is kept.
    ///
    /// # Errors
    /// The database's.
    pub async fn keep(&self, id: &str, bytes: &Blob) -> Result<(), StoreError> {
        self.database().await?.put(id, bytes).await
    }

    /// Holds an import in memory.
    pub fn hold(&self, id: &str, bytes: Blob) {
        self.0.memory.borrow_mut().insert(id.to_owned(), bytes);
    }

    /// An import, wherever it is.
    ///
    /// # Errors
    /// The database's.
    pub async fn get(&self, id: &str) -> Result<Option<Blob>, StoreError> {
        let held = self.0.memory.borrow().get(id).cloned();
        match held {
            Some(bytes) => Ok(Some(bytes)),
            None => self.database().await?.get(id).await,
        }
    }

    /// Several imports, one after another; `None` if one is missing.
    ///
    /// # Errors
    /// The database's.
    pub async fn get_all(&self, ids: &[String]) -> Result<Option<Blob>, StoreError> {
        let mut all = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(bytes) = self.get(id).await? else { return Ok(None) };
            all.push(bytes);
        }
        Ok(in_a_row(&all))
    }

    /// Names of the imports kept in the browser.
    ///
    /// # Errors
    /// The database's.
    pub async fn kept(&self) -> Result<Vec<String>, StoreError> {
        self.database().await?.names().await
    }

    /// Forgets these imports.
    ///
    /// # Errors
    /// The database's; all that was kept there is then still there.
    pub async fn forget(&self, ids: &[String]) -> Result<(), StoreError> {
        self.0.memory.borrow_mut().retain(|id, _| !ids.contains(id));
        self.database().await?.delete(ids).await
    }

    /// Lets go of an import in memory.
    pub fn let_go(&self, id: &str) {
        self.0.memory.borrow_mut().remove(id);
    }

    /// Takes everything out. The blobs live on for as long as what is returned does.
    ///
    /// # Errors
    /// The database's; all that was kept there is then still there.
    pub async fn take_all(&self) -> Result<Taken, StoreError> {
        let database = self.database().await?;
        let names = database.names().await?;
        let mut kept = Vec::with_capacity(names.len());
        for name in &names {
            kept.extend(database.get(name).await?.map(|bytes| (name.clone(), bytes)));
        }
        database.delete(&names).await?;
        Ok(Taken { kept, held: self.0.memory.take() })
    }

    /// Holds in memory what was taken out.
    pub fn hold_all(&self, taken: Taken) {
        self.0.memory.borrow_mut().extend(taken.kept.into_iter().chain(taken.held));
    }

    /// Puts back what was taken out.
    ///
    /// # Errors
    /// The database's; what it does not take back is then held in memory.
    pub async fn put_back(&self, taken: Taken) -> Result<(), StoreError> {
        self.0.memory.borrow_mut().extend(taken.held);
        let mut outcome = Ok(());
        for (id, bytes) in taken.kept {
            if let Err(error) = self.keep(&id, &bytes).await {
                self.hold(&id, bytes);
                outcome = Err(error);
            }
        }
        outcome
    }

    async fn database(&self) -> Result<Rc<Database>, StoreError> {
        let open = self.0.database.borrow().clone();
        if let Some(database) = open {
            return Ok(database);
        }
        let database = Rc::new(Database::open().await?);
        self.0.database.replace(Some(Rc::clone(&database)));
        Ok(database)
    }
}

/// Blobs one after another, as one; nothing is copied.
#[must_use]
pub fn in_a_row(blobs: &[Blob]) -> Option<Blob> {
    Blob::new_with_blob_sequence(&blobs.iter().collect::<Array>()).ok()
}
