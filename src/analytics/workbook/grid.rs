//! The filled cells of a sheet, and the sheet as the text of a table.
//!
//! Only filled cells are held, one after another in one text, so two cells in opposite corners cost as much as two side
//! by side. The text has one line for each row of the sheet, blank ones included, so that a line's number is a row's
//! number; all that stands before the last filled row and column is written.

use std::collections::BTreeMap;

use super::currencies::Marked;
use super::error::WorkbookError;
use crate::analytics::dataset::dictionary::names_currency;
use crate::analytics::dataset::records::COLUMNS_MAX;
use crate::analytics::dataset::{CurrencyCode, Separator, names_total, number};

/// Rows that a sheet has in every program of today.
pub const ROWS_MAX: u32 = 1 << 20;
/// Columns that a sheet has in every program of today.
pub const SHEET_COLUMNS: u32 = 1 << 14;
/// Filled cells that are held: a sheet full of rows with nineteen columns, in 240 MB.
pub const CELLS_MAX: usize = 20_000_000;
/// Text that is held.
const TEXT_BYTES_MAX: usize = 512 << 20;
/// Text that is written: cells, and the separators of wide sheets that are mostly empty.
const OUTPUT_BYTES_MAX: u64 = 1 << 30;
/// Size of a piece of the output.
const PIECE_BYTES: usize = 4 << 20;
/// Rows at the top in which headers stand; merged cells further down are layout.
const HEADER_ROWS: u32 = 50;

/// What stands between the cells of the text.
pub const SEPARATOR: Separator = Separator::Tab;

/// A filled cell; its text ends at `end` and begins where that of the cell before it ends.
#[derive(Clone, Copy, Debug)]
struct Filled {
    row: u32,
    column: u16,
    /// Place of its currency among those of the sheet, and one; zero where its format names none.
    currency: u8,
    start: u32,
    end: u32,
}

impl Filled {
    /// Its text, which is part of that of the sheet.
    fn text(self, all: &str) -> &str {
        all.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// Cells that are merged into one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Merged {
    row: u32,
    last_row: u32,
    first: u16,
    last: u16,
}

/// Rows of [`Grid::beginning`].
const BEGINNING_ROWS: u32 = 300;

/// The filled cells of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    text: String,
    cells: Vec<Filled>,
    merged: Vec<Merged>,
    currencies: Vec<CurrencyCode>,
    unwritten: u32,
}

