//! Daily tables: one row a client and day, made by the user's own engine from more rows than a tab holds.
//!
//! Purchases and returns of a day become a sale each, so that every figure is that of the rows they were made from: the
//! value, the days of purchases, the sums of periods. Orders are counted by the column, on the day on which they begin;
//! without it a day with purchases is an order. Returns may be written with or without a minus.

use super::report::Details;
use super::rows::{Cell, Cells, Counted, Refusal, RowsOf, Unread};
use crate::analytics::amount::{Amount, Sum, UNIT};
use crate::analytics::dataset::field::Field;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::names::Interner;
use crate::analytics::dataset::placeholder::named;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;
use crate::analytics::dataset::table::SalesTable;

/// Takes the rows of a daily table.
#[derive(Debug)]
pub(super) struct DailyRows {
    cells: Cells,
    client: usize,
    date: usize,
    sales: usize,
    returns: Option<usize>,
    orders: Option<usize>,
    table: SalesTable,
    clients: Interner,
    counted: Counted,
}

impl DailyRows {
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        let column = |field| layout.mapping.column(field);
        Some(Self {
            cells: Cells::new(layout),
            client: column(Field::Client)?,
            date: column(Field::Date)?,
            sales: column(Field::Sales)?,
            returns: column(Field::Returns),
            orders: column(Field::Orders),
            table: SalesTable { order_count: Some(Vec::new()), ..SalesTable::default() },
            clients: Interner::default(),
            counted: Counted::default(),
        })
    }

    pub(super) fn take(&mut self, record: &Record<'_>, unread: &mut Unread) -> Result<(), Refusal> {
        let [(sales, is_sales_rounded), (returned, is_returned_rounded)] =
            self.amounts(record).map_err(|column| Refusal::cell(Reason::BadAmount, column))?;
        let net = net(sales, returned);
        let Some(day) = self.cells.day(record, self.date).value() else {
            return Err(Refusal::cell(Reason::BadDate, self.date));
        };
        let orders = match self.orders {
            Some(column) => {
                self.cells.amount_or_tell(record, Some(column), unread).map_or(0, |(count, _)| whole(count))
            }
            None => u32::from(sales > Amount::ZERO),
        };

        let client = named(record.trimmed(self.client));
        let id = if client.is_empty() { SalesTable::NO_CLIENT } else { self.clients.intern(client) };
        if client.is_empty() {
            self.counted.without_client.0 += 1;
            self.counted.without_client.1 += net;
        }
        self.counted.rounded += u64::from(is_sales_rounded) + u64::from(is_returned_rounded);
        self.counted.total += net;
        let mut push = |amount, orders| {
            self.table.client.push(id);
            self.table.day.push(day);
            self.table.amount.push(amount);
            self.table.order_count.get_or_insert_default().push(orders);
        };
        // A day of nothing but zeros is a row all the same: its client is one.
        if sales.0 != 0 || returned.0 == 0 {
            push(sales, orders);
        }
        if returned.0 != 0 {
            push(returned, 0);
            self.counted.returns.0 += 1;
            self.counted.returns.1 += returned;
        }
        Ok(())
    }

    /// Sales of a row, and its returns as an amount below zero, and whether each was rounded; else the column that cannot be
    /// read.
    fn amounts(&self, record: &Record<'_>) -> Result<[(Amount, bool); 2], usize> {
        const NOTHING: (Amount, bool) = (Amount::ZERO, false);
        let sales = match self.cells.amount(record, self.sales) {
            Cell::Read(read) => read,
            // A day with returns alone.
            Cell::Empty if self.returns.is_some() => NOTHING,
            Cell::Empty | Cell::Unreadable => return Err(self.sales),
        };
        let returns = match self.returns.map(|column| (column, self.cells.amount(record, column))) {
            Some((_, Cell::Read(read))) => read,
            Some((column, Cell::Unreadable)) => return Err(column),
            Some((_, Cell::Empty)) | None => NOTHING,
        };
        let returned = Amount(returns.0.0.saturating_abs().saturating_neg());
        Ok([sales, (returned, returns.1)])
    }

    /// Sales of a row less its returns.
    pub(super) fn money(&self, record: &Record<'_>) -> Option<Sum> {
        let [(sales, _), (returned, _)] = self.amounts(record).ok()?;
        Some(net(sales, returned))
    }

    pub(super) fn finish(mut self) -> (RowsOf, Details, Counted) {
        self.table.client_names = self.clients.into_names();
        (RowsOf::Sales(Box::new(self.table)), Details::default(), self.counted)
    }
}

fn net(sales: Amount, returned: Amount) -> Sum {
    Sum::from(sales) + Sum::from(returned)
}

/// A count; fractions and what is under nothing count as nothing.
fn whole(count: Amount) -> u32 {
    u32::try_from(count.0 / UNIT).unwrap_or(0)
}
