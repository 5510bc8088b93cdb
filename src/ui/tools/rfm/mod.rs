//! The RFM screen: how lately, how often and for how much each client bought, and the segment that follows.
//!
//! [`state`] holds what the user chose and the latest result; what can be said of a result without a browser is in
//! `figures`, in [`crate::charts::rfm`] and in [`crate::i18n::scores`].

mod borders;
mod charts;
mod figures;
mod grid;
mod headline;
mod list;
mod map_sheet;
mod page;
mod rules_sheet;
mod segments;
mod state;
mod why;

pub use page::RfmPage;
pub use state::{RfmState, use_rfm};
