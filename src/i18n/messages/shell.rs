//! Texts: Frame of the app.

/// Frame of the app.
#[derive(Debug)]
pub struct ShellMessages {
    /// Heading of the screen.
    pub title: &'static str,
}
