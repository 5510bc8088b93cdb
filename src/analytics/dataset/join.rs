//! Several files of one kind as one table.
//!
//! A client of one name is one client, and an order of one id is one order, whichever file they stand in. The order of
//! the files changes no figure of an analysis, only the numbers that clients and orders have inside the table.
//! Tables that are not of sales have rules of their own: see [`others`].

mod others;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::kinds::OtherTable;
use super::kinds::report::Finding;
use super::names::Interner;
use super::orders::OrderNumbers;
use super::report::{CurrencyShare, ImportReport, Ingested, LeftOut, SetAside};
use super::table::{Names, SalesTable};
use crate::analytics::amount::Sum;

/// Tables that cannot be one: they count differently, or are of kinds that do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("tables of these kinds cannot be joined")]
pub struct JoinError;

/// Puts the rows of `parts` one after another and adds up their accounts; `None` where there are no parts.
///
/// A single part is given back as it is. In the account of several, lines are not named any more: they would be lines
/// of different files.
///
/// # Errors
/// For several parts of kinds that do not go together, or of which some give numbers of orders and others the orders.
pub fn join(parts: impl IntoIterator<Item = Ingested>) -> Result<Option<Ingested>, JoinError> {
    let mut parts = parts.into_iter();
    let Some(first) = parts.next() else { return Ok(None) };
    let Some(second) = parts.next() else { return Ok(Some(first)) };
    let mut joined = Joined::new(first)?;
    joined.add(second)?;
    parts.try_for_each(|part| joined.add(part))?;
    Ok(Some(joined.finish()))
}

/// A table that takes in others.
struct Joined {
    table: SalesTable,
    other: Option<OtherTable>,
    clients: Interner,
    orders: OrderNumbers,
    report: ImportReport,
}

impl Joined {
    fn new(first: Ingested) -> Result<Self, JoinError> {
        let Ingested { mut table, other, mut report } = first;
        let clients = Interner::after(std::mem::take(&mut table.client_names));
        let orders = OrderNumbers::after(std::mem::take(&mut table.order_names));
        report.set_aside.iter_mut().for_each(|group| group.lines.clear());
        report.details.pivot = None;
        report.details.unread.clear();
        Ok(Self { table, other, clients, orders, report })
    }

    fn add(&mut self, part: Ingested) -> Result<(), JoinError> {
        let Ingested { table, other, report } = part;
        match (&mut self.other, other) {
            (None, None) => {}
            (Some(joined), Some(other)) => {
                let met = others::join(joined, other)?;
                add_report(&mut self.report, report);
                self.note(met);
                return Ok(());
            }
            _ => return Err(JoinError),
        }
        if table.order_count.is_some() != self.table.order_count.is_some() {
            return Err(JoinError);
        }
        let rows_before = self.table.len();
        let clients = numbers_in(&mut self.clients, &table.client_names);
        self.table.client.extend(table.client.iter().map(|&id| renumbered(&clients, id, SalesTable::NO_CLIENT)));
        self.table.day.extend_from_slice(&table.day);
        self.table.amount.extend_from_slice(&table.amount);
        if self.table.order.is_some() || table.order.is_some() {
            let number = self.orders.renumbering(&table.order_names);
            let column = self.table.order.get_or_insert_default();
            // A row of a file without a column for orders names none.
            column.resize(rows_before, SalesTable::NO_ORDER);
            let ids = table.order.unwrap_or_default();
            column.extend(ids.into_iter().map(number));
            column.resize(self.table.amount.len(), SalesTable::NO_ORDER);
        }
        if self.table.fingerprint.is_some() || table.fingerprint.is_some() {
            let column = self.table.fingerprint.get_or_insert_default();
            column.resize(rows_before, 0);
            column.extend(table.fingerprint.unwrap_or_default());
            column.resize(self.table.amount.len(), 0);
        }
        if let Some((counts, more)) = self.table.order_count.as_mut().zip(table.order_count) {
            counts.extend(more);
        }
        self.table.reaches = self.table.reaches.max(table.reaches);
        self.table.extras.append(rows_before, &table.extras, table.amount.len());
        add_report(&mut self.report, report);
        Ok(())
    }

