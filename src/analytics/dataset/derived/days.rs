//! Days without their year, and days in columns of their parts.

use super::super::field::Field;
use super::super::kinds::period::year_of;
use super::super::plan::ColumnKind;
use super::in_year::InYear;
use super::table::Table;
use super::{Recipe, month_of, quarter_of};

impl<'a> Table<'a> {
    pub(super) fn in_year<'t>(&self, year: Option<i32>, titles: impl Iterator<Item = &'t str>) -> Option<InYear> {
        let column = self.mapping.column(Field::Date)?;
        // Another column may have the year.
        let has_year = |other: usize| {
            let lower = self.header(other).trim().to_lowercase();
            self.kind(other) == ColumnKind::Date || ["год", "year"].contains(&lower.as_str())
        };
        if (0..self.columns.len()).any(|other| other != column && has_year(other)) {
            return None;
        }
        InYear::find(column, &self.filled(column).collect::<Vec<_>>(), year, titles)
    }

    pub(super) fn day(&self) -> Option<Recipe> {
        let named = |names: &[&str]| {
            (0..self.columns.len()).find(|&column| {
                names.contains(&self.header(column).trim().trim_end_matches('.').to_lowercase().as_str())
            })
        };
        let all = |column: usize, is_such: fn(&str) -> bool| {
            self.filled(column).next().is_some() && self.filled(column).all(is_such)
        };
        let year = named(&["год", "year", "г", "yr"]).filter(|&column| all(column, |cell| year_of(cell).is_some()))?;
        let month =
            named(&["месяц", "month", "мес", "mon"]).filter(|&column| all(column, |cell| month_of(cell).is_some()));
        let quarter = named(&["квартал", "quarter", "кв", "qtr"])
            .filter(|&column| all(column, |cell| quarter_of(cell).is_some()));
        let day = named(&["день", "day", "число"])
            .filter(|&column| all(column, |cell| cell.parse().is_ok_and(|day: u32| (1..=31).contains(&day))));
        let (part, is_quarter) =
            month.map(|month| (month, false)).or_else(|| quarter.map(|quarter| (quarter, true)))?;
        let is_part = |column: usize| [Some(year), Some(part), day].contains(&Some(column));
        self.days().is_none_or(is_part).then_some(Recipe::Day {
            year,
            part,
            is_quarter,
            day: day.filter(|_| !is_quarter),
        })
    }
}
