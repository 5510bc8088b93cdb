//! The ABC-XYZ screen: who brings most, who buys regularly, who has gone quiet, and what to do with each group.
//!
//! [`state`] holds what the user chose and the latest result; everything that can
//! be said of a result without a browser is in `figures` and in [`crate::i18n`].

mod cell_panel;
mod figures;
mod headline;
mod list;
mod matrix;
mod page;
pub mod pareto;
mod rules;
mod rules_sheet;
mod state;
#[cfg(test)]
mod testing;
mod thresholds;
mod why;

pub use page::AbcXyzPage;
pub use state::{AbcXyzState, use_abc_xyz};
pub use why::{Placed, WhySheet};
