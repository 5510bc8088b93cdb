//! Sums of whole orders that stand in every row of them, as shops and tills write that export a row an item: added up
//! they would count an order once for each of its items.
//!
//! Tickets and other equal parts look the same, so that something else must tell as well: the header (see
//! [`super::dictionary::names_whole_order`]), or figures that do add up to the sum, be it quantity × price or another
//! column of money.

use super::names::Interner;
use super::number;
use super::plan::DecimalMark;
use super::records::Record;

/// Orders of several rows that are needed, unless figures add up to the last digit: one or two may be sold in equal parts.
const ORDERS_MIN: usize = 3;

/// Of ten orders, how many must agree: a file may have an order that was changed.
const OF_TEN: usize = 9;

/// Where the figures of a sale stand.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// The order.
    pub order: usize,
    /// The sum in question.
    pub amount: usize,
    /// Quantity and price.
    pub items: Option<(usize, usize)>,
    /// How numbers are written.
    pub mark: DecimalMark,
}

/// What is to be read where the sums are those of whole orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Quantity × price.
    Items,
    /// Another column of money, whose cells add up to the sums.
    Column(usize),
    /// There is nothing else.
    Nothing,
}

/// The rows of one order, and the sum that stands in each of them.
struct Whole<'r, 'a> {
    rows: Vec<&'r Record<'a>>,
    sum: i64,
}

/// What is to be read in place of the sums, if they are of whole orders; `None` if they are those of rows. `others` are
/// further columns of numbers, each with whether its header speaks of sums of rows; `is_told` by the header.
pub fn instead(rows: &[Record<'_>], places: Places, others: &[(usize, bool)], is_told: bool) -> Option<Instead> {
    let orders = repeated(rows, places)?;
    let are_many = orders.len() >= ORDERS_MIN;
    let value = |record: &Record<'_>, column: usize| number::parse(record.trimmed(column), places.mark);
    let amount =
        |record: &Record<'_>, column: usize| Some(number::parse_amount(record.trimmed(column), places.mark)?.0.0);
    // Postage and tax come on top of the rows, and discounts go off.
    let is_near = |sum: i128, whole: i128| sum * 10 >= whole * 6 && sum * 10 <= whole * 15;
    let of_rows = |column: usize| add_up(&orders, |record| amount(record, column), is_near);
    if let Some((column, _)) = others.iter().find(|&&(column, is_of_rows)| is_of_rows && of_rows(column)) {
        return Some(Instead::Column(*column));
    }
    if let Some((quantity, price)) = places.items {
        let product = |record: &Record<'_>| {
            let product = value(record, quantity)?.checked_mul(value(record, price)?)?;
            Some(product.to_amount()?.0.0)
        };
        let makes = |sum: i128, whole: i128| if are_many || is_told { is_near(sum, whole) } else { sum == whole };
        if is_told && are_many || add_up(&orders, product, makes) {
            return Some(Instead::Items);
        }
    }
    let is_even =
        |sum: i128, whole: i128| if are_many { (sum - whole).abs() * 100 <= whole.abs() } else { sum == whole };
    let parts = others.iter().find(|&&(column, _)| add_up(&orders, |record| amount(record, column), is_even));
    parts.map(|(column, _)| Instead::Column(*column)).or_else(|| (is_told && are_many).then_some(Instead::Nothing))
}

/// The orders of several rows, where nearly each of them, and there are some, has one sum in all of them.
fn repeated<'r, 'a>(rows: &'r [Record<'a>], places: Places) -> Option<Vec<Whole<'r, 'a>>> {
    let mut ids = Interner::default();
    let mut orders: Vec<Vec<&Record<'a>>> = Vec::new();
    for record in rows.iter().filter(|record| !record.trimmed(places.order).is_empty()) {
        let number = ids.intern(record.trimmed(places.order)) as usize;
        orders.resize_with(ids.count(), Vec::new);
        orders.get_mut(number).into_iter().for_each(|rows| rows.push(record));
    }
    orders.retain(|rows| rows.len() > 1);
    let several = orders.len();
    let whole = |rows: Vec<&'r Record<'a>>| {
        let first = rows.first()?.trimmed(places.amount);
        let sum = number::parse_amount(first, places.mark)?.0.0;
        (sum != 0 && rows.iter().all(|record| record.trimmed(places.amount) == first)).then_some(Whole { rows, sum })
    };
    let found: Vec<_> = orders.into_iter().filter_map(whole).collect();
    (!found.is_empty() && is_nearly_all(found.len(), several)).then_some(found)
}

