//! The name of a client in columns of its parts: registers of people keep the given name and the family name apart, and
//! either alone is shared by many.

use super::super::dictionary::{self, ColumnEvidence};
use super::super::records::Record;

/// Columns of the parts of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FullName {
    /// In the order of the file.
    pub(super) columns: Vec<usize>,
}

impl FullName {
    /// The columns, unless something else than one of them is `chosen` to stand for the client.
    pub(super) fn find(columns: &[ColumnEvidence<'_>], chosen: Option<usize>) -> Option<Self> {
        let parts = dictionary::parts_of_name(columns)?;
        chosen.is_none_or(|chosen| parts.contains(&chosen)).then_some(Self { columns: parts })
    }

    /// The name in a row: its parts as they follow each other, without those that are empty.
    pub(super) fn of(&self, record: &Record<'_>) -> String {
        let parts = self.columns.iter().map(|&column| record.trimmed(column));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
