//! The ABC-XYZ matrix.

pub mod pareto;
