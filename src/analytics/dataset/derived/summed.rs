//! The sum of a row from columns that only together hold it: works and parts, cash and card.

use std::collections::BTreeSet;

use super::super::dictionary::{self, ColumnEvidence};
use super::super::field::{Field, FieldMapping};
use super::super::marks::Marks;
use super::super::number::{self, Decimal};
use super::super::placeholder::is_placeholder;
use super::super::plan::DecimalMark;
use super::super::records::Record;
use crate::analytics::amount::{Amount, Sum};

/// Digits of a number of a card, at the least.
const DIGITS_MIN: usize = 4;

/// Columns that are added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Summed {
    /// In the order of the file.
    pub(super) columns: Vec<usize>,
    mark: DecimalMark,
    marks: Marks,
}

impl Summed {
    /// The columns, where a client and a day stand beside them and no column has the whole sum. `marks` says how numbers
    /// in some columns are written.
    pub(super) fn find<'a>(
        columns: &[ColumnEvidence<'_>],
        mapping: &FieldMapping,
        rows: impl Iterator<Item = Record<'a>>,
        marks: impl Fn(&[usize]) -> (DecimalMark, Marks),
    ) -> Option<Self> {
        let has = |field| mapping.column(field).is_some();
        if !has(Field::Client) || !has(Field::Date) || has(Field::Price) {
            return None;
        }
        let columns = dictionary::parts_of_sum(columns)?;
        let (mark, marks) = marks(&columns);
        let found = Self { columns, mark, marks };
        found.are_parts(rows).then_some(found)
    }

    /// Whether cells are sums that make another together: not percents, marks of yes and no or numbers of cards, which every
    /// row has, and none of the columns is the sum of the others.
    fn are_parts<'a>(&self, rows: impl Iterator<Item = Record<'a>>) -> bool {
        let zero = Amount::ZERO;
        let rows: Vec<Record<'a>> = rows.collect();
        let cells = || rows.iter().flat_map(|record| self.columns.iter().map(|&column| record.trimmed(column)));
        let amounts = |record: &Record<'a>| -> Vec<Amount> {
            let amount = |&column: &usize| self.marks.parse_amount(record.get(column)?);
            self.columns.iter().map(|column| amount(column).map_or(zero, |(amount, _)| amount)).collect()
        };
        let of_rows: Vec<Vec<Amount>> =
            rows.iter().map(amounts).filter(|parts| parts.iter().any(|part| *part != zero)).collect();
        let is_sum_of_others = |place: usize| {
            let is_sum = |parts: &Vec<Amount>| {
                let all = parts.iter().fold(Sum::ZERO, |sum, &part| sum + Sum::from(part));
                parts.get(place).is_some_and(|&part| Sum::from(part) + Sum::from(part) == all)
            };
            self.columns.len() > 2 && of_rows.iter().all(is_sum)
        };
        // Of cards, as long as each other and all different.
        let are_numbers = |&column: &usize| {
            let cells: Vec<&str> = rows.iter().map(|record| record.trimmed(column)).collect();
            let (first, distinct) = (cells.first().map_or(0, |cell| cell.len()), cells.iter().collect::<BTreeSet<_>>());
            first >= DIGITS_MIN
                && distinct.len() == cells.len()
                && cells.iter().all(|cell| cell.len() == first && cell.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let says_percent = cells().any(|cell| cell.contains('%'));
        let are_flags = of_rows.iter().flatten().all(|part| part.0 == 0 || part.0 == 10_000);
        !says_percent
            && !are_flags
            && !self.columns.iter().any(are_numbers)
            && !(0..self.columns.len()).any(is_sum_of_others)
    }

    /// The sum of a row as the file would write it: empty cells add nothing. Nothing where all are empty or one is no
    /// number.
    pub(super) fn of(&self, record: &Record<'_>) -> String {
        let cells = self.columns.iter().map(|&column| record.trimmed(column)).filter(|cell| !is_placeholder(cell));
        let parts: Option<Vec<Decimal>> = cells.map(|cell| self.marks.parse(cell)).collect();
        let sum = parts.and_then(|parts| parts.into_iter().map(Some).reduce(|sum, part| sum?.checked_add(part?))?);
        sum.map_or_else(String::new, |sum| number::written(sum, self.mark))
    }
}
