//! Texts: Import of a file.

/// Import of a file.
#[derive(Debug)]
pub struct ImportMessages {
    /// Heading of the screen.
    pub title: &'static str,
}
