//! Names in one column whose rows sum up the rows below them: a client above its products, or a manager above clients, as
//! a pivot table of a spreadsheet has them in its compact form, and 1C in its reports.
//!
//! No sign tells the levels apart once such a table is text: only sums do. A row is a head if the rows below it make its
//! sum in every column, and the whole table must fall into such groups, all of the same depth. A head without a group of
//! several rows would look like any row that repeats the one before it, so that there must be groups of several.

use super::super::marks::Marks;
use super::super::records::Record;
use super::super::total_label::names_total;
use super::sums_of;
use super::table::dated;
use crate::analytics::amount::Sum;

/// Levels of names: heads in one or two levels, and what they sum up.
const LEVELS: std::ops::RangeInclusive<usize> = 2..=3;
/// Groups that must have ended: one may be a chance.
const GROUPS_MIN: u64 = 2;

/// How names lie in each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nested {
    /// The column of names.
    pub(super) column: usize,
    levels: usize,
    /// The level of clients, from the outermost.
    level: usize,
    /// The column that is given of them: their own, or that of the days beside them.
    shown: usize,
    /// Columns of sums.
    sums: Vec<usize>,
    marks: Marks,
    /// Whether the innermost names are documents or days.
    is_dated: bool,
}

impl Nested {
    /// How the names of `column` lie in each other, by the sums of the columns `sums`; `None` where they do not. `level`
    /// is that of clients where the header tells it, of as many levels as are given.
    pub(super) fn find(
        rows: &[Record<'_>],
        column: usize,
        sums: &[usize],
        marks: Marks,
        told: impl Fn(usize) -> Option<usize>,
    ) -> Option<Self> {
        LEVELS.into_iter().find_map(|levels| {
            let (mut nested, names) = Self::of_levels(rows, column, sums, marks, levels)?;
            nested.level = told(levels).unwrap_or_else(|| level_of_clients(&names));
            Some(nested)
        })
    }

    /// The same for so many levels, with the names of each; the innermost is taken for that of clients.
    fn of_levels<'a>(
        rows: &[Record<'a>],
        column: usize,
        sums: &[usize],
        marks: Marks,
        levels: usize,
    ) -> Option<(Self, Vec<Vec<&'a str>>)> {
        let nested =
            Self { column, levels, level: levels - 1, shown: column, sums: sums.to_vec(), marks, is_dated: false };
        let mut open = Open::default();
        let mut names: Vec<Vec<&str>> = vec![Vec::new(); levels];
        for record in rows {
            let depth = open.heads.len();
            let is_leaf = !open.take(&nested, record).is_empty();
            let place = if is_leaf { levels - 1 } else { depth };
            names.get_mut(place).into_iter().for_each(|names| names.push(record.trimmed(column)));
        }
        open.are_groups(rows.len()).then_some((nested, names))
    }

    /// The client and the day of sales in a column of clients, their documents, and what stands in these; or of clients, their
    /// contracts, and the documents of these. One level below the outermost, and no other but that of contracts, is all
    /// dates. `told` is the level of clients where the header tells it.
    pub(super) fn with_days(
        rows: &[Record<'_>],
        column: usize,
        sums: &[usize],
        marks: Marks,
        told: impl Fn(usize) -> Option<usize>,
    ) -> Option<(Self, Self)> {
        let levels = *LEVELS.end();
        let (nested, names) = Self::of_levels(rows, column, sums, marks, levels)?;
        let are_dated = |names: &Vec<&str>| names.iter().all(|name| dated(name).is_some());
        let days = names.iter().rposition(are_dated).filter(|&level| level > 0)?;
        // Names above documents alone need no sums to be told.
        if days + 1 == levels && names.iter().filter(|names| are_dated(names)).count() == 1 {
            return None;
        }
        let level = told(levels).filter(|&level| level < days).unwrap_or(0);
        let are_names = names.get(level).is_some_and(|names| names.iter().all(|name| dated(name).is_none()));
        are_names.then(|| {
            let is_dated = days + 1 == levels;
            (Self { level, is_dated, ..nested.clone() }, Self { level: days, is_dated, ..nested })
        })
    }

    /// The same where the days of documents stand beside them in a column of their own, and beside nothing else.
    pub(super) fn with_days_beside(
        rows: &[Record<'_>],
        (column, days): (usize, usize),
        sums: &[usize],
        marks: Marks,
    ) -> Option<(Self, Self)> {
        let levels = *LEVELS.end();
        let (nested, _) = Self::of_levels(rows, column, sums, marks, levels)?;
        // Of levels 0, 1 and 2, days stand beside those in the middle.
        let level = levels - 2;
        let mut open = Open::default();
        let mut stand_beside = rows.iter().map(|record| {
            let depth = open.heads.len();
            let is_head = open.take(&nested, record).is_empty();
            let is_dated = dated(record.trimmed(days)).is_some();
            is_dated == (is_head && depth == level) && (is_dated || record.trimmed(days).is_empty())
        });
        stand_beside.all(|it| it).then(|| {
            let day = Self { level, shown: days, ..nested.clone() };
            (Self { level: level - 1, ..nested }, day)
        })
    }

    /// Whether names lie below those of clients: what they bought.
    pub(super) const fn has_names_below(&self) -> bool {
        self.level + 1 < self.levels && !self.is_dated
    }

    /// The column beside the names whose cells are given in their place.
    pub(super) fn beside(&self) -> Option<usize> {
        (self.shown != self.column).then_some(self.shown)
    }

    /// Levels from the outermost to that of clients.
    pub(super) const fn level(&self) -> usize {
        self.level
    }
}

/// Clients stand once in such a table, what they bought stands below many of them: the innermost level whose names all
/// differ is theirs.
fn level_of_clients(names: &[Vec<&str>]) -> usize {
    let are_distinct = |names: &Vec<&str>| {
        let distinct: std::collections::BTreeSet<&str> = names.iter().copied().collect();
        distinct.len() == names.len()
    };
    names.iter().rposition(are_distinct).unwrap_or(0)
}

/// The heads above a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Open {
    heads: Vec<Head>,
    /// Names of the row before, from the outermost.
    path: Vec<String>,
    /// Outermost groups that have ended, their rows, and whether one has several.
    groups: u64,
    rows_done: usize,
    rows: usize,
    has_several: bool,
}

/// A row that sums up rows below it.
#[derive(Clone, Debug)]
struct Head {
    name: String,
    /// What is missing to its sums.
    rest: Vec<Sum>,
    rows: usize,
}

impl Open {
    /// The client of a row; nothing for a row that sums up others.
    pub(super) fn take(&mut self, nested: &Nested, record: &Record<'_>) -> &str {
        self.rows += 1;
        let name = record.trimmed(nested.column);
        if name.is_empty() || names_total(name) {
            return "";
        }
        let name = record.trimmed(nested.shown);
        let amounts = sums_of(record, &nested.sums, nested.marks);
        let is_zero = amounts.iter().all(|amount| *amount == Sum::ZERO);
        if is_zero {
            // It may stand at the end of a group that has its sum already; then the names above it are those of the row before.
            if self.heads.len() + 1 == nested.levels {
                self.path = self.heads.iter().map(|head| head.name.clone()).collect();
            }
            self.path.truncate(nested.levels - 1);
            self.path.push(name.to_owned());
            return self.path.get(nested.level).map_or("", String::as_str);
        }
        if self.heads.len() + 1 < nested.levels {
            self.heads.push(Head { name: name.to_owned(), rest: amounts, rows: 0 });
            return "";
        }
        self.path.clear();
        for head in &mut self.heads {
            head.rows += 1;
            head.rest.iter_mut().zip(&amounts).for_each(|(rest, amount)| *rest = *rest - *amount);
            self.path.push(head.name.clone());
        }
        self.path.push(name.to_owned());
        while let Some(head) = self.heads.pop_if(|head| head.rest.iter().all(|rest| *rest == Sum::ZERO)) {
            self.has_several |= head.rows > 1;
        }
        if self.heads.is_empty() {
            self.groups += 1;
            self.rows_done = self.rows;
        }
        self.path.get(nested.level).map_or("", String::as_str)
    }

    /// Whether all heads so far have been the sums of what stood below them.
    pub(super) const fn adds_up(&self) -> bool {
        self.heads.is_empty()
    }

    /// Whether the rows fall into groups. The last group of the beginning of a file may go on beyond it.
    fn are_groups(&self, rows: usize) -> bool {
        self.groups >= GROUPS_MIN && self.has_several && (self.adds_up() || self.rows_done * 2 >= rows)
    }
}
