//! Pivot tables: one row a client, one column a period.
//!
//! The columns are told from their headers. Columns of longer periods beside shorter ones (`2020` after twelve months)
//! and columns called totals hold sums of others and are not read. Where several measures stand side by side, the one
//! that reads like money is taken, or the one that the user chose.
//!
//! Each filled cell is a sale on the first day of its period; the last period counts as whole.

use super::column::TextCollector;
use super::period::{self, Named, Span, Unit};
use super::report::{Details, Finding, PivotView};
use super::rows::{Cell, Cells, Counted, Refusal, RowsOf, Unread, occurring};
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::dataset::dictionary;
use crate::analytics::dataset::field::Field;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::names::Interner;
use crate::analytics::dataset::placeholder::named;
use crate::analytics::dataset::plan::ReadOptions;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;
use crate::analytics::dataset::table::SalesTable;
use crate::analytics::dataset::total_label::names_total;
use crate::analytics::date::{Day, days_in_month};

/// Columns of periods that make a pivot table.
const COLUMNS_MIN: usize = 2;
/// The year of months without one: any will do, as long as it is the same for all and its February has 28 days.
pub(in crate::analytics::dataset) const YEAR_ASSUMED: i32 = 2001;
/// The same where a column is 29 February.
pub(in crate::analytics::dataset) const LEAP_YEAR_ASSUMED: i32 = 2004;

/// A column of amounts of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodColumn {
    /// Index of the column.
    pub column: usize,
    /// First day of the period.
    pub first: Day,
    /// Last day of the period.
    pub last: Day,
}

/// Which columns of a pivot table are read, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PivotPlan {
    /// Columns of amounts, left to right.
    pub periods: Vec<PeriodColumn>,
    /// What is said of them.
    pub view: PivotView,
    /// Whether no header and no title names the year, so that it is a guess.
    pub year_assumed: bool,
    /// Columns of totals.
    pub totals: u64,
    /// Columns of other measures.
    pub others: u64,
}

/// A column whose header names a period.
#[derive(Debug)]
struct Candidate {
    column: usize,
    named: Named,
}

/// Finds the columns of periods; `None` if the table has none. `is_sums` tells whether the cells of a column can be
/// amounts; `titles` are the cells above the header.
#[must_use]
pub fn plan<'a>(
    headers: &[String],
    is_sums: impl Fn(usize) -> bool,
    titles: impl Iterator<Item = &'a str>,
    options: &ReadOptions,
) -> Option<PivotPlan> {
    let names: Vec<&str> = headers.iter().map(String::as_str).collect();
    // Numbers may be those of anything: whose months they are must be said.
    let is_of_clients = || names.iter().any(|name| dictionary::names_client(name));
    let first_month = period::numbered_months(&names).filter(|_| is_of_clients());
    let read = |column: usize, header: &str| {
        let month = first_month.and_then(|first| u32::try_from((column + 1).checked_sub(first)?).ok());
        let numbered = month.filter(|month| (1..=12).contains(month));
        numbered.map(Named::month).or_else(|| period::read(header))
    };
    let candidates: Vec<Candidate> = names
        .iter()
        .enumerate()
        .filter(|(column, _)| is_sums(*column))
        .filter_map(|(column, header)| Some(Candidate { column, named: read(column, header)? }))
        .collect();
    let (mut totals, mut columns): (Vec<_>, Vec<_>) =
        candidates.into_iter().partition(|candidate| is_total(&candidate.named.measure));
    // Of months and the year that sums them up, the months are read.
    let shortest = columns.iter().map(|candidate| candidate.named.span()).min()?;
    let (finest, longer) = columns.into_iter().partition(|candidate| candidate.named.span() == shortest);
    columns = finest;
    totals.extend(longer);

    let measures = measures_of(&columns);
    let chosen = options.measure.as_ref().and_then(|name| measures.iter().position(|measure| measure == name));
    let chosen = chosen.unwrap_or_else(|| dictionary::most_like_money(&measures));
    let all = columns.len();
    if let Some(name) = measures.get(chosen) {
        columns.retain(|candidate| candidate.named.measure == *name);
    }
    let others = all - columns.len();

    let is_dated = |named: &Named| named.year.is_some() || matches!(named.unit, Unit::Day(_));
    let has_years = columns.iter().all(|candidate| is_dated(&candidate.named));
    let turn = turn_of_year(&columns);
    let title_year = titles.filter_map(|title| period::first_year_in(title, turn.is_some())).next();
    let known_year = options.year.or(title_year);
    let year_assumed = !has_years && known_year.is_none();
    // Without a year they may as well be numbers of questions.
    let are_numbers = |candidate: &Candidate| {
        headers.get(candidate.column).is_some_and(|header| period::is_day_and_month(header.trim()))
    };
    if year_assumed && columns.iter().all(are_numbers) {
        return None;
    }
    let is_common = columns.iter().all(|candidate| candidate.named.days(YEAR_ASSUMED).is_some());
    let first_year = known_year.unwrap_or(if is_common { YEAR_ASSUMED } else { LEAP_YEAR_ASSUMED });
    let mut periods: Vec<PeriodColumn> = Vec::new();
    for (place, Candidate { column, named }) in columns.iter().enumerate() {
        let years_on = i32::from(turn.is_some_and(|turn| place >= turn));
        let Some((first, last)) = named.days(first_year + years_on) else { continue };
        // A period that stands there twice is rather a total or a copy.
        if periods.iter().all(|known| known.first != first) {
            periods.push(PeriodColumn { column: *column, first, last });
        }
    }
    let span = widen(shortest, &mut periods);
    if periods.len() < COLUMNS_MIN {
        return None;
    }
    let view = PivotView {
        span,
        columns: periods.len() as u64,
        first: periods.iter().map(|period| period.first).min()?,
        last: periods.iter().map(|period| period.last).max()?,
        measures,
        measure: chosen,
    };
    let totals = totals.len() + total_columns(headers);
    Some(PivotPlan { periods, view, year_assumed, totals: totals as u64, others: others as u64 })
}

