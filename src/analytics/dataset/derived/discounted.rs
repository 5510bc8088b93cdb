//! The sum of a row from its price, its quantity and the share that was taken off: databases of orders keep the three
//! apart and no sum beside them.

use super::super::dictionary::{self, ColumnEvidence};
use super::super::field::{Field, FieldMapping};
use super::super::marks::Marks;
use super::super::number::{self, Decimal};
use super::super::plan::DecimalMark;
use super::super::records::Record;
use super::super::short_text::trimmed;

/// Columns that make the sum of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Discounted {
    pub(super) quantity: usize,
    pub(super) price: usize,
    /// What was taken off.
    pub(super) discount: usize,
    /// Whether that is in hundredths.
    is_percent: bool,
    mark: DecimalMark,
    marks: Marks,
}

impl Discounted {
    /// The columns, where no other has the sum and all discounts are shares: from 0 to 1, or to 100 under a header that
    /// speaks of percent.
    pub(super) fn find<'a>(
        rows: impl Iterator<Item = Record<'a>> + Clone,
        columns: &[ColumnEvidence<'_>],
        mapping: &FieldMapping,
        (mark, marks): (DecimalMark, Marks),
    ) -> Option<Self> {
        if mapping.column(Field::Amount).is_some() {
            return None;
        }
        let (quantity, price) = (mapping.column(Field::Quantity)?, mapping.column(Field::Price)?);
        let is_discount = |column: &ColumnEvidence<'_>| dictionary::is_rate_of_discount(column.header);
        let discount = columns.iter().position(is_discount)?;
        if columns.get(price).is_some_and(|column| dictionary::names_discount(column.header)) {
            return None;
        }
        let cells = rows.filter_map(|record| record.get(discount)).map(trimmed).filter(|cell| !cell.is_empty());
        let rates: Option<Vec<i64>> = cells.map(|cell| Some(marks.parse_amount(cell)?.0.0)).collect();
        let rates = rates?;
        let (one, are_up_to) = (10_000, |most: i64| rates.iter().all(|rate| (0..=most).contains(rate)));
        let says_percent = columns.get(discount).is_some_and(|column| dictionary::says_percent(column.header));
        let is_share = are_up_to(one) && rates.iter().any(|rate| 0 < *rate && *rate < one);
        let is_percent = !is_share && says_percent && are_up_to(one * 100) && rates.iter().any(|rate| *rate >= one);
        (is_share || is_percent).then_some(Self { quantity, price, discount, is_percent, mark, marks })
    }

    /// The sum of a row as the file would write it; nothing where its cells are no numbers.
    pub(super) fn of(&self, record: &Record<'_>) -> String {
        let sum = || -> Option<Decimal> {
            let decimal = |column: usize| self.marks.parse(record.get(column)?);
            let full = decimal(self.quantity)?.checked_mul(decimal(self.price)?)?;
            if record.trimmed(self.discount).is_empty() {
                return Some(full);
            }
            let rate = decimal(self.discount)?;
            let rate = if self.is_percent { rate.hundredth() } else { rate };
            full.checked_mul(rate.complement()?)
        };
        sum().map_or_else(String::new, |sum| number::written(sum, self.mark))
    }
}
