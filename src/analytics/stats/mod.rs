//! Statistics, one idea a file, exact where the inputs are integers.

pub mod quantile;
pub mod share;
pub mod spread;
pub mod variation;
pub mod wilson;
