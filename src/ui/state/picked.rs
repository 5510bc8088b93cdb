//! The clients that the user has picked, and where they are carried, as a context.
//!
//! Picks go by name and stay while one goes from screen to screen: some from a cell, more from a segment. They are of
//! the table in use and go with it; what is to last is saved as a selection.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::of_table::OfTable;
use super::shared::shared;
use crate::analytics::dataset::Family;

/// Clients on their way to a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Carried {
    /// The place, by its path.
    to: &'static str,
    clients: Vec<String>,
}

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct Picked {
    clients: OfTable<BTreeSet<String>>,
    carried: RwSignal<Option<Carried>>,
}

impl Picked {
    /// How many are picked.
    #[must_use]
    pub fn count(self) -> usize {
        self.clients.with(BTreeSet::len)
    }

    /// Whether a client is picked.
    #[must_use]
    pub fn has(self, client: &str) -> bool {
        self.clients.with(|clients| clients.contains(client))
    }

    /// All of them, in rising order.
    #[must_use]
    pub fn all(self) -> Vec<String> {
        self.clients.with(|clients| clients.iter().cloned().collect())
    }

    /// Picks a client, or lets it go.
    pub fn toggle(self, client: String) {
        self.clients.change(|clients| {
            if !clients.remove(&client) {
                clients.insert(client);
            }
        });
    }

    /// Picks more clients.
    pub fn add(self, more: Vec<String>) {
        self.clients.change(|clients| clients.extend(more));
    }

    /// Lets all go.
    pub fn clear(self) {
        self.clients.set(BTreeSet::new());
    }

    /// Sends clients to a screen, by its path: the next list of clients there shows them alone.
    pub fn carry(self, to: &'static str, clients: Vec<String>) {
        self.carried.set(Some(Carried { to, clients }));
    }

    /// Takes the clients that were sent to a screen.
    #[must_use]
    pub fn take_carried(self, to: &'static str) -> Option<Vec<String>> {
        let is_for_it = self.carried.with_untracked(|carried| carried.as_ref().is_some_and(|carried| carried.to == to));
        if is_for_it { self.carried.try_update(Option::take)?.map(|carried| carried.clients) } else { None }
    }
}

/// The clients that the user has picked.
#[must_use]
pub fn use_picked() -> Picked {
    shared(|| Picked { clients: OfTable::new(Family::Sales, BTreeSet::new()), carried: RwSignal::new(None) })
}
