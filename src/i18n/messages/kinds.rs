//! Texts: kinds of tables, on the screen of import and where a table of another kind is needed.

use crate::analytics::dataset::TableKind;
use crate::analytics::dataset::kinds::report::{Finding, PivotView};
use crate::i18n::Format;

/// Kinds of tables.
#[derive(Debug)]
pub struct KindMessages {
    /// From a table of deals to the funnel.
    pub to_funnel: &'static str,
    /// From a table of costs to the sources.
    pub to_sources: &'static str,
    /// Label: what the table is about.
    pub label: &'static str,
    /// Name of a kind.
    pub name: fn(TableKind) -> &'static str,
    /// What such a table looks like, in a line.
    pub about: fn(TableKind) -> &'static str,
    /// The kind is a guess.
    pub uncertain: &'static str,
    /// Which columns are needed.
    pub needed: fn(TableKind) -> &'static str,
    /// What a column without a field is used for, where it is.
    pub free_column: fn(TableKind) -> Option<&'static str>,
    /// Label: which of several measures is read.
    pub measure: &'static str,
    /// The periods of a pivot table.
    pub periods: fn(Format, &PivotView) -> String,
    /// Label: the year of the first period.
    pub year: &'static str,
    /// A choice of it: none is known.
    pub year_unknown: &'static str,
    /// Something found, with how many rows or columns it concerns.
    pub finding: fn(Format, Finding, u64) -> String,
    /// Cells of used rows that could not be read: how many, and the first of them by line, column and text.
    pub unread: fn(Format, u64, u64, &str, &str) -> String,
    /// Label: rows of a table that is not of sales.
    pub rows: &'static str,
    /// Label: columns that are kept.
    pub columns: &'static str,
    /// What a table that is not of sales is for.
    pub purpose: fn(TableKind) -> &'static str,
    /// Button on a row: its cells are the names of the columns.
    pub header_here: &'static str,
    /// The same for screen readers, with the line.
    pub header_at: fn(Format, u64) -> String,
    /// The file was read as the last one with the same columns.
    pub remembered: &'static str,
    /// Button: find everything out anew.
    pub ask_again: &'static str,
    /// Heading where sales are needed and another table is loaded.
    pub needs_sales: &'static str,
    /// What to do there, from the kind of the loaded table.
    pub needs_sales_text: fn(TableKind) -> String,
}
