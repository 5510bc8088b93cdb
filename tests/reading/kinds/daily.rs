//! Daily tables: the same figures as from the rows that they were made from.

use std::collections::{BTreeMap, BTreeSet};

use clientfolio::analytics::dataset::{Ingested, ReadOptions, SalesTable, TableKind, read_all};
use clientfolio::analytics::date::{Day, Grain};
use clientfolio::analytics::segmentation::history::{ClientHistory, Histories};
use proptest::prelude::*;

use super::read;
use crate::support::{data, sales, without_client};

#[test]
fn purchases_and_returns_of_a_day() {
    let ingested = read("daily.csv");
    let report = &ingested.report;
    assert_eq!((report.table, report.rows_read, report.rows_used), (TableKind::Daily, 5, 5));
    assert_eq!(
        sales(&ingested),
        [
            "Romashka | 2026-01-15 | 100.5000",
            "Romashka | 2026-02-01 | 50.0000",
            "Romashka | 2026-02-01 | -10.0000",
            // Returns are written with or without a minus.
            "Vega | 2026-02-01 | -5.0000",
            "Vega | 2026-01-10 | 7.0000",
            "- | 2026-01-11 | 3.0000",
        ]
    );
    assert_eq!(ingested.table.order_count, Some(vec![2, 0, 0, 0, 1, 1]));
    assert_eq!(without_client(&ingested), (1, "3.0000".to_owned()));
    assert_eq!((report.returns.0, report.returns.1.to_string()), (2, "-15.0000".to_owned()));
    assert_eq!((report.total.to_string(), report.clients), ("145.5000".to_owned(), 2));
}

#[test]
fn without_counts_of_orders_a_day_with_purchases_is_one() {
    let text = "Клиент;Дата;Продажи;Возвраты\nА;01.02.2026;10;0\nА;02.02.2026;0;5\nА;03.02.2026;7;\n";
    let ingested = read_all(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(ingested.report.table, TableKind::Daily);
    let histories = Histories::new(&ingested.table, None, Grain::Month);
    assert_eq!((histories.clients[0].orders, histories.clients[0].total.to_string()), (2, "12.0000".to_owned()));
}

/// What a user's own engine makes of sales: a row a client and day, an order counted on its first day.
fn aggregated(table: &SalesTable) -> String {
    #[derive(Default)]
    struct Cell {
        sales: i64,
        returns: i64,
        orders: usize,
    }
    let name = |id: u32| table.client_names.get(id).unwrap_or_default().to_owned();
    let order = |row: usize| table.order.as_ref().map(|orders| orders[row]).filter(|&id| id != SalesTable::NO_ORDER);
    let mut cells: BTreeMap<(String, Day), Cell> = BTreeMap::new();
    let mut first_days: BTreeMap<(String, u32), Day> = BTreeMap::new();
    let mut days_without_order: BTreeSet<(String, Day)> = BTreeSet::new();
    for row in 0..table.len() {
        let (client, day, amount) = (name(table.client[row]), table.day[row], table.amount[row].0);
        let cell = cells.entry((client.clone(), day)).or_default();
        if amount > 0 {
            cell.sales += amount;
            match order(row) {
                Some(order) => {
                    let first = first_days.entry((client, order)).or_insert(day);
                    *first = day.min(*first);
                }
                None => drop(days_without_order.insert((client, day))),
            }
        } else {
            cell.returns += amount;
        }
    }
    for ((client, _), day) in first_days {
        cells.get_mut(&(client, day)).unwrap().orders += 1;
    }
    for key in days_without_order {
        cells.get_mut(&key).unwrap().orders += 1;
    }
    let mut text = "client,date,sales,returns,orders\n".to_owned();
    for ((client, day), cell) in cells {
        let decimal = |units: i64| {
            format!("{}{}.{:04}", if units < 0 { "-" } else { "" }, units.abs() / 10_000, units.abs() % 10_000)
        };
        let client = client.replace('"', "\"\"");
        text += &format!("\"{client}\",{day},{},{},{}\n", decimal(cell.sales), decimal(cell.returns), cell.orders);
    }
    text
}

/// Histories by name, so that the order of first appearance does not matter.
fn histories(table: &SalesTable, grain: Grain) -> (BTreeMap<String, ClientHistory>, Histories) {
    let mut all = Histories::new(table, None, grain);
    let clients = std::mem::take(&mut all.clients);
    let by_name = clients.into_iter().map(|client| {
        let name = table.client_names.get(client.client).unwrap().to_owned();
        // A row of such a table stands for a day, so rows are the one thing that differs.
        (name, ClientHistory { client: 0, purchase_rows: 0, ..client })
    });
    (by_name.collect(), all)
}

fn check(raw: &Ingested) {
    let options = ReadOptions { table: Some(TableKind::Daily), ..ReadOptions::default() };
    let daily = read_all(aggregated(&raw.table).as_bytes(), &options).unwrap();
    assert_eq!(daily.report.total, raw.report.total);
    for grain in Grain::ALL {
        let (of_raw, mut all_raw) = histories(&raw.table, grain);
        let (of_daily, all_daily) = histories(&daily.table, grain);
        assert_eq!(of_raw, of_daily, "{grain:?}");
        // Rows without a client are fewer, their sum is the same.
        all_raw.without_client.0 = all_daily.without_client.0;
        assert_eq!(all_raw, all_daily, "{grain:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_same_histories_as_from_the_rows(
        rows in prop::collection::vec((0_u8..5, 0_i32..120, -300_i64..700, 0_u8..6), 1..60)
    ) {
        let mut text = "client,date,amount,order id\n".to_owned();
        for (client, day, amount, order) in rows {
            let client = if client == 0 { String::new() } else { format!("client {client}") };
            let day = Day(20_000 + day);
            let order = if order == 0 { String::new() } else { format!("№{order}") };
            text += &format!("{client},{day},{amount},{order}\n");
        }
        check(&read_all(text.as_bytes(), &ReadOptions { table: Some(TableKind::Sales), ..ReadOptions::default() }).unwrap());
    }
}

#[test]
fn the_same_histories_as_from_files_of_the_wild() {
    for file in ["cdnow/BTYD_cdnowElog.csv", "ru/AnnaK_Продажи.csv"] {
        let Some(bytes) = data(file) else { continue };
        check(&read_all(&bytes, &ReadOptions::default()).unwrap());
    }
}
