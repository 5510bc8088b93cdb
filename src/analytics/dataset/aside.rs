//! The rows that are not used: counted by reason, the first of them kept.

use std::collections::BTreeMap;

use super::layout::{Layout, shortened};
use super::records::Record;
use super::report::{ImportReport, ReadError, Reason, SetAside, SetAsideRow};
use crate::analytics::amount::Sum;

/// Rows set aside so far.
#[derive(Debug, Default)]
pub(super) struct Aside {
    rows: u64,
    groups: BTreeMap<Reason, SetAside>,
    kept: Vec<SetAsideRow>,
}

impl Aside {
    /// How many there are.
    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    /// Takes a row with its reason, the column that decided, and the money in it.
    pub(super) fn add(&mut self, record: &Record<'_>, reason: Reason, column: Option<usize>, amount: Option<Sum>) {
        self.rows += 1;
        let group = self.group(reason);
        group.rows += 1;
        group.amount += amount.unwrap_or(Sum::ZERO);
        if group.lines.len() < SetAside::LINES_MAX {
            group.lines.push(record.line);
        }
        if self.kept.len() < ImportReport::KEPT_ROWS_MAX {
            let cells = record.iter().map(str::to_owned).collect();
            self.kept.push(SetAsideRow { line: record.line, reason, column, cells });
        }
    }

    fn group(&mut self, reason: Reason) -> &mut SetAside {
        let empty = SetAside { reason, rows: 0, amount: Sum::ZERO, lines: Vec::new() };
        self.groups.entry(reason).or_insert(empty)
    }

    /// Counts the row on `line`, with this money in it, for another reason than the one it was set aside for. Nothing if no
    /// row was set aside for that.
    pub(super) fn recount(&mut self, (from, to): (Reason, Reason), line: u64, amount: Sum) {
        let Some(group) = self.groups.get_mut(&from) else { return };
        group.rows -= 1;
        group.amount = group.amount - amount;
        group.lines.retain(|known| *known != line);
        if group.rows == 0 {
            self.groups.remove(&from);
        }
        let group = self.group(to);
        group.rows += 1;
        group.amount += amount;
        if group.lines.len() < SetAside::LINES_MAX {
            let place = group.lines.partition_point(|known| *known < line);
            group.lines.insert(place, line);
        }
        let row = self.kept.binary_search_by_key(&line, |row| row.line);
        if let Some(row) = row.ok().and_then(|place| self.kept.get_mut(place)) {
            (row.reason, row.column) = (to, None);
        }
    }

    /// Why there is no table, where all rows are here: the reason of most of them. A wrong kind of cell, one of the reasons
    /// that are `telling`, says more than blank rows and titles do.
    pub(super) fn nothing_usable(&self, layout: &Layout, telling: &[Reason]) -> ReadError {
        let is_telling = |group: &SetAside| telling.contains(&group.reason);
        let most = self.groups.values().max_by_key(|group| (is_telling(group), group.rows));
        let Some(group) = most.filter(|group| is_telling(group) || layout.header_line.is_none()) else {
            return ReadError::HeaderOnly { header_line: layout.header_line.unwrap_or(1) };
        };
        let first = self.kept.iter().find(|row| row.reason == group.reason);
        let column = first.and_then(|row| row.column);
        let cell = column.and_then(|column| first?.cells.get(column));
        ReadError::NoUsableRows {
            rows: self.rows,
            reason: group.reason,
            line: group.lines.first().copied().unwrap_or_default(),
            sample: shortened(cell.map_or("", String::as_str)),
            column: column.and_then(|column| layout.headers.get(column)).cloned().unwrap_or_default(),
        }
    }

    /// The groups in the order of their reasons, and the rows that were kept.
    pub(super) fn into_parts(self) -> (Vec<SetAside>, Vec<SetAsideRow>) {
        (self.groups.into_values().collect(), self.kept)
    }
}