impl Grid {
    /// Fills a cell; one that is filled already keeps its text. Line breaks and tabs become spaces; text of nothing but
    /// spaces fills nothing.
    ///
    /// # Errors
    /// Over the limits.
    pub fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), WorkbookError> {
        self.put_in(row, column, text, None)
    }

    /// The same for a number whose format names a currency.
    ///
    /// # Errors
    /// Over the limits.
    pub fn put_in(
        &mut self,
        row: u32,
        column: u32,
        text: &str,
        currency: Option<CurrencyCode>,
    ) -> Result<(), WorkbookError> {
        let text = text.trim_matches(|c: char| c.is_whitespace() && c != '\u{a0}');
        if text.trim().is_empty() {
            return Ok(());
        }
        let too_many = WorkbookError::TooManyCells { cells_max: CELLS_MAX as u64 };
        if row >= ROWS_MAX || self.cells.len() >= CELLS_MAX || self.text.len() + text.len() > TEXT_BYTES_MAX {
            return Err(too_many);
        }
        let column = u16::try_from(column).ok().filter(|column| u32::from(*column) < SHEET_COLUMNS);
        let column = column.ok_or(WorkbookError::TooManyColumns { columns_max: COLUMNS_MAX as u64 })?;
        let start = u32::try_from(self.text.len()).map_err(|_| too_many)?;
        self.text.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
        let end = u32::try_from(self.text.len()).map_err(|_| too_many)?;
        let currency = currency.map_or(0, |currency| self.place_of(currency));
        self.cells.push(Filled { row, column, currency, start, end });
        Ok(())
    }

    /// The place of a currency and one; zero for one of more than a sheet can have.
    fn place_of(&mut self, currency: CurrencyCode) -> u8 {
        let place = self.currencies.iter().position(|known| *known == currency).unwrap_or_else(|| {
            self.currencies.push(currency);
            self.currencies.len() - 1
        });
        u8::try_from(place + 1).unwrap_or(0)
    }

    /// Notes the currencies that formats name; both these cells and those of the sheet come from the top.
    pub(super) fn mark(&mut self, marked: &[Marked]) {
        let mut next = 0;
        for mark in marked {
            let is_before = |cell: &Filled| (cell.row, u32::from(cell.column)) < (mark.row, mark.column);
            while self.cells.get(next).is_some_and(is_before) {
                next += 1;
            }
            let currency = self.place_of(mark.currency);
            let found = self.cells.get_mut(next);
            if let Some(cell) = found.filter(|cell| (cell.row, u32::from(cell.column)) == (mark.row, mark.column)) {
                cell.currency = currency;
            }
        }
    }

    /// Notes that the cells between two places, each a row and a column, are one.
    pub fn merge(&mut self, (row, first): (u32, u32), (last_row, last): (u32, u32)) {
        if let (Ok(first), Ok(last)) = (u16::try_from(first), u16::try_from(last))
            && (row < HEADER_ROWS && first < last || row < last_row)
        {
            self.merged.push(Merged { row, last_row, first, last });
        }
    }

    /// Whether no cell is filled.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Whether there is more than a single row or column: a table, and not a title or a note.
    #[must_use]
    pub fn is_table(&self) -> bool {
        let Some(first) = self.cells.first() else { return false };
        self.cells.iter().any(|cell| cell.row != first.row) && self.cells.iter().any(|cell| cell.column != first.column)
    }

    /// Whether a row stands below those of [`Grid::beginning`]; cells come from the top.
    #[must_use]
    pub fn is_past_beginning(&self, row: u32) -> bool {
        self.cells.first().is_some_and(|first| row >= first.row.saturating_add(BEGINNING_ROWS))
    }

    /// The first rows, by which a table is told.
    #[must_use]
    pub fn beginning(&self) -> Self {
        let first = self.cells.first().map_or(0, |cell| cell.row);
        let (merged, currencies) = (self.merged.clone(), self.currencies.clone());
        let mut beginning = Self { merged, currencies, ..Self::default() };
        for cell in self.cells.iter().filter(|cell| cell.row < first.saturating_add(BEGINNING_ROWS)) {
            let start = beginning.text.len();
            beginning.text.push_str(cell.text(&self.text));
            // Parts of a text are no longer than it.
            let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
            beginning.cells.push(Filled { start: place(start), end: place(beginning.text.len()), ..*cell });
        }
        beginning
    }

    /// Its rows that are not blank, from the top; only of cells in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let rows = self.cells.chunk_by(|left, right| left.row == right.row);
        rows.filter_map(|cells| Some(Row { text: &self.text, first: *cells.first()?, cells }))
    }

    /// The sheet, of which the first `rows` are not written.
    #[must_use]
    pub fn below(self, rows: u32) -> Self {
        Self { unwritten: rows, ..self }
    }

    /// Writes the sheet as text, in pieces, and says how many rows and columns that were.
    ///
    /// # Errors
    /// Over the limits.
    pub fn write(mut self, give: &mut impl FnMut(&[u8])) -> Result<(u32, u32), WorkbookError> {
        self.order();
        let merged = std::mem::take(&mut self.merged);
        self.fill(&merged, Self::to_the_right);
        self.fill(&merged, Self::downwards);
        let places = Places::new(&self.cells)?;
        let currencies = Currencies::new(&self.cells, &self.text);
        let rows = self.cells.last().map_or(0, |cell| cell.row + 1).saturating_sub(self.unwritten);
        let mut out = Vec::with_capacity(PIECE_BYTES + (64 << 10));
        let mut written = 0_u64;
        let mut line = self.unwritten;
        let from = self.cells.partition_point(|cell| cell.row < self.unwritten);
        for row in self.cells.get(from..).unwrap_or_default().chunk_by(|left, right| left.row == right.row) {
            let Some(number) = row.first().map(|cell| cell.row) else { continue };
            out.resize(out.len() + (number - line) as usize, b'\n');
            line = number + 1;
            let mut column = 0;
            for cell in row {
                let place = places.of(cell.column);
                out.resize(out.len() + place.saturating_sub(column), SEPARATOR.byte());
                column = place;
                let text = cell.text(&self.text);
                push_quoted(&mut out, text);
                if let Some(currency) = currencies.of(cell, text).and_then(|place| self.currencies.get(place)) {
                    out.push(b' ');
                    out.extend_from_slice(currency.code().as_bytes());
                }
            }
            // Every row is as wide as the table, as spreadsheets themselves save it.
            out.resize(out.len() + (places.width() - 1).saturating_sub(column), SEPARATOR.byte());
            out.push(b'\n');
            if out.len() >= PIECE_BYTES {
                written += out.len() as u64;
                if written > OUTPUT_BYTES_MAX {
                    return Err(WorkbookError::TooManyCells { cells_max: CELLS_MAX as u64 });
                }
                give(&out);
                out.clear();
            }
        }
        give(&out);
        Ok((rows, u32::try_from(places.width()).unwrap_or(u32::MAX)))
    }

    /// Puts cells into the order of rows and columns, in which all but odd files have them; of two for one place the
    /// first stays.
    fn order(&mut self) {
        let place = |cell: &Filled| (cell.row, cell.column);
        if !self.cells.is_sorted_by(|left, right| place(left) < place(right)) {
            self.cells.sort_by_key(place);
            self.cells.dedup_by_key(|cell| place(cell));
        }
    }

    /// Fills what merged cells cover, as `of` gives it for each of them; filled cells keep their text.
    fn fill(&mut self, merged: &[Merged], of: impl Fn(&Self, Merged, Filled) -> Vec<Filled>) {
        let mut covered = Vec::new();
        for &merged in merged {
            let head = self.row(merged.row).iter().find(|cell| cell.column == merged.first);
            let room = CELLS_MAX.saturating_sub(self.cells.len() + covered.len());
            covered.extend(head.into_iter().flat_map(|&head| of(self, merged, head)).take(room));
        }
        if !covered.is_empty() {
            self.cells.append(&mut covered);
            self.order();
        }
    }

    /// The columns below a merged header: "2025" over twelve months stands for all of them.
    ///
    /// A merged cell is such a header if others stand beside it (a title has none) and several cells below it (merged
    /// cells that only hold a wide text have one).
    fn to_the_right(&self, merged: Merged, head: Filled) -> Vec<Filled> {
        let Merged { row, first, last, .. } = merged;
        if row >= HEADER_ROWS || first == last {
            return Vec::new();
        }
        let within = |cell: &&Filled| (first..=last).contains(&cell.column);
        let beside = self.row(row).len() - self.row(row).iter().filter(within).count();
        let below = self.row(row + 1).iter().filter(within).count();
        let is_header = beside > 0 && below > 1;
        // Cells of the sheet's width at the most.
        (first + 1..=last).filter(|_| is_header).map(|column| Filled { column, ..head }).collect()
    }

    /// The rows beside a merged name or day: a client over its documents stands for each of them.
    ///
    /// Only rows with numbers or days, of which the first is one, are such: those of a header have none. Numbers themselves
    /// are not repeated, as they would count more than once; nor is anything beside totals, which have a label or numbers only.
    fn downwards(&self, merged: Merged, head: Filled) -> Vec<Filled> {
        let has_value = |row: u32| self.row(row).iter().any(|cell| is_number(cell.text(&self.text)));
        if number::looks_numeric(head.text(&self.text)) || !has_value(merged.row) {
            return Vec::new();
        }
        let is_word = |cell: &Filled| !number::looks_numeric(cell.text(&self.text));
        let words = |row: u32| self.row(row).iter().filter(|cell| is_word(cell) && cell.column != merged.first).count();
        let has_words = words(merged.row) > 0;
        let is_total = |row: u32| self.row(row).iter().any(|cell| names_total(cell.text(&self.text)));
        let last = self.cells.last().map_or(0, |cell| cell.row);
        let rows = merged.row + 1..=merged.last_row.min(last);
        let is_beside = |row: &u32| has_value(*row) && !is_total(*row) && (words(*row) > 0 || !has_words);
        rows.filter(is_beside).map(|row| Filled { row, ..head }).collect()
    }

    /// The filled cells of a row.
    fn row(&self, row: u32) -> &[Filled] {
        let from = self.cells.partition_point(|cell| cell.row < row);
        let to = self.cells.partition_point(|cell| cell.row <= row);
        self.cells.get(from..to).unwrap_or_default()
    }
}

