//! Texts: Words in charts and their tables.

/// Words in charts and their tables.
#[derive(Debug)]
pub struct ChartMessages {
    /// Heading of the screen.
    pub title: &'static str,
}
