//! Tables to be filled in: a file of each kind with the columns that it is read by.

use super::sheet::csv::Table;
use crate::analytics::dataset::TableKind;
use crate::i18n::{Locale, messages};

/// A table of a kind with its columns and two rows as an example, as spreadsheets of the language open it.
#[must_use]
pub fn file(kind: TableKind, locale: Locale) -> Vec<u8> {
    let mut table = Table::new(locale);
    (messages(locale).templates().rows)(kind).into_iter().for_each(|row| table.line(row));
    // The mark by which spreadsheets know UTF-8.
    ["\u{feff}".as_bytes(), &table.finish()].concat()
}
