//! Which clients a query finds, in what order.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::protocol::{ClientQuery, ClientSort, RfmFilter};
use crate::analytics::dataset::Names;
use crate::analytics::segmentation::abc_xyz::Label;
use crate::analytics::segmentation::abc_xyz::analysis::{AbcXyzAnalysis, Classified, labels_of};
use crate::analytics::segmentation::flow::FlowCell;
use crate::analytics::segmentation::history::{ClientHistory, Histories};
use crate::analytics::segmentation::migration::analysis::Migration;
use crate::analytics::segmentation::migration::{Move, Place};
use crate::analytics::segmentation::priority::PriorityMark;
use crate::analytics::segmentation::priority::analysis::PriorityAnalysis;
use crate::analytics::segmentation::rfm::RfmMark;
use crate::analytics::segmentation::rfm::analysis::RfmAnalysis;

/// Ranks (from 0) of the clients that `query` finds, in its order.
///
/// The `marks` are of the same clients. `folded` holds the [`folded`] names where the query
/// [asks for names](ClientQuery::asks_for_names). The sort is stable over the order by value,
/// so that ties always stand the same way.
#[must_use]
pub fn list(
    analysis: &AbcXyzAnalysis,
    histories: &Histories,
    marks: Marks<'_>,
    folded: &Names,
    query: &ClientQuery,
) -> Vec<u32> {
    let needle = fold(&query.search);
    let entry = |rank: u32| -> Option<Entry<'_>> {
        let place = analysis.clients.get(rank as usize)?;
        let history = histories.clients.get(place.history)?;
        let mark = marks.rfm.and_then(|rfm| rfm.marks.get(place.history)?.as_ref());
        let priority = marks.priority.and_then(|priority| priority.marks.get(place.history));
        Some(Entry { place, history, mark, priority })
    };
    let name_of = |history: &ClientHistory| folded.get(history.client).unwrap_or_default();
    let only = query.only.as_ref().map(|names| numbers(names, folded));
    let is_wanted = |entry: &Entry<'_>| {
        query.cell.is_none_or(|cell| entry.place.cell == cell)
            && query.label.is_none_or(|label: Label| labels_of(entry.history, histories).has(label))
            && query.rfm.is_none_or(|filter| marks.rfm.is_some() && is_of(entry.mark, filter))
            && query.group.is_none_or(|group| entry.priority.is_some_and(|mark| mark.group == group))
            && query.moved.is_none_or(|wanted| {
                marks.moved(entry.history.client).is_some_and(|(before, after)| Move::between(before, after) == wanted)
            })
            && query.flow.is_none_or(|cell| marks.flow(entry.history.client) == Some(cell))
            && query.value.has(Some(entry.place.value))
            && query.orders.has(Some(entry.history.orders))
            && (query.recency_days.is_open() || query.recency_days.has(recency_days(entry.history, histories)))
            && only.as_ref().is_none_or(|only| only.binary_search(&entry.history.client).is_ok())
            && (needle.is_empty() || name_of(entry.history).contains(&needle))
    };
    let clients = u32::try_from(analysis.clients.len()).unwrap_or(u32::MAX);
    let mut found: Vec<u32> = match query.finds_all() {
        true => (0..clients).collect(),
        false => (0..clients).filter(|&rank| entry(rank).is_some_and(|entry| is_wanted(&entry))).collect(),
    };
    match query.sort {
        ClientSort::Rank => {}
        ClientSort::Name => found.sort_by_key(|&rank| entry(rank).map(|entry| name_of(entry.history))),
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

/// What clients carry besides their cell.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'a> {
    /// Scores and segments.
    pub rfm: Option<&'a RfmAnalysis>,
    /// Priority groups.
    pub priority: Option<&'a PriorityAnalysis>,
    /// Classes of two windows.
    pub migration: Option<&'a Migration>,
    /// Cells of the client flow by number of the client, in rising order.
    pub flow: &'a [(u32, FlowCell)],
}

impl Marks<'_> {
    /// Where a client stood and where it stands.
    #[must_use]
    pub fn moved(&self, client: u32) -> Option<(Place, Place)> {
        let movements = &self.migration?.movements;
        let index = movements.binary_search_by_key(&client, |movement| movement.client).ok()?;
        movements.get(index).map(|movement| (movement.before, movement.after))
    }

    /// The cell of the client flow that a client stands in.
    #[must_use]
    pub fn flow(&self, client: u32) -> Option<FlowCell> {
        let index = self.flow.binary_search_by_key(&client, |(client, _)| *client).ok()?;
        self.flow.get(index).map(|(_, cell)| *cell)
    }
}

