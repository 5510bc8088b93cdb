//! Bytes that survive a reload: the browser's IndexedDB, as one store of blobs by name.
//!
//! The page hands over handles of blobs, never their bytes, so that nothing large passes through its memory. What the
//! bytes are, and of which version, they say themselves (`analytics::dataset::pack`): the database never changes shape.

use futures_channel::oneshot;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::store_failure::reason;
use crate::storage::StoreError;

const NAME: &str = "clientfolio";
const VERSION: u32 = 1;
const STORE: &str = "imports";

/// The open database; dropping it closes it.
#[derive(Debug)]
pub struct Database {
    database: IdbDatabase,
    _on_version_change: Closure<dyn FnMut(Event)>,
}

impl Database {
    /// Opens the database, and makes it the first time.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the browser has none for this page.
    pub async fn open() -> Result<Self, StoreError> {
        let request = factory()?.open_with_u32(NAME, VERSION).map_err(|error| reason(&error))?;
        let made = request.clone();
        let on_upgrade = Closure::once(move |_: Event| make_store(&made));
        request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
        let database: IdbDatabase = answer(&request).await?.dyn_into().map_err(|_| StoreError::Blocked)?;
        request.set_onupgradeneeded(None);
        // Whoever wants to delete the database, the user in the browser's settings for one, must not wait for this tab.
        let closing = database.clone();
        let on_version_change = Closure::new(move |_: Event| closing.close());
        database.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Ok(Self { database, _on_version_change: on_version_change })
    }

    /// Keeps `blob` under a name, in place of what was there. When this returns it is kept.
    ///
    /// # Errors
    /// Either. What was there before is then still there.
    pub async fn put(&self, name: &str, blob: &Blob) -> Result<(), StoreError> {
        self.change(|store| store.put_with_key(blob, &name.into()).map(drop)).await
    }

    /// What stands under a name.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub async fn get(&self, name: &str) -> Result<Option<Blob>, StoreError> {
        let (_, store) = self.store(IdbTransactionMode::Readonly)?;
        let request = store.get(&name.into()).map_err(|error| reason(&error))?;
        Ok(answer(&request).await?.dyn_into().ok())
    }

    /// Every name.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub async fn names(&self) -> Result<Vec<String>, StoreError> {
        let (_, store) = self.store(IdbTransactionMode::Readonly)?;
        let request = store.get_all_keys().map_err(|error| reason(&error))?;
        let names = Array::from(&answer(&request).await?);
        Ok(names.iter().filter_map(|name| name.as_string()).collect())
    }

    /// Forgets what stands under these names, all at once.
    ///
    /// # Errors
    /// Either. All of it is then still there.
    pub async fn delete(&self, names: &[String]) -> Result<(), StoreError> {
        let delete = |store: &IdbObjectStore| names.iter().try_for_each(|name| store.delete(&name.into()).map(drop));
        self.change(delete).await
    }

    /// Does a change and waits until it is on the disk: a full store says so only then.
    async fn change(&self, change: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>) -> Result<(), StoreError> {
        let (transaction, store) = self.store(IdbTransactionMode::Readwrite)?;
        let done = done(&transaction);
        if let Err(error) = change(&store) {
            // Fails only for a transaction that is over, which then ends all the same.
            let _ = transaction.abort();
            let _ = done.await;
            return Err(reason(&error));
        }
        done.await
    }

    fn store(&self, mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore), StoreError> {
        let transaction = self.database.transaction_with_str_and_mode(STORE, mode).map_err(|error| reason(&error))?;
        let store = transaction.object_store(STORE).map_err(|error| reason(&error))?;
        Ok((transaction, store))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

fn factory() -> Result<IdbFactory, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Blocked)?;
    window.indexed_db().ok().flatten().ok_or(StoreError::Blocked)
}

fn make_store(request: &IdbOpenDbRequest) {
    let database = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
    // A store that cannot be made shows when it is used.
    let _ = database.map(|database| database.create_object_store(STORE));
}

/// The answer to a request.
async fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let (tell, told) = oneshot::channel::<()>();
    let done = Closure::once(move |event: Event| {
        // What fails here is told to the caller, and must not become an error of the page as well.
        event.prevent_default();
        let _ = tell.send(());
    });
    request.set_onsuccess(Some(done.as_ref().unchecked_ref()));
    request.set_onerror(Some(done.as_ref().unchecked_ref()));
    let _ = told.await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    match request.error() {
        Ok(Some(error)) => Err(reason(&error)),
        Ok(None) => request.result().map_err(|error| reason(&error)),
        Err(error) => Err(reason(&error)),
    }
}

/// Waits for the end of a transaction. What listens is set before anything is asked of it.
fn done(transaction: &IdbTransaction) -> impl Future<Output = Result<(), StoreError>> + use<> {
    let (tell, told) = oneshot::channel::<bool>();
    let transaction = transaction.clone();
    let ended = Closure::once(move |event: Event| {
        let _ = tell.send(event.type_() == "complete");
    });
    transaction.set_oncomplete(Some(ended.as_ref().unchecked_ref()));
    transaction.set_onabort(Some(ended.as_ref().unchecked_ref()));
    async move {
        let is_complete = told.await.unwrap_or(false);
        transaction.set_oncomplete(None);
        transaction.set_onabort(None);
        drop(ended);
        match transaction.error() {
            _ if is_complete => Ok(()),
            Some(error) => Err(reason(&error)),
            None => Err(StoreError::Blocked),
        }
    }
}
