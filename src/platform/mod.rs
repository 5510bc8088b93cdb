//! The only place that knows the browser.

pub mod boot;
pub mod clock;
pub mod download;
pub mod engine;
pub mod fetch;
pub mod worker_scope;
