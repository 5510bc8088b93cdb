//! Texts: Settings screen.

/// Settings screen.
#[derive(Debug)]
pub struct SettingsMessages {
    /// Heading of the screen.
    pub title: &'static str,
}
