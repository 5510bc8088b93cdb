//! Clients: one row a client, with whatever else the firm knows of it.

use serde::{Deserialize, Serialize};

use super::OtherTable;
use super::column::{Attribute, TextCollector, TextColumn};
use super::report::Details;
use super::rows::{Counted, Refusal, RowsOf};
use crate::analytics::dataset::field::Field;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;

/// Clients as columns of equal length, in file order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientsTable {
    /// Name.
    pub name: TextColumn,
    /// Every other column that is not empty, left to right.
    pub attributes: Vec<Attribute>,
}

/// Collects columns that are kept as they are.
#[derive(Debug)]
pub(super) struct FreeColumns(Vec<(usize, String, TextCollector)>);

impl FreeColumns {
    pub(super) fn new(layout: &Layout) -> Self {
        let header = |column: usize| layout.headers.get(column).cloned().unwrap_or_default();
        Self(layout.free_columns.iter().map(|&column| (column, header(column), TextCollector::default())).collect())
    }

    /// Whether every cell of a row is empty.
    pub(super) fn are_empty(&self, record: &Record<'_>) -> bool {
        self.0.iter().all(|(column, ..)| record.trimmed(*column).is_empty())
    }

    pub(super) fn push(&mut self, record: &Record<'_>) {
        for (column, _, texts) in &mut self.0 {
            texts.push(record.get(*column).unwrap_or_default());
        }
    }

    pub(super) fn columns(&self) -> Vec<usize> {
        self.0.iter().map(|(column, ..)| *column).collect()
    }

    pub(super) fn finish(self) -> Vec<Attribute> {
        let attribute = |(column, header, texts): (usize, String, TextCollector)| Attribute {
            header,
            column,
            texts: texts.finish(),
        };
        self.0.into_iter().map(attribute).collect()
    }
}

/// Takes the rows of a list of clients.
#[derive(Debug)]
pub(super) struct ClientsRows {
    name: (usize, TextCollector),
    attributes: FreeColumns,
}

impl ClientsRows {
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        let name = layout.mapping.column(Field::Name)?;
        Some(Self { name: (name, TextCollector::default()), attributes: FreeColumns::new(layout) })
    }

    pub(super) fn take(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let (column, names) = &mut self.name;
        let name = record.trimmed(*column);
        if name.is_empty() {
            return Err(Refusal::cell(Reason::EmptyCell, *column));
        }
        names.push(name);
        self.attributes.push(record);
        Ok(())
    }

    pub(super) fn finish(self) -> (RowsOf, Details, Counted) {
        let details = Details { free_columns: self.attributes.columns(), ..Details::default() };
        let table = ClientsTable { name: self.name.1.finish(), attributes: self.attributes.finish() };
        (RowsOf::Other(Box::new(OtherTable::Clients(table))), details, Counted::default())
    }
}
