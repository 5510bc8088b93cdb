//! The header of a table: one row, or up to three with merged cells, joined.

use super::kinds::period::{self, JOINT, Span};
use super::records::Record;
use super::sample::{Sample, SampleRow};
use super::{calendar, number};

/// Rows that a header has at the most: years, months, measures.
const ROWS_MAX: usize = 3;

/// The rows of a header, top to bottom; none if the first row of the file is data already.
#[derive(Clone, Debug, Default)]
pub struct Header<'a> {
    rows: Vec<&'a SampleRow>,
}

impl<'a> Header<'a> {
    /// The header of a sample: what the user decided (its last row), else the first row that is about as wide as the
    /// table and reads like names, not like data, with the rows that belong to it above and below.
    pub fn find(sample: &'a Sample, decided: Option<u64>) -> Self {
        let place = |line: u64| sample.rows.iter().position(|row| row.line == line);
        let Some(main) = decided.map_or_else(|| main_row(sample), place) else { return Self::default() };
        let row = |place: usize| sample.rows.get(place);
        let (mut top, mut bottom) = (main, main);
        if decided.is_none() {
            while bottom - main + 1 < ROWS_MAX
                && let (Some(above), Some(below)) = (row(bottom), row(bottom + 1))
                && {
                    let data = sample.rows.get(bottom + 2..).unwrap_or_default();
                    goes_on_below(above, below, data) || names_group(above, below, data) || names_answers(above, below)
                }
            {
                bottom += 1;
            }
        }
        while bottom - top + 1 < ROWS_MAX
            && let (Some(above), Some(below)) = (top.checked_sub(1).and_then(row), row(top))
            && belongs_above(above, below)
        {
            top -= 1;
        }
        Self { rows: sample.rows.get(top..=bottom).unwrap_or_default().iter().collect() }
    }

    /// Line of its first row.
    pub fn first_line(&self) -> Option<u64> {
        self.rows.first().map(|row| row.line)
    }

    /// Line of its last row: data begins below.
    pub fn last_line(&self) -> Option<u64> {
        self.rows.last().map(|row| row.line)
    }

    /// Columns up to the last one with a name.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.width()).max().unwrap_or(0)
    }

    /// Cells of its widest row, those without a name at the end included.
    pub fn places(&self) -> usize {
        self.rows.iter().map(|row| row.record().len()).max().unwrap_or(0)
    }

    /// The name of a column: its cells from top to bottom, where merged cells stand for all columns under them.
    pub fn name(&self, column: usize) -> String {
        let mut parts: Vec<&str> = Vec::new();
        for (place, row) in self.rows.iter().enumerate() {
            let own = cell(row, column);
            let below = self.rows.get(place + 1..).unwrap_or_default();
            let is_filled_below = |column: usize| below.iter().any(|row| !cell(row, column).is_empty());
            let part = if own.is_empty() && is_filled_below(column) {
                // A cell spreads over the columns to its right if it spreads over anything at all.
                let origin = (0..column).rev().find(|&left| !cell(row, left).is_empty());
                origin.filter(|&left| is_filled_below(left)).map_or("", |left| cell(row, left))
            } else {
                own
            };
            let says_nothing = place > 0 && is_word_for_answer(part);
            if !part.is_empty() && !says_nothing && parts.last() != Some(&part) {
                parts.push(part);
            }
        }
        parts.join(JOINT)
    }
}

fn cell(row: &SampleRow, column: usize) -> &str {
    row.record().get(column).map_or("", str::trim)
}

/// The cell, unless it repeats the one before it: a merged cell of a workbook stands in all its columns.
fn own(row: &SampleRow, column: usize) -> &str {
    let text = cell(row, column);
    let is_repeated = column.checked_sub(1).is_some_and(|before| cell(row, before) == text);
    if is_repeated { "" } else { text }
}

/// Whether a cell is a number or a date.
pub fn is_value(cell: &str) -> bool {
    number::looks_numeric(cell) || calendar::parse(cell).is_some()
}

/// Whether a cell of a row is a number or a date.
fn has_values(row: &SampleRow) -> bool {
    row.record().iter().any(|cell| is_value(cell.trim()))
}

