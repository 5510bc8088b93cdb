//! What screens share: language and formats, the loaded table, notices.

pub mod i18n;
pub mod toasts;
pub mod workspace;
