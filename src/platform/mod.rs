//! The only place that knows the browser.
