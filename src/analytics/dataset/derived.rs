//! Columns that a file does not have, made from those it has.
//!
//! Reports name a client once: in the first of its rows, or on a row of its own above its documents; or a date, above the
//! clients of that day. Other programs part a date into a column for the year and one for the month, or a name into one for
//! each of its parts. Each [`Recipe`] makes one column more, to the right of those of the file; it has a name, stands in
//! the preview and is mapped to a field like any other, so that whoever knows better chooses another column for the field.
//!
//! A recipe needs a table that nothing else explains. Blank names alone are no reason: rows of shops often lack the
//! client. See [`Derived::find`] and [`Derived::find_in_pivot`] for what must be seen.

mod carried;
mod days;
mod discounted;
mod ditto;
mod find;
mod full_name;
mod heads;
mod in_year;
mod nested;
mod one_column;
mod orders;
mod outline;
mod sections;
mod summed;
mod table;

use super::calendar;
use super::field::Field;
use super::kinds::period::{JOINT, year_of};
use super::kinds::report::Finding;
use super::marks::Marks;
use super::records::{Cell, Record};
use super::total_label::names_total;
use crate::analytics::amount::Sum;
use crate::analytics::date::Day;
use discounted::Discounted;
use full_name::FullName;
use in_year::InYear;
use nested::Nested;
use outline::{DayAbove, Outline};
use sections::Sections;
use summed::Summed;

/// Stands before the name of a column whose cells come from rows above.
const ABOVE: &str = "↑ ";
/// Stands between the names of columns that are put together.
const AND: &str = " + ";

/// How a column is made.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Recipe {
    /// The cell of a column, or the last filled one above it where it is empty.
    Above {
        /// The column.
        column: usize,
        /// The column that is empty in rows which sum up those below them; they get nothing. `None` if there are none.
        inner: Option<usize>,
    },
    /// The cell of a column, or the last one above it that is no mark for "the same".
    Ditto {
        /// The column.
        column: usize,
    },
    /// The name in the last row above that has no date, for rows that have one, where clients and what they bought share a
    /// column.
    Head {
        /// The column.
        column: usize,
        /// The column of days.
        days: usize,
        /// What the column names in rows that have a day, unless another column does.
        below: Option<Field>,
    },
    /// The name of the group in which a row with a date stands, where names and dates share a column.
    Group {
        /// The column.
        column: usize,
        /// Groups within each other: names that stand above a date.
        levels: usize,
        /// Which of them, from the outermost.
        level: usize,
        /// Which rows are sales.
        outline: Outline,
    },
    /// The day in whose group a row stands, where names and days share a column.
    DayAbove {
        /// The column.
        column: usize,
        /// Which rows are sales.
        outline: Outline,
    },
    /// The name of the section in which a row with a day stands.
    Section(Sections),
    /// The client of a row, where rows of one column sum up those below them.
    Nested(Nested),
    /// The sum of a row from its price, its quantity and the share taken off.
    Discounted(Discounted),
    /// The sum of a row from its parts.
    Summed(Summed),
    /// The name of a client from its parts.
    FullName(FullName),
    /// The day of a date that names no year.
    InYear(InYear),
    /// The day of a year, a month or quarter, and a day of the month where there is one.
    Day {
        /// Column of years.
        year: usize,
        /// Column of months or quarters.
        part: usize,
        /// Whether those are quarters.
        is_quarter: bool,
        /// Column of days of the month.
        day: Option<usize>,
    },
}

impl Recipe {
    /// Whether its cells come from rows above.
    const fn is_above(&self) -> bool {
        match self {
            Self::Above { .. }
            | Self::Ditto { .. }
            | Self::Head { .. }
            | Self::Group { .. }
            | Self::DayAbove { .. }
            | Self::Section(_)
            | Self::Nested(_) => true,
            Self::Discounted(_) | Self::Summed(_) | Self::FullName(_) | Self::InYear(_) | Self::Day { .. } => false,
        }
    }
}

/// The columns that are made, and from what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    /// Columns of the file.
    own: usize,
    recipes: Vec<(Field, Recipe)>,
}

