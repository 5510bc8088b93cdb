//! RFM in words: the sentence above the screen, the values of a score, why a client has it. Pure.

use super::Format;
use crate::analytics::amount::Sum;
use crate::analytics::date::Day;
use crate::analytics::segmentation::abc_xyz::ClientRow;
use crate::analytics::segmentation::rfm::cuts::Cuts;
use crate::analytics::segmentation::rfm::{Frequency, Measure, Method, RfmSummary};

/// What the sentence says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RfmSentence<'a> {
    /// Nobody has bought.
    Nobody,
    /// Returns outweigh purchases: nobody has a share of the value.
    NoValue {
        /// All clients with scores.
        all: u64,
    },
    /// The usual case.
    Segments {
        /// Name of the segment that brings most.
        best: &'a str,
        /// Its clients.
        clients: u64,
        /// All clients with scores.
        all: u64,
        /// Its share of value; `None` where returns outweigh purchases in some part, so that shares say nothing.
        share: Option<f64>,
        /// Clients who bought often and for much, and have not bought for long: R is 1 or 2 and under the two best scores, F
        /// and M are each one of the two best. Others than those of
        /// [`Label::Lost`](crate::analytics::segmentation::abc_xyz::Label::Lost): they are compared with one another here,
        /// and each with its own usual interval there, so they have words of their own.
        slipping: u64,
        /// Their share of value; `None` as above.
        slipping_share: Option<f64>,
    },
}

impl<'a> RfmSentence<'a> {
    /// The sentence for a summary. `name` gives the shown name of a segment.
    #[must_use]
    pub fn of(summary: &'a RfmSummary, name: impl Fn(usize) -> &'a str) -> Self {
        // Of equal ones the first of the map.
        let best = summary.segments.iter().enumerate().rev().max_by_key(|(_, group)| (group.value, group.clients));
        let Some((index, best)) = best.filter(|_| summary.all.clients > 0) else { return Self::Nobody };
        if !summary.all.value.is_positive() {
            return Self::NoValue { all: summary.all.clients };
        }
        let (mut slipping, mut at_stake) = (0, Sum::ZERO);
        let bins = summary.bins().get();
        for (scores, group) in &summary.scores {
            if scores.r <= 2 && scores.r < bins - 1 && scores.f >= bins - 1 && scores.m >= bins - 1 {
                slipping += group.clients;
                at_stake += group.value;
            }
        }
        let whole = summary.all.value;
        let parts = summary.segments.iter().map(|group| group.value);
        // Both those at stake and all the others are parts as well.
        let has_shares = Sum::are_shares(parts.chain([at_stake, whole - at_stake]));
        let share = |value: Sum| has_shares.then(|| value.share_of(whole));
        Self::Segments {
            best: name(index),
            clients: best.clients,
            all: summary.all.clients,
            share: share(best.value),
            slipping,
            slipping_share: share(at_stake),
        }
    }
}

/// The values of one score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Whole numbers from and to, both included; `None` is open.
    Whole(Option<i128>, Option<i128>),
    /// Money from and to; which end is included, the cuts say.
    Money(Option<Sum>, Option<Sum>),
    /// Nothing fits between its borders.
    Empty,
}

/// The values of the scores from 1 up.
#[must_use]
pub fn ranges(summary: &RfmSummary, measure: Measure) -> Vec<Range> {
    let cuts = summary.cuts_of(measure);
    let mut ranges: Vec<Range> = (0..summary.bins().get()).map(|bin| range(cuts, measure, bin.into())).collect();
    if measure == Measure::Recency {
        ranges.reverse();
    }
    ranges
}

fn range(cuts: &Cuts, measure: Measure, bin: usize) -> Range {
    let low = bin.checked_sub(1).and_then(|index| cuts.borders.get(index));
    let high = cuts.borders.get(bin);
    if measure == Measure::Monetary {
        let (low, high) = (low.map(|cut| cut.to_sum()), high.map(|cut| cut.to_sum()));
        return if low.is_some() && low == high { Range::Empty } else { Range::Money(low, high) };
    }
    let least = |bin: usize| u8::try_from(bin).map_or(0, |bin| cuts.least_of(bin, 1));
    let (from, to) = (low.map(|_| least(bin)), high.map(|_| least(bin + 1) - 1));
    match (from, to) {
        (Some(from), Some(to)) if from > to => Range::Empty,
        (None, Some(to)) if to < i128::from(measure == Measure::Frequency) => Range::Empty,
        _ => Range::Whole(from, to),
    }
}

