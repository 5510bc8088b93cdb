//! From scores to a named segment: rules in an order, the first that fits takes the client.
//!
//! No two products share one map, so it is data that the user sees and changes. The default is that of the R package
//! `rfm` (its README): ten segments, some of which overlap, so that the order is part of the rules. It is written for
//! five scores; for fewer, a score is first stretched onto 1 to 5 (of three: 1, 3, 5; of four: 1, 2, 4, 5).

use serde::{Deserialize, Serialize};

use super::options::Bins;

/// The scores of a client: recency, frequency, monetary; 1 is worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scores {
    /// Recency.
    pub r: u8,
    /// Frequency.
    pub f: u8,
    /// Monetary.
    pub m: u8,
}

impl Scores {
    /// Three digits: `543`.
    #[must_use]
    pub fn code(self) -> String {
        let Self { r, f, m } = self;
        format!("{r}{f}{m}")
    }

    /// Its place among [`Self::all`].
    #[must_use]
    pub fn index(self, bins: Bins) -> usize {
        let bins = usize::from(bins.get());
        [self.r, self.f, self.m].iter().fold(0, |index, score| index * bins + usize::from(score.saturating_sub(1)))
    }

    /// Every combination, lowest first.
    pub fn all(bins: Bins) -> impl Iterator<Item = Self> {
        let scores = 1..=bins.get();
        scores.clone().flat_map(move |r| {
            let scores = 1..=bins.get();
            scores.clone().flat_map(move |f| (1..=bins.get()).map(move |m| Self { r, f, m }))
        })
    }
}

/// Scores from and to, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u8, u8)", into = "(u8, u8)")]
pub struct ScoreRange {
    from: u8,
    to: u8,
}

impl ScoreRange {
    /// `None` unless `1 ≤ from ≤ to ≤ 5`.
    #[must_use]
    pub const fn new(from: u8, to: u8) -> Option<Self> {
        if 1 <= from && from <= to && to <= 5 { Some(Self { from, to }) } else { None }
    }

    /// The lowest score.
    #[must_use]
    pub const fn from(self) -> u8 {
        self.from
    }

    /// The highest score.
    #[must_use]
    pub const fn to(self) -> u8 {
        self.to
    }

    /// Whether `score` is in it.
    #[must_use]
    pub const fn has(self, score: u8) -> bool {
        self.from <= score && score <= self.to
    }
}

impl TryFrom<(u8, u8)> for ScoreRange {
    type Error = &'static str;
    fn try_from((from, to): (u8, u8)) -> Result<Self, Self::Error> {
        Self::new(from, to).ok_or("scores must rise between 1 and 5")
    }
}

impl From<ScoreRange> for (u8, u8) {
    fn from(range: ScoreRange) -> Self {
        (range.from, range.to)
    }
}

/// One segment: its name and the scores that it takes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SegmentRule {
    /// Name; one of [`DEFAULT_NAMES`] is shown in the user's language, any other as it is.
    pub name: String,
    /// Recency.
    pub r: ScoreRange,
    /// Frequency.
    pub f: ScoreRange,
    /// Monetary.
    pub m: ScoreRange,
}

impl SegmentRule {
    /// Whether it takes these scores.
    #[must_use]
    pub const fn takes(&self, scores: Scores) -> bool {
        self.r.has(scores.r) && self.f.has(scores.f) && self.m.has(scores.m)
    }
}

/// Segments in the order in which they are tried.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<SegmentRule>", into = "Vec<SegmentRule>")]
pub struct ScoreMap {
    rules: Vec<SegmentRule>,
}

/// What a client is called that no rule takes.
pub const OTHERS: &str = "Others";

/// Names of the default map, in its order.
pub const DEFAULT_NAMES: [&str; 10] = [
    "Champions",
    "Potential Loyalist",
    "Loyal Customers",
    "Promising",
    "New Customers",
    "Can't Lose Them",
    "At Risk",
    "Need Attention",
    "About To Sleep",
    "Lost",
];

