//! What the user chose while a table was in use: with another table it is again what it is at first.

use leptos::prelude::*;

use super::workspace::use_workspace;
use crate::analytics::dataset::Family;

/// A choice that goes with the table of a family. `Copy`: signals inside.
#[derive(Debug)]
pub struct OfTable<T: Send + Sync + 'static> {
    /// With the number since which the table is in use.
    chosen: RwSignal<(Option<u32>, T)>,
    in_force: Memo<T>,
    since: Memo<Option<u32>>,
}

impl<T: Send + Sync + 'static> Clone for OfTable<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for OfTable<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> OfTable<T> {
    /// A choice that is `first` at first.
    #[must_use]
    pub fn new(family: Family, first: T) -> Self {
        let edition = use_workspace().edition_of(family);
        Self::since(Memo::new(move |_| edition.get().map(|edition| edition.since)), first)
    }

    fn since(since: Memo<Option<u32>>, first: T) -> Self {
        let chosen = RwSignal::new((since.get_untracked(), first.clone()));
        let in_force = Memo::new(move |_| {
            let since = since.get();
            chosen.with(|(of, choice)| if *of == since { choice.clone() } else { first.clone() })
        });
        Self { chosen, in_force, since }
    }

    /// What holds now.
    #[must_use]
    pub const fn in_force(self) -> Memo<T> {
        self.in_force
    }

    /// Looks at what holds now, and tracks it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.in_force.with(look)
    }

    /// Chooses.
    pub fn set(self, choice: T) {
        if self.in_force.with_untracked(|before| *before != choice) {
            self.chosen.set((self.since.get_untracked(), choice));
        }
    }

    /// Changes the choice.
    pub fn change(self, change: impl FnOnce(&mut T)) {
        let mut choice = self.in_force.get_untracked();
        change(&mut choice);
        self.set(choice);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_goes_with_its_table() {
        Owner::new().with(|| {
            let table = RwSignal::new(None);
            let choice = OfTable::since(Memo::new(move |_| table.get()), "all");
            let now = || choice.in_force().get_untracked();
            assert_eq!(now(), "all");
            choice.set("before there was a table");
            table.set(Some(1));
            assert_eq!(now(), "all");
            choice.set("of the first");
            assert_eq!(now(), "of the first");
            table.set(Some(2));
            assert_eq!(now(), "all");
            choice.change(|choice| *choice = "of the second");
            assert_eq!(now(), "of the second");
        });
    }
}
