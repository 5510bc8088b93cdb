//! The table that says in figures what a chart draws.

/// A table with a header row; the first cell of each row is its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableTwin {
    /// What the table is about.
    pub caption: String,
    /// Headers of the columns.
    pub headers: Vec<String>,
    /// Rows, each as long as the headers.
    pub rows: Vec<Vec<String>>,
}
