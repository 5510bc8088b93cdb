//! Each deal as it stands, for analyses that need no stages.

use super::conversion::for_each;
use super::journey::Journeys;
use super::options::FunnelOptions;
use super::outcome::Outcome;
use super::walk::Course;
use crate::analytics::amount::Amount;
use crate::analytics::date::Day;

/// A deal as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The row of the table that tells of it; of moves the first.
    pub row: usize,
    /// How it stands.
    pub outcome: Outcome,
    /// The day on which it began.
    pub entered: Option<Day>,
    /// Days from then to its end.
    pub days: Option<i32>,
    /// Money.
    pub amount: Option<Amount>,
}

/// Every deal that is at some stage, or lost, in file order.
#[must_use]
pub fn standings(journeys: &Journeys, options: &FunnelOptions) -> Vec<Standing> {
    let course = Course::new(journeys, options);
    let mut found = Vec::new();
    for_each(journeys, &course, options, |seen| {
        found.push(Standing {
            row: seen.deal.row as usize,
            outcome: seen.walk.outcome,
            entered: seen.entered,
            days: seen.cycle(),
            amount: seen.deal.amount,
        });
    });
    found
}
