//! The table as the user's decisions make it, and the account of what they leave out.
//!
//! Every row of the table read is either in the new one or counted as left out, once: by the first switch that takes it,
//! in the order of [`Switch`]. Columns are copied only when a decision changes something; the table read stays, so that
//! every decision can be taken back.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::duplicates;
use super::refinement::{Duplicates, Future, Refinement, Returns, WithoutClient};
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::dataset::{LeftOut, LeftOutReason, Names, SalesTable};

/// A decision that leaves rows out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Switch {
    /// Rows dated after today.
    Future,
    /// Rows that repeat another.
    Duplicates,
    /// Rows below zero.
    Returns,
}

impl Switch {
    /// Every switch, in the order in which they take rows.
    pub const ALL: [Self; 3] = [Self::Future, Self::Duplicates, Self::Returns];
}

/// Rows and their sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// How many rows.
    pub rows: u64,
    /// Their sum.
    pub amount: Sum,
}

impl Count {
    pub(super) fn add(&mut self, amount: Amount) {
        self.rows += 1;
        self.amount += amount;
    }
}

/// What decisions make of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Refined {
    /// The table to analyse; `None` where it is the table that was read.
    pub table: Option<SalesTable>,
    /// The account of it.
    pub account: RefinedAccount,
}

/// Rows kept and left out: together they are the rows of the table that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefinedAccount {
    /// Rows that analyses of clients count.
    pub kept: Count,
    /// Rows that they do not: [`LeftOutReason::WithoutClient`] always, [`LeftOutReason::ExcludedBySwitch`] where a
    /// switch is on.
    pub left_out: Vec<LeftOut>,
    /// The latter by switch, in the order of [`Switch::ALL`]; only switches that are on.
    pub switched: Vec<(Switch, Count)>,
    /// Clients with a row that is kept.
    pub clients: u64,
}

/// Applies the decisions.
#[must_use]
pub fn refine(table: &SalesTable, refinement: &Refinement) -> Refined {
    let takers = Takers::new(table, refinement);
    let clients = Renumbering::new(table, refinement);
    let refined = (!refinement.is_nothing()).then(|| copy(table, &takers, &clients));
    let account = account(table, refined.as_ref().unwrap_or(table), &takers);
    Refined { table: refined, account }
}

/// Which switch takes a row.
struct Takers {
    future: Future,
    returns: Returns,
    /// Rows that repeat another, in order; `None` where they are kept.
    repeated: Option<Vec<u32>>,
}

impl Takers {
    fn new(table: &SalesTable, refinement: &Refinement) -> Self {
        let repeated = (refinement.duplicates == Duplicates::Drop).then(|| duplicates::find(table));
        Self { future: refinement.future, returns: refinement.returns, repeated }
    }

    /// For each row the switch that takes it.
    fn walk<'a>(&'a self, table: &'a SalesTable) -> impl Iterator<Item = Option<Switch>> + 'a {
        let mut repeated = self.repeated.iter().flatten().copied().peekable();
        (0_u32..).zip(table.day.iter().zip(&table.amount)).map(move |(index, (&day, &amount))| {
            let repeats = repeated.next_if_eq(&index).is_some();
            if matches!(self.future, Future::DropAfter(last) if day > last) {
                Some(Switch::Future)
            } else if repeats {
                Some(Switch::Duplicates)
            } else if self.returns == Returns::Drop && amount < Amount::ZERO {
                Some(Switch::Returns)
            } else {
                None
            }
        })
    }

    fn on(&self) -> impl Iterator<Item = Switch> + '_ {
        Switch::ALL.into_iter().filter(|switch| match switch {
            Switch::Future => self.future != Future::Keep,
            Switch::Duplicates => self.repeated.is_some(),
            Switch::Returns => self.returns == Returns::Drop,
        })
    }
}

/// Numbers of clients after merges.
struct Renumbering {
    /// The new number of each client; empty where none changes.
    numbers: Vec<u32>,
    /// Names that come behind those of the table.
    added: Vec<String>,
    /// The number of rows without a client.
    nobody: u32,
}