/// Where the second year begins among periods that name none: `Ноябрь;Декабрь;Январь;Февраль`. Where a period stands
/// there twice it is rather a copy than one of another year.
fn turn_of_year(columns: &[Candidate]) -> Option<usize> {
    let numbers: Option<Vec<u32>> = columns.iter().map(|candidate| candidate.named.number_in_year()).collect();
    let numbers = numbers?;
    let distinct: std::collections::BTreeSet<u32> = numbers.iter().copied().collect();
    let mut falls = numbers.iter().zip(numbers.iter().skip(1)).enumerate().filter(|(_, (left, right))| left > right);
    let (place, _) = falls.next()?;
    (falls.next().is_none() && distinct.len() == numbers.len()).then_some(place + 1)
}

/// Days that are all the first of a month stand for months, and days a week apart for weeks.
fn widen(span: Span, periods: &mut [PeriodColumn]) -> Span {
    if span != Span::Day || periods.len() < COLUMNS_MIN {
        return span;
    }
    if periods.iter().all(|period| period.first.to_ymd().2 == 1) {
        for period in periods.iter_mut() {
            let (year, month, _) = period.first.to_ymd();
            period.last = Day::from_ymd(year, month, days_in_month(year, month)).unwrap_or(period.first);
        }
        return Span::Month;
    }
    let mut days: Vec<i32> = periods.iter().map(|period| period.first.0).collect();
    days.sort_unstable();
    if days.iter().zip(days.iter().skip(1)).all(|(left, right)| (right - left) % 7 == 0) {
        periods.iter_mut().for_each(|period| period.last = Day(period.first.0 + 6));
        return Span::Week;
    }
    span
}

/// The measures of the columns, each once, in file order; empty where headers name periods alone.
fn measures_of(columns: &[Candidate]) -> Vec<String> {
    let mut measures: Vec<String> = Vec::new();
    for Candidate { named, .. } in columns {
        if !measures.contains(&named.measure) {
            measures.push(named.measure.clone());
        }
    }
    if measures.len() > 1 { measures } else { Vec::new() }
}

fn is_total(measure: &str) -> bool {
    measure.split([' ', '/']).any(|word| {
        let word = word.to_lowercase();
        ["итого", "всего", "итог", "total", "subtotal", "sum"].contains(&word.as_str())
    })
}

/// Columns that are called a total and name no period.
fn total_columns(headers: &[String]) -> usize {
    headers.iter().filter(|header| period::read(header).is_none() && is_total(header)).count()
}

/// Groups that are kept open, within each other.
const GROUPS_MAX: usize = 8;

/// Takes the rows of a pivot table.
#[derive(Debug)]
pub(super) struct PivotRows {
    cells: Cells,
    plan: PivotPlan,
    client: usize,
    /// The column that is empty in rows which sum up those below them.
    heads: Option<usize>,
    table: SalesTable,
    clients: Interner,
    extras: Vec<(Field, usize, TextCollector)>,
    /// Sums of the columns so far.
    sums: Vec<Sum>,
    /// The same of the groups that are open, the outermost first: groups have totals of their own. The first has no name:
    /// it is the rows since its latest total.
    groups: Vec<Vec<Sum>>,
    takes_sums: bool,
    counted: Counted,
}

/// A cell of a column of a period.
type PivotCell = Cell<(Amount, bool)>;

