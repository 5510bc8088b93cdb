//! What importers elsewhere get wrong, point by point: the checklist of an import that takes files as firms have them.
//!
//! One test a point, `point_NN_…`, each with small files of its own in `tests/fixtures/reading/checklist` that show the
//! failure the point is about, by the number of the point. Where a point is about a screen, a browser, or a part with
//! tests of its own, the test here holds what is pure, and the table says where the rest is held:
//!
//! | point | where else |
//! |---|---|
//! | 1–5 text | `analytics::dataset::encoding`, `one_table.rs` (one table in five encodings) |
//! | 6–8 records | `analytics::dataset::{separator, records}`, `csv_spectrum.rs`, `bad_input.rs::quotes_without_end`; `e2e/choices.spec.js`: any sign … |
//! | 9–13 structure | `structure.rs`, `kinds/pivot.rs::years_over_months` (header rows of a pivot table) |
//! | 14–17 numbers | `analytics::dataset::number`, `by_the_whole_file.rs`, `quality.rs` (several currencies) |
//! | 18–19 dates | `analytics::dataset::calendar`, `by_the_whole_file.rs`, `workbooks.rs` (`sales_1904.xlsx`) |
//! | 20 identifiers | `analytics::dataset::{number, orders}` |
//! | 21 keys of clients | `analytics::quality::spelling` (`contact`: phones and e-mails); `e2e/quality.spec.js`: names of one client are merged … |
//! | 22 mapping | `analytics::dataset::dictionary::tests` (1C, Bitrix24, amoCRM, marketplaces), `profile::readings` |
//! | 23 preview | `looking.rs` |
//! | 24 report | `structure.rs::the_sum_of_a_total_row_is_told`, `jobs::export`; `e2e/import.spec.js`: every row … |
//! | 25 partial import | `e2e/import.spec.js`: every row of a file is accounted for; `e2e/choices.spec.js`: a part of the rows … |
//! | 26 undo | `profile::tables`; `e2e/tables.spec.js`: adding and replacing can be undone |
//! | 27 huge files | `bad_input.rs` (limits), `cutting.rs` (pieces of any size); `e2e/import.spec.js`: a reading under way … |
//! | 28 workbooks | `workbooks.rs` (`corners.xlsx` has A1 and XFD1048576); `e2e/workbooks.spec.js` |
//! | 29 clipboard | `e2e/workbooks.spec.js`: cells copied in a spreadsheet are pasted, … copied from a page … |
//! | 30 sample, templates | `e2e/import.spec.js`: the sample leads to the matrix in two clicks; `e2e/choices.spec.js`: a table to fill in … |
//! | 31 wrong kinds | `bad_input.rs::files_of_other_kinds`, `workbooks.rs::what_is_no_workbook_says_why` |
//! | 32 privacy | `e2e/support/app.js` fails any test in which a request goes elsewhere; `e2e/safety.spec.js` |

mod around;
mod cells;
mod structure;
mod text;

use clientfolio::analytics::dataset::{Ingested, ReadError, ReadOptions, inspect, read_all};

use crate::support::{check_account, fixture};

/// Bytes of a file of the checklist.
fn bytes(name: &str) -> Vec<u8> {
    fixture(&format!("checklist/{name}"))
}

/// Reads a file of the checklist without any decision of a user's.
fn read(name: &str) -> Ingested {
    read_with(name, &ReadOptions::default())
}

/// Reads a file of the checklist by decisions of a user's; a look at it must have promised the same layout.
fn read_with(name: &str, options: &ReadOptions) -> Ingested {
    read_bytes(name, &bytes(name), options)
}

fn read_bytes(name: &str, bytes: &[u8], options: &ReadOptions) -> Ingested {
    let ingested = read_all(bytes, options).unwrap_or_else(|error: ReadError| panic!("{name}: {error}"));
    check_account(&ingested, name);
    let seen = inspect(bytes, bytes.len() as u64, options).unwrap_or_else(|error| panic!("{name}: {error}"));
    let report = &ingested.report;
    assert_eq!((seen.encoding, seen.separator), (report.encoding, report.separator), "{name}, looked at");
    assert_eq!((seen.header_line, &seen.mapping), (report.header_line, &report.mapping), "{name}, looked at");
    ingested
}
