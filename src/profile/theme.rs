//! Light or dark.

use serde::{Deserialize, Serialize};

/// What the user wants of the screen's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    #[serde(rename = "system")]
    System,
    /// Light.
    #[serde(rename = "light")]
    Light,
    /// Dark.
    #[serde(rename = "dark")]
    Dark,
}

impl Theme {
    /// Every choice, in the order of the settings screen.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Whether the screen is dark, given what the system wants.
    #[must_use]
    pub const fn is_dark(self, system_is_dark: bool) -> bool {
        match self {
            Self::System => system_is_dark,
            Self::Light => false,
            Self::Dark => true,
        }
    }
}
