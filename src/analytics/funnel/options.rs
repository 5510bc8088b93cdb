//! What the user decides about a funnel.

use serde::{Deserialize, Serialize};

use super::journey::DealText;
use super::order::Stage;
use crate::analytics::date::Day;

/// When a deal counts at a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Count {
    /// It entered each stage after the one before, from the first on.
    #[default]
    Ordered,
    /// It entered this stage or a later one; a skipped stage counts as passed, but not for lost deals.
    Reached,
    /// It entered this stage, whatever it did at others.
    Touched,
    /// As often as it entered: coming back counts again.
    Entries,
}

impl Count {
    /// Every way of counting, default first.
    pub const ALL: [Self; 4] = [Self::Ordered, Self::Reached, Self::Touched, Self::Entries];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::Reached => "reached",
            Self::Touched => "touched",
            Self::Entries => "entries",
        }
    }
}

/// What deals are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SplitBy {
    /// Where the client came from.
    Source,
    /// Who leads the deal.
    Manager,
    /// Group of what is sold.
    Group,
    /// What is sold.
    Product,
    /// The class of the client.
    Class,
}

impl SplitBy {
    /// Every one, in the order in which screens list them.
    pub const ALL: [Self; 5] = [Self::Source, Self::Manager, Self::Group, Self::Product, Self::Class];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Manager => "manager",
            Self::Group => "group",
            Self::Product => "product",
            Self::Class => "class",
        }
    }

    /// The column that tells; of classes that of clients.
    #[must_use]
    pub const fn text(self) -> DealText {
        match self {
            Self::Source => DealText::Source,
            Self::Manager => DealText::Manager,
            Self::Group => DealText::Group,
            Self::Product => DealText::Product,
            Self::Class => DealText::Client,
        }
    }
}

/// What the user decides about a funnel. The default is what is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunnelOptions {
    /// When a deal counts at a stage.
    pub count: Count,
    /// Stages in their order with what each is; those that are not named stand aside. Empty: as proposed.
    pub stages: Vec<Stage>,
    /// Days from the first stage within which a stage counts, for [`Count::Ordered`]; `None`: any.
    pub within_days: Option<u32>,
    /// Only deals that began on these days.
    pub entered: Option<(Day, Day)>,
    /// The day up to which the table tells; `None`: the last day in it.
    pub as_of: Option<Day>,
    /// What deals are told apart by.
    pub split: Option<SplitBy>,
    /// Classes of clients by name, for [`SplitBy::Class`].
    pub classes: Vec<(String, String)>,
}
