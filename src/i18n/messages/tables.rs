//! Texts: kept tables.

use crate::analytics::dataset::Family;
use crate::analytics::date::Day;
use crate::i18n::Format;

/// Kept tables.
#[derive(Debug)]
pub struct TablesMessages {
    /// Heading while a kept table is being opened, from its name.
    pub opening: fn(&str) -> String,
    /// A sentence below.
    pub opening_text: &'static str,
    /// Where an accepted file goes.
    pub destination: DestinationTexts,
    /// The list.
    pub list: ListTexts,
    /// What is kept and for how long.
    pub keeping: KeepingTexts,
}

/// Where an accepted file goes.
#[derive(Debug)]
pub struct DestinationTexts {
    /// Amounts of the file and of the table are in different currencies: the table, its currency, that of the file.
    pub other_currency: fn(&str, &str, &str) -> String,
    /// Button: put the file into a table of its own.
    pub other_currency_new: &'static str,
    /// Name of the choice.
    pub label: &'static str,
    /// A table of its own.
    pub new_table: &'static str,
    /// Added to a table, from its name.
    pub append: fn(&str) -> String,
    /// In place of what a table has, from its name.
    pub replace: fn(&str) -> String,
    /// It was added: name of the file, name of the table.
    pub appended: fn(&str, &str) -> String,
    /// It took the place of what was there: name of the file, name of the table.
    pub replaced: fn(&str, &str) -> String,
}

/// The list.
#[derive(Debug)]
pub struct ListTexts {
    /// Heading.
    pub heading: &'static str,
    /// A sentence below.
    pub text: &'static str,
    /// Name of a sample, in place of a file's.
    pub sample: fn(Family) -> &'static str,
    /// Rows.
    pub rows: fn(Format, u64) -> String,
    /// Clients.
    pub clients: fn(Format, u64) -> String,
    /// First and last day.
    pub period: fn(Format, Day, Day) -> String,
    /// Day on which a file was accepted last, and how much space the table takes.
    pub added: fn(Format, Day, bytes: u64) -> String,
    /// Mark: this one is loaded.
    pub is_open: &'static str,
    /// Mark: it goes when the tab is closed.
    pub passing: &'static str,
    /// Button: load it.
    pub open: &'static str,
    /// Button: go to it, as it is loaded.
    pub show: &'static str,
    /// Button.
    pub rename: &'static str,
    /// Button.
    pub remove: &'static str,
    /// A button's name for screen readers: the verb, and the name of the table or file.
    pub act_on: fn(&str, &str) -> String,
    /// Field of the name.
    pub name: &'static str,
    /// Button: take the new name.
    pub save: &'static str,
    /// It is removed, from its name.
    pub removed: fn(&str) -> String,
    /// Line that opens to the files, from their number.
    pub files: fn(Format, u64) -> String,
    /// Rows of a file and the day on which it was accepted.
    pub file_facts: fn(Format, u64, Day) -> String,
    /// Mark: the file takes no part.
    pub file_removed: &'static str,
    /// Button: let a file take no part.
    pub take_out: &'static str,
    /// Button: let it take part again.
    pub put_back: &'static str,
    /// A file takes no part any more, from its name.
    pub taken_out: fn(&str) -> String,
}

/// What is kept and for how long.
#[derive(Debug)]
pub struct KeepingTexts {
    /// Heading.
    pub heading: &'static str,
    /// Switch: nothing outlives the tab.
    pub forget: &'static str,
    /// What that means.
    pub forget_hint: &'static str,
    /// Question before what is kept goes.
    pub forget_question: &'static str,
    /// What follows from a yes.
    pub forget_consequence: &'static str,
    /// The yes.
    pub forget_confirm: &'static str,
    /// Space used of what the browser allows.
    pub space: fn(Format, used: u64, quota: u64) -> String,
    /// The browser has promised to throw nothing away.
    pub durable: &'static str,
    /// It has not.
    pub not_durable: &'static str,
    /// Button: ask it to.
    pub ask_durable: &'static str,
    /// It says no.
    pub refused: &'static str,
    /// The browser keeps no tables.
    pub blocked_title: &'static str,
    /// What follows, and why.
    pub blocked_text: &'static str,
    /// The browser has no room for a table.
    pub full_title: &'static str,
    /// What follows, and what to do.
    pub full_text: &'static str,
}
