//! The columns of the beginning of a file: their names, and what their cells look like.

use super::derived::{Derived, Deriver};
use super::dictionary::ColumnEvidence;
use super::header::{self, Header};
use super::names::Interner;
use super::placeholder::is_placeholder;
use super::plan::ColumnKind;
use super::sample::{Sample, SampleRow};
use super::short_text::trimmed;
use super::total_label::is_label_of_dated;
use super::{calendar, number, yes_no};

/// Share of filled cells that must fit a kind.
const KIND_SHARE: f64 = 0.9;

/// Columns, left to right.
#[derive(Debug)]
pub struct Columns {
    /// Names made unique; empty where the file has none.
    pub headers: Vec<String>,
    /// What the cells look like.
    pub looks: Vec<Look>,
    /// The same in one word.
    pub kinds: Vec<ColumnKind>,
}

/// Whether a line is below the header, where there is one: nothing above it is data.
pub fn is_data(line: u64, header_line: Option<u64>) -> bool {
    header_line.is_none_or(|header_line| line > header_line)
}

/// The rows of a sample below its header.
pub fn data(sample: &Sample, header_line: Option<u64>) -> impl Iterator<Item = &SampleRow> + Clone {
    sample.rows.iter().filter(move |row| is_data(row.line, header_line))
}

impl Columns {
    /// The columns of a sample under its header.
    pub fn find(sample: &Sample, header: &Header<'_>) -> Self {
        let header_line = header.last_line();
        let columns = if header_line.is_some() {
            // A column without a name is one where the header has a place for it.
            let filled = data(sample, header_line).map(SampleRow::width).max().unwrap_or(0);
            header.width().max(filled.min(header.places()))
        } else {
            sample.modal_width().0
        };
        let headers = header::unique_names((0..columns).map(|column| header.name(column)));
        let mut found = Self { headers, looks: Vec::new(), kinds: Vec::new() };
        found.look(data(sample, header_line), columns);
        found
    }

    /// Adds the columns that are made, to the names and to the rows of the sample.
    pub fn derive(&mut self, derived: &Derived, sample: &mut Sample, header_line: Option<u64>) {
        let Some(mut deriver) = Deriver::new(derived) else { return };
        for row in sample.rows.iter_mut().filter(|row| is_data(row.line, header_line)) {
            *row = SampleRow::new(&deriver.extend(&row.record()));
        }
        let names = self.headers.iter().cloned().chain(derived.names(&self.headers));
        self.headers = header::unique_names(names);
        self.look(data(sample, header_line), self.headers.len());
    }

    /// Looks at the cells of columns that have not been looked at.
    fn look<'a>(&mut self, data: impl Iterator<Item = &'a SampleRow> + Clone, columns: usize) {
        // Cells of a row that is too long may stand under headers of others, and a label of totals is no date.
        let is_total = |row: &SampleRow| row.record().first_filled().is_some_and(is_label_of_dated);
        // Nor is a header that stands there anew.
        let names = || self.headers.iter().map(String::as_str);
        let is_header = |row: &SampleRow| row.filled() > 1 && header::stands_anew(&row.record(), names());
        let fits = |row: &&SampleRow| row.width() <= columns && !is_total(row) && !is_header(row);
        let mut rows: Vec<&SampleRow> = data.clone().filter(fits).collect();
        if rows.iter().all(|row| row.filled() == 0) {
            rows = data.collect();
        }
        for column in self.looks.len()..columns {
            let look = Look::at(rows.iter().filter_map(|row| row.record().get(column)));
            self.kinds.push(look.kind(self.headers.get(column).map_or("", String::as_str)));
            self.looks.push(look);
        }
    }

    /// What is known of the columns before their fields are.
    pub fn evidence(&self) -> Vec<ColumnEvidence<'_>> {
        let columns = self.headers.iter().zip(&self.looks).zip(&self.kinds);
        let evidence = columns.map(|((header, look), &kind)| ColumnEvidence {
            header,
            kind,
            distinct_share: Look::share(look.distinct, look.filled),
            filled_share: Look::share(look.filled, look.cells),
            is_yes_or_no: look.filled > 0 && look.answers == look.filled,
        });
        evidence.collect()
    }
}

