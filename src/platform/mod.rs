//! The only place that knows the browser.

pub mod boot;
pub mod clock;
pub mod download;
