//! Names and days in one column: days with the clients of each below them, or clients with their years, months and days
//! below them, as a pivot table of a spreadsheet has them in its compact form.
//!
//! Days come in parts there, each on a row of its own: a year, below it a quarter or a month, below it a day.

use super::super::calendar;
use super::super::kinds::period::year_of;
use super::super::short_text::trimmed;
use super::super::total_label::names_total;
use super::quarter_of;

/// What a cell of such a column is, from the coarsest to the finest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Anything else.
    Name,
    /// A year alone.
    Year(i32),
    /// A quarter without its year.
    Quarter(u32),
    /// A month without its year.
    Month(u32),
    /// A day and a month without their year.
    DayOfMonth(u32, u32),
    /// A date, or a month with its year.
    Date,
    /// A document named with its day.
    Document,
}

impl Part {
    /// What a cell is.
    pub(super) fn of(cell: &str) -> Self {
        if calendar::parse(cell).is_some() || calendar::parse_month(cell).is_some() {
            return Self::Date;
        }
        if calendar::parse_document(cell).is_some() {
            return Self::Document;
        }
        let mut words = cell.split([' ', '.', '-', '\u{a0}']).filter(|word| !word.is_empty());
        let number = |word: &str| word.parse::<u32>().ok();
        match (words.next(), words.next(), words.next()) {
            (Some(year), None | Some("г" | "год" | "year"), None) if year_of(year).is_some() => {
                Self::Year(year_of(year).unwrap_or_default())
            }
            (Some(month), None, None) if calendar::month_of(month).is_some() => {
                Self::Month(calendar::month_of(month).unwrap_or_default())
            }
            (Some(day), Some(month), None) if number(day).is_some_and(|day| (1..=31).contains(&day)) => {
                match calendar::month_of(month) {
                    Some(month) => Self::DayOfMonth(month, number(day).unwrap_or_default()),
                    None => Self::quarter(cell),
                }
            }
            _ => Self::quarter(cell),
        }
    }

    fn quarter(cell: &str) -> Self {
        let is_word = cell.chars().any(char::is_alphabetic);
        quarter_of(cell).filter(|_| is_word).map_or(Self::Name, Self::Quarter)
    }

    /// How fine it is, whichever it is.
    const fn fineness(self) -> u8 {
        match self {
            Self::Name => 0,
            Self::Year(_) => 1,
            Self::Quarter(_) => 2,
            Self::Month(_) => 3,
            Self::DayOfMonth(..) => 4,
            Self::Date => 5,
            Self::Document => 6,
        }
    }

    /// Whether it is a day of the same kind, or a finer one.
    pub(super) const fn is_as_fine_as(self, other: Self) -> bool {
        self.fineness() >= other.fineness()
    }

    /// Whether it says nothing without a year above it.
    const fn needs_year(self) -> bool {
        matches!(self, Self::Quarter(_) | Self::Month(_) | Self::DayOfMonth(..))
    }
}

/// Which rows of such a column are sales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outline {
    /// The finest days, below the names of clients.
    Days(Part),
    /// Names of clients, below the days.
    Names,
    /// Documents below the days, whose clients stand in another column.
    Documents,
}

impl Outline {
    /// The outline of a column of these cells; `None` if there are no days among them, or if they lack a year.
    pub(super) fn of(cells: &[&str]) -> Option<Self> {
        let parts: Vec<Part> = cells.iter().map(|cell| Part::of(cell)).collect();
        let finest = parts.iter().copied().max_by_key(|part| part.fineness())?;
        let has_year = parts.iter().any(|part| matches!(part, Part::Year(_) | Part::Date));
        let needs_year = parts.iter().any(|part| part.needs_year());
        if finest.fineness() <= Part::Year(0).fineness() || needs_year && !has_year {
            return None;
        }
        match (*parts.first()?, *parts.last()?) {
            // Documents have their day with them: what stands above them are names, be they days or not.
            (_, Part::Document) => Some(Self::Days(Part::Document)),
            (Part::Name, Part::Name) => None,
            (Part::Name, last) if last.fineness() == finest.fineness() => Some(Self::Days(finest)),
            (Part::Name, _) => None,
            (_, Part::Name) => Some(Self::Names),
            _ => None,
        }
    }

    /// Whether the row of a cell is a sale.
    pub(super) fn is_sale(self, cell: &str) -> bool {
        match self {
            Self::Days(finest) => Part::of(cell).is_as_fine_as(finest),
            Self::Names => !cell.is_empty() && !names_total(cell) && Part::of(cell) == Part::Name,
            Self::Documents => {
                !cell.is_empty() && !names_total(cell) && matches!(Part::of(cell), Part::Name | Part::Document)
            }
        }
    }

    /// Whether a cell names who is below it or in its row. Days above documents are such names where the header
    /// `has_levels`, of which each has a row.
    pub(super) fn is_name(self, cell: &str, has_levels: bool) -> bool {
        let part = Part::of(cell);
        let is_name = match self {
            _ if self.is_sale(cell) => self == Self::Names,
            Self::Days(Part::Document) if has_levels => true,
            // A client may be called May.
            Self::Days(Part::Date) => !matches!(part, Part::Year(_)),
            Self::Days(_) | Self::Names | Self::Documents => part == Part::Name,
        };
        is_name && !cell.is_empty() && !names_total(cell)
    }
}

/// The day that the rows above a row make with it.
#[derive(Clone, Debug, Default)]
pub(super) struct DayAbove {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    /// A whole date as it is written.
    whole: String,
}

impl DayAbove {
    /// The day of the row of a cell, as it is written or as year, month and day; nothing where the row is no sale.
    pub(super) fn take(&mut self, cell: &str, outline: Outline) -> String {
        let cell = trimmed(cell);
        match Part::of(cell) {
            Part::Name => {}
            Part::Year(year) => *self = Self { year: Some(year), ..Self::default() },
            Part::Quarter(quarter) => self.set(quarter * 3 - 2, None),
            Part::Month(month) => self.set(month, None),
            Part::DayOfMonth(month, day) => self.set(month, Some(day)),
            Part::Date | Part::Document => cell.clone_into(&mut self.whole),
        }
        if !outline.is_sale(cell) {
            return String::new();
        }
        match (self.year, self.month) {
            _ if !self.whole.is_empty() => self.whole.clone(),
            (Some(year), Some(month)) => format!("{year:04}-{month:02}-{:02}", self.day.unwrap_or(1)),
            _ => cell.to_owned(),
        }
    }

    fn set(&mut self, month: u32, day: Option<u32>) {
        (self.month, self.day) = (Some(month), day);
        self.whole.clear();
    }
}
