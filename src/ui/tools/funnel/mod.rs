//! The measured funnel.
//!
//! | module | what |
//! |---|---|
//! | `state` | what the user chose, and the result |
//! | `page` | the screen in its states |
//! | `stairs` | the staircase, from which one comes to the deals behind a figure |
//! | `figures` | the whole in figures: win rates, time, velocity |
//! | `sections` | time, check, cohorts, comparison, reasons of loss |
//! | `stages` | the order of stages, moved by hand and by keys |
//! | `deals` | the deals behind a figure |
//! | `remarks` | what is to be known of the deals |

mod deals;
mod figures;
mod page;
mod remarks;
mod sections;
mod stages;
mod stairs;
mod state;

pub use page::FunnelPage;
pub use state::{FunnelState, use_funnel};
