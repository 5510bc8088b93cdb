//! Which clients a query finds, in what order.

use std::cmp::Ordering;

use super::protocol::{ClientQuery, ClientSort};
use crate::analytics::dataset::Names;
use crate::analytics::segmentation::abc_xyz::Label;
use crate::analytics::segmentation::abc_xyz::analysis::{Analysis, Classified, labels_of};
use crate::analytics::segmentation::history::{ClientHistory, Histories};

/// Ranks (from 0) of the clients that `query` finds, in its order.
///
/// `folded` holds the [`folded`] names. The sort is stable over the order by value, so that ties always stand the same way.
#[must_use]
pub fn list(analysis: &Analysis, histories: &Histories, folded: &Names, query: &ClientQuery) -> Vec<u32> {
    let needle = fold(&query.search);
    let entry = |rank: u32| -> Option<Entry<'_>> {
        let place = analysis.clients.get(rank as usize)?;
        let history = histories.clients.get(place.history)?;
        Some(Entry { place, history, name: folded.get(history.client).unwrap_or_default() })
    };
    let is_wanted = |entry: &Entry<'_>| {
        query.cell.is_none_or(|cell| entry.place.cell == cell)
            && query.label.is_none_or(|label: Label| labels_of(entry.history, histories).has(label))
            && (needle.is_empty() || entry.name.contains(&needle))
    };
    let clients = u32::try_from(analysis.clients.len()).unwrap_or(u32::MAX);
    let mut found: Vec<u32> = (0..clients).filter(|&rank| entry(rank).is_some_and(|entry| is_wanted(&entry))).collect();
    match query.sort {
        ClientSort::Rank => {}
        ClientSort::Name => found.sort_by_key(|&rank| entry(rank).map(|entry| entry.name)),
        _ => found.sort_by(|&left, &right| match (entry(left), entry(right)) {
            (Some(left), Some(right)) => compare(&left, &right, query.sort),
            _ => Ordering::Equal,
        }),
    }
    if query.descending {
        found.reverse();
    }
    found
}

struct Entry<'a> {
    place: &'a Classified,
    history: &'a ClientHistory,
    /// Folded.
    name: &'a str,
}

/// Best first: A before C, X before Z, many orders before few, regular before rare, recent before long ago.
fn compare(left: &Entry<'_>, right: &Entry<'_>, sort: ClientSort) -> Ordering {
    match sort {
        ClientSort::Rank | ClientSort::Name => Ordering::Equal,
        ClientSort::Cell => left.place.cell.index().cmp(&right.place.cell.index()),
        ClientSort::Orders => right.history.orders.cmp(&left.history.orders),
        ClientSort::Regularity => {
            let cross =
                |one: &ClientHistory, other: &ClientHistory| u64::from(one.active) * u64::from(other.periods.max(1));
            cross(right.history, left.history).cmp(&cross(left.history, right.history))
        }
        ClientSort::Recency => {
            let last = |client: &ClientHistory| client.purchased.map(|(_, last)| last);
            last(right.history).cmp(&last(left.history))
        }
    }
}

/// The names as [`list`] wants them. Made once a table: that costs more than any search among them.
#[must_use]
pub fn folded(names: &Names) -> Names {
    let mut folded = Names::default();
    names.iter().for_each(|name| folded.push(&fold(name)));
    folded
}

/// The form in which names are searched and ordered: lower case, ё as е.
fn fold(text: &str) -> String {
    text.trim().chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}