fn main_row(sample: &Sample) -> Option<usize> {
    let (modal, _) = sample.modal_width();
    // Trailing separators make the table look wider than it is.
    let filled = sample.rows.iter().map(SampleRow::filled).max().unwrap_or(0).min(modal);
    let enough = (filled * 3).div_ceil(5).max(2);
    let place = sample.rows.iter().position(|row| row.filled() >= enough)?;
    let place = names_below(sample, place, filled).unwrap_or(place);
    let candidate = sample.rows.get(place)?;
    let cells = || (0..candidate.record().len()).map(|column| own(candidate, column)).filter(|cell| !cell.is_empty());
    let data_like = cells().filter(|cell| is_value(cell)).count();
    let below = sample.rows.get(place + 1..).unwrap_or_default();
    if data_like * 2 < cells().count() || names_periods(candidate, below) {
        return Some(place);
    }
    names_in_rows_above(sample, place, enough)
}

/// The row right above the data at `place` if it and those above it together name `enough` columns: merged cells may leave
/// each of them narrow. There are no values in them.
fn names_in_rows_above(sample: &Sample, place: usize, enough: usize) -> Option<usize> {
    let last = place.checked_sub(1)?;
    let above = sample.rows.get(place.saturating_sub(ROWS_MAX)..place)?;
    let line = sample.rows.get(place)?.line;
    let rows = above
        .iter()
        .rev()
        .zip(1..)
        .take_while(|(row, up)| row.line + up == line && row.filled() > 1 && !has_values(row));
    let rows: Vec<&SampleRow> = rows.map(|(row, _)| row).collect();
    let width = rows.iter().map(|row| row.width()).max().unwrap_or(0);
    let named = (0..width).filter(|&column| rows.iter().any(|row| !cell(row, column).is_empty())).count();
    (rows.len() > 1 && named >= enough).then_some(last)
}

/// The row of names below one at `place` that leaves columns open: titles in pairs (`Period:;February`) can be as wide
/// as the header of a narrow table. It is the first that fills all columns, has no values, and stands over some.
fn names_below(sample: &Sample, place: usize, all: usize) -> Option<usize> {
    if sample.rows.get(place)?.filled() >= all {
        return None;
    }
    let mut below = sample.rows.iter().enumerate().skip(place + 1);
    let (names, row) = below.find(|(_, row)| row.filled() >= all)?;
    let (_, first) = below.find(|(_, row)| row.filled() > 0)?;
    (!has_values(row) && has_values(first)).then_some(names)
}

/// Whether a row names periods over columns of numbers: `Клиент;2019;2020`, `Клиент;01.01.2020;01.02.2020`.
fn names_periods(row: &SampleRow, below: &[SampleRow]) -> bool {
    let record = row.record();
    let first = record.get(0).map_or("", str::trim);
    if !first.is_empty() && is_value(first) {
        return false;
    }
    if period::numbered_months(&record.iter().collect::<Vec<_>>()).is_some() {
        return true;
    }
    let periods: Vec<(usize, Span)> =
        (0..record.len()).filter_map(|column| Some((column, period::read(own(row, column))?.span()))).collect();
    let filled = (0..record.len()).filter(|&column| !own(row, column).is_empty()).count();
    let distinct: std::collections::BTreeSet<&str> = periods.iter().map(|(column, _)| cell(row, *column)).collect();
    let are_sums = |(column, _): &(usize, Span)| {
        let filled = || below.iter().map(|row| cell(row, *column)).filter(|cell| !cell.is_empty());
        let sums = filled().filter(|cell| number::looks_numeric(cell) && period::read(cell).is_none()).count();
        sums * 2 >= filled().count()
    };
    // Below the names of several measures the same periods stand once for each.
    let stand_alike = distinct.len() >= 2 && periods.len().is_multiple_of(distinct.len());
    periods.len() * 2 >= filled && stand_alike && periods.iter().all(are_sums)
}

/// Whether `above` spreads its cells over those of `below`: years over months, months over measures.
fn belongs_above(above: &SampleRow, below: &SampleRow) -> bool {
    let width = above.width().max(below.width());
    let filled: Vec<usize> = (0..width).filter(|&column| !cell(above, column).is_empty()).collect();
    if above.line + 1 != below.line || !filled.iter().any(|&column| column > 0) {
        return false;
    }
    let names_what_below_does_not = filled.iter().any(|&column| cell(below, column).is_empty());
    let names: Vec<&str> = (0..width).map(|column| cell(below, column)).filter(|cell| !cell.is_empty()).collect();
    let distinct: std::collections::BTreeSet<&str> = names.iter().copied().collect();
    let spreads = filled.iter().any(|&column| column > 0 && !cell(below, column).is_empty());
    spreads && (names_what_below_does_not || distinct.len() < names.len())
}

