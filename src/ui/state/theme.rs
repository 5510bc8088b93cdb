//! Whether the screen is dark, as a context: what the user wants, or else the system.

use leptos::prelude::*;

use super::settings::SettingsState;
use crate::platform::color_scheme::{DarkWatch, prefers_dark};
use crate::profile::Theme;

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct ThemeState {
    settings: SettingsState,
    dark: Signal<bool>,
}

impl ThemeState {
    /// Provides the context to everything below.
    pub fn provide(settings: SettingsState) -> Self {
        let system = RwSignal::new(prefers_dark());
        let watch = StoredValue::new_local(DarkWatch::start(move |dark| system.set(dark)));
        on_cleanup(move || watch.set_value(None));
        let wanted = settings.theme();
        let dark = Memo::new(move |_| wanted.get().is_dark(system.get()));
        let theme = Self { settings, dark: dark.into() };
        provide_context(theme);
        theme
    }

    /// Whether the screen is dark. Charts, which take their colours from the tokens, are drawn anew when it changes.
    #[must_use]
    pub fn dark(self) -> Signal<bool> {
        self.dark
    }

    /// Light becomes dark and dark light, whatever the system wants.
    pub fn toggle(self) {
        self.settings.set_theme(if self.dark.get_untracked() { Theme::Light } else { Theme::Dark });
    }
}

/// Whether the screen is dark.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_theme() -> ThemeState {
    expect_context()
}
