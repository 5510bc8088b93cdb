//! What a choice on the screen makes of the options that the file is read with.

use crate::analytics::dataset::report::ForeignKind;
use crate::analytics::dataset::{Field, FieldMapping, ReadError, ReadOptions, Separator, TableKind};
use crate::jobs::protocol::JobError;

/// Other separators make other columns, so what was decided about columns goes.
pub fn with_separator(options: &ReadOptions, separator: Option<Separator>) -> ReadOptions {
    ReadOptions { separator, header_line: None, ..without_columns(options) }
}

/// Another header makes other columns, so what was decided about columns goes.
pub fn with_header_line(options: &ReadOptions, header_line: Option<u64>) -> ReadOptions {
    ReadOptions { header_line, ..without_columns(options) }
}

/// Another kind of table has other fields, so what was decided about columns goes.
pub fn with_table(options: &ReadOptions, table: Option<TableKind>) -> ReadOptions {
    ReadOptions { table, ..without_columns(options) }
}

fn without_columns(options: &ReadOptions) -> ReadOptions {
    ReadOptions { mapping: Vec::new(), left_out_columns: Vec::new(), measure: None, year: None, ..options.clone() }
}

/// What a column is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Without a field: a period, an attribute, a question.
    Free,
    /// Not at all.
    NotUsed,
    /// As a field.
    Field(Field),
}

impl Meaning {
    /// What a column of a kind of table can be read as, in the order of the list; `can_be_free` where it can do without a
    /// field.
    pub fn choices(kind: TableKind, can_be_free: bool) -> Vec<Self> {
        let free = can_be_free.then_some(Self::Free);
        free.into_iter().chain([Self::NotUsed]).chain(kind.fields().iter().copied().map(Self::Field)).collect()
    }
}

/// `column` is read as `meaning` from now on.
///
/// The whole mapping that is on the screen is written down with it, so that one choice never moves another.
pub fn with_meaning(
    options: &ReadOptions,
    table: TableKind,
    current: &FieldMapping,
    column: usize,
    meaning: Meaning,
) -> ReadOptions {
    let mut mapping = current.clone();
    let mut left_out_columns = options.left_out_columns.clone();
    left_out_columns.retain(|&other| other != column);
    match meaning {
        Meaning::Field(field) => mapping.set(field, column),
        Meaning::Free => mapping.clear_column(column),
        Meaning::NotUsed => {
            mapping.clear_column(column);
            left_out_columns.push(column);
        }
    }
    let mapping = table.fields().iter().map(|&field| (field, mapping.column(field))).collect();
    // A choice of columns is one of this kind of table: it must not become another by it.
    ReadOptions { table: Some(table), mapping, left_out_columns, ..options.clone() }
}

/// Whether the file may be read after all when other options are chosen.
pub const fn options_may_help(error: &JobError) -> bool {
    match error {
        JobError::Read(error) => match error {
            ReadError::Empty => false,
            ReadError::NotText { kind } => matches!(kind, ForeignKind::Binary),
            ReadError::HeaderOnly { .. }
            | ReadError::OneColumn { .. }
            | ReadError::MissingFields { .. }
            | ReadError::NoUsableRows { .. }
            | ReadError::UnclosedQuote { .. }
            | ReadError::CellTooLong { .. }
            | ReadError::TooManyColumns { .. }
            | ReadError::UnknownColumn { .. } => true,
        },
        JobError::Workbook(_)
        | JobError::WorkbookUnavailable
        | JobError::WorkbookStopped
        | JobError::Kept(_)
        | JobError::KeptGone
        | JobError::CannotJoin(_)
        | JobError::NoTable
        | JobError::FileUnavailable
        | JobError::EngineStopped
        | JobError::OtherBuild
        | JobError::TooBigWithoutWorker { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::Encoding;

    #[test]
    fn a_new_meaning_takes_the_place_of_the_old_ones_and_moves_nothing_else() {
        let mut current = FieldMapping::default();
        for (field, column) in [(Field::Client, 1), (Field::Date, 0), (Field::Amount, 5), (Field::Cost, 4)] {
            current.set(field, column);
        }
        let options = ReadOptions { encoding: Some(Encoding::Cp866), ..ReadOptions::default() };

        let moved = with_meaning(&options, TableKind::Sales, &current, 4, Meaning::Field(Field::Amount));
        let column = |options: &ReadOptions, field| {
            options.mapping.iter().find(|(mapped, _)| *mapped == field).map(|(_, column)| *column)
        };
        assert_eq!(column(&moved, Field::Amount), Some(Some(4)));
        assert_eq!(column(&moved, Field::Cost), Some(None), "its column has another meaning now");
        assert_eq!(column(&moved, Field::Client), Some(Some(1)));
        assert_eq!(moved.mapping.len(), TableKind::Sales.fields().len(), "detection has nothing left to move");
        assert_eq!(moved.encoding, Some(Encoding::Cp866));

        let cleared = with_meaning(&options, TableKind::Sales, &current, 0, Meaning::NotUsed);
        assert_eq!(column(&cleared, Field::Date), Some(None));
        assert_eq!(column(&cleared, Field::Amount), Some(Some(5)));
        assert_eq!(cleared.left_out_columns, [0]);

        let back = with_meaning(&cleared, TableKind::Sales, &current, 0, Meaning::Free);
        assert_eq!((column(&back, Field::Date), back.left_out_columns.len()), (Some(None), 0));
    }

    #[test]
    fn a_column_that_can_do_without_a_field_says_so_first() {
        let choices = Meaning::choices(TableKind::Clients, true);
        assert_eq!(choices, [Meaning::Free, Meaning::NotUsed, Meaning::Field(Field::Name)]);
        assert_eq!(Meaning::choices(TableKind::Clients, false), choices[1..]);
    }

    #[test]
    fn other_columns_lose_their_meanings() {
        let options = ReadOptions {
            encoding: Some(Encoding::Koi8R),
            header_line: Some(4),
            mapping: vec![(Field::Client, Some(1))],
            ..ReadOptions::default()
        };
        let parted = with_separator(&options, Some(Separator::Tab));
        assert_eq!((parted.separator, parted.header_line, parted.mapping.len()), (Some(Separator::Tab), None, 0));
        assert_eq!(parted.encoding, Some(Encoding::Koi8R));
        let headed = with_header_line(&options, Some(2));
        assert_eq!((headed.header_line, headed.mapping.len()), (Some(2), 0));
    }
}
