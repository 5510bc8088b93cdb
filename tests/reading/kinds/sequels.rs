//! What goes with reading of kinds: pieces of any size, headers of several rows, damaged numbers, months as dates.

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{ReadOptions, TableKind, inspect, read_all};

use super::findings;
use crate::support::{fixture, read_in_pieces, sales};

const FIXTURES: [&str; 9] = [
    "pivot_months.csv",
    "pivot_two_rows.csv",
    "pivot_groups.csv",
    "daily.csv",
    "deals.csv",
    "events.csv",
    "clients.csv",
    "sources.csv",
    "answers.csv",
];

#[test]
fn pieces_change_nothing() {
    for name in FIXTURES {
        let bytes = fixture(&format!("kinds/{name}"));
        let whole = read_all(&bytes, &ReadOptions::default());
        for lengths in [&[1][..], &[7, 2], &[64]] {
            assert_eq!(read_in_pieces(&bytes, lengths, &ReadOptions::default()), whole, "{name}");
        }
    }
}

#[test]
fn a_look_promises_what_the_reading_does() {
    for name in FIXTURES {
        let bytes = fixture(&format!("kinds/{name}"));
        let seen = inspect(&bytes, bytes.len() as u64, &ReadOptions::default()).expect("a table");
        let report = read_all(&bytes, &ReadOptions::default()).expect("a table").report;
        let promised: Vec<_> = seen
            .preview
            .iter()
            .filter_map(|row| row.set_aside.map(|(reason, column)| (row.line, reason, column)))
            .collect();
        let kept: Vec<_> = report.set_aside_rows.iter().map(|row| (row.line, row.reason, row.column)).collect();
        assert_eq!((promised, seen.table), (kept, report.table), "{name}");
        assert_eq!((seen.mapping, seen.details.free_columns), (report.mapping, report.details.free_columns), "{name}");
    }
}

#[test]
fn headers_of_two_rows_are_joined_for_sales_too() {
    let text =
        "Дата;Контрагент;Продажи;;Остаток\n;;Количество;Сумма;\n01.02.2026;Ромашка;2;10,50;1\n02.02.2026;Вега;1;20;1\n";
    let ingested = read_all(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(ingested.report.headers, ["Дата", "Контрагент", "Продажи / Количество", "Продажи / Сумма", "Остаток"]);
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 10.5000", "Вега | 2026-02-02 | 20.0000"]);
    assert_eq!((ingested.report.rows_read, ingested.report.header_line), (2, Some(2)));
}

#[test]
fn numbers_that_excel_has_damaged_are_told() {
    let text = "Дата;Клиент;Телефон;Сумма\n01.02.2026;А;7,9E+10;10\n02.02.2026;Б;7,91E+10;1E+10\n";
    let ingested = read_all(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(findings(&ingested), [(Finding::DamagedIdentifiers, 2)]);
}

#[test]
fn months_and_quarters_as_dates() {
    let text = "Период;Клиент;Сумма\nЯнварь 2026;А;10\nфев 2026;А;20\n1 кв. 2026;Б;5\nQ2 2026;Б;5\n2026-03;Б;7\n";
    let ingested =
        read_all(text.as_bytes(), &ReadOptions { table: Some(TableKind::Sales), ..ReadOptions::default() }).unwrap();
    let days: Vec<_> = ingested.table.day.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2026-01-01", "2026-02-01", "2026-01-01", "2026-04-01", "2026-03-01"]);
}
