//! A list of named things in a saved document: looked up, saved, renamed, removed and brought back.

use leptos::prelude::*;

use super::kept::Kept;
use super::storage::{Storage, use_storage};
use crate::profile::named::{self, Named, Renamed, Saved};
use crate::storage::Document;

/// A lens: where a document has its list, to be read and to be changed.
#[derive(Debug)]
pub struct ListLens<D, T> {
    /// To be read.
    pub get: fn(&D) -> &Vec<T>,
    /// To be changed.
    pub get_mut: fn(&mut D) -> &mut Vec<T>,
}

impl<D, T> Clone for ListLens<D, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D, T> Copy for ListLens<D, T> {}

/// The list. `Copy`: signals inside.
#[derive(Debug)]
pub struct NamedList<D: Send + Sync + 'static, T: 'static> {
    kept: Kept<D>,
    storage: Storage,
    place: ListLens<D, T>,
}

impl<D: Send + Sync + 'static, T> Clone for NamedList<D, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Send + Sync + 'static, T> Copy for NamedList<D, T> {}

impl<D, T> NamedList<D, T>
where
    D: Document + Clone + PartialEq + Send + Sync + 'static,
    T: Named + Clone + PartialEq + Send + Sync + 'static,
{
    /// The list at `place` of a document that is open.
    #[must_use]
    pub fn of(kept: Kept<D>, place: ListLens<D, T>) -> Self {
        Self { kept, storage: use_storage(), place }
    }

    /// Opens the document for as long as the screen is there.
    #[must_use]
    pub fn open(place: ListLens<D, T>) -> Self {
        Self::of(Kept::open(use_storage()), place)
    }

    /// Looks at all of them.
    pub fn with<R>(self, look: impl FnOnce(&[T]) -> R) -> R {
        self.kept.value().with(|document| look((self.place.get)(document)))
    }

    /// Their names, in their order.
    #[must_use]
    pub fn names(self) -> Memo<Vec<String>> {
        Memo::new(move |_| self.with(|things| things.iter().map(|thing| thing.name().to_owned()).collect()))
    }

    /// The one of a name.
    #[must_use]
    pub fn find(self, name: &str) -> Option<T> {
        self.with(|things| things.iter().find(|thing| thing.name() == name).cloned())
    }

    /// Saves one; that of the same name is replaced in its place.
    pub fn save(self, thing: T) -> Saved<T> {
        let saved = named::save(&mut self.all(), thing.clone());
        self.edit(move |things| {
            named::save(things, thing.clone());
        });
        saved
    }

    /// Gives one another name, unless that is empty or taken.
    pub fn rename(self, from: String, to: String) -> Renamed {
        let renamed = named::rename(&mut self.all(), &from, &to);
        self.edit(move |things| {
            named::rename(things, &from, &to);
        });
        renamed
    }

    /// What saves one again in the place of that of its name, also when the screen has gone.
    pub fn bringing_back(self, thing: T) -> impl Fn() + Send + Sync + use<D, T> {
        self.later(move |things| {
            named::save(things, thing.clone());
        })
    }

    /// Removes one; what brings it back, also when the screen has gone.
    pub fn remove(self, name: &str) -> Option<impl Fn() + Send + Sync + use<D, T>> {
        let (place, gone) = named::remove(&mut self.all(), name)?;
        let name = name.to_owned();
        self.edit(move |things| {
            named::remove(things, &name);
        });
        Some(self.later(move |things| named::put_back(things, place, gone.clone())))
    }

    fn all(self) -> Vec<T> {
        untrack(|| self.with(<[T]>::to_vec))
    }

    /// An edit for when the document may no longer be open.
    fn later(self, edit: impl Fn(&mut Vec<T>) + Send + Sync + 'static) -> impl Fn() + Send + Sync {
        move || {
            let mut document = self.storage.load::<D>();
            edit((self.place.get_mut)(&mut document));
            self.storage.save(&document);
            self.kept.try_reload();
        }
    }

    fn edit(self, edit: impl Fn(&mut Vec<T>) + Send + Sync + 'static) {
        let at = self.place.get_mut;
        self.kept.edit(move |document| edit(at(document)));
    }
}
