//! Columns of the list of clients and its named views. Kept over reloads, followed over tabs.

use leptos::prelude::*;

use super::kept::Kept;
use super::named::{ListLens, NamedList};
use super::storage::use_storage;
use crate::profile::client_views::{ClientView, ClientViews};

/// The document.
#[derive(Clone, Copy, Debug)]
pub struct ClientViewsState {
    kept: Kept<ClientViews>,
    views: NamedList<ClientViews, ClientView>,
}

impl ClientViewsState {
    /// Opens the document for as long as its owner is there.
    #[must_use]
    pub fn open() -> Self {
        let kept = Kept::open(use_storage());
        let place = ListLens { get: |document: &ClientViews| &document.views, get_mut: |document| &mut document.views };
        Self { kept, views: NamedList::of(kept, place) }
    }

    /// The document.
    #[must_use]
    pub fn value(self) -> Signal<ClientViews> {
        self.kept.value()
    }

    /// Changes it.
    pub fn edit(self, edit: impl Fn(&mut ClientViews) + Send + Sync + 'static) {
        self.kept.edit(edit);
    }

    /// The named views.
    #[must_use]
    pub const fn views(self) -> NamedList<ClientViews, ClientView> {
        self.views
    }
}
