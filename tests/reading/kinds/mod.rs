//! Tables that are not of sales row by row: what they are told by, what becomes of their rows.

mod daily;
mod detection;
mod lists;
mod pivot;
mod sequels;

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{Ingested, ReadOptions, Reason, TableKind, read_all};

use crate::support::{fixture, read_whole};

/// Reads a fixture of this folder without any decision of a user's, and checks that its rows add up.
fn read(name: &str) -> Ingested {
    read_with(name, &ReadOptions::default())
}

fn read_with(name: &str, options: &ReadOptions) -> Ingested {
    let bytes = fixture(&format!("kinds/{name}"));
    let ingested = read_all(&bytes, options).unwrap_or_else(|error| panic!("{name}: {error}"));
    check(&ingested, name);
    ingested
}

/// Fails unless every row is accounted for.
fn check(ingested: &Ingested, name: &str) {
    let report = &ingested.report;
    assert_eq!(report.rows_read, report.rows_used + report.rows_set_aside, "{name}: rows read");
    assert_eq!(report.set_aside.iter().map(|group| group.rows).sum::<u64>(), report.rows_set_aside, "{name}");
    assert_eq!(ingested.other.is_none(), report.table.is_sales(), "{name}: one table");
}

fn findings(ingested: &Ingested) -> Vec<(Finding, u64)> {
    ingested.report.details.findings.clone()
}

fn forced(table: TableKind) -> ReadOptions {
    ReadOptions { table: Some(table), ..ReadOptions::default() }
}

#[test]
fn rows_set_aside_are_told_with_the_money_in_them() {
    type Told = (Reason, u64, &'static str);
    let cases: [(&str, TableKind, &[Told]); 5] = [
        // A pivot table in one column: sums of clients 120 + 80 + 60, and of all, 260.
        (
            "Названия строк;янв 2024;фев 2024\nРомашка;100;20\nСтол;60;20\nСтул;40;\nВега;30;50\nСтол;30;50\nЛуна;40;20\nСтул;40;20\nОбщий итог;170;90\n",
            TableKind::Pivot,
            &[(Reason::TotalRow, 4, "520.0000")],
        ),
        // A name of nothing has no money.
        (
            "Клиент;янв 2024;фев 2024\nРомашка;100;20\nВега;;\nИтого;100;20\n",
            TableKind::Pivot,
            &[(Reason::TotalRow, 1, "120.0000"), (Reason::EmptyCell, 1, "0.0000")],
        ),
        // The years of a header are no money.
        (
            "Клиент;2019;2020\nРомашка;100;20\nКлиент;2019;2020\nВега;7;8\n",
            TableKind::Pivot,
            &[(Reason::RepeatedHeader, 1, "0.0000")],
        ),
        // Sales less returns.
        (
            "client,date,sales,returns,orders\nA,2024-01-05,100,30,1\nB,someday,50,20,1\nTotal,,150,50,2\n",
            TableKind::Daily,
            &[(Reason::BadDate, 1, "30.0000"), (Reason::TotalRow, 1, "100.0000")],
        ),
        (
            "Сделка;Этап;Дата создания;Сумма\nА;Новая;05.01.2024;100\nБ;Счёт;06.01.2024;40\nВ;Счёт;завтра;7\nИтого;;;147\n",
            TableKind::Deals,
            &[(Reason::BadDate, 1, "7.0000"), (Reason::TotalRow, 1, "147.0000")],
        ),
    ];
    for (text, table, expected) in cases {
        let report = read_whole(text).report;
        let told: Vec<(Reason, u64, String)> =
            report.set_aside.iter().map(|group| (group.reason, group.rows, group.amount.to_string())).collect();
        let expected: Vec<_> = expected.iter().map(|&(reason, rows, sum)| (reason, rows, sum.to_owned())).collect();
        assert_eq!((report.table, told), (table, expected), "{text}");
    }
}
