//! Texts: What went wrong and what to do.

/// What went wrong and what to do.
#[derive(Debug)]
pub struct ErrorMessages {
    /// Heading of the screen.
    pub title: &'static str,
}
