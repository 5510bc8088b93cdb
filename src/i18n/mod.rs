//! Every visible word, in every language, and the formats of numbers, dates and plurals.
//!
//! A text is a field of a struct in `messages` and a value in the folder of each locale, so that a missing
//! text does not compile. Each area of texts is a method of [`Messages`]. A text with a figure in it is a function of a [`Format`].
//!
//! Adding a locale: a variant of [`Locale`], a folder beside `en`, an arm in [`messages()`] and the rules in [`format`].

pub mod course;
pub mod explain;
pub mod format;
pub mod headline;
pub mod messages;
pub mod scores;

mod en;
mod ru;

pub use format::Format;
pub use messages::Messages;

pub use crate::profile::{Currency, Locale};

/// The texts of a locale.
#[must_use]
pub const fn messages(locale: Locale) -> &'static Messages {
    match locale {
        Locale::Ru => &Messages(Locale::Ru),
        Locale::En => &Messages(Locale::En),
    }
}
