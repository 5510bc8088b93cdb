//! Currencies of sums.

use serde::{Deserialize, Serialize};

/// The currency shown beside sums. Sums are never converted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Currency {
    /// No sign.
    #[serde(rename = "none")]
    None,
    /// Russian rouble.
    #[default]
    #[serde(rename = "RUB")]
    Rub,
    /// US dollar.
    #[serde(rename = "USD")]
    Usd,
    /// Euro.
    #[serde(rename = "EUR")]
    Eur,
    /// Pound sterling.
    #[serde(rename = "GBP")]
    Gbp,
    /// Kazakhstani tenge.
    #[serde(rename = "KZT")]
    Kzt,
    /// Belarusian rouble.
    #[serde(rename = "BYN")]
    Byn,
}

impl Currency {
    /// Every currency, in the order of the settings screen.
    pub const ALL: [Self; 7] = [Self::None, Self::Rub, Self::Usd, Self::Eur, Self::Gbp, Self::Kzt, Self::Byn];

    /// ISO 4217 code; empty for none.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Rub => "RUB",
            Self::Usd => "USD",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Kzt => "KZT",
            Self::Byn => "BYN",
        }
    }

    /// Sign; empty for none.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Rub => "₽",
            Self::Usd => "$",
            Self::Eur => "€",
            Self::Gbp => "£",
            Self::Kzt => "₸",
            Self::Byn => "Br",
        }
    }
}
