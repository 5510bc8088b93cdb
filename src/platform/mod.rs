//! The only place that knows the browser.

pub mod boot;
pub mod clock;
pub mod css_tokens;
pub mod dialog;
pub mod download;
pub mod engine;
pub mod fetch;
pub mod file_access;
pub mod local_store;
pub mod navigation;
pub mod popover;
pub mod worker_scope;
