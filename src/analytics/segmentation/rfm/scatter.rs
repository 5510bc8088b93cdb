//! Clients as bubbles: as many as there are while they are few, else those near each other together.
//!
//! The picture is cut into cells, evenly by days and by the logarithm of frequency (counts of orders have a long tail);
//! clients of one cell and one segment are one bubble, at their average. Cells grow until there are few enough.

use std::collections::BTreeMap;

use super::{Bubble, RfmMark, RfmSummary};
use crate::analytics::amount::Sum;

/// The bubbles of `clients`, by segment, then recency, then frequency.
pub(super) fn bubbles(clients: &[(RfmMark, Sum)]) -> Vec<Bubble> {
    let longest = clients.iter().map(|(mark, _)| mark.recency_days).max().unwrap_or_default();
    let most = clients.iter().map(|(mark, _)| mark.frequency).max().unwrap_or_default();
    if clients.len() <= RfmSummary::BUBBLES_MAX {
        return gather(clients, |mark| (mark.recency_days, mark.frequency), false);
    }
    // Steps of an axis; each round has under half the cells of the one before.
    let mut steps = 48_u32;
    loop {
        let place =
            |mark: &RfmMark| (step(mark.recency_days, longest, steps), log_step(mark.frequency, most, steps / 2));
        let bubbles = gather(clients, place, true);
        if bubbles.len() <= RfmSummary::BUBBLES_MAX || steps <= 4 {
            return bubbles;
        }
        steps = steps * 2 / 3;
    }
}

fn gather(clients: &[(RfmMark, Sum)], place: impl Fn(&RfmMark) -> (u32, u32), together: bool) -> Vec<Bubble> {
    let mut cells = BTreeMap::<(u16, (u32, u32), usize), Bubble>::new();
    for (index, (mark, value)) in clients.iter().enumerate() {
        // Clients in the same place are told apart while each is a bubble of its own.
        let own = if together { 0 } else { index };
        let bubble = cells.entry((mark.segment, place(mark), own)).or_insert(Bubble {
            segment: mark.segment,
            clients: 0,
            recency_days: 0,
            frequency: 0,
            value: Sum::ZERO,
        });
        bubble.clients += 1;
        bubble.recency_days += u64::from(mark.recency_days);
        bubble.frequency += u64::from(mark.frequency);
        bubble.value += *value;
    }
    cells.into_values().collect()
}

/// The step of `value` among `steps` even ones from 0 to `last`.
fn step(value: u32, last: u32, steps: u32) -> u32 {
    let step = u64::from(value) * u64::from(steps) / (u64::from(last) + 1);
    u32::try_from(step).unwrap_or(u32::MAX)
}

/// The step of `value` among `steps` even ones of the logarithm, from 1 to `last`. Only where bubbles are drawn hangs on
/// its rounding, never a figure.
fn log_step(value: u32, last: u32, steps: u32) -> u32 {
    let of = |value: u32| f64::from(value.max(1)).log2();
    let share = of(value) / of(last.max(1).saturating_add(1));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the steps")]
    let step = (share * f64::from(steps)) as u32;
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::segmentation::rfm::segments::Scores;

    fn clients(count: u32) -> Vec<(RfmMark, Sum)> {
        let scores = Scores { r: 1, f: 1, m: 1 };
        let mark = |index: u32| RfmMark {
            recency_days: index * 37 % 1000,
            frequency: 1 + index * 89 % 300,
            scores,
            segment: (index % 10) as u16,
        };
        (0..count).map(|index| (mark(index), Sum(index.into()))).collect()
    }

    #[test]
    fn few_clients_are_a_bubble_each() {
        let bubbles = bubbles(&clients(300));
        assert_eq!(bubbles.len(), 300);
        assert!(bubbles.iter().all(|bubble| bubble.clients == 1));
    }

    #[test]
    fn many_clients_are_few_bubbles_and_nobody_is_lost() {
        let clients = clients(100_000);
        let bubbles = bubbles(&clients);
        assert!(bubbles.len() <= RfmSummary::BUBBLES_MAX, "{}", bubbles.len());
        assert_eq!(bubbles.iter().map(|bubble| bubble.clients).sum::<u64>(), 100_000);
        let value: Sum = clients.iter().map(|(_, value)| *value).sum();
        assert_eq!(bubbles.iter().map(|bubble| bubble.value).sum::<Sum>(), value);
        assert!(bubbles.is_sorted_by_key(|bubble| bubble.segment));
    }
}