/// A row of a sheet that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    text: &'a str,
    first: Filled,
    cells: &'a [Filled],
}

impl<'a> Row<'a> {
    /// Its number in the sheet, from 0.
    pub const fn number(&self) -> u32 {
        self.first.row
    }

    /// The text of its only cell; nothing where it has more.
    pub fn line(&self) -> Option<&'a str> {
        match self.cells {
            [only] => Some(only.text(self.text)),
            _ => None,
        }
    }
}

/// Which of the sheet's currencies each column has.
#[derive(Debug, Default)]
struct Currencies(BTreeMap<u16, OfColumn>);

/// The currencies of a column.
#[derive(Debug, Default)]
struct OfColumn {
    places: Vec<u8>,
    numbers: u32,
    marked: u32,
    is_last_marked: bool,
    /// The first number without a format, which may belong to the header: a year.
    first_bare: Option<u32>,
}

impl Currencies {
    /// `cells` in order, with their `text`. None where a column names the currencies: what formats show is then what cells
    /// were copied with.
    fn new(cells: &[Filled], text: &str) -> Self {
        let mut columns = BTreeMap::new();
        let top = cells.first().map_or(0, |cell| cell.row.saturating_add(BEGINNING_ROWS));
        let beginning = cells.iter().take_while(|cell| cell.row < top).map(|cell| cell.text(text));
        let mut words = beginning.filter(|text| !is_number(text));
        if cells.iter().all(|cell| cell.currency == 0) || words.any(names_currency) {
            return Self(columns);
        }
        for cell in cells {
            let is_marked = cell.currency > 0;
            if !is_marked && !is_number(cell.text(text)) {
                continue;
            }
            let of: &mut OfColumn = columns.entry(cell.column).or_default();
            of.numbers += 1;
            of.marked += u32::from(is_marked);
            of.is_last_marked = is_marked;
            if is_marked && !of.places.contains(&cell.currency) {
                of.places.push(cell.currency);
            }
            if !is_marked && of.numbers == 1 {
                of.first_bare = Some(cell.row);
            }
        }
        Self(columns)
    }

