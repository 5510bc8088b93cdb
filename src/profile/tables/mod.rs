//! The list of kept tables: what each is called and which files it is made of. Rows are kept elsewhere, by id.
//!
//! A table is a list of imports of one kind: one accepted file each. What is removed stays in the list with the time of
//! its removal, so that one step can always be undone; [`Tables::clean_up`] forgets it for good.

mod written;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::analytics::amount::Sum;
use crate::analytics::dataset::{ImportReport, TableKind};
use crate::analytics::date::Day;
use crate::analytics::quality::Refinement;

/// Longer than an undo is offered, so that no tab forgets what another still offers to bring back.
const UNDO_MS: u64 = 60_000;

/// What one accepted file became.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptImport {
    /// Name under which its rows are kept.
    pub id: String,
    /// Name of the file.
    pub file_name: String,
    /// Rows used.
    pub rows: u64,
    /// Their sum.
    #[serde(with = "written::sum")]
    pub total: Sum,
    /// First day.
    #[serde(with = "written::day")]
    pub first: Option<Day>,
    /// Last day.
    #[serde(with = "written::day")]
    pub last: Option<Day>,
    /// How much its rows take.
    pub bytes: u64,
    /// When it was accepted, in milliseconds since 1970.
    pub imported_ms: u64,
    /// When it was removed; it can be restored until it is cleaned up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed_ms: Option<u64>,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl KeptImport {
    /// An import as its account says it is.
    #[must_use]
    pub fn new(id: String, file_name: String, report: &ImportReport, bytes: u64, now_ms: u64) -> Self {
        Self {
            id,
            file_name,
            rows: report.rows_used,
            total: report.total,
            first: report.first,
            last: report.last,
            bytes,
            imported_ms: now_ms,
            ..Self::default()
        }
    }

    /// Whether it takes part.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        self.removed_ms.is_none()
    }
}

/// A kept table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptTable {
    /// Tells tables apart.
    pub id: String,
    /// What the user calls it; at first the name of its file.
    pub name: String,
    /// What its rows are.
    #[serde(with = "written::kind")]
    pub kind: TableKind,
    /// Whether it is the sample that comes with the app.
    pub sample: bool,
    /// What the user decided about its rows.
    #[serde(skip_serializing_if = "Refinement::is_nothing")]
    pub refinement: Refinement,
    /// Clients, as counted when it was opened last.
    pub clients: u64,
    /// The files it is made of, in the order in which they were accepted.
    pub imports: Vec<KeptImport>,
    /// When it was removed; it can be restored until it is cleaned up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed_ms: Option<u64>,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl KeptTable {
    /// The imports that take part.
    pub fn active(&self) -> impl Iterator<Item = &KeptImport> {
        self.imports.iter().filter(|import| import.is_active())
    }

    /// Names under which the rows that take part are kept.
    #[must_use]
    pub fn active_ids(&self) -> Vec<String> {
        self.active().map(|import| import.id.clone()).collect()
    }

    /// Rows that take part.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.active().map(|import| import.rows).sum()
    }

    /// Their sum.
    #[must_use]
    pub fn total(&self) -> Sum {
        self.active().map(|import| import.total).sum()
    }

    /// First and last day.
    #[must_use]
    pub fn period(&self) -> Option<(Day, Day)> {
        let first = self.active().filter_map(|import| import.first).min();
        first.zip(self.active().filter_map(|import| import.last).max())
    }

    /// How much the rows take, those of removed imports included.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.imports.iter().map(|import| import.bytes).sum()
    }

    /// When a file was accepted into it last.
    #[must_use]
    pub fn changed_ms(&self) -> u64 {
        self.imports.iter().map(|import| import.imported_ms).max().unwrap_or_default()
    }
}

/// The list of kept tables.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tables {
    /// The table that was opened last, which opens by itself the next time.
    opened: Option<String>,
    /// Tables of other families that were in use beside it: they open by themselves too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beside: Vec<String>,
    /// Oldest first.
    tables: Vec<KeptTable>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    other: Map<String, Value>,
}

impl Tables {
    /// The tables, newest first, without the removed ones.
    pub fn iter(&self) -> impl Iterator<Item = &KeptTable> {
        self.tables.iter().rev().filter(|table| table.removed_ms.is_none())
    }