    /// Deals of several files are fewer than the rows that tell of them, and their sum is that of the deals.
    fn note(&mut self, met: u64) {
        let Some(OtherTable::Deals(table)) = &self.other else { return };
        self.report.total = table.amount.iter().flat_map(|column| column.iter()).flatten().sum();
        if met > 0 {
            let findings = std::mem::take(&mut self.report.details.findings);
            let mut findings: BTreeMap<_, u64> = findings.into_iter().collect();
            *findings.entry(Finding::InSeveralFiles).or_default() += met;
            self.report.details.findings = findings.into_iter().collect();
        }
    }

    fn finish(mut self) -> Ingested {
        self.table.client_names = self.clients.into_names();
        self.table.order_names = self.orders.into_names();
        self.report.clients = self.table.client_names.len() as u64;
        Ingested { table: self.table, other: self.other, report: self.report }
    }
}

/// For each number of `names`, the number of the same text in `interner`.
fn numbers_in(interner: &mut Interner, names: &Names) -> Vec<u32> {
    names.iter().map(|name| interner.intern(name)).collect()
}

fn renumbered(numbers: &[u32], id: u32, none: u32) -> u32 {
    numbers.get(id as usize).copied().unwrap_or(none)
}

/// Adds the account of one more file. How it was read (encoding, columns, marks) stays that of the first.
fn add_report(sum: &mut ImportReport, part: ImportReport) {
    sum.currencies = added_currencies(sum, &part);
    sum.taken_currency = sum.taken_currency.filter(|taken| part.taken_currency == Some(*taken));
    sum.rows_read += part.rows_read;
    sum.rows_used += part.rows_used;
    sum.rows_set_aside += part.rows_set_aside;
    sum.set_aside = added_set_aside(std::mem::take(&mut sum.set_aside), part.set_aside);
    sum.left_out = added_left_out(std::mem::take(&mut sum.left_out), part.left_out);
    let room = ImportReport::KEPT_ROWS_MAX.saturating_sub(sum.set_aside_rows.len());
    sum.set_aside_rows.extend(part.set_aside_rows.into_iter().take(room));
    sum.details.cells_unread += part.details.cells_unread;
    let mut findings: BTreeMap<_, u64> = BTreeMap::new();
    for (finding, count) in std::mem::take(&mut sum.details.findings).into_iter().chain(part.details.findings) {
        *findings.entry(finding).or_default() += count;
    }
    sum.details.findings = findings.into_iter().collect();
    sum.returns.0 += part.returns.0;
    sum.returns.1 += part.returns.1;
    sum.total += part.total;
    sum.amounts_rounded += part.amounts_rounded;
    sum.undecodable += part.undecodable;
    sum.date_order_ambiguous |= part.date_order_ambiguous;
    sum.decimal_ambiguous |= part.decimal_ambiguous;
    sum.first = sum.first.into_iter().chain(part.first).min();
    sum.last = sum.last.into_iter().chain(part.last).max();
}

/// Currencies of the rows that both accounts count. A file none of whose rows names one counts as rows without.
fn added_currencies(left: &ImportReport, right: &ImportReport) -> Vec<CurrencyShare> {
    let mut shares = BTreeMap::new();
    for report in [left, right] {
        let unnamed = CurrencyShare { currency: None, rows: report.rows_used, amount: report.total };
        let counted = |share: &&CurrencyShare| report.taken_currency.is_none_or(|taken| taken.takes(share.currency));
        let named = report.currencies.iter().filter(counted).copied();
        for share in named.chain(Some(unnamed).filter(|_| report.currencies.is_empty())) {
            // Rows that name none come last.
            let sum = shares.entry((share.currency.is_none(), share.currency)).or_insert((0, Sum::ZERO));
            sum.0 += share.rows;
            sum.1 += share.amount;
        }
    }
    let share = |((_, currency), (rows, amount))| CurrencyShare { currency, rows, amount };
    let shares: Vec<CurrencyShare> = shares.into_iter().map(share).collect();
    if shares.iter().all(|share| share.currency.is_none()) { Vec::new() } else { shares }
}

