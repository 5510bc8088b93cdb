//! The kept tables, as a context: the list, and the rows behind it.
//!
//! Two lists: one is saved and its rows lie in the browser's database; the other lives as long as the page, for when
//! the user wants nothing kept, or the browser keeps nothing. A table is in one of them and looks the same from outside.

use leptos::prelude::*;
use web_sys::Blob;

use super::kept::Kept;
use super::settings::SettingsState;
use super::storage::{Storage, StorageTrouble};
use crate::platform::vault::{Taken, Vault};
use crate::platform::{clock, space};
use crate::profile::{KeptImport, KeptTable, Tables};
use crate::storage::StoreError;

/// Rows that no list names may be another tab's, which has not named them yet; after this time they are nobody's.
const UNNAMED_MS: u64 = 3_600_000;

/// A table of either list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The table.
    pub table: KeptTable,
    /// Whether it outlives the page.
    pub lasts: bool,
}

/// The context. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct TablesState {
    storage: Storage,
    settings: SettingsState,
    kept: Kept<Tables>,
    session: RwSignal<Tables>,
    vault: StoredValue<Vault, LocalStorage>,
    /// What the latest wipe took.
    wiped: StoredValue<Option<(Tables, Taken)>, LocalStorage>,
    durable: RwSignal<Option<bool>>,
}

impl TablesState {
    /// Provides the context to everything below.
    pub fn provide(storage: Storage, settings: SettingsState) -> Self {
        let kept = Kept::<Tables>::open(storage);
        let tables = Self {
            storage,
            settings,
            kept,
            session: RwSignal::new(Tables::default()),
            vault: StoredValue::new_local(Vault::default()),
            wiped: StoredValue::new_local(None),
            durable: RwSignal::new(None),
        };
        provide_context(tables);
        tables
    }

    /// Every table, newest first.
    #[must_use]
    pub fn all(self) -> Signal<Vec<Listed>> {
        let kept = self.kept.value();
        Memo::new(move |_| {
            let session = self.session.get();
            let kept = kept.get();
            let held = session.iter().map(|table| Listed { table: table.clone(), lasts: false });
            // A table that grew beyond what the browser keeps is shown as it is now.
            let lasting = kept.iter().filter(|table| session.get(&table.id).is_none());
            held.chain(lasting.map(|table| Listed { table: table.clone(), lasts: true })).collect::<Vec<_>>()
        })
        .into()
    }

    /// A table as it is now.
    #[must_use]
    pub fn get(self, id: &str) -> Option<KeptTable> {
        let held = self.session.with_untracked(|tables| tables.get(id).cloned());
        held.or_else(|| self.kept.value().with_untracked(|tables| tables.get(id).cloned()))
    }

    /// Whether any table was ever kept here.
    #[must_use]
    pub fn were_kept(self) -> bool {
        self.storage.has::<Tables>()
    }

    /// Every table that is to open by itself, at most one of a family, the one that was opened last first.
    #[must_use]
    pub fn all_opened(self) -> Vec<KeptTable> {
        self.kept.value().with_untracked(|tables| tables.all_opened().cloned().collect())
    }

    /// Says which table is to open by itself the next time.
    pub fn set_opened(self, id: &str) {
        let id = Some(id.to_owned());
        self.edit_kept(move |tables| tables.set_opened(id.clone()));
    }

    /// Whether nothing is to outlive the page.
    #[must_use]
    pub fn forgets(self) -> Signal<bool> {
        self.settings.forget_tables()
    }

    /// Chooses whether tables outlive the page, and moves those that there are.
    pub async fn set_forgets(self, forgets: bool) {
        self.settings.set_forget_tables(forgets);
        if forgets {
            self.move_to_memory().await;
        } else {
            self.move_to_browser().await;
        }
    }

    /// Whether what is accepted now outlives the page.
    #[must_use]
    pub fn keeps(self) -> bool {
        self.storage.lasts() && !self.settings.forget_tables().get_untracked()
    }

    /// Whether the browser has promised not to throw away what it keeps; `None` while it has not said.
    #[must_use]
    pub fn durable(self) -> Signal<Option<bool>> {
        self.durable.into()
    }

    /// Changes the list that has the table.
    pub fn edit(self, id: &str, edit: impl Fn(&mut Tables) + Send + Sync + 'static) {
        // A removed table is in neither list, and can only be in the saved one or in that of the session.
        let is_held = self.session.with_untracked(|tables| tables.has(id));
        if is_held {
            self.session.update(|tables| edit(tables));
        } else {
            self.edit_kept(edit);
        }
    }

    /// Changes the saved list, if that changes anything.
    fn edit_kept(self, edit: impl Fn(&mut Tables) + Send + Sync + 'static) {
        let would_change = self.kept.value().with_untracked(|tables| {
            let mut changed = tables.clone();
            edit(&mut changed);
            changed != *tables
        });
        if would_change {
            self.kept.edit(edit);
        }
    }

    async fn move_to_memory(self) {
        let vault = self.vault.get_value();
        match vault.take_all().await {
            Ok(taken) => vault.hold_all(taken),
            // Nothing was kept where there is no database.
            Err(StoreError::Blocked) => {}
            Err(error) => return self.storage.report(StorageTrouble::of_tables(error)),
        }
        let kept = self.kept.value().get_untracked();
        self.session.update(|session| {
            let own: Vec<_> = std::mem::take(session).into_all();
            kept.into_all().into_iter().chain(own).for_each(|table| session.add(table));
        });
        self.edit_kept(|tables| *tables = Tables::default());
    }

