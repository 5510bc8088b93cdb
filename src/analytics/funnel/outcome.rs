//! How a deal stands.

use serde::{Deserialize, Serialize};

/// How a deal stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// Neither won nor lost.
    #[default]
    Open,
    /// Won, and not lost after that.
    Won,
    /// Lost, and not taken up again.
    Lost,
}

impl Outcome {
    /// Every outcome, in the order in which screens list them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Won, Self::Lost];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}