impl Derived {
    /// Columns that stand for nothing but what is made of them and what [`Derived::fields`] says.
    pub fn used_up(&self) -> impl Iterator<Item = usize> + '_ {
        self.recipes.iter().filter_map(|(_, recipe)| match recipe {
            Recipe::Nested(nested) => Some(nested.column),
            _ => None,
        })
    }

    /// Whether no column is made.
    pub const fn is_empty(&self) -> bool {
        self.recipes.is_empty()
    }

    /// Whether a table may be one of sales only by them: a name is put together in every kind.
    pub fn makes_sales(&self) -> bool {
        self.recipes.iter().any(|(_, recipe)| !matches!(recipe, Recipe::FullName(_)))
    }

    /// How many columns are made.
    pub const fn len(&self) -> usize {
        self.recipes.len()
    }

    /// Whether rows without a day stand above groups of rows with one.
    pub fn is_in_groups(&self) -> bool {
        self.recipes
            .iter()
            .any(|(_, recipe)| matches!(recipe, Recipe::Head { .. } | Recipe::Group { .. } | Recipe::DayAbove { .. }))
    }

    /// Whether names or days come from rows above.
    pub fn has_names_above(&self) -> bool {
        self.recipes.iter().any(|(_, recipe)| recipe.is_above())
    }

    /// The column that is empty in rows which sum up those below them, and in no others.
    pub fn head_column(&self) -> Option<usize> {
        let of_heads =
            |(_, recipe): &(Field, Recipe)| matches!(recipe, Recipe::Above { inner: Some(_), .. } | Recipe::Nested(_));
        self.recipes.iter().position(of_heads).map(|index| self.own + index)
    }

    /// The column of the file whose cells, or the last of them above, make a column.
    pub fn carried(&self, column: usize) -> Option<usize> {
        match self.recipes.get(column.checked_sub(self.own)?)? {
            (_, Recipe::Above { column, .. }) => Some(*column),
            _ => None,
        }
    }

    /// Names of the columns, left to right.
    pub fn names(&self, headers: &[String]) -> Vec<String> {
        let header = |column: usize| headers.get(column).map_or("", String::as_str);
        let above = |header: &str| format!("{ABOVE}{header}");
        let together = |columns: &[usize]| columns.iter().map(|&column| header(column)).collect::<Vec<_>>().join(AND);
        let name = |(_, recipe): &(Field, Recipe)| match *recipe {
            Recipe::Above { column, .. } | Recipe::Ditto { column } => above(header(column)),
            Recipe::Head { column, .. } => above(part(header(column), 0)),
            Recipe::Group { column, level, .. } => above(part(header(column), level)),
            Recipe::DayAbove { column, outline: Outline::Names } => above(part(header(column), 0)),
            Recipe::DayAbove { column, .. } => above(part(header(column), usize::MAX)),
            Recipe::Section(_) => ABOVE.trim_end().to_owned(),
            Recipe::Nested(ref nested) => match nested.beside() {
                Some(days) => above(header(days)),
                None => above(part(header(nested.column), nested.level())),
            },
            Recipe::Discounted(of) => {
                format!("{} × {} × (1 − {})", header(of.quantity), header(of.price), header(of.discount))
            }
            Recipe::Day { year, part, day, .. } => {
                together(&[Some(year), Some(part), day].into_iter().flatten().collect::<Vec<_>>())
            }
            Recipe::InYear(InYear { column, year, .. }) => format!("{}{AND}{year}", header(column)),
            Recipe::Summed(ref sum) => together(&sum.columns),
            Recipe::FullName(ref name) => together(&name.columns),
        };
        self.recipes.iter().map(name).collect()
    }

    /// What is to be said of them: how many columns are made, of each way.
    pub fn findings(&self) -> impl Iterator<Item = (Finding, u64)> + '_ {
        let count = |is_such: fn(&(Field, Recipe)) -> bool| self.recipes.iter().filter(|made| is_such(made)).count();
        let in_parts = count(|(_, recipe)| matches!(recipe, Recipe::Day { .. }));
        let discounted = count(|(_, recipe)| matches!(recipe, Recipe::Discounted(_)));
        let summed = count(|(_, recipe)| matches!(recipe, Recipe::Summed(_)));
        let year_assumed = count(|(_, recipe)| matches!(recipe, Recipe::InYear(InYear { is_assumed: true, .. })));
        let names_in_parts = count(|(_, recipe)| matches!(recipe, Recipe::FullName(_)));
        let names = count(|(field, recipe)| *field != Field::Date && recipe.is_above());
        let above = count(|(_, recipe)| recipe.is_above());
        // Where names come from above, so do the dates beside them.
        let (names, dates) = if names > 0 { (above, 0) } else { (0, above) };
        [
            (Finding::NamesAbove, names),
            (Finding::NamesInParts, names_in_parts),
            (Finding::DatesInParts, in_parts),
            (Finding::DatesAbove, dates),
            (Finding::DiscountsTaken, discounted),
            (Finding::YearAssumed, year_assumed),
            (Finding::SumsInParts, summed),
        ]
        .into_iter()
        .filter(|(_, columns)| *columns > 0)
        .map(|(finding, columns)| (finding, columns as u64))
    }

    /// What the columns stand for: fields, and indices of columns.
    pub fn fields(&self) -> impl Iterator<Item = (Field, usize)> + '_ {
        self.recipes.iter().enumerate().flat_map(|(index, (field, recipe))| {
            let beside = match recipe {
                Recipe::Head { column, below, .. } => below.map(|field| (field, *column)),
                Recipe::Group { column, .. } => Some((Field::Date, *column)),
                Recipe::DayAbove { column, outline: Outline::Names } => Some((Field::Client, *column)),
                Recipe::Nested(nested) if nested.has_names_below() => Some((Field::Product, nested.column)),
                _ => None,
            };
            [(*field, self.own + index)].into_iter().chain(beside)
        })
    }
}

