//! Clients as bubbles: as many as there are while they are few, else those near each other together.
//!
//! The picture is cut into cells, evenly by days and by the logarithm of frequency (counts of orders have a long tail);
//! clients of one cell and one segment are one bubble, at their average. Cells grow until there are few enough.

use super::{Bubble, RfmMark, RfmSummary};
use crate::analytics::amount::Sum;

/// Frequencies whose place is looked up: a logarithm for each client is slow, and hardly any buys more often.
const FREQUENCIES_KNOWN: u32 = 1_000;

/// The bubbles of `clients`, by segment, then recency, then frequency.
pub(super) fn bubbles(clients: &[(RfmMark, Sum)]) -> Vec<Bubble> {
    if clients.len() <= RfmSummary::BUBBLES_MAX {
        return one_each(clients);
    }
    // Steps of an axis; each round has under half the cells of the one before.
    let mut steps = 48_u32;
    loop {
        let bubbles = gathered(clients, steps);
        if bubbles.len() <= RfmSummary::BUBBLES_MAX || steps <= 4 {
            return bubbles;
        }
        steps = steps * 2 / 3;
    }
}

/// A bubble for each client.
fn one_each(clients: &[(RfmMark, Sum)]) -> Vec<Bubble> {
    let mut clients: Vec<&(RfmMark, Sum)> = clients.iter().collect();
    clients.sort_by_key(|(mark, _)| (mark.segment, mark.recency_days, mark.frequency));
    let bubble = |(mark, value): &(RfmMark, Sum)| {
        let mut bubble = Bubble { segment: mark.segment, ..Bubble::default() };
        bubble.add(mark, *value);
        bubble
    };
    clients.into_iter().map(bubble).collect()
}

/// A bubble for the clients of each segment and cell, of `steps` cells across and half as many up.
fn gathered(clients: &[(RfmMark, Sum)], steps: u32) -> Vec<Bubble> {
    let most_of =
        |measure: fn(&RfmMark) -> u32| clients.iter().map(|(mark, _)| measure(mark)).max().unwrap_or_default();
    let (longest, most) = (most_of(|mark| mark.recency_days), most_of(|mark| mark.frequency));
    let up_of = |frequency| log_step(frequency, most, steps / 2);
    let ups: Vec<u32> = (0..=most.min(FREQUENCIES_KNOWN)).map(up_of).collect();
    let segments = 1 + most_of(|mark| mark.segment.into());
    let mut cells = vec![Bubble::default(); (segments * steps * (steps / 2)) as usize];
    for (mark, value) in clients {
        let across = step(mark.recency_days, longest, steps);
        let up = ups.get(mark.frequency as usize).copied().unwrap_or_else(|| up_of(mark.frequency));
        let place = (u32::from(mark.segment) * steps + across) * (steps / 2) + up;
        if let Some(bubble) = cells.get_mut(place as usize) {
            bubble.segment = mark.segment;
            bubble.add(mark, *value);
        }
    }
    cells.retain(|bubble| bubble.clients > 0);
    cells
}

impl Bubble {
    fn add(&mut self, mark: &RfmMark, value: Sum) {
        self.clients += 1;
        self.recency_days += u64::from(mark.recency_days);
        self.frequency += u64::from(mark.frequency);
        self.value += value;
    }
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
