//! Texts: settings screen.

use crate::i18n::Format;
use crate::profile::{Currency, Theme};

/// Settings screen.
#[derive(Debug)]
pub struct SettingsMessages {
    /// Heading of the screen.
    pub title: &'static str,
    /// A sentence below.
    pub lead: &'static str,
    /// Heading: how things look.
    pub looks: &'static str,
    /// Language.
    pub language: &'static str,
    /// Theme.
    pub theme: &'static str,
    /// Names of themes.
    pub theme_name: fn(Theme) -> &'static str,
    /// Heading: figures.
    pub figures: &'static str,
    /// Currency.
    pub currency: &'static str,
    /// Names of currencies with their signs.
    pub currency_name: fn(Currency) -> &'static str,
    /// That sums are not converted.
    pub currency_hint: &'static str,
    /// Heading of the examples.
    pub example: &'static str,
    /// Names of the examples: in full, in short, a return, a share.
    pub examples: [&'static str; 4],
    /// Heading: what is kept.
    pub kept: &'static str,
    /// What is kept, and where: what, how.
    pub kept_items: [(&'static str, &'static str); 3],
    /// How much the browser keeps for the app now.
    pub kept_now: fn(Format, bytes: u64) -> String,
    /// Heading: wiping.
    pub wipe_title: &'static str,
    /// What it does.
    pub wipe_text: &'static str,
    /// The button.
    pub wipe: &'static str,
    /// The question.
    pub wipe_question: &'static str,
    /// What follows from a yes.
    pub wipe_consequence: &'static str,
    /// The yes.
    pub wipe_confirm: &'static str,
    /// It is done.
    pub wiped: &'static str,
}
