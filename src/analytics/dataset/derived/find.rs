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
        let at = |field| mapping.column(field).and_then(|column| columns.get(column));
        let dittos: Vec<_> = [Field::Client, Field::Date]
            .into_iter()
            .filter_map(|field| Some((field, mapping.column(field)?)))
            .filter(|&(_, column)| rows.clone().any(|row| row.record().get(column).is_some_and(is_ditto)))
            .map(|(field, column)| (field, Recipe::Ditto { column }))
            .collect();
        let has_days = at(Field::Date)
            .is_some_and(|column| column.kind == ColumnKind::Date && column.filled_share > FILLED_SHARE_MAX);
        let has_clients = at(Field::Client).is_some_and(|column| column.filled_share > FILLED_SHARE_MAX);
        let is_each_dated = at(Field::Date).is_some_and(|column| column.filled_share >= 1.0);
        let may_have_orders = at(Field::Product).is_some_and(|column| column.filled_share < 1.0);
        let is_plain = has_days && has_clients && is_each_dated && !may_have_orders;
        // Nearly every table is plain: it is not looked at any further.
        if !dittos.is_empty() || is_plain {
            recipes.extend(dittos);
        } else {
            let sums = mapping.column(Field::Amount).into_iter().collect();
            let (totals, rows) = totals_and_rows(rows);
            let table = Table { rows, totals, columns, mapping, sums, marks: marks_of_sums };
            recipes.extend(table.names_and_days((has_clients, has_days), (year, titles)));
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

/// What is made for one look at the rows; nothing where they do not look so.
type Found = Vec<(Field, Recipe)>;

impl Table<'_> {
    /// The columns that say who bought and when, where those of the file do not, or name them above other rows only.
    fn names_and_days<'t>(
        &self,
        (has_clients, has_days): (bool, bool),
        (year, titles): (Option<i32>, impl Iterator<Item = &'t str> + Clone),
    ) -> Found {
        let one = |field: Field, recipe: Option<Recipe>| recipe.map(|recipe| (field, recipe)).into_iter().collect();
        let names_nobody = self.mapping.column(Field::Client).is_none();
        let sections = || self.sections(titles.clone()).filter(|_| names_nobody).map(Recipe::Section);
        let whole =
            first_found(&[&|| self.orders(), &|| one(Field::Client, sections()), &|| one(Field::Client, self.heads())]);
        if !whole.is_empty() || has_clients && has_days {
            return whole;
        }
        let mut found: Found = one(Field::Date, self.day());
        let in_year = || self.in_year(year, titles.clone()).filter(|_| has_clients && found.is_empty());
        let days = first_found(&[&|| one(Field::Date, in_year().map(Recipe::InYear)), &|| {
            one(Field::Date, self.days_above_documents())
        }]);
        if !days.is_empty() {
            found.extend(days);
            return found;
        }
        found.extend(first_found(&[&|| self.nested(), &|| self.group(), &|| self.above(), &|| self.stepped()]));
        if !found.iter().any(|(_, recipe)| recipe.is_above()) {
            found.extend(one(Field::Date, self.dates_above()));
        }
        found
    }
}

/// What the first look that finds anything has found.
fn first_found(looks: &[&dyn Fn() -> Found]) -> Found {
    looks.iter().map(|look| look()).find(|found| !found.is_empty()).unwrap_or_default()
}
