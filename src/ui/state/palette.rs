//! The palette of charts, as a signal that follows the theme.

use leptos::prelude::*;

use crate::charts::Palette;
use crate::platform::palette::{ThemeWatch, palette};

/// The palette in force; it changes with the theme. The watch ends with the component that asked.
#[must_use]
pub fn use_palette() -> Signal<Palette> {
    let current = RwSignal::new(palette());
    let watch = ThemeWatch::new(move || {
        // A last call may come while the component goes.
        current.try_set(palette());
    });
    StoredValue::new_local(watch);
    current.into()
}
