//! Texts: first screen.

use crate::i18n::Format;

/// First screen.
#[derive(Debug)]
pub struct StartMessages {
    /// What the app does, in one sentence: the heading.
    pub title: &'static str,
    /// That nothing is sent, in the same breath.
    pub lead: &'static str,
    /// What the drawing shows, for those who do not see it.
    pub picture: &'static str,
    /// Heading over the three kinds of users.
    pub who_title: &'static str,
    /// The three kinds: who, and what they get.
    pub who: [(&'static str, &'static str); 3],
    /// Heading of the promise.
    pub promise_title: &'static str,
    /// Why it holds.
    pub promise_text: &'static str,
    /// Line that opens to the proofs.
    pub proof: &'static str,
    /// The proofs: what is looked at, and how.
    pub proofs: [(&'static str, &'static str); 3],
    /// Heading when a table is loaded, from the name of the file.
    pub loaded: fn(file: &str) -> String,
    /// What of it is used: rows used, rows set aside.
    pub loaded_rows: fn(Format, used: u64, set_aside: u64) -> String,
    /// Back to the reading.
    pub to_data: &'static str,
}
