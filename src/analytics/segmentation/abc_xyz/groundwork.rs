//! What an analysis needs of the clients whatever the thresholds are: made once, so that a threshold is moved in a moment.

use super::Labels;
use super::analysis::labels_of;
use crate::analytics::amount::Sum;
use crate::analytics::dataset::SalesTable;
use crate::analytics::segmentation::abc::AbcThresholds;
use crate::analytics::segmentation::abc_curve::computed_thresholds;
use crate::analytics::segmentation::history::Histories;
use crate::analytics::segmentation::value::{Ranking, ValueBy};

/// Clients in order, with what no threshold changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groundwork {
    /// Clients by value.
    pub ranking: Ranking,
    /// Measures of value that the columns of the table allow.
    pub measures: Vec<ValueBy>,
    /// Labels of clients, in the order of the ranking.
    pub labels: Vec<Labels>,
    /// Value of all clients.
    pub total: Sum,
    /// Value of the clients whose value is above zero.
    pub positive_total: Sum,
    /// Thresholds that the curve's own shape gives.
    pub computed: Option<AbcThresholds>,
}

impl Groundwork {
    /// The groundwork for clients by a measure; `histories` were made of `table`.
    #[must_use]
    pub fn new(table: &SalesTable, histories: &Histories, by: ValueBy) -> Self {
        let ranking = Ranking::new(table, histories, by);
        // Made client after client: in the order of the ranking each would be far from the one before.
        let labels: Vec<Labels> = histories.clients.iter().map(|client| labels_of(client, histories)).collect();
        Self {
            measures: ValueBy::of(table),
            labels: ranking.order.iter().filter_map(|&index| labels.get(index).copied()).collect(),
            total: ranking.total(),
            positive_total: ranking.values.iter().take(ranking.positive()).copied().sum(),
            computed: computed_thresholds(&ranking.values),
            ranking,
        }
    }
}
