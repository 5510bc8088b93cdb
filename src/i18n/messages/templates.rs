//! Texts: tables to be filled in by those who have no export.

use crate::analytics::dataset::TableKind;

/// Tables to be filled in.
#[derive(Debug)]
pub struct TemplateMessages {
    /// Opens the list of them.
    pub heading: &'static str,
    /// What they are for.
    pub text: &'static str,
    /// Label of the button that saves one, for screen readers, from the name of its kind.
    pub download: fn(&str) -> String,
    /// Name of its file, from the name of its kind.
    pub file_name: fn(&str) -> String,
    /// The rows of one: names of columns, then two that show how cells are filled. Dates and numbers are written as
    /// spreadsheets of the language write them.
    pub rows: fn(TableKind) -> [&'static [&'static str]; 3],
}
