//! The tools: one folder each.

pub mod data;
