//! Priority groups: clients by criteria that the firm itself finds important, each with a weight.
//!
//! Each criterion gives a client a mark on a scale of its own; `Score = Σwx / Σw` over the criteria with a mark. A missing
//! mark is left out of both sums, and the share of the weights that were there is shown as coverage; by choice it counts
//! as zero instead ([`Missing`]). Where scales differ, marks are stretched onto the longest one, so that the best mark of
//! each counts the same ([`score`]).
//!
//! Marks come from the user's hand, from a column of a list of clients, or from a figure of the sales that is cut into
//! the scale ([`measure`], [`scale`]). Groups are what stands between cut points of the score; clients without any mark
//! stand apart. [`sensitivity`] tells how much each weight decides.
//!
//! Weights and marks are whole numbers, so scores are exact fractions and are compared by multiplication. Results come
//! in the order of the criteria and of the groups; clients by score, best first, then by value, then by name.
//!
//! Nothing here knows where weights come from: a workshop may give them as well as a slider.

pub mod analysis;
pub mod attribute;
pub mod measure;
pub mod scale;
pub mod score;
mod sensitivity;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use self::measure::Measure;
pub use self::scale::{Cut, OwnBorders, Points};
pub use self::score::Score;
use crate::analytics::amount::Sum;
use crate::analytics::date::Day;

/// How much a criterion counts beside the others: 0 to 100; weights need not add up to anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Weight(u16);

impl Weight {
    /// The greatest.
    pub const MAX: u16 = 100;

    /// `None` over [`Weight::MAX`].
    #[must_use]
    pub const fn new(weight: u16) -> Option<Self> {
        if weight <= Self::MAX { Some(Self(weight)) } else { None }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Weight {
    type Error = &'static str;
    fn try_from(weight: u16) -> Result<Self, Self::Error> {
        Self::new(weight).ok_or("weights go up to 100")
    }
}

impl From<Weight> for u16 {
    fn from(weight: Weight) -> Self {
        weight.0
    }
}

/// Where the marks of a criterion come from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Source {
    /// From the user's hand: client and mark. A mark over the scale counts as missing.
    ByHand(Vec<(String, u8)>),
    /// From a column of a list of clients: its header, and which of its values has which mark. Values without one, and
    /// clients that the list does not name, have no mark. Case and outer white space do not matter.
    Attribute {
        /// Header of the column.
        header: String,
        /// Value and mark.
        marks: Vec<(String, u8)>,
    },
    /// From how many clients a client has brought: rows of a list of clients that name it in a column. Clients that are
    /// named nowhere have brought none; without the column nobody has a mark.
    Referrals {
        /// Header of the column.
        header: String,
        /// Where the number is cut.
        cut: Cut,
    },
    /// From a figure of the sales, cut into the scale.
    Measured {
        /// The figure.
        measure: Measure,
        /// Where it is cut.
        cut: Cut,
    },
}

/// One criterion.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Criterion {
    /// Name that the user gave; empty for the name of the figure.
    pub name: String,
    /// Weight.
    pub weight: Weight,
    /// Scale: marks from 1, the worst, up to this.
    pub points: Points,
    /// Where marks come from.
    pub source: Source,
}

impl Criterion {
    /// A figure of the sales, cut into five equal shares of the clients.
    #[must_use]
    pub const fn measured(measure: Measure, weight: Weight) -> Self {
        let source = Source::Measured { measure, cut: Cut::Shares };
        Self { name: String::new(), weight, points: Points::FIVE, source }
    }
}

/// What a missing mark does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Missing {
    /// It is left out, and so is its weight.
    #[default]
    LeftOut,
    /// It counts as zero.
    Zero,
}

impl Missing {
    /// Every way, default first.
    pub const ALL: [Self; 2] = [Self::LeftOut, Self::Zero];
}

/// Groups of clients by score: cut points in hundredths, falling, and a name for each group, best first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Vec<u32>, Vec<String>)", into = "(Vec<u32>, Vec<String>)")]
pub struct Groups {
    cuts: Vec<u32>,
    names: Vec<String>,
}

/// Cut points that do not fall, or another number of names than of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("cut points must fall, and each group needs a name")]
pub struct GroupsError;

impl Groups {
    /// Groups there can be.
    pub const MAX: usize = 10;

    /// Groups between `cuts`; a name may be empty, which leaves it to the screen.
    ///
    /// # Errors
    /// Unless `cuts` fall strictly, are above zero, and `names` are one more, at most [`Groups::MAX`].
    pub fn new(cuts: Vec<u32>, names: Vec<String>) -> Result<Self, GroupsError> {
        let falls = cuts.iter().zip(cuts.iter().skip(1)).all(|(upper, lower)| upper > lower);
        let is_named = names.len() == cuts.len() + 1 && names.len() <= Self::MAX;
        let above_zero = cuts.iter().all(|&cut| cut > 0);
        if falls && is_named && above_zero { Ok(Self { cuts, names }) } else { Err(GroupsError) }
    }

    /// Cut points in hundredths of a mark, falling: a client with just that score is in the upper group.
    #[must_use]
    pub fn cuts(&self) -> &[u32] {
        &self.cuts
    }