    /// The place of a cell's currency. A column with one has it in all of its numbers where most have a format, or the last,
    /// which is the total: programs and people give formats to some cells and not to others.
    fn of(&self, cell: &Filled, text: &str) -> Option<usize> {
        let of = self.0.get(&cell.column)?;
        let is_general = of.is_last_marked || of.marked * 2 >= of.numbers;
        let is_year =
            || of.first_bare == Some(cell.row) && text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        match of.places.as_slice() {
            [only] if is_general && is_number(text) && !is_year() => usize::from(*only).checked_sub(1),
            _ => usize::from(cell.currency).checked_sub(1),
        }
    }
}

/// Whether a cell is a plain number.
fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'))
}

/// Where each column of the sheet stands in the text. Only a sheet that reaches further than a table may be wide leaves
/// out its empty columns.
#[derive(Debug)]
struct Places {
    /// Places by column, when columns are left out.
    moved: Option<Vec<usize>>,
    width: usize,
}

impl Places {
    fn new(cells: &[Filled]) -> Result<Self, WorkbookError> {
        let width = cells.iter().map(|cell| usize::from(cell.column) + 1).max().unwrap_or(0);
        if width <= COLUMNS_MAX {
            return Ok(Self { moved: None, width });
        }
        let mut used = vec![false; width];
        for cell in cells {
            if let Some(used) = used.get_mut(usize::from(cell.column)) {
                *used = true;
            }
        }
        let filled = used.iter().filter(|used| **used).count();
        if filled > COLUMNS_MAX {
            return Err(WorkbookError::TooManyColumns { columns_max: COLUMNS_MAX as u64 });
        }
        let places = used.iter().scan(0, |next, &used| {
            let place = *next;
            *next += usize::from(used);
            Some(place)
        });
        Ok(Self { moved: Some(places.collect()), width: filled })
    }

    fn of(&self, column: u16) -> usize {
        let column = usize::from(column);
        self.moved.as_ref().map_or(column, |places| places.get(column).copied().unwrap_or_default())
    }

    /// At least one, so that a line always has an end.
    fn width(&self) -> usize {
        self.width.max(1)
    }
}

