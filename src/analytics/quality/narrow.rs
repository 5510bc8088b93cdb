//! A table narrowed to what was sold of one group of products, came from one source, or by one manager.
//!
//! Names are those of the table's own columns; rows without one are never of any. What is left out is counted like rows
//! outside the window of dates: both say which part of the sales is looked at.

use serde::{Deserialize, Serialize};

use super::refine::{Count, of_rows};
use crate::analytics::dataset::SalesTable;
use crate::analytics::dataset::kinds::column::TextColumn;

/// Which part of the sales is looked at; `None` is all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Narrowing {
    /// Group of products.
    pub group: Option<String>,
    /// Where the client heard of the firm.
    pub source: Option<String>,
    /// Who sold.
    pub manager: Option<String>,
}

impl Narrowing {
    /// Whether it leaves the table as it is.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.group.is_none() && self.source.is_none() && self.manager.is_none()
    }
}

/// A name that a table can be narrowed to, with its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartName {
    /// The name.
    pub name: String,
    /// Its rows.
    pub count: Count,
}

/// What a table can be narrowed to: names by alphabet; none where the table has no such column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// Groups of products.
    pub groups: Vec<PartName>,
    /// Sources of clients.
    pub sources: Vec<PartName>,
    /// Managers.
    pub managers: Vec<PartName>,
}

impl Parts {
    /// Names given of each kind: those with most rows, where there are more. Nobody goes through a longer list.
    pub const NAMES_MAX: usize = 500;

    /// The parts of a table.
    #[must_use]
    pub fn of(table: &SalesTable) -> Self {
        let names =
            |column: &Option<TextColumn>| column.as_ref().map(|column| names_of(column, table)).unwrap_or_default();
        let extras = &table.extras;
        Self { groups: names(&extras.group), sources: names(&extras.source), managers: names(&extras.manager) }
    }

    /// Whether there is nothing to choose from.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.groups.is_empty() && self.sources.is_empty() && self.managers.is_empty()
    }
}

fn names_of(column: &TextColumn, table: &SalesTable) -> Vec<PartName> {
    let mut counts = vec![Count::default(); column.names.len()];
    for (id, &amount) in column.ids.iter().zip(&table.amount) {
        if let Some(count) = counts.get_mut(id as usize) {
            count.add(amount);
        }
    }
    let named = column.names.iter().zip(counts).filter(|(_, count)| count.rows > 0);
    let mut named: Vec<PartName> = named.map(|(name, count)| PartName { name: name.to_owned(), count }).collect();
    named.sort_by(|left, right| right.count.rows.cmp(&left.count.rows).then_with(|| left.name.cmp(&right.name)));
    named.truncate(Parts::NAMES_MAX);
    named.sort_by_cached_key(|part| (part.name.to_lowercase(), part.name.clone()));
    named
}

/// The part of a table, and the rows that are not of it.
#[must_use]
pub fn narrow(table: &SalesTable, narrowing: &Narrowing) -> (SalesTable, Count) {
    let extras = &table.extras;
    let parts =
        [(&narrowing.group, &extras.group), (&narrowing.source, &extras.source), (&narrowing.manager, &extras.manager)];
    let mut kept = vec![true; table.len()];
    for (wanted, column) in parts {
        if let Some(wanted) = wanted {
            let ids = column.as_ref().and_then(|column| Some((id_of(column, wanted)?, &column.ids)));
            match ids {
                Some((id, ids)) => kept.iter_mut().zip(ids.iter()).for_each(|(kept, other)| *kept &= other == id),
                None => kept.fill(false),
            }
        }
    }
    let mut left_out = Count::default();
    for (&amount, _) in table.amount.iter().zip(&kept).filter(|(_, kept)| !**kept) {
        left_out.add(amount);
    }
    (part_of(table, &kept), left_out)
}

/// The rows that are kept, with the clients of the whole table.
fn part_of(table: &SalesTable, kept: &[bool]) -> SalesTable {
    SalesTable {
        client_names: table.client_names.clone(),
        client: of_rows(&table.client, kept).collect(),
        day: of_rows(&table.day, kept).collect(),
        amount: of_rows(&table.amount, kept).collect(),
        order: table.order.as_ref().map(|order| of_rows(order, kept).collect()),
        order_count: table.order_count.as_ref().map(|count| of_rows(count, kept).collect()),
        reaches: table.reaches,
        extras: table.extras.of_rows(kept),
        ..SalesTable::default()
    }
}

fn id_of(column: &TextColumn, name: &str) -> Option<u32> {
    column.names.iter().zip(0_u32..).find(|(known, _)| *known == name).map(|(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::{Amount, Sum};
    use crate::analytics::date::Day;

    /// Rows of 1, 2, 4 and 8; the last names no group.
    fn table() -> SalesTable {
        let texts = |names: &[&str], ids: [u32; 4]| {
            Some(TextColumn { names: names.iter().copied().collect(), ids: ids.into_iter().collect() })
        };
        let mut table = SalesTable {
            client_names: ["North", "South"].into_iter().collect(),
            client: vec![0, 1, 0, 1],
            day: vec![Day(1); 4],
            amount: [1, 2, 4, 8].map(Amount).to_vec(),
            ..SalesTable::default()
        };
        table.extras.group = texts(&["tea", "cups"], [0, 1, 0, TextColumn::NONE]);
        table.extras.manager = texts(&["Ann"], [0, 0, TextColumn::NONE, 0]);
        table
    }

    #[test]
    fn names_every_part_with_its_rows() {
        let part =
            |name: &str, rows, amount| PartName { name: name.to_owned(), count: Count { rows, amount: Sum(amount) } };
        let parts = Parts::of(&table());
        assert_eq!(parts.groups, [part("cups", 1, 2), part("tea", 2, 5)], "the row without a group is of none");
        assert_eq!((parts.managers, parts.sources), (vec![part("Ann", 3, 11)], Vec::new()));
        assert!(Parts::of(&SalesTable::default()).is_nothing());
    }

    #[test]
    fn rows_of_all_that_is_asked() {
        let some = |name: &str| Some(name.to_owned());
        for (group, manager, source, amounts, left_out) in [
            (None, None, None, vec![1, 2, 4, 8], (0, 0)),
            (some("tea"), None, None, vec![1, 4], (2, 10)),
            (some("tea"), some("Ann"), None, vec![1], (3, 14)),
            (some("TEA"), None, None, vec![], (4, 15)),
            (None, None, some("the web"), vec![], (4, 15)),
        ] {
            let narrowing = Narrowing { group, source, manager };
            let (part, count) = narrow(&table(), &narrowing);
            assert_eq!(part.amount, amounts.into_iter().map(Amount).collect::<Vec<_>>(), "{narrowing:?}");
            assert_eq!((count.rows, count.amount), (left_out.0, Sum(left_out.1)), "{narrowing:?}");
            assert_eq!(part.client_names, table().client_names);
        }
    }
}
