//! The account of a reading: every row goes into the table or is set aside with its line and reason.

use std::collections::BTreeMap;

use super::aside::Aside;
use super::currency::CurrencyCode;
use super::extras::Extras;
use super::field::Field;
use super::kinds::report::Details;
use super::layout::Layout;
use super::names::Interner;
use super::orders::OrderNumbers;
use super::records::Record;
use super::report::{CurrencyShare, ImportReport, Ingested, LeftOut, LeftOutReason, ReadError, Reason};
use super::row::{Row, Sale};
use super::subtotals::{Subtotal, Subtotals};
use super::table::{SalesTable, make_room};
use super::widths::Widths;
use crate::analytics::amount::{Amount, Sum};

/// In place of a client's number until it is settled; never that of a client, whose numbers begin at zero and end long
/// before, and not [`SalesTable::NO_CLIENT`].
const UNSETTLED: u32 = SalesTable::NO_CLIENT - 1;

/// Reasons that say why a table is none.
const TELLING: [Reason; 4] = [Reason::BadDate, Reason::BadAmount, Reason::RaggedRow, Reason::OtherCurrency];

/// What the whole file leaves in doubt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// Places that are no text in the encoding.
    pub undecodable: u64,
    /// Lines with the first of them.
    pub undecodable_lines: Vec<u64>,
    /// Day and month could be exchanged in every row.
    pub date_order_ambiguous: bool,
    /// Every number reads with either decimal mark, with different values.
    pub decimal_ambiguous: bool,
}

/// Rows counted so far, and the table that they make.
#[derive(Debug, Default)]
pub struct Account {
    table: SalesTable,
    clients: Interner,
    /// Rows whose client has its number; those of the rows after them are still collected.
    settled: usize,
    orders: OrderNumbers,
    aside: Aside,
    without_client: (u64, Sum),
    returns: (u64, Sum),
    total: Sum,
    amounts_rounded: u64,
    currencies: Currencies,
    columns: usize,
    widths: Widths,
    /// `None` where total rows are read like any other.
    subtotals: Option<Subtotals>,
    /// Whether rows without a day stand above groups of rows with one.
    is_in_groups: bool,
}

/// Rows and sums by currency.
#[derive(Debug, Default)]
struct Currencies {
    named: BTreeMap<CurrencyCode, (u64, Sum)>,
    unnamed: (u64, Sum),
}

impl Currencies {
    fn add(&mut self, currency: Option<CurrencyCode>, amount: Amount) {
        let count = match currency {
            None => &mut self.unnamed,
            Some(currency) => self.named.entry(currency).or_default(),
        };
        count.0 += 1;
        count.1 += amount;
    }

    fn into_shares(self) -> Vec<CurrencyShare> {
        let share = |currency, (rows, amount)| CurrencyShare { currency, rows, amount };
        let mut shares: Vec<_> = self.named.into_iter().map(|(code, count)| share(Some(code), count)).collect();
        if !shares.is_empty() && self.unnamed.0 > 0 {
            shares.push(share(None, self.unnamed));
        }
        shares
    }
}

impl Account {
    /// An account without rows.
    #[must_use]
    pub fn new(layout: &Layout) -> Self {
        let order = layout.mapping.column(Field::Order).map(|_| Vec::new());
        let columns = layout.headers.len();
        let subtotals = (!layout.keep_total_rows).then(Subtotals::default);
        let table = SalesTable { order, ..SalesTable::default() };
        Self { table, columns, subtotals, is_in_groups: layout.derived.is_in_groups(), ..Self::default() }
    }

    /// Makes room for so many sales in all.
    pub fn reserve(&mut self, sales: usize) {
        let SalesTable { client, day, amount, order, fingerprint, .. } = &mut self.table;
        make_room(client, sales);
        make_room(day, sales);
        make_room(amount, sales);
        [order, fingerprint].into_iter().flatten().for_each(|column| make_room(column, sales));
    }

    /// Rows counted so far.
    #[must_use]
    pub fn rows_read(&self) -> u64 {
        self.rows_used() + self.aside.rows()
    }

    /// Sales so far.
    #[must_use]
    pub fn rows_used(&self) -> u64 {
        self.table.len() as u64
    }

    /// Sum of the sales so far.
    #[must_use]
    pub const fn total(&self) -> Sum {
        self.total
    }

    /// Keeps the columns that only some analyses need.
    pub fn set_extras(&mut self, extras: Extras) {
        self.table.extras = extras;
    }

