//! The only place that knows the browser.

pub mod clock;
pub mod download;
