//! Texts: First screen.

/// First screen.
#[derive(Debug)]
pub struct StartMessages {
    /// Heading of the screen.
    pub title: &'static str,
}
