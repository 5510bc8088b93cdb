//! Columns that a file does not have, made from those it has.
//!
//! Reports name a client once: in the first of its rows, or on a row of its own above its documents. Other programs part
//! a date into a column for the year and one for the month. Each [`Recipe`] makes one column more, to the right of those
//! of the file; it has a name, stands in the preview and is mapped to a field like any other, so that whoever knows
//! better chooses another column for the field.
//!
//! A recipe needs a table that nothing else explains. Blank names alone are no reason: rows of shops often lack the
//! client. See [`Derived::find`] for what must be seen.

use std::collections::BTreeSet;

use super::calendar::{self, DateCell};
use super::dictionary::{self, ColumnEvidence};
use super::field::{Field, FieldMapping};
use super::kinds::period::JOINT;
use super::kinds::report::Finding;
use super::plan::{ColumnKind, DateOrder};
use super::records::{Cell, Record};
use super::sample::SampleRow;
use super::short_text::trimmed;
use super::total_label::names_total;
use crate::analytics::date::Day;

/// Stands before the name of a column whose cells come from rows above.
const ABOVE: &str = "↑ ";
/// Stands between the names of columns that are put together.
const AND: &str = " + ";
/// Groups of several rows that are needed: one shows nothing of where the next begins.
const GROUPS_MIN: usize = 2;
/// Share of rows with a name from which there are no groups of rows without one.
const FILLED_SHARE_MAX: f64 = 0.75;
/// Years that a column of years can hold.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// How a column is made.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Recipe {
    /// The cell of a column, or the last filled one above it where it is empty.
    Above {
        /// The column.
        column: usize,
    },
    /// The name of the group in which a row with a date stands, where names and dates share a column.
    Group {
        /// The column.
        column: usize,
        /// Groups within each other: names that stand above a date.
        levels: usize,
        /// Which of them, from the outermost.
        level: usize,
    },
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

/// The columns that are made, and from what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    /// Columns of the file.
    own: usize,
    recipes: Vec<(Field, Recipe)>,
}

/// What recipes are found from.
struct Table<'a> {
    /// Rows below the header, without blank ones and totals.
    rows: Vec<Record<'a>>,
    columns: &'a [ColumnEvidence<'a>],
    mapping: FieldMapping,
}

impl Derived {
    /// The columns that make sales of a table that is none without them; none where it needs none.
    ///
    /// - **Group**: there is no column of days and none of clients but one, which holds both: it begins with a name, and at
    ///   least a third of its cells are dates, months or documents with their day.
    /// - **Above**: clients are named in the first row and at least every third row lacks the name, and the table is in
    ///   groups: order numbers or dates are left open in the same rows, or no client is named twice and dates run in one
    ///   direction within a client and start anew, or are missing, where the next one is named.
    /// - **Day**: there is no column of days, but one of years and one of months or quarters, both named so.
    pub fn find<'a>(rows: impl Iterator<Item = &'a SampleRow>, columns: &'a [ColumnEvidence<'a>]) -> Self {
        let mapping = dictionary::propose(columns);
        let at = |field| mapping.column(field).and_then(|column| columns.get(column));
        let has_days = at(Field::Date).is_some_and(|column| column.kind == ColumnKind::Date);
        let has_clients = at(Field::Client).is_some_and(|column| column.filled_share > FILLED_SHARE_MAX);
        if has_days && has_clients {
            // Nearly every table: it is not looked at any further.
            return Self::default();
        }
        let is_total =
            |record: &Record<'_>| record.iter().find(|cell| !trimmed(cell).is_empty()).is_some_and(names_total);
        let rows = rows.map(SampleRow::record).filter(|record| !record.is_blank() && !is_total(record)).collect();
        let table = Table { rows, columns, mapping };
        let mut recipes = Vec::new();
        if let Some(day) = table.day() {
            recipes.push((Field::Date, day));
        }
        match table.group() {
            Some(group) => recipes.push((Field::Client, group)),
            None => recipes.extend(table.above()),
        }
        Self { own: columns.len(), recipes }
    }

    /// Whether no column is made.
    pub const fn is_empty(&self) -> bool {
        self.recipes.is_empty()
    }

    /// How many columns are made.
    pub const fn len(&self) -> usize {
        self.recipes.len()
    }

    /// Whether names and dates share a column.
    pub fn is_in_groups(&self) -> bool {
        self.recipes.iter().any(|(_, recipe)| matches!(recipe, Recipe::Group { .. }))
    }

    /// Whether names come from rows above.
    pub fn has_names_above(&self) -> bool {
        self.recipes.iter().any(|(_, recipe)| matches!(recipe, Recipe::Group { .. } | Recipe::Above { .. }))
    }

    /// Names of the columns, left to right.
    pub fn names(&self, headers: &[String]) -> Vec<String> {
        let header = |column: usize| headers.get(column).map_or("", String::as_str);
        let name = |(_, recipe): &(Field, Recipe)| match *recipe {
            Recipe::Above { column } => format!("{ABOVE}{}", header(column)),
            Recipe::Group { column, level, .. } => {
                format!("{ABOVE}{}", header(column).split(JOINT).nth(level).unwrap_or_default())
            }
            Recipe::Day { year, part, day, .. } => {
                let columns = [Some(year), Some(part), day];
                columns.into_iter().flatten().map(header).collect::<Vec<_>>().join(AND)
            }
        };
        self.recipes.iter().map(name).collect()
    }

    /// What is to be said of them: how many columns are made, of either way.
    pub fn findings(&self) -> impl Iterator<Item = (Finding, u64)> + '_ {
        let is_date = |(_, recipe): &&(Field, Recipe)| matches!(recipe, Recipe::Day { .. });
        let dates = self.recipes.iter().filter(is_date).count();
        [(Finding::NamesAbove, self.len() - dates), (Finding::DatesInParts, dates)]
            .into_iter()
            .filter(|(_, columns)| *columns > 0)
            .map(|(finding, columns)| (finding, columns as u64))
    }

    /// What the columns stand for: fields, and indices of columns.
    pub fn fields(&self) -> impl Iterator<Item = (Field, usize)> + '_ {
        self.recipes.iter().enumerate().flat_map(|(index, (field, recipe))| {
            let dates = match recipe {
                Recipe::Group { column, .. } => Some((Field::Date, *column)),
                Recipe::Above { .. } | Recipe::Day { .. } => None,
            };
            [(*field, self.own + index)].into_iter().chain(dates)
        })
    }
}

