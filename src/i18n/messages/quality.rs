//! Texts: what may be wrong in a table, and what to do about it.

use crate::analytics::amount::Sum;
use crate::analytics::dataset::CurrencyCode;
use crate::analytics::date::Day;
use crate::analytics::quality::{Confidence, Difference, RefinedAccount};
use crate::i18n::Format;

/// What may be wrong in a table, and what to do about it.
#[derive(Debug)]
pub struct QualityMessages {
    /// Heading of the part.
    pub heading: &'static str,
    /// What to do there.
    pub lead: &'static str,
    /// While it is computed.
    pub looking: &'static str,
    /// Nothing was found.
    pub nothing: &'static str,
    /// Rows and sum of a finding.
    pub count: fn(Format, u64, Sum) -> String,
    /// Switches.
    pub switches: SwitchTexts,
    /// Rows and sum that take part after all decisions.
    pub kept: fn(Format, &RefinedAccount) -> String,
    /// Decisions could not be applied.
    pub failed: &'static str,
    /// Spellings of one client.
    pub spellings: SpellingTexts,
    /// Several currencies.
    pub currencies: CurrencyTexts,
}

/// Switches, each with what it does when it is on.
#[derive(Debug)]
pub struct SwitchTexts {
    /// Leave out rows that repeat another.
    pub duplicates: &'static str,
    /// What counts as repeated.
    pub duplicates_hint: &'static str,
    /// Leave out rows below zero.
    pub returns: &'static str,
    /// What becomes of them otherwise.
    pub returns_hint: &'static str,
    /// Leave out rows dated after today.
    pub future: &'static str,
    /// Which those are.
    pub future_hint: fn(Format, Day) -> String,
    /// Count rows without a client as one client.
    pub without_client: &'static str,
    /// What becomes of them otherwise.
    pub without_client_hint: &'static str,
    /// The name of that client.
    pub nobody: &'static str,
}

/// Spellings of one client.
#[derive(Debug)]
pub struct SpellingTexts {
    /// Heading of the part.
    pub heading: &'static str,
    /// What to do there.
    pub lead: &'static str,
    /// Groups found, and how many are shown.
    pub found: fn(Format, u64, u64) -> String,
    /// How sure it is.
    pub confidence: fn(Confidence) -> &'static str,
    /// What a name is compared by.
    pub key: fn(&str) -> String,
    /// What differs.
    pub difference: fn(Difference) -> &'static str,
    /// Name of a group for screen readers, from its main spelling.
    pub group: fn(&str) -> String,
    /// Label of the box that puts a spelling into the merge.
    pub include: fn(&str) -> String,
    /// Label of the button that makes a spelling the main one.
    pub make_main: fn(&str) -> String,
    /// Beside the main spelling.
    pub main: &'static str,
    /// Button: merge the chosen.
    pub merge: &'static str,
    /// Button: merge all that are sure; how many groups.
    pub merge_sure: fn(Format, u64) -> String,
    /// Button: show more groups.
    pub more: fn(Format, u64) -> String,
    /// Said after a merge: the main spelling and how many were merged.
    pub merged: fn(Format, &str, u64) -> String,
    /// Said after a merge of many groups.
    pub merged_many: fn(Format, u64) -> String,
    /// Button: take back.
    pub undo: &'static str,
    /// Heading of the list of merges.
    pub done: fn(Format, u64) -> String,
    /// A merge: the main spelling and the others.
    pub merge_line: fn(&str, &[String]) -> String,
    /// Button: split again.
    pub split: &'static str,
    /// The same for screen readers, from the main spelling.
    pub split_label: fn(&str) -> String,
}

/// Several currencies in one column.
#[derive(Debug)]
pub struct CurrencyTexts {
    /// Heading of the question.
    pub heading: &'static str,
    /// Why it is asked.
    pub text: &'static str,
    /// Name of a currency; `None` for rows that name none.
    pub name: fn(Option<CurrencyCode>) -> String,
    /// Count rows that name none as well.
    pub unnamed: &'static str,
    /// Button: take the chosen.
    pub take: &'static str,
    /// Header over currencies.
    pub column: &'static str,
    /// A few rows only name the currency, from how many do and how many do not.
    pub few_named: fn(Format, CurrencyCode, u64, u64) -> String,
}
