//! The tools: one folder each.

pub mod abc_xyz;
pub mod data;