fn added_set_aside(left: Vec<SetAside>, right: Vec<SetAside>) -> Vec<SetAside> {
    let mut groups = BTreeMap::new();
    for group in left.into_iter().chain(right) {
        let empty = SetAside { reason: group.reason, rows: 0, amount: Default::default(), lines: Vec::new() };
        let sum = groups.entry(group.reason).or_insert(empty);
        sum.rows += group.rows;
        sum.amount += group.amount;
    }
    groups.into_values().collect()
}

fn added_left_out(left: Vec<LeftOut>, right: Vec<LeftOut>) -> Vec<LeftOut> {
    let mut groups = BTreeMap::new();
    for group in left.into_iter().chain(right) {
        let empty = LeftOut { reason: group.reason, rows: 0, amount: Default::default() };
        let sum = groups.entry(group.reason).or_insert(empty);
        sum.rows += group.rows;
        sum.amount += group.amount;
    }
    groups.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::{ReadOptions, Reason, read_all};
    use crate::analytics::date::Grain;
    use crate::analytics::segmentation::history::{ClientHistory, Histories};

    fn read(text: &str) -> Ingested {
        read_all(text.as_bytes(), &ReadOptions::default()).unwrap()
    }

    const JANUARY: &str = "client;date;amount;order\nNorth;2024-01-10;100;7\nSouth;2024-01-11;50;8\n\
        North;2024-02-30;1;9\n;2024-01-12;5;\nTotal;;155;\n";
    /// Order 7 goes on here; South comes first.
    const FEBRUARY: &str = "date;client;amount;order\n2024-02-01;South;20.5;10\n2024-02-02;North;30;7\n\
        2024-02-03;East;40;11\nnever;East;2;12\n";
    /// No column for orders: a day is an order.
    const MARCH: &str = "client;date;amount\nNorth;2024-03-05;1\nNorth;2024-03-05;-3\nEast;2024-03-06;4\n";

    /// Histories by name of client, which is what figures are made of.
    fn histories(table: &SalesTable) -> BTreeMap<String, ClientHistory> {
        let by_name = |history: ClientHistory| {
            let name = table.client_names.get(history.client).unwrap().to_owned();
            (name, ClientHistory { client: 0, ..history })
        };
        Histories::new(table, None, Grain::Month).clients.into_iter().map(by_name).collect()
    }

    #[test]
    fn clients_and_orders_are_the_same_in_every_file() {
        let joined = join([JANUARY, FEBRUARY, MARCH].map(read)).unwrap().unwrap();
        let found = histories(&joined.table);
        let of = |name: &str| (found[name].total.to_string(), found[name].orders);
        // North: order 7 in two files, and a day of March; South: orders 8 and 10; East: order 11 and a day.
        assert_eq!(of("North"), ("128.0000".to_owned(), 2));
        assert_eq!(of("South"), ("70.5000".to_owned(), 2));
        assert_eq!(of("East"), ("44.0000".to_owned(), 2));
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn accounts_add_up() {
        let report = join([JANUARY, FEBRUARY, MARCH].map(read)).unwrap().unwrap().report;
        assert_eq!((report.rows_read, report.rows_used, report.rows_set_aside), (12, 9, 3));
        assert_eq!(report.clients, 3);
        assert_eq!(report.total.to_string(), "247.5000");
        assert_eq!(report.returns, (1, Sum(-30_000)));
        let groups: Vec<_> =
            report.set_aside.iter().map(|group| (group.reason, group.rows, &group.lines[..])).collect();
        assert_eq!(groups, [(Reason::BadDate, 2, &[][..]), (Reason::TotalRow, 1, &[][..])]);
        assert_eq!(report.left_out.len(), 1);
        assert_eq!((report.left_out[0].rows, report.left_out[0].amount), (1, Sum(50_000)));
        assert_eq!(report.first.unwrap().to_string(), "2024-01-10");
        assert_eq!(report.last.unwrap().to_string(), "2024-03-06");
        assert_eq!(report.set_aside_rows.len(), 3);
    }

    #[test]
    fn the_order_of_files_changes_no_figure() {
        let files = [JANUARY, FEBRUARY, MARCH];
        let wanted = histories(&join(files.map(read)).unwrap().unwrap().table);
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let joined = join(order.map(|index| read(files[index]))).unwrap().unwrap();
            assert_eq!(histories(&joined.table), wanted, "{order:?}");
            assert_eq!((joined.report.rows_read, joined.report.clients), (12, 3), "{order:?}");
        }
    }

    #[test]
    fn one_file_stays_as_it_is() {
        assert_eq!(join([read(JANUARY)]), Ok(Some(read(JANUARY))));
        assert_eq!(join([]), Ok(None));
    }

    #[test]
    fn a_file_cut_in_two_is_the_file() {
        let (head, rows) = FEBRUARY.split_once('\n').unwrap();
        let lines: Vec<&str> = rows.lines().collect();
        let whole = histories(&read(FEBRUARY).table);
        for at in 1..lines.len() - 1 {
            let part = |lines: &[&str]| read(&format!("{head}\n{}\n", lines.join("\n")));
            let joined = join([part(&lines[..at]), part(&lines[at..])]).unwrap().unwrap();
            assert_eq!(histories(&joined.table), whole, "cut after {at}");
        }
    }

    #[test]
    fn currencies_meet() {
        let file = |header: &str| read(&format!("client;date;{header}\nNorth;2024-01-10;100\nSouth;2024-01-11;50\n"));
        let shares = |report: &ImportReport| {
            let share = |share: &CurrencyShare| {
                (share.currency.map(|currency| currency.to_string()), share.rows, share.amount.to_string())
            };
            report.currencies.iter().map(share).collect::<Vec<_>>()
        };
        let named = |currency: &str| (Some(currency.to_owned()), 2, "150.0000".to_owned());

        let both = join([file("amount, usd"), file("amount, eur")]).unwrap().unwrap().report;
        assert_eq!(shares(&both), [named("EUR"), named("USD")]);
        assert!(both.mixes_currencies());
        // What names no currency is of the one that others name.
        let one = join([file("amount"), file("amount, usd")]).unwrap().unwrap().report;
        assert_eq!(shares(&one), [named("USD"), (None, 2, "150.0000".to_owned())]);
        assert!(!one.mixes_currencies());
        let none = join([file("amount"), file("amount")]).unwrap().unwrap().report;
        assert_eq!(shares(&none), []);

        // Rows in a currency that was not taken are in neither sum.
        let mixed = "client;date;amount\nNorth;2024-01-10;100 USD\nNorth;2024-01-10;7 EUR\n";
        let currency = super::super::CurrencyCode::from_code("usd");
        let taken = super::super::TakenCurrency { currency, unnamed: false };
        let options = ReadOptions { currency: Some(taken), ..ReadOptions::default() };
        let mixed = read_all(mixed.as_bytes(), &options).unwrap();
        let with_dollars = join([mixed, file("amount, usd")]).unwrap().unwrap().report;
        assert_eq!(shares(&with_dollars), [(Some("USD".to_owned()), 3, "250.0000".to_owned())]);
    }

    #[test]
    fn further_columns_go_along() {
        let with = "client;date;amount;product;quantity\nNorth;2024-01-10;100;Tea;2\nEast;2024-01-11;50;;\n";
        let more = "client;date;amount;product\nNorth;2024-02-10;1;Rum\nNorth;2024-02-11;1;Tea\n";
        let joined = join([with, JANUARY, more].map(read)).unwrap().unwrap();
        let products: Vec<_> = joined.table.extras.product.as_ref().unwrap().iter().collect();
        assert_eq!(products, [Some("Tea"), None, None, None, None, Some("Rum"), Some("Tea")]);
        let quantities: Vec<_> = joined.table.extras.quantity.as_ref().unwrap().iter().collect();
        assert_eq!(quantities[0], Some(crate::analytics::amount::Amount(20_000)));
        assert_eq!(&quantities[1..], [None; 6]);
        assert!(joined.table.extras.is_of(7));
    }

    #[test]
    fn tables_that_count_differently_stay_apart() {
        let mut daily = read(MARCH);
        daily.table.order_count = Some(vec![1; daily.table.len()]);
        assert_eq!(join([read(JANUARY), daily.clone()]), Err(JoinError));
        assert_eq!(join([daily.clone(), read(JANUARY)]), Err(JoinError));
        let joined = join([daily.clone(), daily]).unwrap().unwrap();
        assert_eq!(joined.table.order_count.unwrap().len(), joined.table.amount.len());
    }
}
