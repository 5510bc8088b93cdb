//! Deals as journeys: the stages that each entered, whatever the file told them by.
//!
//! | file | a deal's entries |
//! |---|---|
//! | a row a move | its rows by day, rows of one day in file order |
//! | a column of days a stage | creation, the filled columns by day, the present stage, the end |
//! | the present stage alone | that stage, the end |
//!
//! An outcome in a column of its own becomes an entry of [`StageName::Won`] or [`StageName::Lost`] unless the present stage
//! says it already. Where nothing tells how deals end (no stage, no outcome), a day of closing counts as won, and as lost
//! where a reason is given: [`Remarks::closed_as_won`].
//!
//! | module | what |
//! |---|---|
//! | `collector` | gathers stages and deals |
//! | `moves` | deals of a table of moves |
//! | `deals` | deals of a table that has a row for each |

mod collector;
mod deals;
mod moves;

use serde::{Deserialize, Serialize};

use crate::analytics::amount::Amount;
use crate::analytics::dataset::OtherTable;
use crate::analytics::dataset::kinds::column::TextColumn;
use crate::analytics::date::Day;

/// What a stage is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StageName {
    /// As the file calls it.
    Named(String),
    /// The day of creation, where the file names no stage for it.
    Created,
    /// The end, won or lost, where the file does not say at which stage deals are lost.
    Closed,
    /// The end of a won deal, where no stage stands for it.
    Won,
    /// The end of a lost deal, where no stage stands for it.
    Lost,
}

impl StageName {
    /// The name used by the command line.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Created => "created",
            Self::Closed => "closed",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}

/// What a file tells of the way of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum History {
    /// Every move.
    Events,
    /// The day on which each stage was reached.
    StageDays,
    /// Where each deal is now, and no more.
    PresentStage,
}

impl History {
    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::StageDays => "stage_days",
            Self::PresentStage => "present_stage",
        }
    }
}

/// A stage that a deal entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number of the stage in [`Journeys::stages`].
    pub stage: u16,
    /// When, where it is known.
    pub day: Option<Day>,
}

/// A deal beside its entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deal {
    /// The row that tells of it; of moves the first.
    pub row: u32,
    /// The row that tells of its end; of moves the latest.
    pub end_row: u32,
    /// The day on which it began: that of creation, or of the first move.
    pub entered: Option<Day>,
    /// The day of its end, where the file says so.
    pub closed: Option<Day>,
    /// Money.
    pub amount: Option<Amount>,
}

/// What is to be said of the deals, with how many it concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remarks {
    /// Deals that end before they begin; kept as they are.
    pub closed_before_created: u64,
    /// Deals without a day of creation.
    pub without_created: u64,
    /// Deals that no stage is known of; they are in no count.
    pub without_stage: u64,
    /// Rows whose deal an earlier row names too; each counts as a deal of its own.
    pub repeated: u64,
    /// Moves that repeat the stage that the deal is at; counted once.
    pub repeated_moves: u64,
    /// Deals that count as won only because they are closed.
    pub closed_as_won: u64,
    /// Stages beyond those that can be told apart.
    pub stages_over: u64,
    /// Columns of days that name none of the present stages; they tell nothing of the way of a deal.
    pub days_aside: u64,
}

/// All deals of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Journeys {
    /// What the file tells.
    pub history: History,
    /// Every stage, in the order of first appearance.
    pub stages: Vec<StageName>,
    /// Deals, in file order.
    pub deals: Vec<Deal>,
    /// What is to be said of them.
    pub remarks: Remarks,
    /// The last day on which something happened to a deal.
    pub last: Option<Day>,
    entries: Vec<Entry>,
    /// Where the entries of each deal end.
    ends: Vec<u32>,
}

/// More stages than any firm has: a column of something else was taken for them.
pub const STAGES_MAX: usize = 200;

impl Journeys {
    /// The journeys of a table; `None` if it is neither of deals nor of moves.
    #[must_use]
    pub fn of(table: &OtherTable) -> Option<Self> {
        match table {
            OtherTable::Deals(table) => Some(deals::journeys(table)),
            OtherTable::Events(table) => Some(moves::journeys(table)),
            _ => None,
        }
    }

    /// The stages that a deal entered, in order.
    #[must_use]
    pub fn entries(&self, deal: usize) -> &[Entry] {
        let end = |index: usize| self.ends.get(index).map_or(0, |&end| end as usize);
        let start = deal.checked_sub(1).map_or(0, end);
        self.entries.get(start..end(deal)).unwrap_or_default()
    }
}

/// A column of texts that deals have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DealText {
    /// What tells one deal from another.
    Deal,
    /// Client.
    Client,
    /// Where the client came from.
    Source,
    /// Who leads it.
    Manager,
    /// What is sold.
    Product,
    /// Group of what is sold.
    Group,
    /// Why it ended so.
    Reason,
}

/// A column of texts of a table of deals or moves; `None` where it has none. Rows are those of [`Deal::row`], of
/// reasons those of [`Deal::end_row`].
#[must_use]
pub fn texts(table: &OtherTable, text: DealText) -> Option<&TextColumn> {
    match table {
        OtherTable::Deals(table) => match text {
            DealText::Deal => table.deal.as_ref(),
            DealText::Client => table.client.as_ref(),
            DealText::Source => table.source.as_ref(),
            DealText::Manager => table.manager.as_ref(),
            DealText::Product => table.product.as_ref(),
            DealText::Group => table.group.as_ref(),
            DealText::Reason => table.reason.as_ref(),
        },
        OtherTable::Events(table) => match text {
            DealText::Deal => Some(&table.who),
            DealText::Client => table.client.as_ref(),
            DealText::Source => table.facts.source.as_ref(),
            DealText::Manager => table.facts.manager.as_ref(),
            DealText::Product => table.facts.product.as_ref(),
            DealText::Group => table.facts.group.as_ref(),
            DealText::Reason => table.facts.reason.as_ref(),
        },
        _ => None,
    }
}
