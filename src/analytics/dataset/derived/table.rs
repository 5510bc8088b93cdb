//! The rows that recipes are found from.

use std::collections::BTreeSet;

use super::super::calendar::{self, DateCell};
use super::super::dictionary::ColumnEvidence;
use super::super::field::{Field, FieldMapping};
use super::super::marks::Marks;
use super::super::plan::ColumnKind;
use super::super::records::Record;
use super::super::sample::SampleRow;
use super::super::total_label::names_total;
use super::sums_of;
use crate::analytics::amount::Sum;

/// Groups of several rows that are needed: one shows nothing of where the next begins.
pub(super) const GROUPS_MIN: usize = 2;

/// Labels of totals below the header, and the rows that are neither blank nor totals.
pub(super) fn totals_and_rows<'a>(rows: impl Iterator<Item = &'a SampleRow>) -> (Vec<&'a str>, Vec<Record<'a>>) {
    let (mut totals, mut others) = (Vec::new(), Vec::new());
    for record in rows.map(SampleRow::record).filter(|record| !record.is_blank()) {
        match record.first_filled().filter(|cell| names_total(cell)) {
            Some(label) => totals.push(label),
            None => others.push(record),
        }
    }
    (totals, others)
}

/// What recipes are found from.
pub(super) struct Table<'a> {
    /// Rows below the header, without blank ones and totals.
    pub(super) rows: Vec<Record<'a>>,
    /// Labels of totals.
    pub(super) totals: Vec<&'a str>,
    pub(super) columns: &'a [ColumnEvidence<'a>],
    pub(super) mapping: FieldMapping,
    /// Columns of sums.
    pub(super) sums: Vec<usize>,
    pub(super) marks: Marks,
}

impl<'a> Table<'a> {
    pub(super) fn cell(record: &Record<'a>, column: usize) -> &'a str {
        record.trimmed(column)
    }

    pub(super) fn filled(&self, column: usize) -> impl Iterator<Item = &'a str> {
        self.rows.iter().map(move |record| Self::cell(record, column)).filter(|cell| !cell.is_empty())
    }

    pub(super) fn header(&self, column: usize) -> &'a str {
        self.columns.get(column).map_or("", |column| column.header)
    }

    pub(super) fn kind(&self, column: usize) -> ColumnKind {
        self.columns.get(column).map_or(ColumnKind::Empty, |column| column.kind)
    }

    /// The column of days, which no recipe needs to make then.
    pub(super) fn days(&self) -> Option<usize> {
        self.mapping.column(Field::Date).filter(|&column| self.kind(column) == ColumnKind::Date)
    }

    /// Whether rows by `is_head` have the sums of the rows below them, or none. Of heads below each other the last is
    /// looked at.
    pub(super) fn adds_up(&self, is_head: impl Fn(&Record<'a>) -> bool) -> bool {
        self.adds_up_among(self.rows.iter(), is_head)
    }

    /// The same of some of the rows.
    pub(super) fn adds_up_among<'r>(
        &self,
        rows: impl Iterator<Item = &'r Record<'a>>,
        is_head: impl Fn(&Record<'a>) -> bool,
    ) -> bool
    where
        'a: 'r,
    {
        let amounts = |record: &Record<'a>| sums_of(record, &self.sums, self.marks);
        let mut groups: Vec<(Vec<Sum>, Vec<Sum>)> = Vec::new();
        let mut before_is_head = false;
        for record in rows {
            let head = is_head(record);
            if head && before_is_head {
                groups.pop();
            }
            if head {
                groups.push((amounts(record), vec![Sum::ZERO; self.sums.len()]));
            } else if let Some((_, below)) = groups.last_mut() {
                below.iter_mut().zip(amounts(record)).for_each(|(sum, amount)| *sum += amount);
            }
            before_is_head = head;
        }
        // The beginning of a file may end within a group.
        let whole = if groups.len() > GROUPS_MIN { groups.len() - 1 } else { groups.len() };
        let is_summed =
            |(head, below): &(Vec<Sum>, Vec<Sum>)| head == below || head.iter().all(|amount| *amount == Sum::ZERO);
        whole >= GROUPS_MIN && groups.iter().take(whole).all(is_summed)
    }

    pub(super) fn are_distinct(&self, column: usize) -> bool {
        let mut seen = BTreeSet::new();
        self.filled(column).all(|cell| seen.insert(cell))
    }
}

/// A date, or a document with its day.
pub(super) fn dated(cell: &str) -> Option<DateCell> {
    calendar::parse(cell).or_else(|| calendar::parse_document(cell))
}
