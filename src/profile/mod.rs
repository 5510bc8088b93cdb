//! What is the user's own and lasts: language, looks, currency, texts and rules of the matrix, ways to read files, the
//! list of tables, plans, the client flow, what was kept under names. Pure.
//!
//! Everything here is saved, so names and shapes are a promise: [`crate::storage`] says how they may change.

pub mod cell_texts;
pub mod client_views;
pub mod currency;
pub mod deal_rules;
pub mod flow;
pub mod locale;
pub mod named;
pub mod named_rules;
pub mod plan;
pub mod priority;
pub mod readings;
pub mod rules;
pub mod selections;
pub mod settings;
pub mod tables;
pub mod theme;

pub use cell_texts::{CellText, CellTexts};
pub use client_views::ClientViews;
pub use currency::Currency;
pub use deal_rules::DealRules;
pub use flow::FlowBoards;
pub use locale::Locale;
pub use named_rules::NamedRules;
pub use plan::SalesPlan;
pub use priority::Priority;
pub use readings::{Reading, Readings};
pub use rules::{MigrationWindows, Rules};
pub use selections::Selections;
pub use settings::Settings;
pub use tables::{KeptImport, KeptTable, Tables};
pub use theme::Theme;
