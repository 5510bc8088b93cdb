//! The funnel: which stages deals go through, where they are lost, how long it takes, which sources bring them; and the same
//! way read backwards as a plan.
//!
//! | module | what |
//! |---|---|
//! | [`journey`] | deals as the stages that each entered, whatever the file told them by |
//! | [`order`] | the order of stages that is proposed |
//! | [`options`] | what the user decides |
//! | `walk` | a deal's way through the stages |
//! | [`conversion`] | counts deals |
//! | [`report`] | what comes of it |
//! | [`deals`] | the deals behind a figure |
//! | [`sources`] | which sources bring deals and money |
//! | [`flow`] | deals in the cells of the client flow |
//! | [`standing`] | each deal as it stands |
//! | [`plan`] | from the goal backwards |

pub mod conversion;
pub mod deals;
pub mod flow;
pub mod journey;
pub mod options;
pub mod order;
pub mod outcome;
pub mod plan;
pub mod report;
pub mod sources;
pub mod standing;
mod walk;

pub use conversion::measure;
pub use journey::{History, Journeys, StageName};
pub use options::{Count, FunnelOptions, SplitBy};
pub use order::{Role, Stage};
pub use outcome::Outcome;
pub use report::FunnelReport;

#[cfg(test)]
mod tests;
