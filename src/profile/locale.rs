//! Languages of the interface.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// Russian.
    #[default]
    #[serde(rename = "ru")]
    Ru,
    /// English.
    #[serde(rename = "en")]
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
