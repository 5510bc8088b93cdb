//! A chart with its table.
