//! What is the user's own and lasts: language, looks, currency, texts of the matrix, ways to read files. Pure.
//!
//! Everything here is saved, so names and shapes are a promise: [`crate::storage`] says how they may change.

pub mod cell_texts;
pub mod currency;
pub mod locale;
pub mod readings;
pub mod settings;
pub mod theme;

pub use cell_texts::{CellText, CellTexts};
pub use currency::Currency;
pub use locale::Locale;
pub use readings::{Reading, Readings};
pub use settings::Settings;
pub use theme::Theme;