/// What the cells of a column look like, counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    cells: usize,
    filled: usize,
    distinct: usize,
    numbers: usize,
    dates: usize,
    identifiers: usize,
    serials: usize,
    unix: usize,
    months: usize,
    documents: usize,
    /// Cells that are a yes or a no.
    answers: usize,
}

impl Look {
    fn at<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut look = Self::default();
        let (mut distinct, mut counts) = (Interner::default(), Vec::new());
        for cell in cells {
            look.cells += 1;
            let cell = trimmed(cell);
            if is_placeholder(cell) {
                continue;
            }
            look.filled += 1;
            let number = distinct.intern(cell) as usize;
            counts.resize(distinct.count(), 0);
            counts.get_mut(number).into_iter().for_each(|count| *count += 1);
        }
        look.distinct = counts.len();
        let distinct = distinct.into_names();
        let cells = || distinct.iter().zip(&counts).map(|(cell, &count)| (cell, count));
        look.answers = cells().filter(|(cell, _)| yes_no::answer(cell).is_some()).map(|(_, count)| count).sum();
        // Nothing else has a number or a day in it.
        let has_digit = |cell: &str| cell.bytes().any(|byte| byte.is_ascii_digit());
        let mut rest: usize = cells().filter(|(cell, _)| has_digit(cell)).map(|(_, count)| count).sum();
        for (cell, count) in cells().filter(|(cell, _)| has_digit(cell)) {
            look.see(cell, count, rest);
            rest -= count;
        }
        look
    }

    /// Takes a cell that stands there `count` times, of the `rest` of all that have a digit. What a column can no longer be
    /// mostly is not asked.
    fn see(&mut self, cell: &str, count: usize, rest: usize) {
        let may_be = |seen: usize| self.is_mostly(seen + rest);
        let (may_be_dates, may_be_months) = (may_be(self.dates), may_be(self.months));
        let (may_be_days, may_be_documents) = (may_be(self.serials) || may_be(self.unix), may_be(self.documents));
        let of = |is_such: bool| if is_such { count } else { 0_usize };
        if (self.numbers + rest) * 2 >= self.filled {
            let is_number = number::looks_numeric(cell);
            self.numbers += of(is_number);
            self.identifiers += of(number::looks_like_identifier(cell));
            self.serials += of(is_number && may_be_days && calendar::parse_serial(cell).is_some());
            self.unix += of(is_number && may_be_days && calendar::parse_unix(cell).is_some());
        }
        self.dates += of(may_be_dates && calendar::parse(cell).is_some());
        self.months += of(may_be_months && calendar::parse_month(cell).is_some());
        self.documents += of(may_be_documents && calendar::parse_document(cell).is_some());
    }

    /// Whether so many of the filled cells make a kind.
    fn is_mostly(&self, count: usize) -> bool {
        count as f64 >= KIND_SHARE * self.filled as f64
    }

    fn kind(&self, header: &str) -> ColumnKind {
        let mostly = |count: usize| self.is_mostly(count);
        let header = header.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| header.contains(word));
        let is_dated = says(&["дата", "date", "datum", "время", "time", "day", "күн"]);
        let is_of_months = is_dated || says(&["месяц", "month", "monat", "місяц", "период", "period", "період"]);
        if self.filled == 0 {
            ColumnKind::Empty
        } else if mostly(self.dates)
            || is_dated && (mostly(self.serials) || mostly(self.unix))
            || is_of_months && mostly(self.months)
        {
            ColumnKind::Date
        } else if mostly(self.numbers) && self.identifiers > 0 {
            ColumnKind::Identifier
        } else if mostly(self.numbers) {
            ColumnKind::Number
        } else {
            ColumnKind::Text
        }
    }

    /// Whether its cells are documents named with their days.
    pub fn is_of_documents(&self) -> bool {
        self.documents > 0 && self.is_mostly(self.documents)
    }

    /// Whether the column is empty, or at least half of its cells are numbers.
    pub const fn is_half_numbers(&self) -> bool {
        self.numbers * 2 >= self.filled
    }

    fn share(part: usize, whole: usize) -> f64 {
        if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
    }
}
