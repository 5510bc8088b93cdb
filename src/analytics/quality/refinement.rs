//! What the user decided about rows that were read: switches, and spellings that are one client.

use serde::{Deserialize, Serialize};

use crate::analytics::date::Day;

/// Rows that repeat another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Duplicates {
    /// Each counts: equal sales happen.
    #[default]
    Keep,
    /// The first of equal rows counts.
    Drop,
}

/// Rows below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Returns {
    /// They lower the sum of their client.
    #[default]
    Net,
    /// They do not count.
    Drop,
}

/// Rows that are dated after today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Future {
    /// They count: plans, advance payments.
    #[default]
    Keep,
    /// They do not count. The day is kept with the decision, so that it means the same tomorrow.
    DropAfter(Day),
}

/// Rows that name no client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WithoutClient {
    /// No analysis of clients counts them.
    #[default]
    LeaveOut,
    /// All of them together are one client of this name.
    OneLine(String),
}

/// Spellings that are one client.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Merge {
    /// The spelling that stays.
    pub into: String,
    /// Spellings that are read as it.
    pub from: Vec<String>,
}

/// Every decision about the rows of a table. The default changes nothing.
///
/// Clients go by name and not by number, so that decisions outlive a reading of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Refinement {
    /// Rows that repeat another.
    pub duplicates: Duplicates,
    /// Rows below zero.
    pub returns: Returns,
    /// Rows dated after today.
    pub future: Future,
    /// Rows that name no client.
    pub without_client: WithoutClient,
    /// Spellings that are one client, in the order in which they were merged.
    pub merges: Vec<Merge>,
}

impl Refinement {
    /// Whether it leaves the table as it was read.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// These decisions with later ones on top: what `later` leaves as it is by default stays as it was decided here.
    #[must_use]
    pub fn followed_by(mut self, later: Self) -> Self {
        if later.duplicates != Duplicates::default() {
            self.duplicates = later.duplicates;
        }
        if later.returns != Returns::default() {
            self.returns = later.returns;
        }
        if later.future != Future::default() {
            self.future = later.future;
        }
        if later.without_client != WithoutClient::default() {
            self.without_client = later.without_client;
        }
        later.merges.into_iter().for_each(|Merge { into, from }| self.merge(&into, from));
        self
    }

    /// Adds a merge. One into the same spelling grows, the latest names last; merges into a spelling that now goes follow it.
    pub fn merge(&mut self, into: &str, from: impl IntoIterator<Item = String>) {
        let mut from: Vec<String> = from.into_iter().filter(|name| name != into).collect();
        if from.is_empty() {
            return;
        }
        // What was merged into one of these, goes with it.
        self.merges.retain_mut(|merge| {
            let follows = from.contains(&merge.into);
            if follows {
                from.append(&mut merge.from);
            }
            !follows
        });
        // What stays from now on is no longer read as another.
        for merge in &mut self.merges {
            merge.from.retain(|name| name != into && !from.contains(name));
        }
        self.merges.retain(|merge| !merge.from.is_empty());
        match self.merges.iter_mut().find(|merge| merge.into == into) {
            Some(merge) => merge.from.extend(from),
            None => self.merges.push(Merge { into: into.to_owned(), from }),
        }
        for merge in &mut self.merges {
            let mut seen = std::collections::BTreeSet::new();
            merge.from.retain(|name| *name != merge.into && seen.insert(name.clone()));
        }
    }

    /// Takes these merges back, and leaves what was merged into the same spellings before or since.
    pub fn take_back(&mut self, made: &[Merge]) {
        for Merge { into, from } in made {
            if let Some(merge) = self.merges.iter_mut().find(|merge| merge.into == *into) {
                merge.from.retain(|name| !from.contains(name));
            }
        }
        self.merges.retain(|merge| !merge.from.is_empty());
    }

    /// Takes the merge into `into` back, with all that it grew by.
    pub fn split(&mut self, into: &str) {
        self.merges.retain(|merge| merge.into != into);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(steps: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
        let mut refinement = Refinement::default();
        for (into, from) in steps {
            refinement.merge(into, from.iter().map(|&name| name.to_owned()));
        }
        refinement.merges.into_iter().map(|merge| (merge.into, merge.from)).collect()
    }

    fn expected(merges: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        merges.iter().map(|(into, from)| ((*into).to_owned(), owned(from))).collect()
    }

    #[test]
    fn later_decisions_come_on_top() {
        let merge = |into: &str, from: &str| Merge { into: into.to_owned(), from: vec![from.to_owned()] };
        let table = Refinement {
            duplicates: Duplicates::Drop,
            without_client: WithoutClient::OneLine("Retail".to_owned()),
            merges: vec![merge("North", "north")],
            ..Refinement::default()
        };
        let file = Refinement {
            returns: Returns::Drop,
            without_client: WithoutClient::OneLine("Walk-in".to_owned()),
            merges: vec![merge("North", "NORTH"), merge("South", "south")],
            ..Refinement::default()
        };
        assert_eq!(table.clone().followed_by(Refinement::default()), table);
        assert_eq!(Refinement::default().followed_by(file.clone()), file);
        let both = table.followed_by(file);
        assert_eq!((both.duplicates, both.returns, both.future), (Duplicates::Drop, Returns::Drop, Future::Keep));
        assert_eq!(both.without_client, WithoutClient::OneLine("Walk-in".to_owned()));
        let north = Merge { into: "North".to_owned(), from: vec!["north".to_owned(), "NORTH".to_owned()] };
        assert_eq!(both.merges, [north, merge("South", "south")]);
    }

    #[test]
    fn merges_add_up() {
        type Merges<'a> = &'a [(&'a str, &'a [&'a str])];
        let cases: [(Merges<'_>, Merges<'_>); 6] = [
            (&[("A", &["a"])], &[("A", &["a"])]),
            (&[("A", &["a"]), ("A", &["á", "a"])], &[("A", &["á", "a"])]),
            (&[("A", &["a"]), ("B", &["b"])], &[("A", &["a"]), ("B", &["b"])]),
            (&[("A", &["a"]), ("B", &["A"])], &[("B", &["A", "a"])]),
            (&[("A", &["a", "b"]), ("a", &["A"])], &[("a", &["A", "b"])]),
            (&[("A", &["A"])], &[]),
        ];
        for (steps, merges) in cases {
            assert_eq!(merged(steps), expected(merges), "{steps:?}");
        }
    }

    #[test]
    fn one_step_is_taken_back_out_of_many() {
        let mut refinement = Refinement::default();
        let step = [Merge { into: "A".to_owned(), from: vec!["a".to_owned()] }];
        refinement.merge("A", ["á".to_owned()]);
        refinement.merge("A", step[0].from.clone());
        refinement.merge("B", ["b".to_owned()]);
        refinement.take_back(&step);
        let left: Vec<_> = refinement.merges.iter().map(|merge| (merge.into.as_str(), merge.from.as_slice())).collect();
        assert_eq!(left, [("A", &["á".to_owned()][..]), ("B", &["b".to_owned()][..])]);
    }

    #[test]
    fn a_merge_is_taken_back() {
        let mut refinement = Refinement::default();
        refinement.merge("A", ["a".to_owned()]);
        assert!(!refinement.is_nothing());
        refinement.split("A");
        assert!(refinement.is_nothing());
    }
}
