//! What the user decides about the rows of a table. An answer that comes when another table is in its place changes
//! nothing.

use leptos::prelude::*;

use super::{Loaded, WhichTable, Workspace};
use crate::analytics::dataset::Family;
use crate::analytics::quality::{RefinedAccount, Refinement};
use crate::jobs::protocol::{JobError, Request, Response};

/// What the user decided about the rows of a table, and what follows from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decided {
    /// The decisions.
    pub refinement: Refinement,
    /// The account of the table that they make, once there is one.
    pub account: Option<RefinedAccount>,
}

/// A loaded table that is known again after a wait: whatever takes its place has another number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct InUse {
    pub(super) family: Family,
    since: u32,
}

impl InUse {
    fn is(self, loaded: &Loaded) -> bool {
        loaded.family() == self.family && loaded.since == self.since
    }
}

/// Rows that are known again after a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// Those of a reading.
    OfDraft(u32),
    /// Those of a loaded table.
    Of(InUse),
}

impl Workspace {
    /// What the user decided about the rows of one of the tables.
    #[must_use]
    pub fn decided(self, which: WhichTable) -> Option<Decided> {
        match which {
            WhichTable::Draft => self.draft.with(|draft| draft.as_ref().map(|draft| draft.decided.clone())),
            WhichTable::Current => {
                self.current_table.with(|loaded| loaded.as_ref().map(|loaded| loaded.decided.clone()))
            }
            WhichTable::Sales => self.sales().with(|loaded| loaded.as_ref().map(|loaded| loaded.decided.clone())),
        }
    }

    /// Changes the decisions about the rows of one of the tables; analyses then see the table that they make. Nothing
    /// is done to a table that comes in the place of that one meanwhile.
    ///
    /// # Errors
    /// What the engine says; the decisions are then those before.
    pub async fn refine(self, which: WhichTable, change: impl FnOnce(&mut Refinement)) -> Result<(), JobError> {
        let meant = self.meant(which).ok_or(JobError::NoTable)?;
        let before = self.decided_of(meant).ok_or(JobError::NoTable)?;
        let mut refinement = before.refinement.clone();
        change(&mut refinement);
        // At once, so that the next change builds on this one.
        self.set_decided(meant, Decided { refinement: refinement.clone(), account: before.account.clone() });
        let answer = self.ask_of(which, Request::Refine(refinement.clone())).await;
        // A later change may be under way: its decisions stand, and its account will follow.
        let Some(now) = self.decided_of(meant).map(|decided| decided.refinement) else { return Ok(()) };
        match answer {
            Ok(Response::Refined(account)) => {
                self.set_decided(meant, Decided { refinement: now.clone(), account: Some(account) });
                if let Rows::Of(table) = meant {
                    self.table_refined(table, now);
                    self.count_part_again(table).await;
                }
                Ok(())
            }
            answer => {
                if now == refinement {
                    self.set_decided(meant, before);
                }
                Err(answer.err().unwrap_or(JobError::OtherBuild))
            }
        }
    }

    /// The loaded table's rows were decided about: results are of another table now, and the next time it opens so.
    fn table_refined(self, table: InUse, refinement: Refinement) {
        let generation = self.next_generation();
        self.change_loaded(table, |loaded| loaded.generation = generation);
        if let Some(id) = self.with_loaded(table, |loaded| loaded.table.clone()) {
            let own = id.clone();
            self.tables.edit(&id, move |tables| tables.set_refinement(&own, &refinement));
        }
    }

    /// Whose rows are meant now.
    fn meant(self, which: WhichTable) -> Option<Rows> {
        let family = match which {
            WhichTable::Draft => return self.reading().map(Rows::OfDraft),
            WhichTable::Current => self.current.get_untracked()?,
            WhichTable::Sales => Family::Sales,
        };
        self.in_use(family).map(Rows::Of)
    }

    /// The loaded table of a family, to be known again after a wait.
    pub(super) fn in_use(self, family: Family) -> Option<InUse> {
        let since = |loaded: &Option<Loaded>| loaded.as_ref().map(|loaded| loaded.since);
        Some(InUse { family, since: self.loaded_of(family).with_untracked(since)? })
    }

    /// Tells something of a loaded table, as long as it is in use.
    pub(super) fn with_loaded<T>(self, table: InUse, tell: impl FnOnce(&Loaded) -> T) -> Option<T> {
        self.loaded.try_with_untracked(|all| all.iter().find(|loaded| table.is(loaded)).map(tell)).flatten()
    }

    /// Changes a loaded table, as long as it is in use.
    pub(super) fn change_loaded(self, table: InUse, change: impl FnOnce(&mut Loaded)) {
        if self.with_loaded(table, |_| ()).is_some() {
            self.loaded.update(|all| {
                if let Some(loaded) = all.iter_mut().find(|loaded| table.is(loaded)) {
                    change(loaded);
                }
            });
        }
    }

    /// What was decided about rows, as long as they are there.
    fn decided_of(self, rows: Rows) -> Option<Decided> {
        match rows {
            Rows::OfDraft(reading) if self.is_current(reading) => untrack(|| self.decided(WhichTable::Draft)),
            Rows::OfDraft(_) => None,
            Rows::Of(table) => self.with_loaded(table, |loaded| loaded.decided.clone()),
        }
    }

    fn set_decided(self, rows: Rows, decided: Decided) {
        match rows {
            Rows::OfDraft(reading) => self.advance(reading, |draft| draft.decided = decided),
            Rows::Of(table) => self.change_loaded(table, |loaded| loaded.decided = decided),
        }
    }
}