    async fn move_to_browser(self) {
        for table in self.session.get_untracked().into_all() {
            if !self.keep_rows(&table).await {
                return;
            }
            self.session.update(|session| drop(session.take(&table.id)));
            self.edit_kept(move |tables| tables.add(table.clone()));
        }
    }

    /// Keeps the rows of a table that are held in memory; whether all of them were taken.
    async fn keep_rows(self, table: &KeptTable) -> bool {
        let vault = self.vault.get_value();
        for import in &table.imports {
            let Ok(Some(bytes)) = vault.get(&import.id).await else { continue };
            if let Err(error) = vault.keep(&import.id, &bytes).await {
                self.storage.report(StorageTrouble::of_tables(error));
                return false;
            }
            vault.let_go(&import.id);
        }
        true
    }

    /// Puts the rows of an import away; whether they outlive the page. Rows that the browser does not take are held in
    /// memory, and the trouble is said.
    pub async fn put_rows(self, id: &str, bytes: &Blob) -> bool {
        let vault = self.vault.get_value();
        if self.keeps() {
            match vault.keep(id, bytes).await {
                Ok(()) => return true,
                Err(error) => self.storage.report(StorageTrouble::of_tables(error)),
            }
        }
        vault.hold(id, bytes.clone());
        false
    }

    /// Says that a table goes with the page, as there was no memory to keep its rows.
    pub fn say_not_kept(self) {
        self.storage.report(StorageTrouble::TablesFull);
    }

    /// The rows of several imports, one after another; `None` where one is not to be had.
    pub async fn rows(self, ids: &[String]) -> Option<Blob> {
        self.vault.get_value().get_all(ids).await.ok().flatten()
    }

    /// Adds a new table whose rows have been put away.
    pub fn add(self, table: KeptTable, lasts: bool) {
        let is_own = !table.sample;
        if lasts {
            let opened = Some(table.id.clone());
            self.kept.edit(move |tables| {
                tables.add(table.clone());
                tables.set_opened(opened.clone());
            });
            if is_own {
                self.ask_durable_once();
            }
        } else {
            self.session.update(|tables| tables.add(table));
        }
    }

    /// Adds an import to a table, or puts it in the place of all others.
    pub fn put_import(self, id: &str, import: KeptImport, lasts: bool, is_replacement: bool) {
        let is_held = self.session.with_untracked(|tables| tables.get(id).is_some());
        if !lasts && !is_held {
            // What is kept stays as it is; the table goes on in memory with the import that could not be kept.
            if let Some(table) = self.get(id) {
                self.session.update(|tables| tables.add(table));
            }
        }
        let id = id.to_owned();
        self.edit(&id.clone(), move |tables| {
            if is_replacement { tables.replace(&id, import.clone()) } else { tables.append(&id, import.clone()) }
        });
    }

    /// Asks the browser to promise that it throws nothing away.
    pub async fn ask_durable(self) {
        self.durable.try_set(space::ask_durable().await);
    }

    /// Finds out whether the browser has promised so.
    pub async fn look_durable(self) {
        self.durable.try_set(space::is_durable().await);
    }

    fn ask_durable_once(self) {
        if self.durable.get_untracked() != Some(true) {
            leptos::task::spawn_local(self.ask_durable());
        }
    }

    /// Forgets for good what was removed some time ago, and rows that no list names.
    pub async fn clean_up(self) {
        let now_ms = clock::time_of_day_ms();
        let before = self.kept.value().with_untracked(Tables::import_ids);
        self.edit_kept(move |tables| tables.clean_up(now_ms));
        // A list that could not be read names nothing, and its rows are wanted all the same.
        if !self.storage.is_sound::<Tables>() {
            return;
        }
        let named = self.kept.value().with_untracked(Tables::import_ids);
        let is_nobodys = |id: &String| {
            let age_ms = clock::time_of_name_ms(id).map(|given_ms| now_ms.saturating_sub(given_ms));
            !named.contains(id) && (before.contains(id) || age_ms.is_some_and(|age_ms| age_ms > UNNAMED_MS))
        };
        let vault = self.vault.get_value();
        let Ok(kept) = vault.kept().await else { return };
        let unnamed: Vec<String> = kept.into_iter().filter(is_nobodys).collect();
        if !unnamed.is_empty() {
            // What stays is tried again at the next start.
            let _ = vault.forget(&unnamed).await;
        }
    }

    /// Takes everything, for a wipe; whether the browser let us. The saved list itself is the caller's to wipe.
    pub async fn wipe(self) -> bool {
        let taken = match self.vault.get_value().take_all().await {
            Ok(taken) => taken,
            // Where there is no database there is nothing to wipe in it.
            Err(StoreError::Blocked) => Taken::default(),
            Err(error) => {
                self.storage.report(StorageTrouble::of_tables(error));
                return false;
            }
        };
        let session = self.session.get_untracked();
        self.session.set(Tables::default());
        self.wiped.set_value(Some((session, taken)));
        true
    }

    /// Puts back what the latest wipe took. The saved list itself is the caller's to put back.
    pub async fn unwipe(self) {
        let Some((session, taken)) = self.wiped.try_update_value(Option::take).flatten() else { return };
        if let Err(error) = self.vault.get_value().put_back(taken).await {
            self.storage.report(StorageTrouble::of_tables(error));
        }
        self.session.set(session);
    }

    /// Tracks every change of the saved list.
    pub fn changed(self) {
        self.kept.value().track();
    }
}

/// The kept tables.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_tables() -> TablesState {
    expect_context()
}
