//! Names and dates that are written once, above their rows or in the first of them.

use super::super::calendar::DateCell;
use super::super::field::Field;
use super::super::plan::{ColumnKind, DateOrder};
use super::super::records::Record;
use super::Recipe;
use super::table::{GROUPS_MIN, Table, dated};
use crate::analytics::date::Day;

/// Cells that are left open below a name: one in so many.
const OPEN_ONE_IN: usize = 3;
/// The same below a date, where no date stands twice: many days have one sale only.
const DATES_OPEN_ONE_IN: usize = 5;

impl<'a> Table<'a> {
    /// Dates that are written once, above or in the first of the rows of their clients.
    pub(super) fn dates_above(&self) -> Option<Recipe> {
        // Labels of totals among the dates keep the column from being one of days.
        let (days, client) = (self.mapping.column(Field::Date)?, self.mapping.column(Field::Client)?);
        let has = |record: &Record<'a>, column: usize| !Self::cell(record, column).is_empty();
        let cells: Option<Vec<DateCell>> = self.filled(days).map(dated).collect();
        let are_named = self.rows.iter().all(|record| has(record, days) || has(record, client));
        let one_in = if self.may_share_dates(days) { DATES_OPEN_ONE_IN } else { OPEN_ONE_IN };
        if !self.is_left_open_in(days, one_in) || !are_named || !cells.is_some_and(|cells| goes_one_way(&cells)) {
            return None;
        }
        let inner = self.are_heads(days, |record| has(record, client))?.then_some(client);
        Some(Recipe::Above { column: days, inner })
    }

    /// Whether a date that is missing may be the one above, and not one that is still to come: nothing speaks of payments,
    /// shipments or of how far a sale is.
    fn may_share_dates(&self, days: usize) -> bool {
        const PLAIN: [&str; 8] =
            ["дата", "день", "число", "дата продажи", "date", "day", "sale date", "дата документа"];
        let is_status = |column: usize| {
            let lower = self.header(column).to_lowercase();
            ["стат", "стади", "этап", "оплач", "status", "stage", "state", "paid"]
                .iter()
                .any(|stem| lower.contains(stem))
        };
        // A note that only rows without a date have says why.
        let explains = |column: usize| {
            let is_open = |record: &Record<'a>| Self::cell(record, days).is_empty();
            let is_filled = |record: &Record<'a>| !Self::cell(record, column).is_empty();
            column != days && self.rows.iter().all(|record| is_open(record) == is_filled(record))
        };
        let is_plain = PLAIN.contains(&self.header(days).trim().to_lowercase().as_str());
        is_plain && !(0..self.columns.len()).any(|column| is_status(column) || explains(column))
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
    pub(super) fn carried(&self) -> Vec<(Field, Recipe)> {
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

    pub(super) fn above(&self) -> Vec<(Field, Recipe)> {
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
        let is_in_groups = is_open_alike || self.are_summed_up(client) || self.are_distinct(client) && is_by_client();
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

    /// Names in columns of their own, one a row, as steps of a stair: clients to the left of their documents, or of the
    /// documents and what stands in these, or below whoever sold. Rows of all steps but the last sum up those below them.
    pub(super) fn stepped(&self) -> Vec<(Field, Recipe)> {
        let steps = self.steps();
        let (Some(&outer), Some(&inner)) = (steps.first(), steps.last()) else { return Vec::new() };
        let above = |column: usize| Recipe::Above { column, inner: Some(inner) };
        // A second row of the header may stand above the documents.
        let is_dated =
            |&&column: &&usize| self.filled(column).filter(|cell| dated(cell).is_none()).count() < GROUPS_MIN;
        let day = steps.iter().rfind(is_dated).copied();
        let has_day = || self.mapping.column(Field::Date).is_some_and(|column| !steps.contains(&column));
        let (client, beside) = match (steps.as_slice(), day) {
            (&[client, _], day) if day != Some(client) => (client, None),
            (&[client, document, _], Some(day)) if day == document => (client, None),
            (&[seller, client, document], Some(day)) if day == document => {
                let field = self.mapping.field(seller).filter(|field| *field != Field::Client);
                (client, field.map(|field| (field, above(seller))))
            }
            _ => return Vec::new(),
        };
        let is_named_so = self.mapping.column(Field::Client).is_none_or(|named| named == client);
        if !is_named_so || !self.is_left_open(outer) || !self.are_stairs(&steps) {
            return Vec::new();
        }
        let day = day.filter(|_| !has_day()).map(|day| (Field::Date, above(day)));
        [(Field::Client, above(client))].into_iter().chain(day).chain(beside).collect()
    }

    /// Columns of names of which each row fills one: from that of the clients on, or from the first where nobody is named
    /// so. A row goes down by no more than a step.
    fn steps(&self) -> Vec<usize> {
        let has = |record: &Record<'a>, column: usize| !Self::cell(record, column).is_empty();
        let are_of_names = |&column: &usize| {
            matches!(self.kind(column), ColumnKind::Text | ColumnKind::Date) && !self.sums.contains(&column)
        };
        let first = self.mapping.column(Field::Client);
        let mut steps: Vec<usize> = first.into_iter().collect();
        for column in (0..self.columns.len()).filter(are_of_names).filter(|&column| Some(column) != first) {
            let stands_apart =
                |record: &Record<'a>| !has(record, column) || !steps.iter().any(|&step| has(record, step));
            if self.rows.iter().all(stands_apart) {
                steps.push(column);
            }
        }
        steps.sort_unstable();
        let step = |record: &Record<'a>| steps.iter().position(|&column| has(record, column));
        let mut before = None;
        let goes_down = |record: &Record<'a>| {
            let (now, last) = (step(record), before);
            before = now;
            now.is_some_and(|now| last.map_or(now == 0, |last| now <= last + 1))
        };
        if self.rows.iter().all(goes_down) { steps } else { Vec::new() }
    }

    /// Whether the rows of each step but the last are the sums of those of the next.
    fn are_stairs(&self, steps: &[usize]) -> bool {
        steps.windows(2).all(|pair| {
            let is_on = |record: &&Record<'a>| pair.iter().any(|&column| !Self::cell(record, column).is_empty());
            let is_head =
                |record: &Record<'a>| pair.first().is_some_and(|&outer| !Self::cell(record, outer).is_empty());
            self.adds_up_among(self.rows.iter().filter(is_on), is_head)
        })
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