impl Renumbering {
    fn new(table: &SalesTable, refinement: &Refinement) -> Self {
        let mut added = Vec::new();
        let count = u32::try_from(table.client_names.len()).unwrap_or(u32::MAX);
        let mut numbers = Vec::new();
        if !refinement.merges.is_empty() {
            let known: HashMap<&str, u32> = table.client_names.iter().zip(0_u32..).collect();
            numbers = (0..count).collect();
            for merge in &refinement.merges {
                let into =
                    known.get(merge.into.as_str()).copied().unwrap_or_else(|| add(&mut added, count, &merge.into));
                for from in merge.from.iter().filter_map(|name| known.get(name.as_str())) {
                    if let Some(number) = numbers.get_mut(*from as usize) {
                        *number = into;
                    }
                }
            }
        }
        let nobody = match &refinement.without_client {
            WithoutClient::OneLine(name) => add(&mut added, count, name),
            WithoutClient::LeaveOut => SalesTable::NO_CLIENT,
        };
        Self { numbers, added, nobody }
    }

    fn of(&self, client: u32) -> u32 {
        if client == SalesTable::NO_CLIENT {
            return self.nobody;
        }
        self.numbers.get(client as usize).copied().unwrap_or(client)
    }
}

fn add(added: &mut Vec<String>, count: u32, name: &str) -> u32 {
    added.push(name.to_owned());
    count.saturating_add(u32::try_from(added.len()).unwrap_or(u32::MAX)).saturating_sub(1)
}

/// The table that is left, its clients renumbered.
fn copy(table: &SalesTable, takers: &Takers, clients: &Renumbering) -> SalesTable {
    let kept: Vec<bool> = takers.walk(table).map(|taker| taker.is_none()).collect();
    let mut client_names = table.client_names.clone();
    clients.added.iter().for_each(|name| client_names.push(name));
    SalesTable {
        client_names,
        client: of_rows(&table.client, &kept).map(|client| clients.of(client)).collect(),
        day: of_rows(&table.day, &kept).collect(),
        amount: of_rows(&table.amount, &kept).collect(),
        order: table.order.as_ref().map(|order| of_rows(order, &kept).collect()),
        // What only the file as it was read is asked for: telling duplicates apart, and joining files.
        fingerprint: None,
        order_names: Names::default(),
        order_count: table.order_count.as_ref().map(|count| of_rows(count, &kept).collect()),
        reaches: table.reaches,
        extras: table.extras.of_rows(&kept),
    }
}

/// The values of the rows that are kept.
pub(super) fn of_rows<T: Copy>(column: &[T], kept: &[bool]) -> impl Iterator<Item = T> {
    column.iter().zip(kept).filter(|(_, kept)| **kept).map(|(value, _)| *value)
}

fn account(read: &SalesTable, refined: &SalesTable, takers: &Takers) -> RefinedAccount {
    let mut switched: Vec<(Switch, Count)> = takers.on().map(|switch| (switch, Count::default())).collect();
    if !switched.is_empty() {
        for (taker, &amount) in takers.walk(read).zip(&read.amount) {
            if let Some((_, count)) = switched.iter_mut().find(|(switch, _)| Some(*switch) == taker) {
                count.add(amount);
            }
        }
    }
    let (mut kept, mut nobody) = (Count::default(), Count::default());
    let mut seen = vec![false; refined.client_names.len()];
    for (&client, &amount) in refined.client.iter().zip(&refined.amount) {
        match seen.get_mut(client as usize) {
            Some(seen) => {
                *seen = true;
                kept.add(amount);
            }
            None => nobody.add(amount),
        }
    }
    let left_out = |reason, rows, amount| LeftOut { reason, rows, amount };
    let mut all = vec![left_out(LeftOutReason::WithoutClient, nobody.rows, nobody.amount)];
    if !switched.is_empty() {
        let rows = switched.iter().map(|(_, count)| count.rows).sum();
        let amount = switched.iter().map(|(_, count)| count.amount).sum();
        all.push(left_out(LeftOutReason::ExcludedBySwitch, rows, amount));
    }
    let clients = seen.into_iter().filter(|seen| *seen).count() as u64;
    RefinedAccount { kept, left_out: all, switched, clients }
}