/// The sums of a row in some columns; nothing where a cell is no number.
fn sums_of(record: &Record<'_>, columns: &[usize], marks: Marks) -> Vec<Sum> {
    let amount = |&column: &usize| marks.parse_amount(record.get(column)?);
    columns.iter().map(|column| amount(column).map_or(Sum::ZERO, |(amount, _)| amount.into())).collect()
}

/// One row of the header for each group, and one for what stands in them: that of a level, or the last.
fn part(header: &str, level: usize) -> &str {
    header.split(JOINT).take(level.saturating_add(1)).last().unwrap_or_default()
}

/// A month as a number or in words: `3`, `03`, `март`, `Mar`, `03 - март`.
fn month_of(cell: &str) -> Option<u32> {
    let number = cell.parse().ok().filter(|month| (1..=12).contains(month));
    number.or_else(|| cell.split(|c: char| !c.is_alphabetic()).find_map(calendar::month_of))
}

/// A quarter: `2`, `II`, `Q2`, `2 кв.`, `2 квартал`.
fn quarter_of(cell: &str) -> Option<u32> {
    let bare: String = cell.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let name = ["квартал", "кв", "quarter", "qtr", "q"]
        .into_iter()
        .find_map(|word| bare.strip_prefix(word).or_else(|| bare.strip_suffix(word)));
    match name.unwrap_or(&bare) {
        "1" | "i" => Some(1),
        "2" | "ii" => Some(2),
        "3" | "iii" => Some(3),
        "4" | "iv" => Some(4),
        _ => None,
    }
}

/// Puts the columns that are made into records.
#[derive(Debug)]
pub struct Deriver {
    derived: Derived,
    /// One a recipe.
    above: Vec<State>,
    text: String,
    cells: Vec<Cell>,
}

/// What a recipe keeps of the rows above.
#[derive(Clone, Debug, Default)]
struct State {
    names: Above,
    day: DayAbove,
    open: nested::Open,
    turn: in_year::Turn,
    section: Option<String>,
}

/// Names above a row.
#[derive(Clone, Debug, Default)]
struct Above {
    /// Names, the outermost first.
    names: Vec<String>,
    /// Names since the last row with a date.
    since: Vec<String>,
}

impl Deriver {
    /// At the beginning of the data; `None` where nothing is made, so that it costs nothing.
    #[must_use]
    pub fn new(derived: &Derived) -> Option<Self> {
        let above = vec![State::default(); derived.recipes.len()];
        (!derived.is_empty()).then(|| Self { derived: derived.clone(), above, text: String::new(), cells: Vec::new() })
    }

