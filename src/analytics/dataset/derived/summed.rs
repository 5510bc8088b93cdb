//! The sum of a row from columns that only together hold it: works and parts, cash and card.

use super::super::dictionary::{self, ColumnEvidence};
use super::super::field::{Field, FieldMapping};
use super::super::marks::Marks;
use super::super::number::{self, Decimal};
use super::super::plan::DecimalMark;
use super::super::records::Record;

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
    pub(super) fn find(
        columns: &[ColumnEvidence<'_>],
        mapping: &FieldMapping,
        marks: impl Fn(&[usize]) -> (DecimalMark, Marks),
    ) -> Option<Self> {
        let has = |field| mapping.column(field).is_some();
        let is_sale = has(Field::Client) && has(Field::Date);
        let parts = dictionary::parts_of_sum(columns).filter(|_| is_sale)?;
        let (mark, marks) = marks(&parts);
        (!(has(Field::Quantity) && has(Field::Price))).then_some(Self { columns: parts, mark, marks })
    }

    /// The sum of a row as the file would write it: empty cells add nothing. Nothing where all are empty or one is no
    /// number.
    pub(super) fn of(&self, record: &Record<'_>) -> String {
        let cells = self.columns.iter().map(|&column| record.trimmed(column)).filter(|cell| !cell.is_empty());
        let parts: Option<Vec<Decimal>> = cells.map(|cell| self.marks.parse(cell)).collect();
        let sum = parts.and_then(|parts| parts.into_iter().map(Some).reduce(|sum, part| sum?.checked_add(part?))?);
        sum.map_or_else(String::new, |sum| number::written(sum, self.mark))
    }
}
