//! Language, theme and currency, as a context. Kept over reloads, followed over tabs.

use leptos::prelude::*;

use super::kept::Kept;
use super::storage::Storage;
use crate::platform::navigation;
use crate::profile::{Currency, Locale, Settings, Theme};

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct SettingsState {
    kept: Kept<Settings>,
    browser: Locale,
}

impl SettingsState {
    /// Provides the context to everything below.
    pub fn provide(storage: Storage) -> Self {
        let browser = navigation::preferred_language().map_or(Locale::En, |tag| Locale::from_tag(&tag));
        let settings = Self { kept: Kept::open(storage), browser };
        provide_context(settings);
        settings
    }

    /// The language in force.
    #[must_use]
    pub fn locale(self) -> Signal<Locale> {
        let value = self.kept.value();
        Memo::new(move |_| value.with(|settings| settings.locale_or(self.browser))).into()
    }

    /// The theme wanted.
    #[must_use]
    pub fn theme(self) -> Signal<Theme> {
        let value = self.kept.value();
        Memo::new(move |_| value.with(|settings| settings.theme)).into()
    }

    /// The currency in force.
    #[must_use]
    pub fn currency(self) -> Signal<Currency> {
        let (value, locale) = (self.kept.value(), self.locale());
        Memo::new(move |_| value.with(|settings| settings.currency_in(locale.get()))).into()
    }

    /// Whether tables are forgotten when the tab is closed.
    #[must_use]
    pub fn forget_tables(self) -> Signal<bool> {
        let value = self.kept.value();
        Memo::new(move |_| value.with(|settings| settings.forget_tables)).into()
    }

    /// Chooses whether tables are forgotten when the tab is closed.
    pub(super) fn set_forget_tables(self, forget: bool) {
        self.kept.edit(move |settings| settings.forget_tables = forget);
    }

    /// Chooses the language.
    pub fn set_locale(self, locale: Locale) {
        self.kept.edit(move |settings| settings.locale = Some(locale));
    }

    /// Chooses the theme.
    pub fn set_theme(self, theme: Theme) {
        self.kept.edit(move |settings| settings.theme = theme);
    }

    /// Chooses the currency.
    pub fn set_currency(self, currency: Currency) {
        self.kept.edit(move |settings| settings.currency = Some(currency));
    }
}

/// Language, theme and currency.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_settings() -> SettingsState {
    expect_context()
}
