//! The account of a table that is not of sales row by row: every row is used, or set aside with its line and reason.

use std::collections::BTreeMap;

use super::report::Finding;
use super::rows::{Counted, Refusal, Rows, RowsOf};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::layout::{Layout, shortened};
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::{
    ImportReport, Ingested, LeftOut, LeftOutReason, ReadError, Reason, SetAside, SetAsideRow,
};
use crate::analytics::dataset::table::SalesTable;
use crate::analytics::dataset::widths::Widths;

/// Rows counted so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    rows_used: u64,
    rows_set_aside: u64,
    set_aside: BTreeMap<Reason, SetAside>,
    set_aside_rows: Vec<SetAsideRow>,
    columns: usize,
    widths: Widths,
    findings: Vec<Finding>,
}

impl Tally {
    /// A tally without rows.
    pub(super) fn new(layout: &Layout) -> Self {
        Self { columns: layout.headers.len(), ..Self::default() }
    }

    pub(super) const fn rows_read(&self) -> u64 {
        self.rows_used + self.rows_set_aside
    }

    /// Takes what is to be said of the table as a whole.
    pub(super) fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Counts a row.
    pub(super) fn add(&mut self, record: &Record<'_>, taken: Result<(), Refusal>) {
        let Err(Refusal { reason, column, amount }) = taken else {
            self.rows_used += 1;
            self.widths.see(record, self.columns);
            return;
        };
        if reason == Reason::RaggedRow {
            self.widths.see_refused();
        }
        self.rows_set_aside += 1;
        let empty = SetAside { reason, rows: 0, amount: Sum::ZERO, lines: Vec::new() };
        let group = self.set_aside.entry(reason).or_insert(empty);
        group.rows += 1;
        group.amount += amount.unwrap_or(Sum::ZERO);
        if group.lines.len() < SetAside::LINES_MAX {
            group.lines.push(record.line);
        }
        if self.set_aside_rows.len() < ImportReport::KEPT_ROWS_MAX {
            let cells = record.iter().map(str::to_owned).collect();
            self.set_aside_rows.push(SetAsideRow { line: record.line, reason, column, cells });
        }
    }

    /// Closes the account.
    pub(super) fn finish(
        self,
        layout: &Layout,
        rows: Rows,
        doubts: crate::analytics::dataset::account::Doubts,
    ) -> Result<Ingested, ReadError> {
        if self.rows_used == 0 {
            return Err(self.nothing_usable(layout));
        }
        let (rows, mut details, counted) = rows.finish();
        details.findings.extend(layout.findings.iter().copied().chain(self.widths.findings()));
        details.findings.extend(self.findings.iter().map(|finding| (*finding, 1)));
        details.findings.sort_unstable();
        let (table, other) = match rows {
            RowsOf::Sales(table) => (*table, None),
            RowsOf::Other(other) => (SalesTable::default(), Some(*other)),
        };
        let days = table.row_days();
        let Counted { without_client, returns, total, rounded } = counted;
        let report = ImportReport {
            table: layout.table,
            details: Box::new(details),
            rows_read: self.rows_read(),
            rows_used: self.rows_used,
            rows_set_aside: self.rows_set_aside,
            set_aside: self.set_aside.into_values().collect(),
            left_out: vec![LeftOut {
                reason: LeftOutReason::WithoutClient,
                rows: without_client.0,
                amount: without_client.1,
            }],
            set_aside_rows: self.set_aside_rows,
            returns,
            total,
            clients: table.client_names.len() as u64,
            currencies: Vec::new(),
            taken_currency: layout.currency,
            amounts_rounded: rounded,
            undecodable: doubts.undecodable,
            undecodable_lines: doubts.undecodable_lines,
            encoding: layout.encoding,
            separator: layout.separator,
            header_line: layout.header_line,
            headers: layout.headers.clone(),
            mapping: layout.mapping.clone(),
            date_order: layout.date_order.0,
            date_order_ambiguous: doubts.date_order_ambiguous,
            decimal: layout.decimal.0,
            decimal_ambiguous: doubts.decimal_ambiguous,
            first: days.map(|(first, _)| first),
            last: days.map(|(_, last)| last).max(table.reaches),
        };
        Ok(Ingested { table, other, report })
    }

    fn nothing_usable(&self, layout: &Layout) -> ReadError {
        let is_telling = |reason: &Reason| {
            matches!(reason, Reason::BadDate | Reason::BadAmount | Reason::RaggedRow | Reason::EmptyCell)
        };
        let most = self.set_aside.values().max_by_key(|group| (is_telling(&group.reason), group.rows));
        let Some(group) = most.filter(|group| is_telling(&group.reason) || layout.header_line.is_none()) else {
            return ReadError::HeaderOnly { header_line: layout.header_line.unwrap_or(1) };
        };
        let first = self.set_aside_rows.iter().find(|row| row.reason == group.reason);
        let column = first.and_then(|row| row.column);
        let cell = column.and_then(|column| first?.cells.get(column));
        ReadError::NoUsableRows {
            rows: self.rows_set_aside,
            reason: group.reason,
            line: group.lines.first().copied().unwrap_or_default(),
            sample: shortened(cell.map_or("", String::as_str)),
            column: column.and_then(|column| layout.headers.get(column)).cloned().unwrap_or_default(),
        }
    }
}
