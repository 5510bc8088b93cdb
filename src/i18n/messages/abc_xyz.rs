//! Texts: ABC-XYZ screen.

/// ABC-XYZ screen.
#[derive(Debug)]
pub struct AbcXyzMessages {
    /// Heading of the screen.
    pub title: &'static str,
}
