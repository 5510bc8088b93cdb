//! Which sheets of a workbook are read.

use super::error::WorkbookError;
use super::grid::Grid;
use super::{Sheet, lines, read_options};
use crate::analytics::dataset::kinds::period;
use crate::analytics::dataset::{Inspection, TableKind, calendar, inspect, names_total};

/// Sheets of a workbook that are held against the one that is read.
const COMPARED_MAX: usize = 200;

/// A workbook that gives its sheets one by one.
pub(super) trait Sheets {
    /// All sheets, in the order of the workbook.
    fn list(&self) -> Vec<Sheet>;

    /// The first rows of the sheet at `index`, see [`Grid::beginning`]; not asked for once it has been read.
    fn beginning(&mut self, index: usize) -> Result<Grid, WorkbookError>;

    /// The filled cells of the sheet at `index`, asked for at most once.
    fn read(&mut self, index: usize) -> Result<Grid, WorkbookError>;
}

/// Sheets that are read already; each is given once.
pub(super) struct ReadSheets(pub Vec<(Sheet, Grid)>);

impl Sheets for ReadSheets {
    fn list(&self) -> Vec<Sheet> {
        self.0.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    fn beginning(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        self.0.get(index).map(|(_, grid)| grid.beginning()).ok_or(WorkbookError::NoSuchSheet)
    }

    fn read(&mut self, index: usize) -> Result<Grid, WorkbookError> {
        self.0.get_mut(index).map(|(_, grid)| std::mem::take(grid)).ok_or(WorkbookError::NoSuchSheet)
    }
}

/// The sheet of [`super::Pick::First`]. A cover, instructions or parameters often stand before the data.
pub(super) fn first(list: &[Sheet], sheets: &mut dyn Sheets) -> Result<usize, WorkbookError> {
    let mut best: Option<(usize, bool)> = None;
    let by_place = |hidden: bool| list.iter().enumerate().filter(move |(_, sheet)| sheet.hidden == hidden);
    for (index, _) in by_place(false).chain(by_place(true)) {
        let grid = match (sheets.beginning(index), best) {
            (Ok(grid), _) => grid,
            // Nobody has asked for this one.
            (Err(_), Some(_)) => break,
            (Err(error), None) => return Err(error),
        };
        if grid.is_empty() {
            continue;
        }
        let grid = lines::unfolded(grid);
        let is_table = grid.is_table();
        if is_table && (list.len() == 1 || looked(grid).is_some_and(|inspection| inspection.missing.is_empty())) {
            return Ok(index);
        }
        if best.is_none_or(|(_, of_table)| is_table && !of_table) {
            best = Some((index, is_table));
        }
    }
    best.map(|(index, _)| index).ok_or(WorkbookError::NoTable)
}

/// A sheet with the columns of another.
pub(super) struct Alike {
    /// Its place.
    pub place: usize,
    /// Rows to its header, that included.
    pub header_rows: u32,
}

/// The sheets of [`super::Book::alike`] for the one at `chosen`.
pub(super) fn alike(list: &[Sheet], sheets: &mut dyn Sheets, chosen: usize) -> Result<Vec<Alike>, WorkbookError> {
    if list.len() < 2 {
        return Ok(Vec::new());
    }
    let Some(columns) = Columns::of(lines::unfolded(sheets.beginning(chosen)?)) else { return Ok(Vec::new()) };
    let shown = list.iter().enumerate().filter(|(place, sheet)| !sheet.hidden || *place == chosen);
    let mut alike = Vec::new();
    for (place, _) in shown.take(COMPARED_MAX) {
        // One that cannot be read is not among them.
        let others = sheets.beginning(place).ok().and_then(|grid| Columns::of(lines::unfolded(grid)));
        if let Some(others) = others.filter(|others| others.names == columns.names) {
            alike.push(Alike { place, header_rows: others.header_rows });
        }
    }
    let name = |place: usize| list.get(place).map_or("", |sheet| sheet.name.as_str());
    let year = year_of_months(&alike.iter().map(|alike| name(alike.place)).collect::<Vec<_>>());
    let is_whole = |place: usize| names_whole(name(place)) || year == Some(name(place));
    // What stands in the sheet of a year stands in those of its months once more.
    let (whole, parts): (Vec<Alike>, Vec<Alike>) = alike.into_iter().partition(|alike| is_whole(alike.place));
    let alike = if parts.is_empty() { whole } else { parts };
    let has_chosen = alike.iter().any(|alike| alike.place == chosen);
    Ok(if has_chosen && alike.len() > 1 { alike } else { Vec::new() })
}

/// Whether the name of a sheet says that it holds what others do: «Год», «Итого за 2025», "All". A number alone does not:
/// there are firms with a sheet for each year, unless others are of months.
fn names_whole(name: &str) -> bool {
    const WHOLE: [&str; 14] = [
        "год",
        "весь год",
        "за год",
        "годовой",
        "свод",
        "сводная",
        "сводный",
        "все",
        "общий",
        "year",
        "whole year",
        "all",
        "summary",
        "combined",
    ];
    let name = name.trim().to_lowercase();
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    names_total(&name) || WHOLE.contains(&bare)
}

/// The sheet named by a year and no more, where it is the only such one beside sheets of months, and these are of no other
/// year.
fn year_of_months<'a>(names: &[&'a str]) -> Option<&'a str> {
    let mut years = names.iter().copied().filter(|name| names_year(name));
    let year = years.next().filter(|_| years.next().is_none())?;
    let months: Vec<&str> = names.iter().copied().filter(|name| names_month(name)).collect();
    let is_of = |month: &&str| month.contains(year.trim()) || !month.contains(|c: char| c.is_ascii_digit());
    (months.len() > 1 && months.iter().all(is_of)).then_some(year)
}

/// Whether the name of a sheet is a year and no more.
fn names_year(name: &str) -> bool {
    period::year_of(name.trim()).is_some()
}

/// Whether the name of a sheet is that of a month, maybe with its year.
fn names_month(name: &str) -> bool {
    name.split(|c: char| !c.is_alphabetic()).any(|word| calendar::month_of(word).is_some())
}

/// The columns of a sheet with all that a table of its kind needs.
struct Columns {
    names: Vec<String>,
    header_rows: u32,
}

impl Columns {
    /// None of tables whose columns are periods: those of one year are named like those of another.
    fn of(grid: Grid) -> Option<Self> {
        let inspection = looked(grid).filter(|inspection| inspection.missing.is_empty())?;
        let header_rows = inspection.header_line.and_then(|line| u32::try_from(line).ok())?;
        let name = |name: &String| name.trim().to_lowercase();
        let names = inspection.columns.iter().map(|column| name(&column.name)).collect();
        (inspection.table != TableKind::Pivot).then_some(Self { names, header_rows })
    }
}

/// How the beginning of a sheet reads; nothing if it cannot be read.
fn looked(beginning: Grid) -> Option<Inspection> {
    let mut text = Vec::new();
    beginning.write(&mut |piece| text.extend_from_slice(piece)).ok()?;
    inspect(&text, text.len() as u64, &read_options()).ok()
}
