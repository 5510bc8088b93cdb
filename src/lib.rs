//! Clientfolio turns a small firm's own sales file into decisions about its clients, wholly in the browser.
//!
//! Modules in the order of their dependencies, which point upwards in this list only
//! (`tests/architecture.rs` holds that):
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | [`analytics`] | reading of files and every figure; pure | – |
//! | [`profile`] | the user's own settings and texts; pure | `analytics` |
//! | [`i18n`] | every visible word and number format; pure | `analytics`, `profile` |
//! | [`charts`] | results → chart options; pure | `analytics`, `i18n` |
//! | [`jobs`] | what screens ask of a worker, and the answers; pure | `analytics`, `i18n` |
//! | [`storage`] | documents that survive a reload; pure | `profile` |
//! | [`platform`] | the only place that knows the browser | all above |
//! | `ui` | screens; what the workers are built without | all above |
//!
//! Invariants:
//! - Pure modules know no browser, no clock and no randomness: the same input gives the same bytes.
//! - Money is never binary floating point: [`analytics::amount`].
//! - No row of a file disappears: rows read = rows used + rows set aside.
//! - Rows live in the worker; a screen holds summaries and pages of rows.

pub mod analytics;
pub mod charts;
pub mod i18n;
pub mod jobs;
pub mod platform;
pub mod profile;
pub mod storage;
#[cfg(feature = "screens")]
pub mod ui;
