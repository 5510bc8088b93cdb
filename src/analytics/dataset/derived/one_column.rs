//! Names and days, or documents, that share a column.

use super::super::dictionary;
use super::super::field::Field;
use super::super::kinds::period::JOINT;
use super::super::plan::ColumnKind;
use super::super::records::Record;
use super::Recipe;
use super::nested::Nested;
use super::outline::{Outline, Part};
use super::table::{GROUPS_MIN, Table};

impl<'a> Table<'a> {
    /// The column that may hold both names and days.
    fn of_both(&self) -> Option<usize> {
        let client = self.mapping.column(Field::Client);
        let is_candidate = |&column: &usize| {
            let is_open = client.is_none_or(|client| client == column) && self.days().is_none_or(|days| days == column);
            is_open && matches!(self.kind(column), ColumnKind::Text | ColumnKind::Date)
        };
        (0..self.columns.len()).find(is_candidate)
    }

    /// Clients above their documents above what stands in those, in one column, told by their sums.
    pub(super) fn nested(&self) -> Vec<(Field, Recipe)> {
        if self.sums.is_empty() {
            return Vec::new();
        }
        let found = match (self.of_both(), self.mapping.column(Field::Client).zip(self.days())) {
            (Some(column), _) => {
                let names: Vec<&str> = self.header(column).split(JOINT).collect();
                let told = |levels: usize| dictionary::most_like_client(&names).filter(|_| names.len() == levels);
                Nested::with_days(&self.rows, column, &self.sums, self.marks, told)
            }
            (None, Some(columns)) => Nested::with_days_beside(&self.rows, columns, &self.sums, self.marks),
            (None, None) => None,
        };
        let recipes = found.map(|(client, day)| [(Field::Client, client), (Field::Date, day)]);
        recipes.into_iter().flatten().map(|(field, nested)| (field, Recipe::Nested(nested))).collect()
    }

    pub(super) fn group(&self) -> Vec<(Field, Recipe)> {
        let Some(column) = self.of_both() else { return Vec::new() };
        let cells: Vec<&str> = self.filled(column).collect();
        let count = |is_such: fn(&Part) -> bool| cells.iter().filter(|cell| is_such(&Part::of(cell))).count();
        let dates = count(|part| matches!(part, Part::Date));
        let documents = count(|part| matches!(part, Part::Document));
        let begins_with_name = cells.first().is_some_and(|cell| !is_dated(cell));
        let outline = if begins_with_name && (dates + documents) * 3 >= cells.len() {
            let has_days_above = dates > 0 && documents >= dates;
            Some(Outline::Days(if has_days_above { Part::Document } else { Part::Date }))
        } else {
            Outline::of(&cells)
        };
        let Some(outline) = outline else { return Vec::new() };
        if outline == Outline::Names {
            let is_day = |record: &Record<'a>| !outline.is_sale(Self::cell(record, column));
            let is_summed = self.adds_up(is_day);
            return is_summed.then_some((Field::Date, Recipe::DayAbove { column, outline })).into_iter().collect();
        }
        // One row of the header for each group, and one for what stands in them.
        let names: Vec<&str> = self.header(column).split(JOINT).collect();
        let levels = (names.len() - 1).max(1);
        let level = dictionary::most_like_client(names.get(..levels).unwrap_or(&names)).unwrap_or(levels - 1);
        let group = (Field::Client, Recipe::Group { column, levels, level, outline });
        // Only where every day in the column is that of a sale the column will do.
        let is_of_sales =
            outline == Outline::Days(Part::Date) || outline == Outline::Days(Part::Document) && dates == 0;
        let day = (!is_of_sales).then_some((Field::Date, Recipe::DayAbove { column, outline }));
        [group].into_iter().chain(day).collect()
    }

    /// Days on rows of their own above the documents of each, where clients stand in a column of their own: in all rows but
    /// those.
    pub(super) fn days_above_documents(&self) -> Option<Recipe> {
        let client = self.mapping.column(Field::Client)?;
        let is_day = |record: &Record<'a>| Self::cell(record, client).is_empty();
        let holds_them = |&column: &usize| {
            let is_dated = |record: &Record<'a>| Part::of(Self::cell(record, column)) == Part::Date;
            let is_filled = |record: &Record<'a>| !Self::cell(record, column).is_empty();
            self.rows.iter().all(|record| is_filled(record) && is_day(record) == is_dated(record))
        };
        let is_text = |column: &usize| matches!(self.kind(*column), ColumnKind::Text | ColumnKind::Date);
        let begins_with_day = self.rows.first().is_some_and(is_day);
        let days = self.rows.iter().filter(|record| is_day(record)).count();
        if self.days().is_some() || !begins_with_day || days < GROUPS_MIN || !self.adds_up(is_day) {
            return None;
        }
        let column = (0..self.columns.len()).filter(is_text).filter(|&column| column != client).find(holds_them)?;
        Some(Recipe::DayAbove { column, outline: Outline::Documents })
    }
}

/// Whether a cell is a date, a month, or a document with its day.
fn is_dated(cell: &str) -> bool {
    matches!(Part::of(cell), Part::Date | Part::Document)
}
