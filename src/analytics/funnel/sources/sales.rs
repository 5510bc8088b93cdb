//! Sources of clients in a table of sales: who bought is known, who did not is not.

use super::count::{Counted, tabulate};
use super::labels::{self, Labels, Tells};
use super::{SourceLabel, SourcesOptions, SourcesReport, Touch};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::SalesTable;
use crate::analytics::date::Day;

/// The source of each client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientSources {
    /// Sources, in order of first appearance.
    pub labels: Vec<SourceLabel>,
    /// For each client's number the place of its source; `None` for one without rows.
    pub of_client: Vec<Option<usize>>,
}

/// The first known source of each client; `None` if the table has no column of sources.
#[must_use]
pub fn clients_of_sales(table: &SalesTable, options: &SourcesOptions) -> Option<ClientSources> {
    let column = table.extras.source.as_ref()?;
    let labels = Labels::new(column, options);
    let of_client = firsts(table, &labels, options);
    Some(ClientSources { labels: labels.labels, of_client })
}

/// For each client the source of its earliest row that names a known one, else of its earliest row.
fn firsts(table: &SalesTable, labels: &Labels, options: &SourcesOptions) -> Vec<Option<usize>> {
    let Some(column) = table.extras.source.as_ref() else { return Vec::new() };
    let mut firsts: Vec<Option<(bool, Day, usize)>> = vec![None; table.client_names.len()];
    for (row, (&client, &day)) in table.client.iter().zip(&table.day).enumerate() {
        let Some(first) = firsts.get_mut(client as usize) else { continue };
        let place = labels.of(column, row);
        let is_unknown = labels.tells(place) != Tells::Known;
        let is_better = |&(was_unknown, known, _): &(bool, Day, usize)| {
            if is_unknown != was_unknown {
                return was_unknown;
            }
            match options.touch {
                Touch::First => day < known,
                Touch::Last => day > known,
            }
        };
        if first.as_ref().is_none_or(is_better) {
            *first = Some((is_unknown, day, place));
        }
    }
    firsts.into_iter().map(|first| first.map(|(_, _, place)| place)).collect()
}

/// What the sources of a table of sales bring: clients and money; `None` if it has no column of sources.
#[must_use]
pub fn of_sales(table: &SalesTable, options: &SourcesOptions) -> Option<SourcesReport> {
    let column = table.extras.source.as_ref()?;
    let mut labels = Labels::new(column, options);
    let firsts = firsts(table, &labels, options);
    let mut sums = vec![Counted::default(); labels.labels.len()];
    for place in firsts.iter().flatten() {
        if let Some(sum) = sums.get_mut(*place) {
            sum.won += 1;
        }
    }
    for ((&client, &day), &amount) in table.client.iter().zip(&table.day).zip(&table.amount) {
        let place = firsts.get(client as usize).copied().flatten();
        if let Some(sum) = place.and_then(|place| sums.get_mut(place)) {
            sum.earn(Sum::from(amount), Some(day));
        }
    }
    let mut report = tabulate(&mut labels, sums, false, options);
    report.spellings = labels::spellings(column, options);
    report.not_known = labels::not_known(column);
    Some(report)
}
