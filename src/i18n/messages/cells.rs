//! Texts: Starting texts of the nine cells.

/// Starting texts of the nine cells.
#[derive(Debug)]
pub struct CellMessages {
    /// Heading of the screen.
    pub title: &'static str,
}
