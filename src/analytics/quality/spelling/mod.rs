//! Spellings of one client: names that mean the same, offered for merging.
//!
//! Nothing is merged by itself. Names with one key after folding (see `name`) are one group; groups whose keys are a
//! mistyped letter or two apart (see `typo`) are put together as a possibility. Names whose legal forms contradict each
//! other are never one group, whatever else they have in common.
//!
//! A group is built around the name with the largest turnover: mistyped names must be near that one, not near each
//! other, so that small steps do not add up to a long way. The main spelling is the one with the largest turnover, ties
//! by name.

mod contact;
mod legal_form;
mod look_alike;
mod name;
#[cfg(test)]
mod tests;
mod typo;

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use self::legal_form::Family;
pub use self::name::Difference;
use self::name::{Folded, differences};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::{Names, SalesTable};

/// How sure it is that a spelling means the main one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// A mistyped letter: look at it.
    Possible,
    /// The legal form is missing or another one, or words are run together.
    Likely,
    /// The same name written in another way.
    Sure,
}

impl Confidence {
    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}

/// One way in which a client is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    /// As it stands in the file.
    pub name: String,
    /// What it is compared by: equal for two ways of writing one name.
    pub key: String,
    /// Its rows.
    pub rows: u64,
    /// Their sum.
    pub amount: Sum,
    /// What differs from the main spelling, in the order of [`Difference`]; empty for the main one.
    pub differences: Vec<Difference>,
    /// How sure it is that the main one is meant.
    pub confidence: Confidence,
}

/// Spellings that mean one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpellingGroup {
    /// Two or more; the first is the main one, the others follow by confidence, then by turnover, then by name.
    pub spellings: Vec<Spelling>,
}

impl SpellingGroup {
    /// The suggested main spelling.
    #[must_use]
    pub fn main(&self) -> Option<&Spelling> {
        self.spellings.first()
    }

    /// The best confidence among the other spellings.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.spellings.iter().skip(1).map(|spelling| spelling.confidence).max().unwrap_or(Confidence::Possible)
    }
}

/// A client with its figures.
#[derive(Clone, Copy, Debug)]
struct Client<'a> {
    name: &'a str,
    rows: u64,
    amount: Sum,
}

impl Client<'_> {
    /// Largest turnover first, ties by name.
    const fn place(&self) -> (Reverse<Sum>, &str) {
        (Reverse(self.amount), self.name)
    }
}

/// Clients with one key.
#[derive(Debug)]
struct Cluster {
    /// The folded name of its first client.
    folded: Folded,
    family: Option<Family>,
    /// Indices of clients.
    clients: Vec<usize>,
    amount: Sum,
}

/// Groups of spellings: sure ones first, then by the turnover that a merge would move, then by name.
#[must_use]
pub fn find(table: &SalesTable) -> Vec<SpellingGroup> {
    let clients = clients(table);
    let clusters = clusters(&clients);
    let folded: Vec<Folded> = clusters.iter().map(|cluster| cluster.folded.clone()).collect();
    let mut neighbours: HashMap<u32, Vec<u32>> = HashMap::new();
    for (one, other) in typo::pairs(&folded) {
        neighbours.entry(one).or_default().push(other);
        neighbours.entry(other).or_default().push(one);
    }
    let mut order: Vec<usize> = (0..clusters.len()).collect();
    order.sort_by_key(|&index| clusters.get(index).map(|cluster| (Reverse(cluster.amount), &cluster.folded.key)));
    let mut taken = vec![false; clusters.len()];
    let mut groups = Vec::new();
    for hub in order {
        let Some(cluster) = clusters.get(hub).filter(|_| !taken.get(hub).is_some_and(|taken| *taken)) else { continue };
        let mut members = cluster.clients.clone();
        let near = u32::try_from(hub).ok().and_then(|hub| neighbours.get(&hub)).map_or(&[][..], Vec::as_slice);
        let mut family = cluster.family;
        for index in near.iter().map(|&near| near as usize) {
            let (Some(near), Some(taken)) = (clusters.get(index), taken.get_mut(index)) else { continue };
            if !*taken && agree(family, near.family) {
                *taken = true;
                family = family.or(near.family);
                members.extend_from_slice(&near.clients);
            }
        }
        if let Some(taken) = taken.get_mut(hub) {
            *taken = true;
        }
        if members.len() > 1 {
            groups.push(group(members.into_iter().filter_map(|index| clients.get(index).copied()).collect()));
        }
    }
    let moved = |group: &SpellingGroup| -> Sum { group.spellings.iter().skip(1).map(|spelling| spelling.amount).sum() };
    groups.sort_by_cached_key(|group| {
        (Reverse(group.confidence()), Reverse(moved(group)), group.main().map(|main| main.name.clone()))
    });
    groups
}

