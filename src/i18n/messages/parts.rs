//! Texts: which part of the sales is looked at.

use crate::analytics::quality::Narrowing;
use crate::i18n::Format;

/// Which part of the sales is looked at.
#[derive(Debug)]
pub struct PartMessages {
    /// Choice: group of products.
    pub group: &'static str,
    /// Choice: source of clients.
    pub source: &'static str,
    /// Choice: manager.
    pub manager: &'static str,
    /// Each choice: whatever the rows name.
    pub all: &'static str,
    /// A name with its rows, as a choice.
    pub choice: fn(Format, &str, u64) -> String,
    /// What was chosen, each with what it is.
    pub names: for<'a> fn(&'a Narrowing) -> Vec<(&'static str, &'a str)>,
    /// Quiet line: what was chosen.
    pub only: fn(&Narrowing) -> String,
    /// Quiet line: rows that are not of it, and their sum.
    pub outside: fn(Format, u64, &str) -> String,
    /// The same as a reason in a file.
    pub left_out: &'static str,
    /// The engine could not do it.
    pub failed: &'static str,
}