/// Why a client has a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreReason {
    /// Of which measure.
    pub measure: Measure,
    /// Days or orders; nothing for money.
    pub count: u32,
    /// Money.
    pub value: Sum,
    /// The day from which recency is counted.
    pub date: Day,
    /// What frequency counts.
    pub frequency: Frequency,
    /// The score.
    pub score: u8,
    /// The best score.
    pub best: u8,
    /// The values of this score; `None` where places decide and not borders.
    pub range: Option<Range>,
}

/// Why a client has its three scores; `None` for a client without a purchase.
#[must_use]
pub fn reasons(summary: &RfmSummary, row: &ClientRow) -> Option<[ScoreReason; 3]> {
    let (mark, date) = (row.rfm?, summary.analysis_date?);
    let by_place = summary.options.binning.method() == Method::Ntile;
    Some(Measure::ALL.map(|measure| {
        let (score, count) = match measure {
            Measure::Recency => (mark.scores.r, mark.recency_days),
            Measure::Frequency => (mark.scores.f, mark.frequency),
            Measure::Monetary => (mark.scores.m, 0),
        };
        let range = ranges(summary, measure).get(usize::from(score).saturating_sub(1)).copied();
        ScoreReason {
            measure,
            count,
            value: row.total,
            date,
            frequency: summary.options.counted(),
            score,
            best: summary.bins().get(),
            range: range.filter(|_| !by_place),
        }
    }))
}

impl Range {
    /// The range with its ends written: `9–16`; `under` and `from` are for open ends.
    #[must_use]
    pub fn written(&self, format: Format, under: impl Fn(String) -> String, from: impl Fn(String) -> String) -> String {
        let ends = match self {
            Self::Whole(low, high) => [low.map(|low| format.integer(low)), high.map(|high| format.integer(high))],
            Self::Money(low, high) => [low.map(|low| format.money(low)), high.map(|high| format.money(high))],
            Self::Empty => [None, None],
        };
        match ends {
            [Some(low), Some(high)] if low == high => low,
            [Some(low), Some(high)] => format!("{low}–{high}"),
            [Some(low), None] => from(low),
            [None, Some(high)] => under(high),
            [None, None] => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Currency, Locale, messages};

    const LOST: [(u64, Option<f64>, &str, &str); 4] = [
        (
            0,
            Some(0.0),
            "; из покупавших больше всех вы никого не теряете",
            "; of those who bought most you are losing nobody",
        ),
        (
            1,
            Some(0.031),
            "; из покупавших больше всех вы теряете 1, с ним уходит 3 % продаж",
            "; you are losing 1 of those who bought most, and 3% of sales with them",
        ),
        (
            7,
            Some(0.19),
            "; из покупавших больше всех вы теряете 7, с ними уходит 19 % продаж",
            "; you are losing 7 of those who bought most, and 19% of sales with them",
        ),
        (7, None, "; из покупавших больше всех вы теряете 7", "; you are losing 7 of those who bought most"),
    ];

    /// "Gone quiet" is a label of the matrix, by another rule: see `analytics::segmentation::abc_xyz`.
    #[test]
    fn those_who_are_being_lost_have_words_of_their_own() {
        for (slipping, slipping_share, ru, en) in LOST {
            let said = |locale| {
                let format = Format { locale, currency: Currency::None };
                let (best, clients, all, share) = ("S", 2, 9, Some(0.5));
                let headline = RfmSentence::Segments { best, clients, all, share, slipping, slipping_share };
                (messages(locale).rfm().headline)(format, headline).replace('\u{a0}', " ")
            };
            assert!(said(Locale::Ru).ends_with(ru), "{}", said(Locale::Ru));
            assert!(said(Locale::En).ends_with(en), "{}", said(Locale::En));
            for other in ["quiet", "затих", "молч"] {
                assert!(!said(Locale::Ru).contains(other) && !said(Locale::En).contains(other));
            }
        }
    }

    /// The scores of [`RfmSentence::of`]: F and M of the two best, R of the two worst, but of three scores the worst alone.
    #[test]
    fn the_rule_of_the_lost_is_told_for_any_number_of_scores() {
        for (bins, ru, en) in [
            (
                3,
                "Теряете: 2 или 3 за частоту и за сумму, 1 за давность.",
                "2 or 3 for frequency and value, 1 for recency.",
            ),
            (
                4,
                "Теряете: 3 или 4 за частоту и за сумму, 1 или 2 за давность.",
                "3 or 4 for frequency and value, 1 or 2 for recency.",
            ),
            (
                5,
                "Теряете: 4 или 5 за частоту и за сумму, 1 или 2 за давность.",
                "4 or 5 for frequency and value, 1 or 2 for recency.",
            ),
        ] {
            for (locale, part) in [(Locale::Ru, ru), (Locale::En, en)] {
                let said = (messages(locale).rfm().slipping_rule)(bins);
                assert!(said.contains(part), "{said}");
            }
        }
    }
}