/// Lowest and highest R, F and M of each, for five scores.
const DEFAULT_RANGES: [[(u8, u8); 3]; 10] = [
    [(5, 5), (5, 5), (5, 5)],
    [(3, 5), (3, 5), (2, 5)],
    [(2, 4), (2, 4), (2, 4)],
    [(3, 4), (1, 3), (3, 5)],
    [(4, 5), (1, 3), (1, 5)],
    [(1, 2), (3, 4), (4, 5)],
    [(1, 2), (2, 5), (4, 5)],
    [(1, 3), (3, 5), (3, 5)],
    [(2, 3), (1, 3), (1, 4)],
    [(1, 1), (1, 5), (1, 5)],
];

impl ScoreMap {
    /// Rules that a map has at the most: more than anybody tells apart.
    pub const RULES_MAX: usize = 40;
    /// Characters of a name.
    pub const NAME_CHARS_MAX: usize = 60;

    /// `None` unless there is a rule and every name says something, is not too long and stands once.
    #[must_use]
    pub fn new(rules: Vec<SegmentRule>) -> Option<Self> {
        let is_name = |name: &str| !name.trim().is_empty() && name.chars().count() <= Self::NAME_CHARS_MAX;
        let is_once = |(index, rule): (usize, &SegmentRule)| {
            rule.name != OTHERS && rules.iter().take(index).all(|before| before.name != rule.name)
        };
        let fits = (1..=Self::RULES_MAX).contains(&rules.len());
        (fits && rules.iter().all(|rule| is_name(&rule.name)) && rules.iter().enumerate().all(is_once))
            .then_some(Self { rules })
    }

    /// The map that the app begins with.
    #[must_use]
    pub fn default_of(bins: Bins) -> Self {
        let range = |(from, to): (u8, u8)| {
            let taken = |score: &u8| (from..=to).contains(&stretched(*score, bins));
            let first = (1..=bins.get()).find(taken);
            let last = (1..=bins.get()).rfind(taken);
            // Every range of the default holds an end of the scale or two scores beside each other, so some score fits.
            first.zip(last).and_then(|(first, last)| ScoreRange::new(first, last)).unwrap_or(ScoreRange { from, to })
        };
        let rule = |(name, [r, f, m]): (&str, [(u8, u8); 3])| SegmentRule {
            name: name.to_owned(),
            r: range(r),
            f: range(f),
            m: range(m),
        };
        Self { rules: DEFAULT_NAMES.into_iter().zip(DEFAULT_RANGES).map(rule).collect() }
    }

    /// The rules, in order.
    #[must_use]
    pub fn rules(&self) -> &[SegmentRule] {
        &self.rules
    }

    /// Position of the rule that takes these scores; the number of rules if none does.
    #[must_use]
    pub fn segment(&self, scores: Scores) -> usize {
        self.rules.iter().position(|rule| rule.takes(scores)).unwrap_or(self.rules.len())
    }

    /// Name of the segment at a position; [`OTHERS`] past the last.
    #[must_use]
    pub fn name(&self, segment: usize) -> &str {
        self.rules.get(segment).map_or(OTHERS, |rule| &rule.name)
    }

    /// Scores that no rule takes, lowest first.
    #[must_use]
    pub fn uncovered(&self, bins: Bins) -> Vec<Scores> {
        Scores::all(bins).filter(|&scores| self.segment(scores) == self.rules.len()).collect()
    }

    /// Positions of rules that never take anybody, because those before them take all their scores, or because their
    /// scores are over the best one.
    #[must_use]
    pub fn idle(&self, bins: Bins) -> Vec<usize> {
        let takes = |index: &usize| Scores::all(bins).any(|scores| self.segment(scores) == *index);
        (0..self.rules.len()).filter(|index| !takes(index)).collect()
    }
}

impl TryFrom<Vec<SegmentRule>> for ScoreMap {
    type Error = &'static str;
    fn try_from(rules: Vec<SegmentRule>) -> Result<Self, Self::Error> {
        Self::new(rules).ok_or("a map wants rules with names that differ")
    }
}

impl From<ScoreMap> for Vec<SegmentRule> {
    fn from(map: ScoreMap) -> Self {
        map.rules
    }
}

