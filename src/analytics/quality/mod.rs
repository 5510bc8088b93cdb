//! The quality of a table: what in it may be wrong, what each decision about it would move, and the decisions applied.
//!
//! Nothing here changes a table by itself. [`examine`] counts, [`Refinement`] holds what the user decided, and
//! [`refine`] makes the table that follows, with every row of the old one accounted for.

pub mod duplicates;
pub mod narrow;
mod refine;
pub mod refinement;
pub mod spelling;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use narrow::{Narrowing, Parts};
pub use refine::{Count, Refined, RefinedAccount, Switch, refine};
pub use refinement::{Merge, Refinement};
pub use spelling::{Confidence, Difference, Spelling, SpellingGroup};

use super::amount::Amount;
use super::dataset::SalesTable;
use super::date::Day;

/// What each switch would move, alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// Rows that repeat one above them.
    pub duplicates: Count,
    /// Rows below zero.
    pub returns: Count,
    /// Rows dated after today.
    pub future: Count,
    /// Rows that name no client.
    pub without_client: Count,
}

/// Counts what switches would move. `today` is the last day that is not the future.
#[must_use]
pub fn examine(table: &SalesTable, today: Day) -> Findings {
    let mut findings = Findings::default();
    table.parts().for_each(|rows| findings.add(table, rows, today));
    for index in duplicates::find(table) {
        findings.duplicates.add(table.amount.get(index as usize).copied().unwrap_or_default());
    }
    findings
}

impl Findings {
    /// Counts in some of the rows what can be told of each row alone.
    #[inline(never)]
    fn add(&mut self, table: &SalesTable, rows: Range<usize>, today: Day) {
        let clients = table.client.get(rows.clone()).unwrap_or_default();
        let days = table.day.get(rows.clone()).unwrap_or_default();
        let amounts = table.amount.get(rows).unwrap_or_default();
        for ((&client, &day), &amount) in clients.iter().zip(days).zip(amounts) {
            if client == SalesTable::NO_CLIENT {
                self.without_client.add(amount);
            }
            if day > today {
                self.future.add(amount);
            }
            if amount < Amount::ZERO {
                self.returns.add(amount);
            }
        }
    }
}

/// The groups in which something is left to merge, with what was merged taken out of them.
#[must_use]
pub fn unmerged(groups: &[SpellingGroup], merges: &[Merge]) -> Vec<SpellingGroup> {
    let gone: std::collections::HashSet<&str> =
        merges.iter().flat_map(|merge| merge.from.iter().map(String::as_str)).collect();
    let left = |group: &SpellingGroup| {
        let spellings: Vec<Spelling> =
            group.spellings.iter().filter(|spelling| !gone.contains(spelling.name.as_str())).cloned().collect();
        (spellings.len() > 1).then_some(SpellingGroup { spellings })
    };
    groups.iter().filter_map(left).collect()
}
