//! What screens share: language and formats, the loaded table, notices, what is kept.

pub mod cell_texts;
pub mod client_views;
pub mod computed;
pub mod deal_rules;
pub mod deferred;
pub mod failures;
pub mod flow;
pub mod i18n;
mod kept;
pub mod named;
pub mod of_table;
pub mod palette;
pub mod picked;
pub mod places;
pub mod plan;
pub mod priority;
pub mod queue;
pub mod readings;
pub mod rules;
pub mod settings;
pub mod shared;
pub mod storage;
pub mod tables;
pub mod theme;
pub mod toasts;
pub mod workspace;