    /// Names, best group first; empty where the user gave none.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// How many groups.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Never: there is always one group.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The group of a score, from 0.
    #[must_use]
    pub fn group_of(&self, score: Score) -> usize {
        self.cuts.iter().position(|&cut| score.reaches_hundredths(cut)).unwrap_or(self.cuts.len())
    }
}

/// Three groups, cut at 4 and at 2.5 of five marks, without names of their own.
impl Default for Groups {
    fn default() -> Self {
        Self { cuts: vec![400, 250], names: vec![String::new(); 3] }
    }
}

impl TryFrom<(Vec<u32>, Vec<String>)> for Groups {
    type Error = GroupsError;
    fn try_from((cuts, names): (Vec<u32>, Vec<String>)) -> Result<Self, Self::Error> {
        Self::new(cuts, names)
    }
}

impl From<Groups> for (Vec<u32>, Vec<String>) {
    fn from(groups: Groups) -> Self {
        (groups.cuts, groups.names)
    }
}

/// Everything that decides scores and groups.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PriorityOptions {
    /// First and last day counted; `None` is all rows.
    pub window: Option<(Day, Day)>,
    /// Criteria, in the order of the screen; at most [`PriorityOptions::CRITERIA_MAX`] count.
    pub criteria: Vec<Criterion>,
    /// What a missing mark does.
    pub missing: Missing,
    /// Groups.
    pub groups: Groups,
}

impl PriorityOptions {
    /// More criteria than anybody weighs against each other.
    pub const CRITERIA_MAX: usize = 20;

    /// The same criteria and groups, of other days.
    #[must_use]
    pub fn in_window(&self, window: Option<(Day, Day)>) -> Self {
        Self { window, ..self.clone() }
    }
}

/// What a firm may begin with: how much, how regularly, how lately.
impl Default for PriorityOptions {
    fn default() -> Self {
        let criteria = [(Measure::Value, 5), (Measure::Regularity, 3), (Measure::Recency, 2)];
        let criterion = |(measure, weight)| Criterion::measured(measure, Weight(weight));
        Self {
            window: None,
            criteria: criteria.map(criterion).to_vec(),
            missing: Missing::default(),
            groups: Groups::default(),
        }
    }
}

/// Where a client stands, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityMark {
    /// The score; `None` without any mark that counts.
    pub score: Option<Score>,
    /// Group, from 0; the number of groups for clients without a score.
    pub group: u16,
    /// Place by score, from 1.
    pub rank: u64,
    /// Weights of the marks that are there, and of all.
    pub coverage: (u32, u32),
    /// Marks, in the order of the criteria.
    pub marks: Vec<Option<u8>>,
}

/// What a group comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSummary {
    /// Clients.
    pub clients: u64,
    /// Their net value.
    pub value: Sum,
}

/// What a criterion comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionSummary {
    /// Clients with each mark, from 1 up.
    pub marks: Vec<u64>,
    /// Clients without one.
    pub missing: u64,
    /// Where the figure was cut, in its own units as a numerator and the denominator below it; empty for marks by hand.
    pub borders: Vec<(i128, u32)>,
    /// What follows from another weight.
    pub sensitivity: Sensitivity,
}

/// How much a weight decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// Without the criterion.
    pub dropped: Moved,
    /// With half the weight.
    pub halved: Moved,
    /// With twice the weight.
    pub doubled: Moved,
}

/// Where a client stands, and where it would with other weights: places by score, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientPlaces {
    /// Its place.
    pub now: u64,
    /// Clients in all.
    pub of: u64,
    /// One entry a criterion.
    pub changed: Vec<Places>,
}

/// Where a client would stand with another weight of a criterion: places by score, from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// Without the criterion.
    pub dropped: u64,
    /// With half the weight.
    pub halved: u64,
    /// With twice the weight.
    pub doubled: u64,
}

/// Whom another weight would move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Clients that would stand in another group.
    pub groups: u64,
    /// Of the first [`PrioritySummary::TOP`] clients, those that would no longer be among the first.
    pub top: u64,
}

/// What the screen shows; clients themselves come in pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrioritySummary {
    /// The options that it was computed with.
    pub options: PriorityOptions,
    /// First and last day counted; `None` when there are no rows.
    pub window: Option<(Day, Day)>,
    /// Clients.
    pub clients: u64,
    /// Their net value.
    pub total: Sum,
    /// Groups, best first; the last one is of clients without a score.
    pub groups: Vec<GroupSummary>,
    /// Criteria, in their order.
    pub criteria: Vec<CriterionSummary>,
    /// Clients whose marks are not all there.
    pub partly_covered: u64,
    /// Measures that this table cannot give: it has no such column.
    pub unmeasured: Vec<Measure>,
    /// Rows and sum without a client.
    pub without_client: (u64, Sum),
    /// Rows and sum outside the days counted.
    pub outside_window: (u64, Sum),
}

impl PrioritySummary {
    /// Clients at the top that a firm looks after by name.
    pub const TOP: usize = 20;

    /// The share of a group in the value; `None` where shares say nothing: there is no value, or returns outweigh
    /// purchases in some group.
    #[must_use]
    pub fn share(&self, group: GroupSummary) -> Option<f64> {
        let has_shares = Sum::are_shares(self.groups.iter().map(|group| group.value));
        has_shares.then(|| group.value.share_of(self.total))
    }
}

#[cfg(test)]
mod tests;
