//! Which columns are made for a table: what must be seen in its rows.

use super::super::dictionary::{self, ColumnEvidence};
use super::super::field::Field;
use super::super::kinds::TableKind;
use super::super::kinds::period::JOINT;
use super::super::marks::Marks;
use super::super::plan::{ColumnKind, DecimalMark};
use super::super::sample::SampleRow;
use super::discounted::Discounted;
use super::ditto::is_ditto;
use super::full_name::FullName;
use super::nested::Nested;
use super::summed::Summed;
use super::table::{Table, totals_and_rows};
use super::{Derived, Recipe};

/// Share of rows with a name from which there are no groups of rows without one.
const FILLED_SHARE_MAX: f64 = 0.75;

impl Derived {
    /// The columns that make sales of a table that is none without them; none where it needs none. How numbers are read is
    /// told by `marks` of the columns that hold them; a year that no date names by `years`: the one that is known, and
    /// titles that may name it.
    ///
    /// - **Ditto**: cells of clients or days say that they are those above ([`super::ditto`]).
    /// - **Group**: there is no column of days and none of clients but one, which holds both: it begins with a name, and at
    ///   least a third of its cells are dates, months or documents with their day. Or days stand there in parts below
    ///   their years ([`super::outline::Outline`]), or above the clients whose sums they are.
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
    /// - **InYear**: the column of days names no year ([`Table::in_year`]).
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
        let summed = Summed::find(columns, &mapping, rows.clone().map(SampleRow::record), &marks);
        recipes.extend(summed.map(|columns| (Field::Amount, Recipe::Summed(columns))));
        let full_name = FullName::find(columns, mapping.column(Field::Client));
        recipes.extend(full_name.map(|name| (Field::Client, Recipe::FullName(name))));
        let is_ditto = |column: usize| rows.clone().any(|row| row.record().get(column).is_some_and(is_ditto));
        let dittos = [Field::Client, Field::Date].into_iter().filter_map(|field| Some((field, mapping.column(field)?)));
        let dittos: Vec<_> = dittos.filter(|&(_, column)| is_ditto(column)).collect();
        if !dittos.is_empty() {
            recipes.extend(dittos.into_iter().map(|(field, column)| (field, Recipe::Ditto { column })));
            return Self { own: columns.len(), recipes };
        }
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
