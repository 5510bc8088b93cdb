//! Clients on rows of their own above their sales, in a table without a column of clients: a section for each, as
//! accounting programs and people write them. The header may stand anew in each.

use super::super::dictionary;
use super::super::field::Field;
use super::super::header;
use super::super::kinds::period;
use super::super::records::Record;
use super::super::total_label::names_total;
use super::table::{GROUPS_MIN, Table, dated};

/// Sections whose names are told to be those of clients, by a word or by the form of a firm: one in so many.
const CLIENTS_ONE_IN: usize = 3;

/// Sections of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sections {
    /// The column of days, which names of sections have not.
    days: usize,
    /// The name of the section that begins above the header; empty if none does.
    pub(super) first: String,
}

impl Sections {
    /// Whether a row has a day; where names of sections may stand in its column, only a date is one.
    fn is_dated(&self, record: &Record<'_>) -> bool {
        let cell = record.trimmed(self.days);
        if self.first.is_empty() { !cell.is_empty() } else { dated(cell).is_some() }
    }

    /// The name of the section that begins in a row; `None` for all other rows.
    pub(super) fn name<'a>(&self, record: &Record<'a>) -> Option<&'a str> {
        if self.is_dated(record) {
            return None;
        }
        let mut cells = record.iter().map(str::trim).filter(|cell| !cell.is_empty());
        let name = match (cells.next()?, cells.next(), cells.next()) {
            (only, None, None) => without_label(only),
            (label, Some(name), None) if is_label(label) => name,
            _ => return None,
        };
        (!names_total(name) && period::read(name).is_none() && !is_of_page(name)).then_some(name)
    }
}

impl<'a> Table<'a> {
    /// The sections; `None` unless the table has days and sums and no column of clients, and every row without a day is the
    /// name of a section with rows below it, or the header once more. The last of `titles` above the header
    /// is a name where the header stands anew below each of the others.
    pub(super) fn sections<'t>(&self, titles: impl Iterator<Item = &'t str>) -> Option<Sections> {
        let days = self.mapping.column(Field::Date)?;
        let is_header =
            |record: &Record<'a>| header::stands_anew(record, self.columns.iter().map(|column| column.header));
        let repeated = self.rows.iter().filter(|record| is_header(record)).count();
        let rows: Vec<&Record<'a>> = self.rows.iter().filter(|record| !is_header(record)).collect();
        let first = if repeated > 0 { titles.map(str::trim).filter(|title| !title.is_empty()).last()? } else { "" };
        let sections = Sections { days, first: without_label(first).to_owned() };
        let is_name = |record: &Record<'a>| sections.name(record).is_some();
        let names = rows.iter().filter(|record| is_name(record)).count();
        let are_known = rows.iter().all(|record| is_name(record) || sections.is_dated(record));
        let stand_alone = rows.windows(2).all(|pair| !pair.iter().all(|record| is_name(record)));
        let begins_with_name = rows.first().is_some_and(|record| is_name(record));
        let are_clients = || {
            let firms = rows.iter().filter_map(|record| sections.name(record).map(|name| (name, *record)));
            let (clients, all) = firms.fold((0, 0), |(clients, all), (name, record)| {
                let is_client =
                    is_firm(name) || is_told(record) || self.totals.iter().any(|total| total.contains(name));
                (clients + usize::from(is_client), all + 1)
            });
            clients * CLIENTS_ONE_IN >= all
        };
        let begins_well = match repeated {
            0 => begins_with_name && self.days().is_some(),
            _ => !begins_with_name && repeated == names,
        };
        let are_sections = !self.sums.is_empty() && names >= GROUPS_MIN && are_known && stand_alone && begins_well;
        (are_sections && are_clients()).then_some(sections)
    }
}

/// Whether a row says that a client follows.
fn is_told(record: &Record<'_>) -> bool {
    record.first_filled().is_some_and(|cell| cell.split_once(':').is_some_and(|(label, _)| is_label(label)))
}

/// Whether a name has the form of a firm in it.
fn is_firm(name: &str) -> bool {
    const FORMS: [&str; 20] = [
        "ооо", "ип", "ао", "зао", "пао", "оао", "тоо", "гбоу", "мбоу", "мкп", "мкк", "нко", "llc", "ltd", "inc",
        "gmbh", "corp", "plc", "co", "llp",
    ];
    let lower = name.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| FORMS.contains(&word))
}

/// Whether a line only says where it stands.
fn is_of_page(line: &str) -> bool {
    let lower = line.to_lowercase();
    ["страница", "стр.", "лист", "продолжение", "page", "sheet", "continued"]
        .iter()
        .any(|begin| lower.starts_with(begin))
}

/// A name without the word before it: «Клиент: Ромашка».
fn without_label(cell: &str) -> &str {
    let labelled = cell.split_once(':').filter(|(label, name)| is_label(label) && !name.trim().is_empty());
    labelled.map_or(cell, |(_, name)| name.trim())
}

/// Whether a cell says that a client follows.
fn is_label(cell: &str) -> bool {
    dictionary::names_client(cell.trim_end_matches(':'))
}
