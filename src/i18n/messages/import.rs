//! Texts: Import of a file.

use crate::analytics::amount::Sum;
use crate::analytics::dataset::{ColumnKind, DateOrder, DecimalMark, Encoding, Field, Reason, Separator};
use crate::analytics::date::Day;
use crate::i18n::Format;

/// Import of a file.
#[derive(Debug)]
pub struct ImportMessages {
    /// Heading of the screen when no file is being read.
    pub title: &'static str,
    /// Heading while a file is being checked.
    pub check_title: &'static str,
    /// What to do on the screen while a file is being checked.
    pub check_lead: &'static str,
    /// The same while something keeps the file from being read and can be settled on the screen.
    pub unsettled_lead: &'static str,
    /// Heading when nothing of a file could be read.
    pub failed_title: &'static str,
    /// A sentence below that heading.
    pub failed_lead: &'static str,
    /// Nothing is loaded.
    pub empty: EmptyTexts,
    /// A table is loaded.
    pub loaded: LoadedTexts,
    /// How the file as a whole is read.
    pub file: FileTexts,
    /// What the columns stand for.
    pub columns: ColumnTexts,
    /// What only the user can decide.
    pub questions: QuestionTexts,
    /// The first rows.
    pub preview: PreviewTexts,
    /// Reading under way.
    pub progress: ProgressTexts,
    /// What became of the rows.
    pub report: ReportTexts,
    /// The bar at the bottom.
    pub bar: BarTexts,
}

/// Nothing is loaded.
#[derive(Debug)]
pub struct EmptyTexts {
    /// What will be here.
    pub heading: &'static str,
    /// How to get it.
    pub text: &'static str,
    /// The file stays on this computer.
    pub privacy: &'static str,
}

/// A table is loaded.
#[derive(Debug)]
pub struct LoadedTexts {
    /// The name of the file.
    pub file: fn(&str) -> String,
    /// Button: to the matrix.
    pub to_matrix: &'static str,
    /// In the drop zone.
    pub another: &'static str,
    /// What another file does to the loaded one.
    pub another_hint: &'static str,
}

/// How the file as a whole is read.
#[derive(Debug)]
pub struct FileTexts {
    /// Heading of the part.
    pub heading: &'static str,
    /// Label: encoding.
    pub encoding: &'static str,
    /// Name of an encoding with a word on where it comes from.
    pub encoding_name: fn(Encoding) -> &'static str,
    /// The encoding is a guess.
    pub encoding_uncertain: &'static str,
    /// Label: separator.
    pub separator: &'static str,
    /// Name of a separator with its sign.
    pub separator_name: fn(Separator) -> String,
    /// Label: a separator that is none of the usual ones.
    pub other_separator: &'static str,
    /// What may be written there.
    pub other_separator_hint: &'static str,
    /// Label: line of the header.
    pub header: &'static str,
    /// A line of the file.
    pub line: fn(Format, u64) -> String,
    /// The file has no header.
    pub no_header: &'static str,
    /// Label: order of day and month.
    pub date_order: &'static str,
    /// Name of an order.
    pub date_order_name: fn(DateOrder) -> &'static str,
    /// Label: decimal mark.
    pub decimal: &'static str,
    /// Name of a decimal mark with an example.
    pub decimal_name: fn(DecimalMark) -> &'static str,
    /// First choice of every list when it is known what the importer found.
    pub found: fn(&str) -> String,
    /// First choice of every list when nothing is known.
    pub find_out: &'static str,
    /// Over the rarely needed switches.
    pub more: &'static str,
    /// Switch: backslash before a quote.
    pub backslash: &'static str,
    /// When that switch is needed.
    pub backslash_hint: &'static str,
    /// Switch: total rows are read as sales.
    pub keep_totals: &'static str,
    /// When that switch is needed.
    pub keep_totals_hint: &'static str,
}

/// What the columns stand for.
#[derive(Debug)]
pub struct ColumnTexts {
    /// Heading of the part.
    pub heading: &'static str,
    /// What to do there.
    pub lead: &'static str,
    /// Name of a field.
    pub field: fn(Field) -> &'static str,
    /// The column is not used.
    pub not_used: &'static str,
    /// Label of the list of fields, from the name of the column.
    pub meaning: fn(&str) -> String,
    /// What the cells look like.
    pub kind: fn(ColumnKind) -> &'static str,
    /// Name of a column without a header, from its place (counted from 1).
    pub unnamed: fn(Format, usize) -> String,
    /// Before samples.
    pub samples: &'static str,
    /// A cell that does not fit: line and text.
    pub misfit: fn(Format, u64, &str) -> String,
    /// A needed field is not found: what to do.
    pub missing: fn(Field) -> &'static str,
}

