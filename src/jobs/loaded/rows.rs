//! The rows of a table: as they were read, as the user decided about them, and the part that is looked at.

use crate::analytics::dataset::{ImportReport, Ingested, SalesTable};
use crate::analytics::quality::narrow::narrow;
use crate::analytics::quality::{self, Count, Narrowing, Refined, RefinedAccount, Refinement};

/// The rows. Each of the tables is there only where it is another than the one before.
#[derive(Debug)]
pub(super) struct Rows {
    /// As they were read, with the account of that.
    ingested: Ingested,
    /// What the user decided about them.
    refinement: Refinement,
    refined: Option<SalesTable>,
    /// Which part of them is looked at, and the rows that are not of it.
    narrowing: Narrowing,
    outside_part: Count,
    narrowed: Option<SalesTable>,
}

impl Rows {
    pub(super) fn new(ingested: Ingested) -> Self {
        Self {
            ingested,
            refinement: Refinement::default(),
            refined: None,
            narrowing: Narrowing::default(),
            outside_part: Count::default(),
            narrowed: None,
        }
    }

    pub(super) const fn ingested(&self) -> &Ingested {
        &self.ingested
    }

    pub(super) const fn report(&self) -> &ImportReport {
        &self.ingested.report
    }

    pub(super) const fn refinement(&self) -> &Refinement {
        &self.refinement
    }

    /// The table as it was read.
    pub(super) const fn as_read(&self) -> &SalesTable {
        &self.ingested.table
    }

    /// The table after the user's decisions, all of it.
    pub(super) const fn whole(&self) -> &SalesTable {
        match &self.refined {
            Some(refined) => refined,
            None => &self.ingested.table,
        }
    }

    /// The table that analyses are made of.
    pub(super) const fn table(&self) -> &SalesTable {
        match &self.narrowed {
            Some(narrowed) => narrowed,
            None => self.whole(),
        }
    }

    /// Which part is looked at, and the rows that are not of it.
    pub(super) const fn part(&self) -> (&Narrowing, Count) {
        (&self.narrowing, self.outside_part)
    }

    /// Looks at a part in place of the one before; the rows that are not of it.
    pub(super) fn narrow(&mut self, narrowing: Narrowing) -> Count {
        self.narrowing = narrowing;
        self.narrow_again();
        self.outside_part
    }

    /// Applies decisions in place of those before.
    pub(super) fn refine(&mut self, refinement: Refinement) -> RefinedAccount {
        // Before the new tables are made, so that there are never more of them.
        self.refined = None;
        self.narrowed = None;
        let Refined { table, account } = quality::refine(&self.ingested.table, &refinement);
        self.refined = table;
        self.refinement = refinement;
        self.narrow_again();
        self.ingested.report.left_out.clone_from(&account.left_out);
        account
    }

    fn narrow_again(&mut self) {
        self.narrowed = None;
        self.outside_part = Count::default();
        if !self.narrowing.is_nothing() {
            let (part, left_out) = narrow(self.whole(), &self.narrowing);
            (self.narrowed, self.outside_part) = (Some(part), left_out);
        }
    }
}
