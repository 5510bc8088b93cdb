//! Orders with their sums above the rows of what was ordered, each of which has its own: both together count twice.

use super::super::field::Field;
use super::super::records::Record;
use super::Recipe;
use super::sums_of;
use super::table::{GROUPS_MIN, Table};
use crate::analytics::amount::Sum;

/// Columns that only rows of what was ordered fill.
const INNER: [Field; 3] = [Field::Product, Field::Quantity, Field::Price];

impl<'a> Table<'a> {
    /// The recipes by which rows of whole orders name nobody and have no day, as they sum up those below them; none unless
    /// rows without a product, quantity or price, of which the first is one, have exactly the sums of the rows below them.
    pub(super) fn orders(&self) -> Vec<(Field, Recipe)> {
        let is_such = |&column: &usize| self.are_orders(|record| Self::cell(record, column).is_empty());
        let Some(inner) = INNER.iter().filter_map(|&field| self.mapping.column(field)).find(is_such) else {
            return Vec::new();
        };
        let carried = |field| {
            let column = self.mapping.column(field).filter(|&column| column != inner)?;
            Some((field, Recipe::Above { column, inner: Some(inner) }))
        };
        [Field::Client, Field::Date, Field::Order].into_iter().filter_map(carried).collect()
    }

    /// Whether rows below a head name nobody and nothing else than the head does.
    fn are_of_orders(&self, is_head: impl Fn(&Record<'a>) -> bool) -> bool {
        let fields = [Field::Client, Field::Date, Field::Order];
        let columns: Vec<usize> = fields.into_iter().filter_map(|field| self.mapping.column(field)).collect();
        let mut head: Option<&Record<'a>> = None;
        self.rows.iter().all(|record| {
            head = if is_head(record) { Some(record) } else { head };
            let is_of_head = |&column: &usize| {
                let cell = Self::cell(record, column);
                cell.is_empty() || head.is_some_and(|head| Self::cell(head, column) == cell)
            };
            columns.iter().all(is_of_head)
        })
    }

    fn are_orders(&self, is_head: impl Fn(&Record<'a>) -> bool) -> bool {
        let has_sum = |record: &Record<'a>| sums_of(record, &self.sums, self.marks).iter().any(|sum| *sum != Sum::ZERO);
        let heads = self.rows.iter().filter(|record| is_head(record)).count();
        let are_summed = || self.rows.iter().all(|record| !is_head(record) || has_sum(record));
        let stand_alone = || self.rows.windows(2).all(|pair| !pair.iter().all(&is_head));
        heads >= GROUPS_MIN
            && self.rows.first().is_some_and(&is_head)
            && stand_alone()
            && are_summed()
            && self.are_of_orders(&is_head)
            && self.adds_up(is_head)
    }
}