impl PivotRows {
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        let plan = layout.pivot.clone()?;
        let texts = [Field::Product, Field::Group, Field::Source, Field::Manager];
        let extra = |field| Some((field, layout.mapping.column(field)?, TextCollector::default()));
        Some(Self {
            cells: Cells::new(layout),
            client: layout.mapping.column(Field::Client)?,
            heads: layout.derived.head_column(),
            table: SalesTable::default(),
            clients: Interner::default(),
            extras: texts.into_iter().filter_map(extra).collect(),
            sums: vec![Sum::ZERO; plan.periods.len()],
            groups: vec![vec![Sum::ZERO; plan.periods.len()]],
            takes_sums: layout.keep_total_rows,
            counted: Counted::default(),
            plan,
        })
    }

    pub(super) fn take(&mut self, record: &Record<'_>, unread: &mut Unread) -> Result<(), Refusal> {
        let amounts = self.amounts(record);
        if !self.takes_sums && self.heads.is_some_and(|column| record.trimmed(column).is_empty()) {
            self.end_group();
            return Err(Refusal::whole(Reason::TotalRow));
        }
        let client = named(record.trimmed(self.client));
        let may_be_total = !self.takes_sums && (client.is_empty() || names_total(client));
        if may_be_total && are_sums(&amounts, &self.sums) {
            self.end_group();
            return Err(Refusal::whole(Reason::TotalRow));
        }
        if may_be_total && let Some(ended) = self.groups.iter().rposition(|sums| are_sums(&amounts, sums)) {
            self.end_groups(ended);
            return Err(Refusal::whole(Reason::TotalRow));
        }
        if !client.is_empty() && amounts.iter().all(|cell| *cell == Cell::Empty) {
            // It may name the group of the rows below it.
            self.begin_group();
        }
        let Some(sum) = sum_of(&amounts) else {
            let bad = amounts.iter().position(|cell| *cell == Cell::Unreadable);
            let column = self.plan.periods.get(bad.unwrap_or(0)).map(|period| period.column);
            let reason = if bad.is_some() { Reason::BadAmount } else { Reason::EmptyCell };
            return Err(Refusal { column, ..Refusal::whole(reason) });
        };
        let id = if client.is_empty() { SalesTable::NO_CLIENT } else { self.clients.intern(client) };
        if client.is_empty() {
            self.counted.without_client.0 += 1;
            self.counted.without_client.1 += sum;
        }
        self.counted.total += sum;
        for (place, (period, cell)) in self.plan.periods.iter().zip(&amounts).enumerate() {
            let (amount, rounded) = match *cell {
                Cell::Empty => continue,
                Cell::Unreadable => {
                    unread.push(record.line, period.column, record.get(period.column).unwrap_or_default());
                    continue;
                }
                Cell::Read(read) => read,
            };
            let sums = self.groups.iter_mut().chain([&mut self.sums]);
            sums.filter_map(|sums| sums.get_mut(place)).for_each(|sum| *sum += amount);
            self.counted.rounded += u64::from(rounded);
            if amount < Amount::ZERO {
                self.counted.returns.0 += 1;
                self.counted.returns.1 += amount;
            }
            self.table.client.push(id);
            self.table.day.push(period.first);
            self.table.amount.push(amount);
            for (_, column, texts) in &mut self.extras {
                texts.push(record.get(*column).unwrap_or_default());
            }
        }
        Ok(())
    }

    fn amounts(&self, record: &Record<'_>) -> Vec<PivotCell> {
        self.plan.periods.iter().map(|period| self.cells.amount(record, period.column)).collect()
    }

    /// The sum of a row over all periods.
    pub(super) fn money(&self, record: &Record<'_>) -> Option<Sum> {
        sum_of(&self.amounts(record))
    }

    /// After a row of totals another group begins.
    pub(super) fn end_group(&mut self) {
        self.end_groups(0);
    }

    /// Ends the group of this place, and those within it.
    fn end_groups(&mut self, place: usize) {
        self.groups.truncate(place.max(1));
        if place == 0 {
            self.groups.iter_mut().for_each(|sums| sums.fill(Sum::ZERO));
        }
    }

    /// Begins a group within those that are open. Most rows without a sum are clients without sales, and end nowhere.
    fn begin_group(&mut self) {
        if self.groups.len() >= GROUPS_MAX {
            self.groups.remove(1);
        }
        self.groups.push(vec![Sum::ZERO; self.plan.periods.len()]);
    }

    pub(super) fn finish(mut self) -> (RowsOf, Details, Counted) {
        self.table.client_names = self.clients.into_names();
        self.table.reaches = Some(self.plan.view.last);
        for (field, _, texts) in self.extras {
            self.table.extras.set_text(field, texts.finish());
        }
        let details = Details {
            findings: occurring([
                (Finding::TotalColumns, self.plan.totals),
                (Finding::OtherMeasures, self.plan.others),
            ]),
            free_columns: self.plan.periods.iter().map(|period| period.column).collect(),
            pivot: Some(self.plan.view),
            ..Details::default()
        };
        (RowsOf::Sales(Box::new(self.table)), details, self.counted)
    }
}

/// The sum of the cells that can be read; `None` if none can.
fn sum_of(amounts: &[PivotCell]) -> Option<Sum> {
    amounts.iter().filter_map(|cell| Some(Sum::from(cell.value()?.0))).reduce(|sum, amount| sum + amount)
}

/// Whether the cells are these sums.
fn are_sums(amounts: &[PivotCell], sums: &[Sum]) -> bool {
    sums.iter().any(|sum| *sum != Sum::ZERO)
        && amounts.iter().zip(sums).all(|(cell, sum)| match cell {
            Cell::Empty => *sum == Sum::ZERO,
            Cell::Unreadable => false,
            Cell::Read((amount, _)) => Sum::from(*amount) == *sum,
        })
}
