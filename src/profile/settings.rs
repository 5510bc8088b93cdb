//! Settings of the app.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::{Currency, Locale, Theme};

/// Settings of the app. What was never chosen is `None`, so that a better guess later may still serve.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language; `None` follows the browser.
    #[serde(deserialize_with = "known_or_default")]
    pub locale: Option<Locale>,
    /// Light or dark.
    #[serde(deserialize_with = "known_or_default")]
    pub theme: Theme,
    /// Currency beside sums; `None` follows the language.
    #[serde(deserialize_with = "known_or_default")]
    pub currency: Option<Currency>,
    /// Whether tables are forgotten when the tab is closed.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "is_false")]
    pub forget_tables: bool,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Settings {
    /// The language in force.
    #[must_use]
    pub fn locale_or(&self, browser: Locale) -> Locale {
        self.locale.unwrap_or(browser)
    }

    /// The currency in force. A rouble sign beside sums of an unknown currency would be a false statement
    /// in English, where sales may be in any; in Russian it is what nearly every file means.
    #[must_use]
    pub fn currency_in(&self, locale: Locale) -> Currency {
        self.currency.unwrap_or(match locale {
            Locale::Ru => Currency::Rub,
            Locale::En => Currency::None,
        })
    }
}

/// Whether a switch is as it is at first, which needs no mention.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde calls it with")]
const fn is_false(switch: &bool) -> bool {
    !*switch
}

/// One choice that cannot be read must not cost the others: it becomes the default.
pub(super) fn known_or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + serde::de::DeserializeOwned,
{
    let value = Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_what() {
        let none = Settings::default();
        assert_eq!(none.locale_or(Locale::En), Locale::En);
        assert_eq!(none.currency_in(Locale::Ru), Currency::Rub);
        assert_eq!(none.currency_in(Locale::En), Currency::None);
        let chosen = Settings { locale: Some(Locale::Ru), currency: Some(Currency::Kzt), ..none };
        assert_eq!(chosen.locale_or(Locale::En), Locale::Ru);
        assert_eq!(chosen.currency_in(Locale::En), Currency::Kzt);
    }

    #[test]
    fn one_bad_choice_costs_nothing_else() {
        let settings: Settings =
            serde_json::from_str(r#"{"locale":"xx","theme":"dark","currency":7,"density":"high"}"#).unwrap();
        assert_eq!((settings.locale, settings.theme, settings.currency), (None, Theme::Dark, None));
        let saved = serde_json::to_value(&settings).unwrap();
        assert_eq!(saved["density"], "high", "what is not known is kept");
        assert_eq!(saved["theme"], "dark");
    }
}
