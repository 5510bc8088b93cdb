//! Which sources bring deals and money, and what they cost.
//!
//! | figure | formula |
//! |---|---|
//! | conversion | won ÷ leads, with Wilson's range at 95 % |
//! | average | revenue ÷ won, or ÷ clients of a table of sales |
//! | cost per lead, per buyer | cost ÷ leads, cost ÷ won |
//! | ROMI | (revenue − cost) ÷ cost |
//!
//! A deal belongs to the first source that its client is known to have come from, or to the one that it names itself
//! ([`Touch`]). An answer that tells that somebody was a client before is no source: the first known one of that client
//! stands for it. Labels that say that the source is not known are one group, or stand as they are ([`Unknown`]).
//! Labels are merged only where the user says so; [`SourcesReport::spellings`] offers it.

mod classes;
mod count;
mod labels;
mod sales;

use serde::{Deserialize, Serialize};

use super::options::FunnelOptions;
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::segmentation::abc_xyz::Cell;
use crate::analytics::stats::spread::Spread;
use crate::analytics::stats::wilson::Share;

pub use classes::by_source;
pub use count::{clients_of_deals, of_deals};
pub use sales::{ClientSources, clients_of_sales, of_sales};

/// Which source a deal belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Touch {
    /// The first that its client is known to have come from.
    #[default]
    First,
    /// The one that it names itself.
    Last,
}

impl Touch {
    /// Both, default first.
    pub const ALL: [Self; 2] = [Self::First, Self::Last];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Last => "last",
        }
    }
}

/// What becomes of labels that say that the source is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unknown {
    /// They are one group.
    #[default]
    Together,
    /// Each stands as it is.
    Apart,
}

impl Unknown {
    /// Both, default first.
    pub const ALL: [Self; 2] = [Self::Together, Self::Apart];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Together => "together",
            Self::Apart => "apart",
        }
    }
}

/// What a source cost.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourceCost {
    /// Its label.
    pub source: String,
    /// How much.
    pub cost: Amount,
}

/// What the user decides about sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourcesOptions {
    /// Which source a deal belongs to.
    pub touch: Touch,
    /// What becomes of labels that say nothing.
    pub unknown: Unknown,
    /// Labels that stand for others: the one that goes, and the one that stays.
    pub merges: Vec<(String, String)>,
    /// What sources cost; several entries of one source are added up.
    pub costs: Vec<SourceCost>,
    /// What stages are: which deals are won follows from it.
    pub funnel: FunnelOptions,
}

/// A source as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SourceLabel {
    /// As the file calls it.
    Named(String),
    /// An empty cell.
    Empty,
    /// All labels that say that the source is not known.
    NotKnown,
}

impl SourceLabel {
    /// The name used by the command line.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Empty => "(empty)",
            Self::NotKnown => "(not known)",
        }
    }
}

/// What a source brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceRow {
    /// The source.
    pub source: SourceLabel,
    /// Deals; `None` in a table of sales, which does not tell of those who did not buy.
    pub leads: Option<u64>,
    /// Won deals; clients of a table of sales.
    pub won: u64,
    /// Lost deals.
    pub lost: u64,
    /// Won of the leads, with its range.
    pub conversion: Option<Share>,
    /// Sum of what is won.
    pub revenue: Sum,
    /// Revenue of a won deal, or of a client.
    pub average: Option<Sum>,
    /// Days to win.
    pub days: Option<Spread>,
    /// What it cost.
    pub cost: Option<Sum>,
    /// Cost of a lead.
    pub cost_per_lead: Option<Sum>,
    /// Cost of a won deal, or of a client.
    pub cost_per_won: Option<Sum>,
    /// Return on marketing investment, approximate.
    pub romi: Option<f64>,
    /// Revenue by month, as in [`SourcesReport::months`].
    pub by_month: Vec<Sum>,
}

/// Which classes the clients of a source are of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceClasses {
    /// The source.
    pub source: SourceLabel,
    /// All its clients.
    pub clients: u64,
    /// Their value.
    pub value: Sum,
    /// Cells that have clients, in the order of [`Cell::all`]: how many, and their value.
    pub cells: Vec<(Cell, u64, Sum)>,
}

/// What sources bring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourcesReport {
    /// What the user decided.
    pub touch: Touch,
    /// What became of labels that say nothing.
    pub unknown: Unknown,
    /// Whether the table tells of leads, or of sales alone.
    pub has_leads: bool,
    /// Sources, most leads (or clients) first, ties by name, those without one last.
    pub rows: Vec<SourceRow>,
    /// All together; without cost of one and ROMI where the cost of some source is not known.
    pub total: SourceRow,
    /// Numbers of consecutive months in which something was won: `year · 12 + month`.
    pub months: Vec<i32>,
    /// Won deals whose month is not known; they are in no month.
    pub undated: u64,
    /// Groups of labels that differ only by case, spaces or punctuation, the most frequent first.
    pub spellings: Vec<Vec<String>>,
    /// Labels that say that the source is not known, and how many deals (or clients) have them; `None` is an empty cell.
    pub not_known: Vec<(Option<String>, u64)>,
    /// Deals whose label tells that the client came back, and that went to an earlier source.
    pub returning: u64,
    /// Deals that another source would have under the other [`Touch`].
    pub moved_by_touch: u64,
}
