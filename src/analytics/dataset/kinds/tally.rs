//! The account of a table that is not of sales row by row: every row is used, or set aside with its line and reason.

use super::report::Finding;
use super::rows::{Counted, Refusal, Rows, RowsOf};
use crate::analytics::dataset::aside::Aside;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::{ImportReport, Ingested, LeftOut, LeftOutReason, ReadError, Reason};
use crate::analytics::dataset::table::SalesTable;
use crate::analytics::dataset::widths::Widths;

/// Reasons that say why a table is none.
const TELLING: [Reason; 4] = [Reason::BadDate, Reason::BadAmount, Reason::RaggedRow, Reason::EmptyCell];

/// Rows counted so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    rows_used: u64,
    aside: Aside,
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
        self.rows_used + self.aside.rows()
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
        self.aside.add(record, reason, column, amount);
    }

    /// Closes the account.
    pub(super) fn finish(
        self,
        layout: &Layout,
        rows: Rows,
        doubts: crate::analytics::dataset::account::Doubts,
    ) -> Result<Ingested, ReadError> {
        if self.rows_used == 0 {
            return Err(self.aside.nothing_usable(layout, &TELLING));
        }
        let (rows, mut details, counted) = rows.finish();
        details.made_columns = layout.derived.len();
        details.findings.extend(layout.findings.iter().copied().chain(self.widths.findings()));
        details.findings.extend(self.findings.iter().map(|finding| (*finding, 1)));
        details.findings.sort_unstable();
        let (table, other) = match rows {
            RowsOf::Sales(table) => (*table, None),
            RowsOf::Other(other) => (SalesTable::default(), Some(*other)),
        };
        let days = table.row_days();
        let Counted { without_client, returns, total, rounded } = counted;
        let (rows_read, rows_set_aside) = (self.rows_read(), self.aside.rows());
        let (set_aside, set_aside_rows) = self.aside.into_parts();
        let report = ImportReport {
            table: layout.table,
            details: Box::new(details),
            rows_read,
            rows_used: self.rows_used,
            rows_set_aside,
            set_aside,
            left_out: vec![LeftOut {
                reason: LeftOutReason::WithoutClient,
                rows: without_client.0,
                amount: without_client.1,
            }],
            set_aside_rows,
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
}