impl<'a> Table<'a> {
    fn cell(record: &Record<'a>, column: usize) -> &'a str {
        record.get(column).map_or("", trimmed)
    }

    fn filled(&self, column: usize) -> impl Iterator<Item = &'a str> {
        self.rows.iter().map(move |record| Self::cell(record, column)).filter(|cell| !cell.is_empty())
    }

    fn header(&self, column: usize) -> &'a str {
        self.columns.get(column).map_or("", |column| column.header)
    }

    fn kind(&self, column: usize) -> ColumnKind {
        self.columns.get(column).map_or(ColumnKind::Empty, |column| column.kind)
    }

    /// The column of days, which no recipe needs to make then.
    fn days(&self) -> Option<usize> {
        self.mapping.column(Field::Date).filter(|&column| self.kind(column) == ColumnKind::Date)
    }

    fn group(&self) -> Option<Recipe> {
        let client = self.mapping.column(Field::Client);
        let is_candidate = |&column: &usize| {
            let is_open = client.is_none_or(|client| client == column) && self.days().is_none_or(|days| days == column);
            is_open && matches!(self.kind(column), ColumnKind::Text | ColumnKind::Date)
        };
        let column = (0..self.columns.len()).find(is_candidate)?;
        let cells: Vec<&str> = self.filled(column).collect();
        let dated = cells.iter().filter(|cell| is_dated(cell)).count();
        let begins_with_name = cells.first().is_some_and(|cell| !is_dated(cell));
        if !begins_with_name || dated * 3 < cells.len() {
            return None;
        }
        // One row of the header for each group, and one for what stands in them.
        let names: Vec<&str> = self.header(column).split(JOINT).collect();
        let levels = (names.len() - 1).max(1);
        let level = names.iter().take(levels).position(|name| dictionary::names_client(name)).unwrap_or(levels - 1);
        Some(Recipe::Group { column, levels, level })
    }

    fn above(&self) -> Vec<(Field, Recipe)> {
        let Some(client) = self.mapping.column(Field::Client) else { return Vec::new() };
        if !self.is_left_open(client) {
            return Vec::new();
        }
        let is_filled = |record: &Record<'a>, column: usize| !Self::cell(record, column).is_empty();
        let is_filled_alike =
            |column: usize| self.rows.iter().all(|record| is_filled(record, column) == is_filled(record, client));
        let beside = [Field::Date, Field::Order].map(|field| (field, self.mapping.column(field)));
        let is_open_alike = beside.iter().any(|&(field, column)| {
            column.is_some_and(|column| is_filled_alike(column) && (field == Field::Date || self.are_distinct(column)))
        });
        let is_by_client = || self.days().is_some_and(|days| self.is_by_client(client, days));
        let is_in_groups = is_open_alike || self.are_distinct(client) && is_by_client();
        if !is_in_groups {
            return Vec::new();
        }
        let is_carried = |column: usize| {
            self.is_left_open(column)
                && self.rows.iter().all(|record| is_filled(record, column) || !is_filled(record, client))
        };
        let beside = beside
            .into_iter()
            .filter_map(|(field, column)| Some((field, column.filter(|&column| is_carried(column))?)));
        [(Field::Client, client)]
            .into_iter()
            .chain(beside)
            .map(|(field, column)| (field, Recipe::Above { column }))
            .collect()
    }

    /// Whether the first cell is filled, at least a third of the others are not, and those stand below several names.
    fn is_left_open(&self, column: usize) -> bool {
        let filled: Vec<bool> = self.rows.iter().map(|record| !Self::cell(record, column).is_empty()).collect();
        let open = filled.iter().filter(|&&is_filled| !is_filled).count();
        let groups = filled.windows(2).filter(|pair| *pair == [true, false]).count();
        filled.first() == Some(&true) && groups >= GROUPS_MIN && open * 3 >= filled.len()
    }

    fn are_distinct(&self, column: usize) -> bool {
        let mut seen = BTreeSet::new();
        self.filled(column).all(|cell| seen.insert(cell))
    }

    /// Whether dates go one way within each client, and start anew at more than half of the clients that follow; in an
    /// order of day and month that all of them can have.
    fn is_by_client(&self, client: usize, days: usize) -> bool {
        let dates: Vec<Option<DateCell>> = self.rows.iter().map(|record| dated(Self::cell(record, days))).collect();
        [DateOrder::Dmy, DateOrder::Mdy].into_iter().any(|order| {
            let days: Vec<Option<Day>> = dates.iter().map(|date| date.and_then(|date| date.resolve(order))).collect();
            let is_possible = dates.iter().zip(&days).all(|(date, day)| date.is_some() == day.is_some());
            is_possible
                && [Day::le, Day::ge]
                    .into_iter()
                    .any(|goes_on: fn(&Day, &Day) -> bool| self.begins_anew(client, &days, goes_on))
        })
    }

    fn begins_anew(&self, client: usize, days: &[Option<Day>], goes_on: impl Fn(&Day, &Day) -> bool) -> bool {
        let (mut last, mut starts, mut anew) = (None, 0_usize, 0_usize);
        for (place, (record, &day)) in self.rows.iter().zip(days).enumerate() {
            let breaks = match (&last, &day) {
                (Some(last), Some(day)) => !goes_on(last, day),
                (_, None) => true,
                (None, Some(_)) => false,
            };
            let is_start = !Self::cell(record, client).is_empty();
            if place > 0 && is_start {
                starts += 1;
                anew += usize::from(breaks);
            } else if breaks && place > 0 && day.is_some() {
                return false;
            }
            // After a row that only names its client, dates begin anew.
            last = if day.is_some() {
                day
            } else if is_start {
                None
            } else {
                last
            };
        }
        starts > 0 && anew * 2 > starts
    }

    fn day(&self) -> Option<Recipe> {
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

/// Whether a cell is a date, a month, or a document with its day.
fn is_dated(cell: &str) -> bool {
    dated(cell).is_some() || calendar::parse_month(cell).is_some()
}

/// A date, or a document with its day.
fn dated(cell: &str) -> Option<DateCell> {
    calendar::parse(cell).or_else(|| calendar::parse_document(cell))
}

fn year_of(cell: &str) -> Option<i32> {
    cell.parse().ok().filter(|year| YEARS.contains(year))
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
    above: Vec<Above>,
    text: String,
    cells: Vec<Cell>,
}

/// What stands above a row.
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
        let above = vec![Above::default(); derived.recipes.len()];
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

    fn push(&mut self, cell: &str) {
        let start = self.text.len();
        self.text.push_str(cell);
        self.cells.push(Cell::new(start, self.text.len()));
    }

    fn made(&mut self, index: usize, record: &Record<'_>) -> String {
        let (Some((_, recipe)), Some(above)) = (self.derived.recipes.get(index), self.above.get_mut(index)) else {
            return String::new();
        };
        let cell = |column: usize| record.get(column).map_or("", trimmed);
        match *recipe {
            Recipe::Above { column } => above.or_last(cell(column)).to_owned(),
            Recipe::Group { column, levels, level } => above.group(cell(column), levels, level).to_owned(),
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
    fn group(&mut self, cell: &str, levels: usize, level: usize) -> &str {
        if is_dated(cell) {
            let kept = levels.saturating_sub(self.since.len());
            self.names.resize(levels, String::new());
            self.names.truncate(kept);
            self.names.append(&mut self.since);
            return self.names.get(level).map_or("", String::as_str);
        }
        if !cell.is_empty() && !names_total(cell) {
            if self.since.len() == levels {
                self.since.remove(0);
            }
            self.since.push(cell.to_owned());
        }
        ""
    }
}
