//! The plan screen: from the number of sales that are wanted back to the calls that they take, week by week.
//!
//! Nothing here needs a table or the engine. What can be said without a browser is in `figures`, `table` and
//! [`crate::analytics::funnel::plan`].

mod figures;
mod goal;
mod headline;
mod measured;
mod page;
mod picture;
mod progress;
mod stages;
mod table;
mod time;
mod weeks;
mod what_if;

pub use page::PlanPage;
