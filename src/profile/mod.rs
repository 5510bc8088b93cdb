//! What is the user's own and lasts: language, looks, currency, texts and rules of the matrix, ways to read files, the
//! list of tables. Pure.
//!
//! Everything here is saved, so names and shapes are a promise: [`crate::storage`] says how they may change.

pub mod cell_texts;
pub mod currency;
pub mod locale;
pub mod readings;
pub mod rules;
pub mod settings;
pub mod tables;
pub mod theme;

pub use cell_texts::{CellText, CellTexts};
pub use currency::Currency;
pub use locale::Locale;
pub use readings::{Reading, Readings};
pub use rules::Rules;
pub use settings::Settings;
pub use tables::{KeptImport, KeptTable, Tables};
pub use theme::Theme;