/// What only the user can decide.
#[derive(Debug)]
pub struct QuestionTexts {
    /// Heading: order of day and month.
    pub dates_heading: &'static str,
    /// Why it is asked.
    pub dates_text: &'static str,
    /// Heading: decimal mark; from the mark that stands in the numbers.
    pub numbers_heading: fn(DecimalMark) -> &'static str,
    /// Why it is asked.
    pub numbers_text: &'static str,
    /// A choice: the mark in the numbers stands before the fraction (`true`) or between thousands (`false`).
    pub numbers_choice: fn(DecimalMark, bool) -> &'static str,
    /// A day with its month in words.
    pub day: fn(Day) -> String,
    /// Keeps what is in force, and puts the question away.
    pub keep: &'static str,
    /// Takes the other reading.
    pub change: &'static str,
}

/// The first rows.
#[derive(Debug)]
pub struct PreviewTexts {
    /// Heading of the part.
    pub heading: &'static str,
    /// How to read it.
    pub lead: &'static str,
    /// Name of the table for screen readers.
    pub table: &'static str,
    /// Header over line numbers.
    pub line: &'static str,
    /// Before the reason why a row is set aside, for screen readers.
    pub set_aside: &'static str,
    /// Why a row is set aside, short.
    pub reason: fn(Reason) -> &'static str,
    /// Before the raw text, for screen readers.
    pub in_file: &'static str,
}

/// Reading under way.
#[derive(Debug)]
pub struct ProgressTexts {
    /// The beginning is looked at.
    pub inspecting: &'static str,
    /// The file is read.
    pub reading: &'static str,
    /// Bytes done of all.
    pub bytes: fn(Format, u64, u64) -> String,
    /// Rows so far.
    pub rows: fn(Format, u64) -> String,
    /// Time left, from whole seconds.
    pub left: fn(Format, u64) -> String,
    /// Spoken when the file has been read: rows read, used, set aside.
    pub done: fn(Format, u64, u64, u64) -> String,
}

/// What became of the rows.
#[derive(Debug)]
pub struct ReportTexts {
    /// Heading of the part.
    pub heading: &'static str,
    /// Label: sum of the used rows.
    pub total: &'static str,
    /// Label: clients.
    pub clients: &'static str,
    /// Label: first and last day.
    pub period: &'static str,
    /// From the first to the last day.
    pub from_to: fn(Format, Day, Day) -> String,
    /// Heading: rows set aside.
    pub set_aside: &'static str,
    /// What setting aside means.
    pub set_aside_text: &'static str,
    /// No row was set aside.
    pub nothing_set_aside: &'static str,
    /// Why rows were set aside, as a sentence.
    pub reason: fn(Reason) -> &'static str,
    /// Header over reasons.
    pub why: &'static str,
    /// Header over numbers of rows.
    pub rows: &'static str,
    /// Header over sums.
    pub amount: &'static str,
    /// Header over lines.
    pub lines: &'static str,
    /// The first lines, and how many more there are.
    pub first_lines: fn(Format, &[u64], u64) -> String,
    /// Switch: a file with rows that cannot be read is not accepted.
    pub whole_only: &'static str,
    /// What it does.
    pub whole_only_hint: &'static str,
    /// Button: download the rows set aside.
    pub download: &'static str,
    /// Only the first rows are in that file.
    pub download_first: fn(Format, u64) -> String,
    /// Name of that file, from the name of the source without its ending.
    pub download_name: fn(&str) -> String,
    /// The browser could not save it.
    pub download_failed: &'static str,
    /// Heading: what else to know.
    pub notes: &'static str,
    /// Rows without a client, and their sum.
    pub without_client: fn(Format, u64, Sum) -> String,
    /// The last day of the sales is still to come.
    pub future: fn(Format, Day) -> String,
    /// The one total that the file itself gives, and by how much it differs from the sum of the rows taken.
    pub own_total: fn(Format, own: Sum, difference: Sum) -> String,
    /// Rows below zero, and their sum.
    pub returns: fn(Format, u64, Sum) -> String,
    /// Amounts rounded to four places.
    pub rounded: fn(Format, u64) -> String,
    /// Bytes that the encoding does not know, and the lines with the first of them.
    pub undecodable: fn(Format, u64, &[u64]) -> String,
}

/// The bar at the bottom.
#[derive(Debug)]
pub struct BarTexts {
    /// Name of the bar for screen readers.
    pub label: &'static str,
    /// Label: rows read.
    pub read: &'static str,
    /// Label: rows used.
    pub used: &'static str,
    /// Label: rows set aside.
    pub set_aside: &'static str,
    /// In place of a figure that is not known yet.
    pub unknown: &'static str,
    /// Button: accept the rows, before it is known how many there are.
    pub confirm: &'static str,
    /// Button: accept so many rows.
    pub confirm_rows: fn(Format, u64) -> String,
    /// Why the file cannot be accepted: the rows that are to be mended first.
    pub refused: fn(Format, u64) -> String,
    /// Button: stop the reading.
    pub stop: &'static str,
    /// Button: put the read file away.
    pub cancel: &'static str,
}
