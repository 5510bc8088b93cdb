//! Reading of files and every figure made from them: pure, exact, the same on every machine.
//!
//! What is absent on purpose: texts for people (see [`crate::i18n`]), the browser (see [`crate::platform`]),
//! binary floating point for money.

pub mod amount;
pub mod dataset;
pub mod date;
pub mod funnel;
pub mod quality;
pub mod segmentation;
pub mod sql;
pub mod stage_names;
pub mod stats;
pub mod workbook;