fn agree(one: Option<Family>, other: Option<Family>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

/// Clients with at least one row.
fn clients(table: &SalesTable) -> Vec<Client<'_>> {
    let names: &Names = &table.client_names;
    let mut clients: Vec<Client<'_>> = names.iter().map(|name| Client { name, rows: 0, amount: Sum::ZERO }).collect();
    for (&client, &amount) in table.client.iter().zip(&table.amount) {
        if let Some(client) = clients.get_mut(client as usize) {
            client.rows += 1;
            client.amount += amount;
        }
    }
    clients.retain(|client| client.rows > 0);
    clients
}

/// Clients by key; where legal forms contradict each other, by key and form.
fn clusters(clients: &[Client<'_>]) -> Vec<Cluster> {
    let mut numbers: HashMap<String, usize> = HashMap::with_capacity(clients.len());
    let mut by_key: Vec<Vec<(usize, Folded)>> = Vec::with_capacity(clients.len());
    for (index, client) in clients.iter().enumerate() {
        let mut folded = Folded::of(client.name);
        if folded.key.is_empty() {
            // Nothing but marks: each such name stands for itself.
            client.name.clone_into(&mut folded.key);
        }
        let next = by_key.len();
        match numbers.get(&folded.key).and_then(|&number| by_key.get_mut(number)) {
            Some(clients) => clients.push((index, folded)),
            None => {
                numbers.insert(folded.key.clone(), next);
                by_key.push(vec![(index, folded)]);
            }
        }
    }
    by_key.into_iter().flat_map(|named| part_by_form(named, clients)).collect()
}

/// One cluster, or one a family of forms and one of the names without a form, which may mean any of them.
fn part_by_form(named: Vec<(usize, Folded)>, clients: &[Client<'_>]) -> Vec<Cluster> {
    // "Company" says nothing about the form.
    let family = |folded: &Folded| folded.form.map(|form| form.family).filter(|&family| family != Family::Any);
    let mut families: Vec<Family> = named.iter().filter_map(|(_, folded)| family(folded)).collect();
    families.sort_unstable();
    families.dedup();
    let only = families.first().copied().filter(|_| families.len() == 1);
    let mut parts: Vec<Cluster> = Vec::new();
    for (index, folded) in named {
        let family = only.or_else(|| family(&folded));
        let amount = clients.get(index).map_or(Sum::ZERO, |client| client.amount);
        match parts.iter_mut().find(|part| part.family == family) {
            Some(part) => {
                part.clients.push(index);
                part.amount += amount;
            }
            None => parts.push(Cluster { folded, family, clients: vec![index], amount }),
        }
    }
    parts
}

/// A group of these clients, compared with the main one.
fn group(mut clients: Vec<Client<'_>>) -> SpellingGroup {
    clients.sort_by(|one, other| one.place().cmp(&other.place()));
    let main = clients.first().map_or("", |main| main.name);
    let folded_main = Folded::of(main);
    let mut spellings: Vec<Spelling> = clients
        .iter()
        .map(|client| {
            let folded = Folded::of(client.name);
            let (differences, confidence) = compare((main, &folded_main), (client.name, &folded));
            Spelling {
                name: client.name.to_owned(),
                key: folded.key,
                rows: client.rows,
                amount: client.amount,
                differences,
                confidence,
            }
        })
        .collect();
    // The order by turnover stays within one confidence.
    if let Some((_, others)) = spellings.split_first_mut() {
        others.sort_by_key(|spelling| Reverse(spelling.confidence));
    }
    SpellingGroup { spellings }
}

/// What differs from the main spelling, and how sure it is that the main one is meant.
fn compare((main, folded_main): (&str, &Folded), (name, folded): (&str, &Folded)) -> (Vec<Difference>, Confidence) {
    if name == main {
        return (Vec::new(), Confidence::Sure);
    }
    let mut found = if folded.key == folded_main.key { differences(main, name) } else { vec![Difference::Typo] };
    if folded.form != folded_main.form && !found.contains(&Difference::LegalForm) {
        found.push(Difference::LegalForm);
        found.sort_unstable();
    }
    let confidence = if found.contains(&Difference::Typo) {
        Confidence::Possible
    } else if folded.form != folded_main.form || folded.words != folded_main.words {
        Confidence::Likely
    } else {
        Confidence::Sure
    };
    (found, confidence)
}
