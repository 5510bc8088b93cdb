//! Rows that sum up the sales below them: reports by client, where the client's row stands above its documents.
//!
//! Such a row has an amount and no day, like a sale whose day is missing. It is told by its amount: the sum of all sales
//! from it to the next row that is none. Groups may lie in groups, each with a row of its own. A group of a single sale
//! looks like that sale twice, so it counts only where a group of several is in the file too.

use crate::analytics::amount::Sum;

/// Groups within each other: firm, department, client, month, document, and some more.
const DEPTH_MAX: usize = 8;

/// A row that may be a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subtotal {
    /// Line on which it begins.
    pub line: u64,
    /// Its amount.
    pub amount: Sum,
}

/// Rows that may be sums of what follows.
#[derive(Debug, Default)]
pub struct Subtotals {
    open: Vec<Open>,
    /// Those of a single sale.
    lone: Vec<Subtotal>,
    has_several: bool,
}

/// A row whose group has not ended.
#[derive(Clone, Copy, Debug)]
struct Open {
    row: Subtotal,
    /// Sales above it, and their sum.
    sales: u64,
    total: Sum,
}

impl Subtotals {
    /// Takes a row with an amount and no day; `sales` and `total` are of the sales above it.
    pub fn push(&mut self, row: Subtotal, sales: u64, total: Sum) {
        if row.amount == Sum::ZERO {
            return;
        }
        if self.open.len() == DEPTH_MAX {
            self.open.remove(0);
        }
        self.open.push(Open { row, sales, total });
    }

    /// The rows that turn out to be sums of the sales since, at a row that is no sale; `sales` and `total` are of the
    /// sales above that.
    pub fn settle(&mut self, sales: u64, total: Sum) -> Vec<Subtotal> {
        let mut found = Vec::new();
        let is_sum = |open: &Open| sales > open.sales && open.total + open.row.amount == total;
        for open in self.open.iter().filter(|open| is_sum(open)) {
            if sales - open.sales > 1 {
                self.has_several = true;
                found.push(open.row);
            } else {
                self.lone.push(open.row);
            }
        }
        self.open.retain(|open| !is_sum(open));
        found
    }

    /// The same at the end of the file.
    pub fn finish(mut self, sales: u64, total: Sum) -> Vec<Subtotal> {
        let mut found = self.settle(sales, total);
        if self.has_several {
            found.append(&mut self.lone);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines that are sums, where `rows` are amounts, those of sales with a day.
    fn sums(rows: &[(i128, bool)]) -> Vec<u64> {
        let mut subtotals = Subtotals::default();
        let (mut sales, mut total, mut found) = (0, Sum::ZERO, Vec::new());
        for (line, &(amount, is_sale)) in (1..).zip(rows) {
            if is_sale {
                sales += 1;
                total += Sum(amount);
            } else {
                found.extend(subtotals.settle(sales, total));
                subtotals.push(Subtotal { line, amount: Sum(amount) }, sales, total);
            }
        }
        found.extend(subtotals.finish(sales, total));
        let mut lines: Vec<u64> = found.iter().map(|row| row.line).collect();
        lines.sort_unstable();
        lines
    }

    #[test]
    fn rows_above_their_sales() {
        let (sale, other) = (true, false);
        /// Rows (amount, whether it is labelled), and the lines of sums among them.
        type Case<'a> = (&'a [(i128, bool)], &'a [u64]);
        let cases: [Case<'_>; 6] = [
            // Two clients, one with two sales and one with one.
            (&[(5, other), (2, sale), (3, sale), (7, other), (7, sale)], &[1, 4]),
            // The firm above its clients.
            (&[(9, other), (5, other), (2, sale), (3, sale), (4, other), (4, sale)], &[1, 2, 5]),
            // A day that is missing, in a file without groups.
            (&[(7, other), (7, sale), (8, sale)], &[]),
            (&[(7, other), (7, sale), (1, other)], &[]),
            // A sum of nothing.
            (&[(0, other), (5, sale), (-5, sale)], &[]),
            (&[(5, other), (5, other)], &[]),
        ];
        for (rows, expected) in cases {
            assert_eq!(sums(rows), expected, "{rows:?}");
        }
    }
}
