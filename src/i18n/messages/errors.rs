//! Texts: What went wrong and what to do.

use crate::analytics::dataset::ReadError;
use crate::i18n::Format;

/// What went wrong and what to do.
#[derive(Debug)]
pub struct ErrorMessages {
    /// The file cannot be read as a table.
    pub read: fn(&ReadError, Format) -> ErrorText,
    /// The rows of a kept table have changed since they were kept.
    pub kept_damaged: FixedErrorText,
    /// A newer version of the app kept the table.
    pub kept_newer: FixedErrorText,
    /// A file that cannot be added to a table.
    pub cannot_join: FixedErrorText,
    /// The browser does not have the rows of a kept table any more.
    pub kept_gone: FixedErrorText,
    /// A question about a table, and none is loaded.
    pub no_table: FixedErrorText,
    /// The browser could not give the file's bytes.
    pub file_unavailable: FixedErrorText,
    /// The engine stopped.
    pub engine_stopped: FixedErrorText,
    /// The page and its engine are of different builds.
    pub other_build: FixedErrorText,
    /// Too big to be read without a worker; from the limit in bytes.
    pub too_big_without_worker: fn(Format, u64) -> ErrorText,
    /// What was loaded before is still there; from the name of its file.
    pub still_loaded: fn(&str) -> String,
    /// The sample was loaded before, and is still there.
    pub still_loaded_sample: &'static str,
    /// Before the advice.
    pub what_to_do: &'static str,
}

/// An error in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorText {
    /// What happened.
    pub heading: String,
    /// What was found and where.
    pub text: String,
    /// What to do next.
    pub advice: String,
}

impl ErrorText {
    /// Three texts; those without figures are plain.
    pub fn new(heading: impl Into<String>, text: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { heading: heading.into(), text: text.into(), advice: advice.into() }
    }
}

/// An error in words that are always the same.
#[derive(Clone, Copy, Debug)]
pub struct FixedErrorText {
    /// What happened.
    pub heading: &'static str,
    /// What was found and where.
    pub text: &'static str,
    /// What to do next.
    pub advice: &'static str,
}

impl From<FixedErrorText> for ErrorText {
    fn from(fixed: FixedErrorText) -> Self {
        Self::new(fixed.heading, fixed.text, fixed.advice)
    }
}
