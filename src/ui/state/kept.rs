//! A saved document as a signal.
//!
//! What is edited takes effect at once and is saved as an edit, not as a whole: saving takes what is in the store
//! now, does the edits since the last time to it, and puts it back. So two tabs never overwrite each other unseen.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::storage::Storage;
use crate::storage::Document;

/// Long enough for a pause in typing, short enough to lose little.
const PAUSE: Duration = Duration::from_millis(400);

type Edit<D> = Arc<dyn Fn(&mut D) + Send + Sync>;

/// A saved document.
#[derive(Debug)]
pub struct Kept<D: Send + Sync + 'static> {
    storage: Storage,
    value: RwSignal<D>,
    unsaved: StoredValue<Vec<Edit<D>>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl<D: Send + Sync + 'static> Clone for Kept<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Send + Sync + 'static> Copy for Kept<D> {}

impl<D: Document + Clone + PartialEq + Send + Sync + 'static> Kept<D> {
    /// Loads the document, follows what other tabs save and what a wipe takes, and saves what is unsaved when the page
    /// hides.
    pub fn open(storage: Storage) -> Self {
        let kept = Self {
            storage,
            value: RwSignal::new(storage.load()),
            unsaved: StoredValue::new(Vec::new()),
            timer: StoredValue::new(None),
        };
        let key = Storage::key::<D>();
        // No key: another tab has cleared the whole store.
        let elsewhere = window_event_listener(ev::storage, move |event| {
            if event.key().is_none_or(|changed| changed == key) {
                kept.reload();
                storage.note_change();
            }
        });
        storage.follow(move || kept.discard());
        // A page may never be asked again after it was hidden, and not every browser says so by both events.
        let hidden = window_event_listener_untyped("visibilitychange", move |_| kept.save());
        let gone = window_event_listener_untyped("pagehide", move |_| kept.save());
        on_cleanup(move || {
            elsewhere.remove();
            hidden.remove();
            gone.remove();
        });
        kept
    }

    /// The document in force.
    pub fn value(self) -> Signal<D> {
        self.value.into()
    }

    /// Changes the document and saves it.
    pub fn edit(self, edit: impl Fn(&mut D) + Send + Sync + 'static) {
        self.apply(Arc::new(edit));
        self.save();
    }

    /// Changes the document and saves it after a pause, for what is typed.
    pub fn edit_typed(self, edit: impl Fn(&mut D) + Send + Sync + 'static) {
        self.apply(Arc::new(edit));
        self.stop_timer();
        match set_timeout_with_handle(move || self.save(), PAUSE) {
            Ok(timer) => self.timer.set_value(Some(timer)),
            // No timers: better saved too often than never.
            Err(_) => self.save(),
        }
    }

    /// Takes what is in the store now, with the unsaved edits on top.
    pub fn reload(self) {
        let document = self.current();
        if self.value.with_untracked(|value| *value != document) {
            self.value.set(document);
        }
    }

    /// [`Kept::reload`] for one who may outlive the screen that opened the document.
    pub fn try_reload(self) {
        if self.value.try_with_untracked(|_| ()).is_some() {
            self.reload();
        }
    }

    /// Drops the unsaved edits: all that was saved is another.
    fn discard(self) {
        self.stop_timer();
        self.unsaved.set_value(Vec::new());
        self.reload();
    }

    fn apply(self, edit: Edit<D>) {
        self.value.update(|value| edit(value));
        self.unsaved.update_value(|unsaved| unsaved.push(edit));
    }

    fn save(self) {
        self.stop_timer();
        if self.unsaved.with_value(Vec::is_empty) {
            return;
        }
        // What a save could not put away stays unsaved: the next one tries again.
        if self.storage.save(&self.current()) {
            self.unsaved.set_value(Vec::new());
            self.reload();
        }
    }

    fn current(self) -> D {
        let mut document = self.storage.load::<D>();
        self.unsaved.with_value(|unsaved| unsaved.iter().for_each(|edit| edit(&mut document)));
        document
    }

    fn stop_timer(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
            self.timer.set_value(None);
        }
    }
}
