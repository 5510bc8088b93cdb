//! Which columns are made for a table: what must be seen in its rows.

use super::super::calendar::DateCell;
use super::super::dictionary::{self, ColumnEvidence};
use super::super::field::Field;
use super::super::kinds::TableKind;
use super::super::kinds::period::JOINT;
use super::super::marks::Marks;
use super::super::plan::{ColumnKind, DateOrder, DecimalMark};
use super::super::records::Record;
use super::super::sample::SampleRow;
use super::discounted::Discounted;
use super::full_name::FullName;
use super::in_year::InYear;
use super::nested::Nested;
use super::outline::{Outline, Part};
use super::summed::Summed;
use super::table::{GROUPS_MIN, Table, dated, totals_and_rows};
use super::{Derived, Recipe, month_of, quarter_of, year_of};
use crate::analytics::date::Day;

/// Share of rows with a name from which there are no groups of rows without one.
const FILLED_SHARE_MAX: f64 = 0.75;
/// Cells that are left open below a name: one in so many.
const OPEN_ONE_IN: usize = 3;
/// The same below a date, where no date stands twice: many days have one sale only.
const DATES_OPEN_ONE_IN: usize = 5;

impl Derived {
    /// The columns that make sales of a table that is none without them; none where it needs none. How numbers are read is
    /// told by `marks` of the columns that hold them; a year that no date names by `years`: the one that is known, and
    /// titles that may name it.
    ///
    /// - **Group**: there is no column of days and none of clients but one, which holds both: it begins with a name, and at
    ///   least a third of its cells are dates, months or documents with their day. Or days stand there in parts below
    ///   their years ([`Outline`]), or above the clients whose sums they are.
    /// - **Orders**: rows of whole orders stand above those of what was ordered ([`Table::orders`]).
    /// - **Nested**: clients, documents and what stands in these share a column ([`Nested::with_days`]).
    /// - **Section**: clients stand on rows of their own, and there is no column of them ([`Table::sections`]).
    /// - **DayAbove**: days stand above the documents of each, in their column ([`Table::days_above_documents`]).
    /// - **Head**: clients and what they bought share a column, and clients alone have no day ([`Table::heads`]).
    /// - **Above**: clients are named in the first row and at least every third row lacks the name, and the table is in
    ///   groups: order numbers or dates are left open in the same rows; or no client is named twice, and each has a total
    ///   with its name, or dates run in one direction within a client and start anew, or are missing, where the next one
    ///   is named. Or dates are left open where clients are named, and no date stands twice or goes back.
    /// - **Above**, once more: rows that name clients sum up those below them ([`Table::stepped`]).
    /// - **Day**: there is no column of days, but one of years and one of months or quarters, both named so.
    /// - **InYear**: the column of days names no year ([`InYear`]).
    /// - **FullName**: nothing tells clients apart but the parts of their names ([`FullName`]).
    /// - **Summed**: several columns are parts of one sum, and none has the whole ([`Summed`]).
    /// - **Discounted**: there is no column of sums, but prices, quantities and shares taken off ([`Discounted`]).
    pub fn find<'a, 't>(
        rows: impl Iterator<Item = &'a SampleRow> + Clone,
        columns: &'a [ColumnEvidence<'a>],
        marks: impl Fn(&[usize]) -> (DecimalMark, Marks),
        (year, titles): (Option<i32>, impl Iterator<Item = &'t str> + Clone),
    ) -> Self {
        let mapping = dictionary::propose(columns);
        let of_sums = [Field::Amount, Field::Price].into_iter().filter_map(|field| mapping.column(field));
        let (mark, marks_of_sums) = marks(&of_sums.collect::<Vec<_>>());
        let discounted =
            Discounted::find(rows.clone().map(SampleRow::record), columns, &mapping, (mark, marks_of_sums));
        let mut recipes: Vec<(Field, Recipe)> = Vec::new();
        recipes.extend(discounted.map(|columns| (Field::Amount, Recipe::Discounted(columns))));
        let summed = Summed::find(columns, &mapping, &marks);
        recipes.extend(summed.map(|columns| (Field::Amount, Recipe::Summed(columns))));
        let full_name = FullName::find(columns, mapping.column(Field::Client));
        recipes.extend(full_name.map(|name| (Field::Client, Recipe::FullName(name))));
        let at = |field| mapping.column(field).and_then(|column| columns.get(column));
        let has_days = at(Field::Date)
            .is_some_and(|column| column.kind == ColumnKind::Date && column.filled_share > FILLED_SHARE_MAX);
        let has_clients = at(Field::Client).is_some_and(|column| column.filled_share > FILLED_SHARE_MAX);
        let is_each_dated = at(Field::Date).is_some_and(|column| column.filled_share >= 1.0);
        let may_have_orders = at(Field::Product).is_some_and(|column| column.filled_share < 1.0);
        if has_days && has_clients && is_each_dated && !may_have_orders {
            // Nearly every table: it is not looked at any further.
            return Self { own: columns.len(), recipes };
        }
        let sums = mapping.column(Field::Amount).into_iter().collect();
        let (totals, rows) = totals_and_rows(rows);
        let table = Table { rows, totals, columns, mapping, sums, marks: marks_of_sums };
        let orders = table.orders();
        if !orders.is_empty() {
            recipes.extend(orders);
            return Self { own: columns.len(), recipes };
        }
        if let Some(sections) = table.sections(titles.clone()).filter(|_| table.mapping.column(Field::Client).is_none())
        {
            recipes.push((Field::Client, Recipe::Section(sections)));
            return Self { own: columns.len(), recipes };
        }
        let heads = table.heads();
        if has_days && has_clients || heads.is_some() {
            recipes.extend(heads.map(|heads| (Field::Client, heads)));
            return Self { own: columns.len(), recipes };
        }
        if let Some(day) = table.day() {
            recipes.push((Field::Date, day));
        } else if let Some(days) = table.in_year(year, titles).filter(|_| has_clients) {
            recipes.push((Field::Date, Recipe::InYear(days)));
            return Self { own: columns.len(), recipes };
        }
        if let Some(days) = table.days_above_documents() {
            recipes.push((Field::Date, days));
            return Self { own: columns.len(), recipes };
        }
        let nested = table.nested();
        let grouped = if nested.is_empty() { table.group() } else { nested };
        if grouped.is_empty() {
            let above = table.above();
            recipes.extend(if above.is_empty() { table.stepped() } else { above });
        } else {
            recipes.extend(grouped);
        }
        if !recipes.iter().any(|(_, recipe)| recipe.is_above()) {
            recipes.extend(table.dates_above().map(|above| (Field::Date, above)));
        }
        Self { own: columns.len(), recipes }
    }

