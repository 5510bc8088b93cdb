//! Sums of whole orders that stand in every row of them, as shops write that export a row an item: added up they would
//! count an order once for each of its items.

use super::records::Record;
use super::short_text::trimmed;

/// Orders of several rows that are needed: one or two may be sold in equal parts.
const ORDERS_MIN: usize = 3;

/// Whether every order of several rows, and there are some, has one sum in all of them.
///
/// Tickets and other equal parts look the same, so that the header must tell as well: see
/// [`super::dictionary::names_whole_order`].
pub fn are_repeated<'a>(rows: impl Iterator<Item = Record<'a>>, order: usize, amount: usize) -> bool {
    let cell = |record: &Record<'a>, column: usize| record.get(column).map_or("", trimmed);
    let mut orders = 0;
    let mut last = ("", "");
    let mut is_several = false;
    for record in rows {
        let this = (cell(&record, order), cell(&record, amount));
        if this.0.is_empty() || this.0 != last.0 {
            is_several = false;
        } else if this == last && !this.1.is_empty() {
            orders += usize::from(!is_several);
            is_several = true;
        } else {
            return false;
        }
        last = this;
    }
    orders >= ORDERS_MIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::plan::Separator;
    use crate::analytics::dataset::sample::{Sample, SampleRow};

    fn are_repeated_in(rows: &str) -> bool {
        let sample = Sample::new(rows, true, Separator::Semicolon, false).unwrap();
        are_repeated(sample.rows.iter().map(SampleRow::record), 0, 1)
    }

    #[test]
    fn only_where_every_order_has_one_sum() {
        for (rows, expected) in [
            ("1;5\n1;5\n2;7\n2;7\n2;7\n3;1\n4;9\n4;9\n", true),
            // One order has several sums.
            ("1;5\n1;5\n2;7\n2;8\n3;1\n3;1\n4;9\n4;9\n", false),
            // The sum stands once.
            ("1;5\n1;\n2;7\n2;\n3;1\n3;\n", false),
            // Two orders are not enough, and rows without an order are none.
            ("1;5\n1;5\n2;7\n2;7\n;1\n;1\n;1\n", false),
            ("1;5\n2;5\n3;5\n", false),
        ] {
            assert_eq!(are_repeated_in(rows), expected, "{rows}");
        }
    }
}