/// A cell with quotes is quoted itself, its own quotes doubled.
fn push_quoted(out: &mut Vec<u8>, text: &str) {
    if !text.contains('"') {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for part in text.split_inclusive('"') {
        out.extend_from_slice(part.as_bytes());
        if part.ends_with('"') {
            out.push(b'"');
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(cells: &[(u32, u32, &str)]) -> Grid {
        let mut grid = Grid::default();
        for (row, column, text) in cells {
            grid.put(*row, *column, text).unwrap();
        }
        grid
    }

    fn text(grid: Grid) -> String {
        let mut out = Vec::new();
        grid.write(&mut |piece| out.extend_from_slice(piece)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_line_for_each_row_as_wide_as_the_table() {
        let cells = [(1, 0, "a\r\nb"), (1, 2, "ООО \"Ромашка\""), (4, 1, " \t "), (3, 1, "x\ty"), (5, 0, "\"")];
        assert_eq!(text(grid(&cells)), "\na  b\t\t\"ООО \"\"Ромашка\"\"\"\n\n\tx y\t\n\n\"\"\"\"\t\t\n");
        assert_eq!(text(Grid::default()), "");
    }

    #[test]
    fn cells_may_come_in_any_order() {
        let cells = [(2, 1, "d"), (0, 1, "b"), (2, 0, "c"), (0, 0, "a"), (0, 0, "again")];
        assert_eq!(text(grid(&cells)), "a\tb\n\nc\td\n");
    }

    #[test]
    fn opposite_corners_cost_two_cells() {
        let corners = grid(&[(0, 0, "a"), (ROWS_MAX - 1, SHEET_COLUMNS - 1, "z")]);
        let text = text(corners);
        assert_eq!(text.len(), "a\t\n".len() + (ROWS_MAX as usize - 2) + "\tz\n".len());
        assert!(text.starts_with("a\t\n\n") && text.ends_with("\n\tz\n"));
    }

    #[test]
    fn limits_are_errors() {
        let mut wide = Grid::default();
        for column in 0..=500 {
            wide.put(0, column, "x").unwrap();
        }
        let columns = Err(WorkbookError::TooManyColumns { columns_max: 500 });
        assert_eq!(wide.write(&mut |_| {}).map(drop), columns);
        assert_eq!(Grid::default().put(0, SHEET_COLUMNS, "x"), columns);
        let rows = Err(WorkbookError::TooManyCells { cells_max: CELLS_MAX as u64 });
        assert_eq!(Grid::default().put(ROWS_MAX, 0, "x"), rows);
    }

    #[test]
    fn merged_headers_are_carried_to_the_right() {
        let header = [(0, 0, "Client"), (0, 1, "2025"), (0, 3, "2026"), (1, 1, "Jan"), (1, 2, "Feb"), (1, 3, "Jan")];
        let mut pivot = grid(&header);
        pivot.put(1, 4, "Feb").unwrap();
        pivot.merge((0, 1), (0, 2));
        pivot.merge((0, 3), (0, 4));
        assert_eq!(text(pivot), "Client\t2025\t2025\t2026\t2026\n\tJan\tFeb\tJan\tFeb\n");

        let mut title = grid(&[(0, 0, "Sales of the year"), (1, 0, "Client"), (1, 1, "Sum")]);
        title.merge((0, 0), (0, 1));
        assert_eq!(text(title), "Sales of the year\t\nClient\tSum\n");

        let mut wide = grid(&[(0, 0, "Client"), (0, 2, "Sum"), (1, 0, "North"), (1, 2, "5")]);
        wide.merge((0, 0), (0, 1));
        wide.merge((1, 0), (1, 1));
        assert_eq!(text(wide), "Client\t\tSum\nNorth\t\t5\n");
    }
    #[test]
    fn merged_names_are_carried_down() {
        let mut rows = grid(&[
            (0, 0, "Client"),
            (0, 1, "Sums"),
            (1, 1, "Paid"),
            (2, 0, "Acme"),
            (2, 1, "5"),
            (2, 2, "12"),
            (3, 1, "7"),
            (4, 1, "Total"),
            (5, 0, "Bolt"),
            (5, 1, "1"),
        ]);
        rows.merge((0, 0), (1, 0));
        rows.merge((2, 0), (4, 0));
        // The sum of an order over its rows counts once.
        rows.merge((2, 2), (3, 2));
        assert_eq!(text(rows), "Client\tSums\t\n\tPaid\t\nAcme\t5\t12\nAcme\t7\t\n\tTotal\t\nBolt\t1\t\n");
    }
}