    /// The same for tables that are not of sales: names that stand in parts.
    pub fn find_in_other(table: TableKind, columns: &[ColumnEvidence<'_>]) -> Self {
        let mapping = dictionary::propose_for(table, columns);
        let named = |&field: &Field| Some((field, Recipe::FullName(FullName::find(columns, mapping.column(field))?)));
        let fields = [Field::Client, Field::Name].iter().filter(|field| table.fields().contains(field));
        let recipes = fields.filter_map(named).collect();
        Self { own: columns.len(), recipes }
    }

    /// The same for a pivot table, whose columns of periods are `sums`; their evidence says nothing of them.
    ///
    /// - **Above**: a column of names is left open where one to its right is filled, and no name stands there twice. Where
    ///   its own rows lack that other name, they must be the sums of the rows below them.
    /// - **Nested**: rows of one column sum up those below them ([`Nested`]).
    pub fn find_in_pivot<'a>(
        rows: impl Iterator<Item = &'a SampleRow>,
        columns: &'a [ColumnEvidence<'a>],
        sums: Vec<usize>,
        marks: Marks,
    ) -> Self {
        let mapping = dictionary::propose_for(TableKind::Pivot, columns);
        let names_clients = |header: &str| header.split(JOINT).any(dictionary::names_client);
        let is_of_clients =
            |column: &ColumnEvidence<'_>| column.kind == ColumnKind::Text && names_clients(column.header);
        let client = mapping.column(Field::Client).or_else(|| columns.iter().position(is_of_clients));
        let Some(client) = client else { return Self::default() };
        let (totals, rows) = totals_and_rows(rows);
        let table = Table { rows, totals, columns, mapping, sums, marks };
        let mut recipes = table.carried();
        if recipes.is_empty() && table.filled(client).count() == table.rows.len() {
            let names: Vec<&str> = table.header(client).split(JOINT).collect();
            let level = |levels: usize| {
                let level = names.iter().rposition(|name| dictionary::names_client(name))?;
                (names.len() == levels).then_some(level)
            };
            let nested = Nested::find(&table.rows, client, &table.sums, marks, level);
            recipes.extend(nested.map(|nested| (Field::Client, Recipe::Nested(nested))));
        }
        Self { own: columns.len(), recipes }
    }
}

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
    fn nested(&self) -> Vec<(Field, Recipe)> {
        let Some(column) = self.of_both().filter(|_| !self.sums.is_empty()) else { return Vec::new() };
        let names: Vec<&str> = self.header(column).split(JOINT).collect();
        let told = |levels: usize| dictionary::most_like_client(&names).filter(|_| names.len() == levels);
        let found = Nested::with_days(&self.rows, column, &self.sums, self.marks, told);
        let recipes = found.map(|(client, day)| [(Field::Client, client), (Field::Date, day)]);
        recipes.into_iter().flatten().map(|(field, nested)| (field, Recipe::Nested(nested))).collect()
    }

    fn group(&self) -> Vec<(Field, Recipe)> {
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
    fn days_above_documents(&self) -> Option<Recipe> {
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

    /// Dates that are written once, above or in the first of the rows of their clients.
    fn dates_above(&self) -> Option<Recipe> {
        // Labels of totals among the dates keep the column from being one of days.
        let (days, client) = (self.mapping.column(Field::Date)?, self.mapping.column(Field::Client)?);
        let has = |record: &Record<'a>, column: usize| !Self::cell(record, column).is_empty();
        let cells: Option<Vec<DateCell>> = self.filled(days).map(dated).collect();
        let are_named = self.rows.iter().all(|record| has(record, days) || has(record, client));
        if !self.is_left_open_in(days, DATES_OPEN_ONE_IN)
            || !are_named
            || !cells.is_some_and(|cells| goes_one_way(&cells))
        {
            return None;
        }
        let inner = self.are_heads(days, |record| has(record, client))?.then_some(client);
        Some(Recipe::Above { column: days, inner })
    }

    /// Whether the rows that fill `outer` sum up those below them; `None` if some of them do and others do not, or if their
    /// sums are others.
    fn are_heads(&self, outer: usize, has_inner: impl Fn(&Record<'a>) -> bool) -> Option<bool> {
        let is_filled = |record: &&Record<'a>| !Self::cell(record, outer).is_empty();
        let filled = self.rows.iter().filter(is_filled).count();
        let heads = self.rows.iter().filter(is_filled).filter(|record| !has_inner(record)).count();
        match heads {
            0 => Some(false),
            _ if heads == filled && self.adds_up(|record| !has_inner(record)) => Some(true),
            _ => None,
        }
    }

    /// Columns of names that are left open below a name, of a pivot table.
    fn carried(&self) -> Vec<(Field, Recipe)> {
        let is_of_names = |&column: &usize| matches!(self.kind(column), ColumnKind::Text | ColumnKind::Identifier);
        let names: Vec<usize> = (0..self.columns.len()).filter(is_of_names).collect();
        let has = |record: &Record<'a>, column: usize| !Self::cell(record, column).is_empty();
        let mut carried: Vec<(Field, Recipe)> = Vec::new();
        let mut outer: Option<usize> = None;
        for (place, &column) in names.iter().enumerate() {
            let right = names.get(place + 1..).unwrap_or_default();
            let is_below = |record: &Record<'a>| right.iter().any(|&right| has(record, right));
            let Some(&next) = right.first().filter(|_| self.is_left_open(column)) else { continue };
            let are_below = self.rows.iter().all(|record| has(record, column) || is_below(record));
            // A name that stands twice is in two groups.
            let begins_anew = outer.map_or_else(
                || self.are_distinct(column),
                |outer| self.rows.iter().all(|record| has(record, column) || !has(record, outer)),
            );
            if !are_below || !begins_anew {
                return Vec::new();
            }
            let Some(are_heads) = self.are_heads(column, is_below) else { return Vec::new() };
            let inner = are_heads.then_some(next);
            if are_heads && right.len() > 1 {
                return Vec::new();
            }
            let field = self.mapping.field(column).or_else(|| inner.map(|_| Field::Group));
            carried.extend(field.map(|field| (field, Recipe::Above { column, inner })));
            outer = Some(column);
        }
        carried
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
        let is_in_groups = is_open_alike || self.are_distinct(client) && (self.are_summed_up(client) || is_by_client());
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
            .map(|(field, column)| (field, Recipe::Above { column, inner: None }))
            .collect()
    }

    /// Clients one column to the left of their documents, as steps of a stair: in rows of their own, which sum up those
    /// below them.
    fn stepped(&self) -> Vec<(Field, Recipe)> {
        let Some(client) = self.mapping.column(Field::Client) else { return Vec::new() };
        let is_head = |record: &Record<'a>| !Self::cell(record, client).is_empty();
        let is_step = |&column: &usize| {
            column != client
                && matches!(self.kind(column), ColumnKind::Text | ColumnKind::Date)
                && self.rows.iter().all(|record| is_head(record) == Self::cell(record, column).is_empty())
        };
        let inner = (0..self.columns.len()).find(is_step).filter(|_| self.is_left_open(client) && self.adds_up(is_head));
        let Some(inner) = inner else { return Vec::new() };
        let beside = |column: usize| Recipe::Above { column, inner: Some(inner) };
        // A second row of the header may stand above the documents.
        let undated = self.filled(inner).filter(|cell| dated(cell).is_none()).count();
        let has_days = self.mapping.column(Field::Date).is_none() && undated < GROUPS_MIN;
        let day = has_days.then(|| (Field::Date, beside(inner)));
        [(Field::Client, beside(client))].into_iter().chain(day).collect()
    }

    /// Whether each name is that of a total as well, but for the last, which the beginning of a file may have cut off.
    fn are_summed_up(&self, column: usize) -> bool {
        let is_summed = |name: &&str| self.totals.iter().any(|label| label.len() > name.len() && label.contains(*name));
        let names: Vec<&str> = self.filled(column).collect();
        names.len() >= GROUPS_MIN && names.iter().take(names.len() - 1).all(is_summed)
    }

    /// Whether the first cell is filled, at least a third of the others are not, and those stand below several names.
    fn is_left_open(&self, column: usize) -> bool {
        self.is_left_open_in(column, OPEN_ONE_IN)
    }

    /// The same where one in so many cells is not filled.
    fn is_left_open_in(&self, column: usize, one_in: usize) -> bool {
        let filled: Vec<bool> = self.rows.iter().map(|record| !Self::cell(record, column).is_empty()).collect();
        let open = filled.iter().filter(|&&is_filled| !is_filled).count();
        let groups = filled.windows(2).filter(|pair| *pair == [true, false]).count();
        filled.first() == Some(&true) && groups >= GROUPS_MIN && open * one_in >= filled.len()
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

    fn in_year<'t>(&self, year: Option<i32>, titles: impl Iterator<Item = &'t str>) -> Option<InYear> {
        let column = self.mapping.column(Field::Date)?;
        InYear::find(column, &self.filled(column).collect::<Vec<_>>(), year, titles)
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
    matches!(Part::of(cell), Part::Date | Part::Document)
}

/// Whether no date stands twice or goes back, in an order of day and month that all of them can have.
fn goes_one_way(cells: &[DateCell]) -> bool {
    [DateOrder::Dmy, DateOrder::Mdy].into_iter().any(|order| {
        let days: Option<Vec<Day>> = cells.iter().map(|cell| cell.resolve(order)).collect();
        days.is_some_and(|days| {
            let pairs = || days.iter().zip(days.iter().skip(1));
            pairs().all(|(left, right)| left < right) || pairs().all(|(left, right)| left > right)
        })
    })
}
