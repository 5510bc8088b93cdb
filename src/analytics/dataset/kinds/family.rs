//! Families of kinds: tables of one family serve the same screens, so one of each is in use at a time.

use serde::{Deserialize, Serialize};

use super::TableKind;

/// Kinds of tables that serve the same screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Family {
    /// Sales in any form.
    Sales,
    /// Deals and their moves.
    Deals,
    /// What sources cost.
    Sources,
    /// Lists of clients.
    Clients,
    /// Answers to questions.
    Answers,
}

impl Family {
    /// Every family.
    pub const ALL: [Self; 5] = [Self::Sales, Self::Deals, Self::Sources, Self::Clients, Self::Answers];
}

impl TableKind {
    /// The family of the kind.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::Sales | Self::Pivot | Self::Daily => Family::Sales,
            Self::Deals | Self::Events => Family::Deals,
            Self::Sources => Family::Sources,
            Self::Clients => Family::Clients,
            Self::Answers => Family::Answers,
        }
    }
}
