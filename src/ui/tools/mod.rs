//! The tools: one folder each.