/// Cells of the client flow by number of the client, in rising order; of several the one served first.
#[must_use]
pub fn flow_by_client(flow: &[(String, FlowCell)], folded: &Names) -> Vec<(u32, FlowCell)> {
    let mut by_name: HashMap<String, FlowCell> = HashMap::new();
    for (name, cell) in flow {
        let known = by_name.entry(fold(name)).or_insert(*cell);
        *known = (*known).min(*cell);
    }
    if by_name.is_empty() {
        return Vec::new();
    }
    let numbered = folded.iter().zip(0..).filter_map(|(name, number)| Some((number, *by_name.get(name)?)));
    numbered.collect()
}

fn recency_days(client: &ClientHistory, histories: &Histories) -> Option<u32> {
    client.recency_days(histories.window?.1)
}

struct Entry<'a> {
    place: &'a Classified,
    history: &'a ClientHistory,
    mark: Option<&'a RfmMark>,
    priority: Option<&'a PriorityMark>,
}

/// Whether a client with these scores, or without any, is one of `filter`.
fn is_of(mark: Option<&RfmMark>, filter: RfmFilter) -> bool {
    match (filter, mark) {
        (RfmFilter::Apart, mark) => mark.is_none(),
        (_, None) => false,
        (RfmFilter::Segment(segment), Some(mark)) => mark.segment == segment,
        (RfmFilter::Scores { r, f, m }, Some(mark)) => {
            let is = |wanted: Option<u8>, score: u8| wanted.is_none_or(|wanted| wanted == score);
            is(r, mark.scores.r) && is(f, mark.scores.f) && is(m, mark.scores.m)
        }
    }
}

/// Best first: A before C, X before Z, many orders before few, regular before rare (by active periods ÷ all periods, which
/// are multiplied crosswise instead of divided), recent before long ago, high scores before low ones; who has none of what
/// is asked comes last.
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
        ClientSort::Scores => {
            let scores = |entry: &Entry<'_>| entry.mark.map(|mark| mark.scores);
            scores(right).cmp(&scores(left))
        }
        ClientSort::Priority => {
            let rank = |entry: &Entry<'_>| entry.priority.map_or(u64::MAX, |mark| mark.rank);
            rank(left).cmp(&rank(right))
        }
        ClientSort::First => {
            let first = |client: &ClientHistory| client.purchased.map(|(first, _)| first);
            first(right.history).cmp(&first(left.history))
        }
        ClientSort::Net => right.history.total.cmp(&left.history.total),
        ClientSort::Segment => {
            let segment = |entry: &Entry<'_>| entry.mark.map_or(u16::MAX, |mark| mark.segment);
            segment(left).cmp(&segment(right))
        }
    }
}

/// The numbers of the clients with these names, in rising order; how a name is written does not matter.
fn numbers(names: &[String], folded: &Names) -> Vec<u32> {
    let wanted: HashSet<String> = names.iter().map(|name| fold(name)).collect();
    let numbers = folded.iter().zip(0..).filter(|(name, _)| wanted.contains(*name));
    numbers.map(|(_, number)| number).collect()
}

/// The names as [`list`] wants them. Made once a table: that costs more than any search among them.
#[must_use]
pub fn folded(names: &Names) -> Names {
    let mut folded = Names::default();
    let mut text = String::new();
    for name in names.iter() {
        text.clear();
        fold_into(name, &mut text);
        folded.push(&text);
    }
    folded
}

/// The form in which names are searched and ordered: lower case, ё as е.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Adds the folded `text` to `folded`. The letters of nearly all names need no look into the tables of all scripts.
// A function of its own: see [`crate::analytics::dataset::SalesTable::parts`].
#[inline(never)]
fn fold_into(text: &str, folded: &mut String) {
    for letter in text.trim().chars() {
        match letter {
            'ё' | 'Ё' => folded.push('е'),
            '\0'..='@' | '['..='\u{7f}' | 'а'..='я' => folded.push(letter),
            'A'..='Z' | 'А'..='Я' => folded.extend(char::from_u32(u32::from(letter) + SMALL_AFTER_CAPITAL)),
            _ => folded.extend(letter.to_lowercase()),
        }
    }
}

/// How far the small letters stand after the capitals, Latin and Russian ones alike.
const SMALL_AFTER_CAPITAL: u32 = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_folded_as_the_tables_say() {
        for letter in '\0'..=char::MAX {
            let text = format!("x{letter}x");
            let expected: String = text.to_lowercase().chars().map(|c| if c == 'ё' { 'е' } else { c }).collect();
            // Only as the last letter of a word does one letter have another small form, which a search does not know.
            assert_eq!(fold(&text), expected, "{letter:?}");
        }
        assert_eq!(fold(" ООО «Ёлка» "), "ооо «елка»");
    }
}