/// Whether in nearly all orders the figures of the rows make the sum together, and not each by itself.
fn add_up(
    orders: &[Whole<'_, '_>],
    figure: impl Fn(&Record<'_>) -> Option<i64>,
    makes: impl Fn(i128, i128) -> bool,
) -> bool {
    let agrees = |order: &&Whole<'_, '_>| {
        let figures: Option<Vec<i64>> = order.rows.iter().map(|record| figure(record)).collect();
        figures.is_some_and(|figures| {
            let sum: i128 = figures.iter().copied().map(i128::from).sum();
            figures.iter().any(|figure| *figure != order.sum) && makes(sum, i128::from(order.sum))
        })
    };
    is_nearly_all(orders.iter().filter(agrees).count(), orders.len())
}

const fn is_nearly_all(part: usize, all: usize) -> bool {
    part * 10 >= all * OF_TEN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::plan::Separator;
    use crate::analytics::dataset::sample::{Sample, SampleRow};

    /// Order; sum; quantity; price; another column.
    fn found(rows: &str, items: bool, is_told: bool) -> Option<Instead> {
        found_beside(rows, items, is_told, false)
    }

    fn found_beside(rows: &str, items: bool, is_told: bool, is_of_rows: bool) -> Option<Instead> {
        let sample = Sample::new(rows, true, Separator::Semicolon, false).unwrap();
        let records: Vec<Record<'_>> = sample.rows.iter().map(SampleRow::record).collect();
        let mark = DecimalMark::Point;
        instead(
            &records,
            Places { order: 0, amount: 1, items: items.then_some((2, 3)), mark },
            &[(4, is_of_rows)],
            is_told,
        )
    }

    #[test]
    fn only_where_every_order_has_one_sum() {
        for (rows, expected) in [
            ("1;5\n1;5\n2;7\n2;7\n2;7\n3;1\n4;9\n4;9\n", true),
            // Not beside each other.
            ("1;5\n2;7\n4;9\n1;5\n2;7\n4;9\n", true),
            // One order has several sums.
            ("1;5\n1;5\n2;7\n2;8\n3;1\n3;1\n4;9\n4;9\n", false),
            // The sum stands once.
            ("1;5\n1;\n2;7\n2;\n3;1\n3;\n", false),
            // Two orders are not enough, and rows without an order are none.
            ("1;5\n1;5\n2;7\n2;7\n;1\n;1\n;1\n", false),
            ("1;5\n2;5\n3;5\n", false),
        ] {
            assert_eq!(found(rows, false, true), expected.then_some(Instead::Nothing), "{rows}");
            assert_eq!(found(rows, false, false), None, "the header does not tell: {rows}");
        }
    }

    #[test]
    fn figures_that_add_up_tell_as_well() {
        let items = "1;50;1;20;1\n1;50;2;15;1\n2;30;1;10;1\n2;30;1;20;1\n3;9;1;4;1\n3;9;1;5;1\n";
        assert_eq!(found(items, true, false), Some(Instead::Items));
        assert_eq!(found(items, false, false), None);
        // Postage on top.
        let posted = "1;59;1;20;1\n1;59;2;15;1\n2;39;1;10;1\n2;39;1;20;1\n3;12;1;4;1\n3;12;1;5;1\n";
        assert_eq!(found(posted, true, false), Some(Instead::Items));
        // Tickets: each row is its own sum.
        let tickets = "1;50;1;50;1\n1;50;1;50;1\n2;30;1;30;1\n2;30;1;30;1\n3;9;1;9;1\n3;9;1;9;1\n";
        assert_eq!(found(tickets, true, false), None);
        // Of one order only the last digit tells.
        let one = "1;50;2;15;1\n1;50;1;20;1\n2;7;1;7;1\n";
        assert_eq!(found(one, true, false), Some(Instead::Items));
        assert_eq!(found("1;55;2;15;1\n1;55;1;20;1\n2;7;1;7;1\n", true, false), None);
        // With tax on top only where the header says that the parts are those of rows.
        let taxed = "1;360;;;200\n1;360;;;100\n2;120;;;100\n";
        assert_eq!(found_beside(taxed, false, false, true), Some(Instead::Column(4)));
        assert_eq!(found(taxed, false, false), None);
        let parts = "1;50;;;20\n1;50;;;30\n2;30;;;10\n2;30;;;20\n3;9;;;4\n3;9;;;5\n";
        assert_eq!(found(parts, false, false), Some(Instead::Column(4)));
        assert_eq!(found(parts, false, true), Some(Instead::Column(4)));
    }
}