    /// The record of a row below the header with the columns that are made, those beyond the header after them. A blank
    /// row stays as it is.
    pub fn extend<'s>(&'s mut self, record: &Record<'s>) -> Record<'s> {
        if record.is_blank() {
            return *record;
        }
        self.text.clear();
        self.cells.clear();
        let own = self.derived.own;
        (0..own).for_each(|column| self.push(record.get(column).unwrap_or_default()));
        for index in 0..self.above.len() {
            let made = self.made(index, record);
            self.push(&made);
        }
        record.iter().skip(own).for_each(|cell| self.push(cell));
        Record::new(record.line, &self.text, &self.cells)
    }

    /// Whether all rows that were taken for sums have been those of the rows below them.
    pub fn adds_up(&self) -> bool {
        self.above.iter().all(|state| state.open.adds_up())
    }

    fn push(&mut self, cell: &str) {
        let start = self.text.len();
        self.text.push_str(cell);
        self.cells.push(Cell::new(start, self.text.len()));
    }

    fn made(&mut self, index: usize, record: &Record<'_>) -> String {
        let (Some((_, recipe)), Some(above)) = (self.derived.recipes.get(index), self.above.get_mut(index)) else {
            return String::new();
        };
        let cell = |column: usize| record.trimmed(column);
        match *recipe {
            Recipe::Above { column, inner } => {
                let is_head = inner.is_some_and(|inner| cell(inner).is_empty());
                let name = above.names.or_last(cell(column));
                if is_head { String::new() } else { name.to_owned() }
            }
            Recipe::Ditto { column } if ditto::is_ditto(cell(column)) => above.names.or_last("").to_owned(),
            Recipe::Ditto { column } => {
                above.names.names = vec![cell(column).to_owned()];
                cell(column).to_owned()
            }
            Recipe::Head { column, days, .. } => {
                let is_head = cell(days).is_empty();
                let name = above.names.or_last(if is_head { cell(column) } else { "" });
                if is_head { String::new() } else { name.to_owned() }
            }
            Recipe::Group { column, levels, level, outline } => {
                above.names.group(cell(column), (levels, level), outline).to_owned()
            }
            Recipe::DayAbove { column, outline } => above.day.take(cell(column), outline),
            Recipe::Section(ref sections) => match sections.name(record) {
                Some(name) => {
                    above.section = Some(name.to_owned());
                    String::new()
                }
                None => above.section.as_ref().unwrap_or(&sections.first).clone(),
            },
            Recipe::Nested(ref nested) => above.open.take(nested, record).to_owned(),
            Recipe::Discounted(ref columns) => columns.of(record),
            Recipe::Summed(ref columns) => columns.of(record),
            Recipe::InYear(ref days) => days.of(cell(days.column), &mut above.turn),
            Recipe::FullName(ref name) => name.of(record),
            Recipe::Day { year, part, is_quarter, day } => {
                let month = if is_quarter {
                    quarter_of(cell(part)).map(|quarter| quarter * 3 - 2)
                } else {
                    month_of(cell(part))
                };
                let number = day.map_or(Some(1), |day| cell(day).parse().ok());
                match (year_of(cell(year)), month, number) {
                    (Some(year), Some(month), Some(day)) if Day::from_ymd(year, month, day).is_some() => {
                        format!("{year:04}-{month:02}-{day:02}")
                    }
                    _ => [Some(year), Some(part), day].into_iter().flatten().map(cell).collect::<Vec<_>>().join(" "),
                }
            }
        }
    }
}

impl Above {
    fn or_last<'s>(&'s mut self, cell: &'s str) -> &'s str {
        if cell.is_empty() {
            return self.names.first().map_or("", String::as_str);
        }
        if !names_total(cell) {
            self.names.clear();
            self.names.push(cell.to_owned());
        }
        cell
    }

    /// Names that follow each other lie in each other, the last of them innermost.
    fn group(&mut self, cell: &str, (levels, level): (usize, usize), outline: Outline) -> &str {
        if outline.is_sale(cell) {
            let kept = levels.saturating_sub(self.since.len());
            self.names.resize(levels, String::new());
            self.names.truncate(kept);
            self.names.append(&mut self.since);
            return self.names.get(level).map_or("", String::as_str);
        }
        if outline.is_name(cell, levels > 1) {
            if self.since.len() == levels {
                self.since.remove(0);
            }
            self.since.push(cell.to_owned());
        }
        ""
    }
}
