//! How much each weight decides: the clients that would be moved without it, with half of it and with twice of it, and
//! where a client would stand then.

use super::score::{Score, Weighed, weighted};
use super::{Moved, Places, Points, PriorityMark, PriorityOptions, PrioritySummary, Sensitivity};

/// Weights are told in halves, so that half a weight is whole.
const HALVES: u32 = 2;

/// One entry a criterion. `ranked` has the clients by score, best first.
pub(super) fn of_all(
    options: &PriorityOptions,
    marks: &[PriorityMark],
    ranked: &[usize],
    longest: Points,
) -> Vec<Sensitivity> {
    // Places by value stand for those of equal scores: what decides ties does not change.
    let moved = |criterion: usize, halves: u32| {
        let rescored: Vec<Option<Score>> =
            marks.iter().map(|mark| rescore(options, mark, criterion, halves, longest)).collect();
        Moved { groups: moved_groups(options, marks, &rescored), top: left_top(ranked, &rescored) }
    };
    let of = |criterion: usize| Sensitivity {
        dropped: moved(criterion, 0),
        halved: moved(criterion, 1),
        doubled: moved(criterion, 2 * HALVES),
    };
    (0..options.criteria.len()).map(of).collect()
}

/// The places of one client, one entry a criterion. `order` has the clients by value: so stand those of equal scores.
pub(super) fn places(
    options: &PriorityOptions,
    marks: &[PriorityMark],
    order: &[usize],
    client: usize,
    longest: Points,
) -> Option<Vec<Places>> {
    let own = order.iter().position(|&other| other == client)?;
    let place = |criterion: usize, halves: u32| {
        let score = |client: usize| rescore(options, marks.get(client)?, criterion, halves, longest);
        let its = score(client);
        let is_before = |(place, &other): (usize, &usize)| {
            let score = score(other);
            score > its || score == its && place < own
        };
        1 + order.iter().enumerate().filter(|&other| is_before(other)).count() as u64
    };
    let of = |criterion: usize| Places {
        dropped: place(criterion, 0),
        halved: place(criterion, 1),
        doubled: place(criterion, 2 * HALVES),
    };
    Some((0..options.criteria.len()).map(of).collect())
}

/// The score with so many halves of the weight of `criterion`.
fn rescore(
    options: &PriorityOptions,
    mark: &PriorityMark,
    criterion: usize,
    halves: u32,
    longest: Points,
) -> Option<Score> {
    let weighed = options.criteria.iter().zip(&mark.marks).enumerate().map(|(index, (of, &mark))| {
        let weighed = Weighed::new(of.weight, of.points, mark);
        Weighed { weight: weighed.weight * if index == criterion { halves } else { HALVES }, ..weighed }
    });
    weighted(weighed, longest, options.missing).0
}

fn moved_groups(options: &PriorityOptions, marks: &[PriorityMark], rescored: &[Option<Score>]) -> u64 {
    let groups = &options.groups;
    let group = |score: Option<Score>| score.map_or(groups.len(), |score| groups.group_of(score));
    let moves = marks.iter().zip(rescored).filter(|(mark, score)| usize::from(mark.group) != group(**score));
    moves.count() as u64
}

/// Of the first clients, those that would not be among the first. Ties keep their order.
fn left_top(ranked: &[usize], rescored: &[Option<Score>]) -> u64 {
    let top = ranked.len().min(PrioritySummary::TOP);
    let mut places: Vec<usize> = (0..ranked.len()).collect();
    let key = |place: &usize| {
        let score = ranked.get(*place).and_then(|&client| rescored.get(client).copied().flatten());
        (std::cmp::Reverse(score), *place)
    };
    if top < places.len() && top > 0 {
        places.select_nth_unstable_by_key(top - 1, key);
    }
    places.iter().take(top).filter(|&&place| place >= top).count() as u64
}
