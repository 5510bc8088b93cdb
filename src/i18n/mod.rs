//! Every visible word, in every language, and the formats of numbers, dates and plurals.
//!
//! A text is a field of a struct in `messages` and a value in the folder of each locale, so that a missing
//! text does not compile. A text with a figure in it is a function of a [`Format`].
//!
//! Adding a locale: a variant of [`Locale`], a folder beside `en`, an arm in [`messages()`] and the rules in [`format`].

pub mod explain;
pub mod format;
pub mod headline;
pub mod messages;

mod en;
mod ru;

use serde::{Deserialize, Serialize};

pub use format::{Currency, Format};
pub use messages::Messages;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Locale {
    /// Every locale, in the order of the language switch.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// BCP 47 tag, for `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language's own name.
    #[must_use]
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::Ru => "Русский",
            Self::En => "English",
        }
    }

    /// The locale for a browser's language tag: Russian for the languages whose speakers mostly read it, else English.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let language = tag.split('-').next().unwrap_or_default();
        if ["ru", "be", "kk", "ky", "tg", "uz", "tt", "ba"].iter().any(|known| language.eq_ignore_ascii_case(known)) {
            Self::Ru
        } else {
            Self::En
        }
    }
}

/// The texts of a locale.
#[must_use]
pub const fn messages(locale: Locale) -> &'static Messages {
    match locale {
        Locale::Ru => &ru::MESSAGES,
        Locale::En => &en::MESSAGES,
    }
}
