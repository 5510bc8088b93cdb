//! RFM: clients by how lately, how often and for how much they bought, and the segment that follows.
//!
//! - A purchase is a row with an amount above zero. Clients without one stand apart: they have neither scores nor a
//!   segment, and no part in the borders.
//! - Recency is the days from the last purchase to the day of the analysis, by default the day after the last day counted;
//!   an earlier day leaves later rows out. Frequency is orders (distinct ids, else distinct days) or rows. Monetary is the
//!   net value: returns lower it, and it may be below zero.
//! - Each measure is parted into 3 to 5 bins ([`cuts`]); 5, or as many as there are bins, is best, so those of recency are
//!   turned round. The three scores lead to a segment ([`segments`]).
//!
//! Results come in the order of the map of segments, of scores, or by value as [`super::abc_xyz`] has clients; nothing
//! depends on the order of rows in the file.

pub mod analysis;
pub mod cuts;
pub mod measured;
mod options;
mod scatter;
pub mod segments;

use serde::{Deserialize, Serialize};

use self::cuts::Cuts;
pub use self::options::{Binning, Bins, Frequency, Measure, Method, OwnCuts, RfmOptions, Rival};
use self::segments::{ScoreMap, Scores};
use crate::analytics::amount::Sum;
use crate::analytics::date::Day;

/// What a client's scores are made of, and where they lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RfmMark {
    /// Days from the last purchase to the day of the analysis.
    pub recency_days: u32,
    /// Orders or rows.
    pub frequency: u32,
    /// Scores.
    pub scores: Scores,
    /// Position of the segment in the map; the number of rules for [`segments::OTHERS`].
    pub segment: u16,
}

/// What a group of clients comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Clients.
    pub clients: u64,
    /// Their orders or rows.
    pub frequency: u64,
    /// Their net value.
    pub value: Sum,
}

impl Group {
    fn add(&mut self, frequency: u32, value: Sum) {
        self.clients += 1;
        self.frequency += u64::from(frequency);
        self.value += value;
    }
}

/// Clients near each other in the picture of recency and frequency, of one segment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bubble {
    /// Position of the segment in the map.
    pub segment: u16,
    /// Clients.
    pub clients: u64,
    /// Sum of their days since the last purchase.
    pub recency_days: u64,
    /// Sum of their orders or rows.
    pub frequency: u64,
    /// Their net value.
    pub value: Sum,
}

/// What the screen shows of an RFM analysis; clients themselves come in pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RfmSummary {
    /// The options that it was computed with.
    pub options: RfmOptions,
    /// The map of segments in force.
    pub map: ScoreMap,
    /// First and last day counted; `None` when there are no rows.
    pub window: Option<(Day, Day)>,
    /// The day from which recency is counted back; `None` when there are no rows.
    pub analysis_date: Option<Day>,
    /// Borders of R, F and M, in the order of [`Measure::ALL`].
    pub cuts: [Cuts; 3],
    /// Clients with scores.
    pub all: Group,
    /// Clients without a purchase.
    pub apart: Group,
    /// What each segment comes to, in the order of the map; the last one is [`segments::OTHERS`].
    pub segments: Vec<Group>,
    /// What each combination of scores comes to that somebody has, lowest first.
    pub scores: Vec<(Scores, Group)>,
    /// At most [`RfmSummary::BUBBLES_MAX`] bubbles, by segment, then recency, then frequency.
    pub bubbles: Vec<Bubble>,
    /// Rows and sum without a client.
    pub without_client: (u64, Sum),
    /// Rows and sum outside the days counted.
    pub outside_window: (u64, Sum),
}

impl RfmSummary {
    /// Bubbles that a picture can show and a browser can draw at once.
    pub const BUBBLES_MAX: usize = 600;

    /// How many bins there are.
    #[must_use]
    pub fn bins(&self) -> Bins {
        self.options.binning.bins()
    }

    /// The borders of a measure.
    #[must_use]
    pub const fn cuts_of(&self, measure: Measure) -> &Cuts {
        let [recency, frequency, monetary] = &self.cuts;
        match measure {
            Measure::Recency => recency,
            Measure::Frequency => frequency,
            Measure::Monetary => monetary,
        }
    }

    /// Clients whose scores no rule takes, and how many combinations of scores there are that none takes.
    #[must_use]
    pub fn uncovered(&self) -> (u64, usize) {
        (self.segments.last().map_or(0, |others| others.clients), self.map.uncovered(self.bins()).len())
    }
}
