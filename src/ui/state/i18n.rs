//! The language in force, as a context.

use leptos::prelude::*;

use crate::i18n::{Currency, Format, Locale, Messages, messages};

/// Language and currency in force. Reading is tracked: a view that reads is written anew when they change.
#[derive(Clone, Copy, Debug)]
pub struct I18n {
    locale: Signal<Locale>,
    currency: Signal<Currency>,
}

impl I18n {
    /// Provides the context to everything below.
    pub fn provide(locale: Signal<Locale>, currency: Signal<Currency>) -> Self {
        let i18n = Self { locale, currency };
        provide_context(i18n);
        i18n
    }

    /// The language.
    #[must_use]
    pub fn locale(self) -> Locale {
        self.locale.get()
    }

    /// How to write figures.
    #[must_use]
    pub fn format(self) -> Format {
        Format { locale: self.locale.get(), currency: self.currency.get() }
    }

    /// One text, as views take it: `{i18n.phrase(|text| text.shell().close)}`.
    ///
    /// A function pointer and not any closure: each closure in a view would bring the whole machinery of its
    /// rendering into the program once more, and views are mostly texts.
    #[must_use]
    pub fn phrase(self, pick: fn(&'static Messages) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.text()))
    }

    /// One text, as components take it: `label=i18n.label(|text| text.shell().close)`.
    #[must_use]
    pub fn label(self, pick: fn(&'static Messages) -> &'static str) -> Signal<String> {
        Signal::derive(move || pick(self.text()).to_owned())
    }

    /// The texts.
    #[must_use]
    pub fn text(self) -> &'static Messages {
        messages(self.locale.get())
    }
}

/// The language in force.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_i18n() -> I18n {
    expect_context()
}