    /// Counts a row.
    pub fn add(&mut self, record: &Record<'_>, row: &Row<'_>) {
        match row {
            Row::Sale(sale) => {
                self.widths.see(record, self.columns);
                self.add_sale(sale);
            }
            Row::SetAside { reason, column, amount, currency } => {
                if *reason == Reason::RaggedRow {
                    self.widths.see_refused();
                }
                if *reason == Reason::OtherCurrency {
                    self.currencies.add(*currency, amount.unwrap_or_default());
                }
                self.aside.add(record, *reason, *column, amount.map(Sum::from));
                self.see_subtotal(record, *reason, *column, *amount);
            }
        }
    }

    fn add_sale(&mut self, sale: &Sale<'_>) {
        let mut is_time_to_settle = false;
        let client = if sale.client.is_empty() {
            self.without_client.0 += 1;
            self.without_client.1 += sale.amount;
            SalesTable::NO_CLIENT
        } else {
            is_time_to_settle = self.clients.collect(sale.client);
            UNSETTLED
        };
        if sale.amount < Amount::ZERO {
            self.returns.0 += 1;
            self.returns.1 += sale.amount;
        }
        self.amounts_rounded += u64::from(sale.rounded);
        self.total += sale.amount;
        self.currencies.add(sale.currency, sale.amount);
        self.table.client.push(client);
        self.table.day.push(sale.day);
        self.table.amount.push(sale.amount);
        if sale.fingerprint != 0 || self.table.fingerprint.is_some() {
            let fingerprints = self.table.fingerprint.get_or_insert_default();
            // The rows before had nothing to say.
            fingerprints.resize(self.table.client.len() - 1, 0);
            fingerprints.push(sale.fingerprint);
        }
        if let Some(orders) = &mut self.table.order {
            orders.push(self.orders.number(sale.order));
        }
        if is_time_to_settle {
            self.settle_clients();
        }
    }

    /// Writes the numbers of the clients that have been collected.
    fn settle_clients(&mut self) {
        let unsettled = self.table.client.get_mut(self.settled..).unwrap_or_default();
        let mut places = unsettled.iter_mut().filter(|client| **client == UNSETTLED);
        self.clients.settle(|number| {
            if let Some(client) = places.next() {
                *client = number;
            }
        });
        self.settled = self.table.client.len();
    }

    /// A row that is no sale ends groups of sales, and may begin one.
    fn see_subtotal(&mut self, record: &Record<'_>, reason: Reason, column: Option<usize>, amount: Option<Amount>) {
        let (sales, total) = (self.rows_used(), self.total);
        let Some(subtotals) = &mut self.subtotals else { return };
        let found = subtotals.settle(sales, total);
        let is_empty = |column| record.get(column).is_some_and(|cell| cell.trim().is_empty());
        let has_no_day = self.is_in_groups || column.is_some_and(is_empty);
        if let Some(amount) = amount.filter(|_| reason == Reason::BadDate && has_no_day) {
            subtotals.push(Subtotal { line: record.line, amount: amount.into() }, sales, total);
        }
        found.into_iter().for_each(|subtotal| self.recount(subtotal));
    }

    /// Counts a row without a day as the total that it has turned out to be.
    fn recount(&mut self, subtotal: Subtotal) {
        self.aside.recount((Reason::BadDate, Reason::TotalRow), subtotal.line, subtotal.amount);
    }

    /// Closes the account.
    ///
    /// # Errors
    /// When no row could be used: why most of them could not.
    pub fn finish(mut self, layout: &Layout, doubts: Doubts) -> Result<Ingested, ReadError> {
        if self.table.is_empty() {
            return Err(self.aside.nothing_usable(layout, &TELLING));
        }
        let subtotals = self.subtotals.take().map(|subtotals| subtotals.finish(self.rows_used(), self.total));
        subtotals.into_iter().flatten().for_each(|subtotal| self.recount(subtotal));
        self.settle_clients();
        self.table.order_names = std::mem::take(&mut self.orders).into_names();
        let findings = layout.findings.iter().copied().chain(self.widths.findings()).collect();
        let details = Details { findings, made_columns: layout.derived.len(), ..Details::default() };
        let days = self.table.row_days();
        let (rows_read, rows_used, rows_set_aside) = (self.rows_read(), self.rows_used(), self.aside.rows());
        let (set_aside, set_aside_rows) = self.aside.into_parts();
        let report = ImportReport {
            table: layout.table,
            details: Box::new(details),
            rows_read,
            rows_used,
            rows_set_aside,
            set_aside,
            left_out: vec![LeftOut {
                reason: LeftOutReason::WithoutClient,
                rows: self.without_client.0,
                amount: self.without_client.1,
            }],
            set_aside_rows,
            returns: self.returns,
            total: self.total,
            clients: self.clients.count() as u64,
            currencies: self.currencies.into_shares(),
            taken_currency: layout.currency,
            amounts_rounded: self.amounts_rounded,
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
            last: days.map(|(_, last)| last),
        };
        self.table.client_names = self.clients.into_names();
        Ok(Ingested { table: self.table, other: None, report })
    }
}