    /// A table that has not been removed.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&KeptTable> {
        self.iter().find(|table| table.id == id)
    }

    /// The table that is to open by itself.
    #[must_use]
    pub fn opened(&self) -> Option<&KeptTable> {
        self.opened.as_deref().and_then(|id| self.get(id))
    }

    /// Every table that is to open by itself, at most one of a family, the one that was opened last first.
    pub fn all_opened(&self) -> impl Iterator<Item = &KeptTable> {
        self.opened.iter().chain(&self.beside).filter_map(|id| self.get(id))
    }

    /// Whether a table is there, be it removed.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.tables.iter().any(|table| table.id == id)
    }

    /// Every table, oldest first, removed ones included.
    #[must_use]
    pub fn into_all(self) -> Vec<KeptTable> {
        self.tables
    }

    /// Names of all imports, removed ones included.
    #[must_use]
    pub fn import_ids(&self) -> Vec<String> {
        self.tables.iter().flat_map(|table| &table.imports).map(|import| import.id.clone()).collect()
    }

    /// Says which table opens by itself the next time; those of other families that did so go on to. `None`: no table.
    pub fn set_opened(&mut self, id: Option<String>) {
        let family = id.as_deref().and_then(|id| self.get(id)).map(|table| table.kind.family());
        let others = self.all_opened().filter(|table| id.is_some() && Some(table.kind.family()) != family);
        self.beside = others.map(|table| table.id.clone()).collect();
        self.opened = id;
    }

    /// Adds a table, in place of one of the same id. A sample takes the place of the sample of its family.
    pub fn add(&mut self, table: KeptTable) {
        let is_family = |other: &KeptTable| other.kind.family() == table.kind.family();
        self.tables.retain(|other| other.id != table.id && !(other.sample && table.sample && is_family(other)));
        self.tables.push(table);
    }

    /// Takes a table out of the list, with its imports.
    pub fn take(&mut self, id: &str) -> Option<KeptTable> {
        let index = self.tables.iter().position(|table| table.id == id)?;
        Some(self.tables.remove(index))
    }

    /// Adds an import to a table. Does nothing where the table has gone.
    pub fn append(&mut self, id: &str, import: KeptImport) {
        if let Some(table) = self.find(id) {
            table.imports.retain(|other| other.id != import.id);
            table.imports.push(import);
        }
    }

    /// Puts an import in the place of all that a table has. Does nothing where the table has gone.
    pub fn replace(&mut self, id: &str, import: KeptImport) {
        let now_ms = import.imported_ms;
        if let Some(table) = self.find(id) {
            table.imports.iter_mut().filter(|import| import.is_active()).for_each(|old| old.removed_ms = Some(now_ms));
        }
        self.append(id, import);
    }

    /// Undoes an append or a replacement: what took part in `before` does so again, the import `added` does not.
    pub fn revert(&mut self, before: &KeptTable, added: &str, now_ms: u64) {
        let Some(table) = self.find(&before.id) else { return };
        for import in &mut table.imports {
            if import.id == added {
                import.removed_ms = Some(now_ms);
            } else if let Some(old) = before.imports.iter().find(|old| old.id == import.id) {
                import.removed_ms = old.removed_ms;
            }
        }
    }

    /// Gives a table another name; one of blanks only is none.
    pub fn rename(&mut self, id: &str, name: &str) {
        let name = name.trim();
        if let Some(table) = self.find(id).filter(|_| !name.is_empty()) {
            name.clone_into(&mut table.name);
        }
    }

    /// Notes what was decided about a table's rows.
    pub fn set_refinement(&mut self, id: &str, refinement: &Refinement) {
        if let Some(table) = self.find(id) {
            table.refinement.clone_from(refinement);
        }
    }

    /// Notes how many clients a table has.
    pub fn set_clients(&mut self, id: &str, clients: u64) {
        if let Some(table) = self.find(id) {
            table.clients = clients;
        }
    }

    /// Removes a table, or restores it with `None`.
    pub fn set_removed(&mut self, id: &str, removed_ms: Option<u64>) {
        if let Some(table) = self.tables.iter_mut().find(|table| table.id == id) {
            table.removed_ms = removed_ms;
        }
    }

    /// Removes an import, or restores it with `None`. The last import that takes part stays.
    pub fn set_import_removed(&mut self, id: &str, import: &str, removed_ms: Option<u64>) {
        let Some(table) = self.find(id) else { return };
        let is_last = removed_ms.is_some() && table.active().all(|other| other.id == import);
        if let Some(import) = table.imports.iter_mut().find(|other| other.id == import && !is_last) {
            import.removed_ms = removed_ms;
        }
    }

    /// Forgets for good what was removed, unless so recently that an undo may still be on offer.
    pub fn clean_up(&mut self, now_ms: u64) {
        let is_over =
            |removed_ms: Option<u64>| removed_ms.is_some_and(|removed| removed.saturating_add(UNDO_MS) < now_ms);
        self.tables.retain(|table| !is_over(table.removed_ms));
        for table in &mut self.tables {
            table.imports.retain(|import| !is_over(import.removed_ms));
        }
    }

    fn find(&mut self, id: &str) -> Option<&mut KeptTable> {
        self.tables.iter_mut().find(|table| table.id == id && table.removed_ms.is_none())
    }
}

#[cfg(test)]
mod tests;