/// A score of `bins` on the scale of five: its ends stay ends, halves go down.
const fn stretched(score: u8, bins: Bins) -> u8 {
    let last = bins.get() - 1;
    // 4·(score − 1)/last, rounded to the nearest.
    1 + (4 * (score - 1) * 2 + last) / (2 * last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(from: u8, to: u8) -> ScoreRange {
        ScoreRange::new(from, to).unwrap()
    }

    fn rule(name: &str, r: (u8, u8), f: (u8, u8), m: (u8, u8)) -> SegmentRule {
        SegmentRule { name: name.to_owned(), r: range(r.0, r.1), f: range(f.0, f.1), m: range(m.0, m.1) }
    }

    fn scores(code: &str) -> Scores {
        let digit = |index: usize| code.as_bytes()[index] - b'0';
        Scores { r: digit(0), f: digit(1), m: digit(2) }
    }

    #[test]
    fn the_first_rule_that_fits_takes_the_client() {
        let map = ScoreMap::default_of(Bins::default());
        for (code, name) in [
            ("555", "Champions"),
            ("554", "Potential Loyalist"),
            // Loyal would fit as well, but stands behind.
            ("343", "Potential Loyalist"),
            ("222", "Loyal Customers"),
            ("413", "Promising"),
            ("412", "New Customers"),
            ("144", "Can't Lose Them"),
            ("154", "At Risk"),
            ("153", "Need Attention"),
            ("311", "About To Sleep"),
            ("111", "Lost"),
            // Came lately and often, for next to nothing: no rule of the package has them.
            ("551", "Others"),
            ("241", "Others"),
        ] {
            assert_eq!(map.name(map.segment(scores(code))), name, "{code}");
        }
    }

    #[test]
    fn scores_are_stretched_onto_five() {
        for (bins, expected) in [(3, vec![1, 3, 5]), (4, vec![1, 2, 4, 5]), (5, vec![1, 2, 3, 4, 5])] {
            let bins = Bins::new(bins).unwrap();
            assert_eq!((1..=bins.get()).map(|score| stretched(score, bins)).collect::<Vec<_>>(), expected);
        }
        let of_three = ScoreMap::default_of(Bins::new(3).unwrap());
        for (code, name) in
            [("333", "Champions"), ("222", "Potential Loyalist"), ("123", "Can't Lose Them"), ("111", "Lost")]
        {
            assert_eq!(of_three.name(of_three.segment(scores(code))), name, "{code}");
        }
        // Promising is 3–4, 1–3, 3–5 of five.
        assert_eq!(of_three.rules()[3], rule("Promising", (2, 2), (1, 2), (2, 3)));
    }

    #[test]
    fn what_no_rule_takes_is_told() {
        let bins = Bins::new(3).unwrap();
        let map =
            ScoreMap::new(vec![rule("good", (2, 3), (1, 3), (1, 3)), rule("more", (3, 3), (1, 3), (1, 3))]).unwrap();
        assert_eq!(map.uncovered(bins).len(), 9);
        assert_eq!(map.uncovered(bins)[0], scores("111"));
        assert_eq!(map.idle(bins), [1], "good takes all of more");
        // Counted by going through the table of the R package by hand: R 3–5 with F over 3 and M 1, R 2 likewise.
        let default = ScoreMap::default_of(Bins::default());
        let uncovered: Vec<String> = default.uncovered(Bins::default()).into_iter().map(Scores::code).collect();
        assert_eq!(uncovered, ["215", "241", "251", "252", "341", "351", "441", "451", "541", "551"]);
        assert!(default.idle(Bins::default()).is_empty());
    }

    #[test]
    fn names_stand_once_and_say_something() {
        let good = rule("a", (1, 5), (1, 5), (1, 5));
        for rules in [
            vec![],
            vec![good.clone(), good.clone()],
            vec![rule("  ", (1, 5), (1, 5), (1, 5))],
            vec![rule(OTHERS, (1, 5), (1, 5), (1, 5))],
            vec![good.clone(); ScoreMap::RULES_MAX + 1],
        ] {
            assert_eq!(ScoreMap::new(rules), None);
        }
        assert!(serde_json::from_str::<ScoreMap>(r#"[{"name":"a","r":[2,1],"f":[1,5],"m":[1,5]}]"#).is_err());
    }
}
