//! Properties of decisions: whatever they are, no row is lost and no sum changes.

use proptest::prelude::*;

use super::refinement::{Duplicates, Future, Returns, WithoutClient};
use super::*;
use crate::analytics::amount::Sum;
use crate::analytics::dataset::LeftOutReason;

const NAMES: [&str; 5] = ["А", "а", "Б", "В", "Г"];

fn tables() -> impl Strategy<Value = SalesTable> {
    let client = prop_oneof![4 => 0..NAMES.len() as u32, 1 => Just(SalesTable::NO_CLIENT)];
    let row = (client, 0..4_i32, -2..3_i64, 0..2_u32, 0..2_u32);
    (prop::collection::vec(row, 0..60), any::<bool>(), any::<bool>()).prop_map(|(rows, has_orders, has_prints)| {
        SalesTable {
            client_names: NAMES.into_iter().collect(),
            client: rows.iter().map(|row| row.0).collect(),
            day: rows.iter().map(|row| Day(row.1)).collect(),
            amount: rows.iter().map(|row| Amount(row.2)).collect(),
            order: has_orders.then(|| rows.iter().map(|row| row.3).collect()),
            fingerprint: has_prints.then(|| rows.iter().map(|row| row.4).collect()),
            ..SalesTable::default()
        }
    })
}

fn refinements() -> impl Strategy<Value = Refinement> {
    let merge = (0..NAMES.len(), 0..NAMES.len());
    let merges = prop::collection::vec(merge, 0..4);
    (any::<[bool; 4]>(), 0..4_i32, merges).prop_map(|([duplicates, returns, future, one_line], day, merges)| {
        let mut refinement = Refinement {
            duplicates: if duplicates { Duplicates::Drop } else { Duplicates::Keep },
            returns: if returns { Returns::Drop } else { Returns::Net },
            future: if future { Future::DropAfter(Day(day)) } else { Future::Keep },
            without_client: if one_line { WithoutClient::OneLine("А".to_owned()) } else { WithoutClient::LeaveOut },
            merges: Vec::new(),
        };
        for (into, from) in merges {
            refinement.merge(NAMES[into], [NAMES[from].to_owned()]);
        }
        refinement
    })
}

proptest! {
    #[test]
    fn no_row_is_lost(table in tables(), refinement in refinements()) {
        let Refined { table: made, account } = refine(&table, &refinement);
        prop_assert_eq!(made.is_none(), refinement.is_nothing());
        let left_rows: u64 = account.left_out.iter().map(|left| left.rows).sum();
        let left_sum: Sum = account.left_out.iter().map(|left| left.amount).sum();
        prop_assert_eq!(account.kept.rows + left_rows, table.len() as u64);
        prop_assert_eq!(account.kept.amount + left_sum, table.amount.iter().copied().sum::<Sum>());

        let made = made.as_ref().unwrap_or(&table);
        let nobody = &account.left_out[0];
        prop_assert_eq!(nobody.reason, LeftOutReason::WithoutClient);
        prop_assert_eq!(made.len() as u64, account.kept.rows + nobody.rows);
        prop_assert_eq!((made.client.len(), made.day.len()), (made.len(), made.len()));
        prop_assert!(made.order.as_ref().is_none_or(|order| order.len() == made.len()));
        prop_assert!(made.client.iter().all(|&id| id == SalesTable::NO_CLIENT || made.client_names.get(id).is_some()));
        if refinement.without_client != WithoutClient::LeaveOut {
            prop_assert_eq!(nobody.rows, 0);
        }
    }

    #[test]
    fn each_switch_alone_moves_what_was_found(table in tables(), today in 0..4_i32) {
        let found = examine(&table, Day(today));
        let alone = |refinement: Refinement| refine(&table, &refinement).account;
        let excluded = |account: RefinedAccount| account.switched.first().map(|(_, count)| *count);
        let none = Refinement::default;
        prop_assert_eq!(excluded(alone(Refinement { duplicates: Duplicates::Drop, ..none() })), Some(found.duplicates));
        prop_assert_eq!(excluded(alone(Refinement { returns: Returns::Drop, ..none() })), Some(found.returns));
        prop_assert_eq!(excluded(alone(Refinement { future: Future::DropAfter(Day(today)), ..none() })), Some(found.future));
        let one_line = alone(Refinement { without_client: WithoutClient::OneLine("—".to_owned()), ..none() });
        prop_assert_eq!(one_line.kept.rows - alone(none()).kept.rows, found.without_client.rows);
    }

    #[test]
    fn merged_clients_have_the_sum_of_both(table in tables(), into in 0..NAMES.len(), from in 0..NAMES.len()) {
        let mut refinement = Refinement::default();
        refinement.merge(NAMES[into], [NAMES[from].to_owned()]);
        let made = refine(&table, &refinement).table.unwrap_or_else(|| table.clone());
        let sum = |table: &SalesTable, client: usize| -> Sum {
            table.client.iter().zip(&table.amount).filter(|(id, _)| **id as usize == client).map(|(_, amount)| *amount).sum()
        };
        let both = if into == from { sum(&table, into) } else { sum(&table, into) + sum(&table, from) };
        prop_assert_eq!(sum(&made, into), both);
        prop_assert_eq!(sum(&made, from), if into == from { both } else { Sum::ZERO });
    }
}

#[test]
fn a_row_is_left_out_once() {
    // The second row repeats the first, both are below zero, both are in the future.
    let table = SalesTable {
        client_names: ["А"].into_iter().collect(),
        client: vec![0, 0, 0],
        day: vec![Day(9), Day(9), Day(1)],
        amount: vec![Amount(-5), Amount(-5), Amount(70)],
        ..SalesTable::default()
    };
    let all = Refinement {
        duplicates: Duplicates::Drop,
        returns: Returns::Drop,
        future: Future::DropAfter(Day(9)),
        ..Refinement::default()
    };
    let counts = |refinement: &Refinement| {
        let account = refine(&table, refinement).account;
        account.switched.iter().map(|(switch, count)| (*switch, count.rows, count.amount.0)).collect::<Vec<_>>()
    };
    assert_eq!(counts(&all), [(Switch::Future, 0, 0), (Switch::Duplicates, 1, -5), (Switch::Returns, 1, -5)]);
    let sooner = Refinement { future: Future::DropAfter(Day(1)), ..all };
    assert_eq!(counts(&sooner), [(Switch::Future, 2, -10), (Switch::Duplicates, 0, 0), (Switch::Returns, 0, 0)]);
}

#[test]
fn groups_lose_what_was_merged() {
    let spelling = |name: &str| Spelling {
        name: name.to_owned(),
        key: name.to_lowercase(),
        rows: 1,
        amount: Sum(1),
        differences: Vec::new(),
        confidence: Confidence::Sure,
    };
    let groups = [SpellingGroup { spellings: ["А", "а", "Á"].map(spelling).to_vec() }];
    let merge =
        |from: &[&str]| [Merge { into: "А".to_owned(), from: from.iter().map(|&name| name.to_owned()).collect() }];
    assert_eq!(unmerged(&groups, &[]), groups);
    assert_eq!(unmerged(&groups, &merge(&["а"]))[0].spellings.len(), 2);
    assert_eq!(unmerged(&groups, &merge(&["а", "Á"])), []);
}
