//! Tables that are not of sales row by row: what they are told by, what becomes of their rows.

mod daily;
mod detection;
mod lists;
mod pivot;
mod sequels;

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{Ingested, ReadOptions, TableKind, read_all};

use crate::support::fixture;

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
