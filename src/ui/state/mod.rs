//! What screens share: language and formats, the loaded table, notices, what is kept.

pub mod cell_texts;
pub mod i18n;
mod kept;
pub mod palette;
pub mod places;
pub mod queue;
pub mod readings;
pub mod rules;
pub mod settings;
pub mod storage;
pub mod tables;
pub mod theme;
pub mod toasts;
pub mod workspace;