/// Whether the header goes on in `below`: it names what `above` leaves open, over columns of numbers or days.
fn goes_on_below(above: &SampleRow, below: &SampleRow, data: &[SampleRow]) -> bool {
    let columns: Vec<usize> = (0..below.width()).filter(|&column| !cell(below, column).is_empty()).collect();
    let opens = columns.iter().any(|&column| own(above, column).is_empty());
    let is_name = |&column: &usize| !is_value(cell(below, column)) || period::read(cell(below, column)).is_some();
    // It may go on once more.
    let skipped = usize::from(data.first().is_some_and(|row| !has_values(row)));
    let stands_over_values = |&&column: &&usize| {
        let mut filled = data.iter().skip(skipped).map(|row| cell(row, column)).filter(|cell| !cell.is_empty());
        filled.next().is_some_and(is_value)
    };
    below.line == above.line + 1
        && opens
        && columns.iter().all(is_name)
        && columns.iter().filter(stands_over_values).count() * 2 >= columns.len()
}

/// Words that head a column in which names and documents stand below each other.
const GROUPS: [&str; 23] = [
    "контрагент",
    "покупатель",
    "клиент",
    "заказчик",
    "договор",
    "менеджер",
    "номенклатура",
    "организация",
    "подразделение",
    "регистратор",
    "документ",
    "период",
    "день",
    "месяц",
    "дата",
    // «По дням», «По месяцам».
    "по",
    "customer",
    "client",
    "document",
    "period",
    "date",
    "day",
    "month",
];

/// Those of them that any table may have over its days.
const DAYS: [&str; 5] = ["дата", "по", "date", "day", "month"];

/// Whether `below` names what stands within the groups that `above` names, in the same column or in one to its right, as 1C
/// does: a row of the header for each group («Контрагент», below it «Регистратор»), over a column of names.
fn names_group(above: &SampleRow, below: &SampleRow, data: &[SampleRow]) -> bool {
    let column = (0..below.width()).find(|&column| !cell(below, column).is_empty()).unwrap_or(0);
    // Of groups that stand as steps of a stair each has a column of its own.
    let outer = (0..=column).rev().find(|&outer| !cell(above, outer).is_empty()).unwrap_or(column);
    let is_group = |row: &SampleRow, column: usize| {
        let lower = cell(row, column).to_lowercase();
        GROUPS.contains(&lower.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default())
    };
    // «Контрагент: Ромашка» is data, and so is what goes on with a name below a date: «Организация Вега».
    let is_below_day = DAYS.contains(&cell(above, outer).to_lowercase().split_whitespace().next().unwrap_or_default());
    let is_word = |text: &str| text.chars().all(char::is_alphabetic);
    let is_name = |text: &str| !text.contains(':') && (!is_below_day || is_word(text));
    let is_alone = |row: &SampleRow| row.filled() == 1 && is_group(row, column) && is_name(cell(row, column));
    // Names of groups may stand alone above it.
    let first = data.iter().find(|row| row.filled() > 1);
    below.line == above.line + 1 && is_group(above, outer) && is_alone(below) && first.is_some_and(has_values)
}

/// Whether a cell says that answers stand below it, and no more: services of polls put a row of such words, and of what could
/// be chosen, below the questions.
fn is_word_for_answer(cell: &str) -> bool {
    ["response", "open-ended response", "ответ", "открытый ответ", "развернутый ответ", "свободный ответ"]
        .contains(&cell.to_lowercase().replace('ё', "е").as_str())
}

/// Whether `below` is the row of what could be answered to the questions of `above`: nothing stands in it below who answered
/// and when.
fn names_answers(above: &SampleRow, below: &SampleRow) -> bool {
    let cells = || below.record().iter().map(str::trim).filter(|cell| !cell.is_empty());
    below.line == above.line + 1
        && !cell(above, 0).is_empty()
        && cell(below, 0).is_empty()
        && cells().any(is_word_for_answer)
        && !cells().any(is_value)
}

/// Whether a row is the header once more, as in files that were put together: only names that were made unique differ from
/// what stands in the file.
pub fn stands_anew<'h>(record: &Record<'_>, mut headers: impl Iterator<Item = &'h str>) -> bool {
    let mut cells = record.iter().map(str::trim).chain(std::iter::repeat(""));
    headers.all(|header| {
        let cell = cells.next().unwrap_or_default();
        cell == header || header.strip_prefix(cell).is_some_and(|rest| rest.starts_with(" ("))
    })
}

/// Names told apart: "Сумма", "Сумма (2)"; empty ones stay empty.
pub fn unique_names(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        let mut candidate = name.clone();
        let mut number = 2;
        while !name.is_empty() && unique.contains(&candidate) {
            candidate = format!("{name} ({number})");
            number += 1;
        }
        unique.push(candidate);
    }
    unique
}
