//! Kinds of tables that a firm has, besides and including sales.
//!
//! Sales are the rule and have the quick path of [`super::ingest`]. Every other kind has a file of its own here with the
//! rows that it is made of, and they share the rest:
//!
//! ```text
//! detect ─► which kind       frame ─► is it a row at all       tally ─► the account of all rows
//! reading ─► bytes to rows   column ─► typed columns           report ─► what only one kind has to say
//! ```
//!
//! Pivot and daily tables become sales, so every analysis of sales takes them; the others become an [`OtherTable`].

mod answers;
mod clients;
pub mod column;
mod daily;
mod deals;
pub(super) mod detect;
mod events;
mod family;
mod frame;
pub mod ids;
pub mod period;
pub mod pivot;
pub(super) mod reading;
pub mod report;
pub(super) mod rows;
mod sources;
mod tally;

pub use answers::AnswersTable;
pub use clients::ClientsTable;
pub use deals::{DealsTable, StageDays};
pub use events::{EventFacts, EventsTable};
pub use family::Family;
pub use sources::SourcesTable;

use serde::{Deserialize, Serialize};

use super::field::{Field, FieldMapping};

/// What a table is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TableKind {
    /// One row a sale.
    #[default]
    Sales,
    /// One row a client, one column a period.
    Pivot,
    /// One row a client and day.
    Daily,
    /// One row a deal.
    Deals,
    /// One row a move of a deal from stage to stage.
    Events,
    /// One row a client, with attributes.
    Clients,
    /// One row a source of clients, with its cost.
    Sources,
    /// One row a respondent, one column a question.
    Answers,
}

impl TableKind {
    /// Every kind, in the order in which screens list them.
    pub const ALL: [Self; 8] =
        [Self::Sales, Self::Pivot, Self::Daily, Self::Deals, Self::Events, Self::Clients, Self::Sources, Self::Answers];

    /// The name used by the command line and in stored documents.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Pivot => "pivot",
            Self::Daily => "daily",
            Self::Deals => "deals",
            Self::Events => "events",
            Self::Clients => "clients",
            Self::Sources => "sources",
            Self::Answers => "answers",
        }
    }

    /// The kind of a [`TableKind::key`].
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether the table becomes sales, which analyses of clients need.
    #[must_use]
    pub const fn is_sales(self) -> bool {
        matches!(self, Self::Sales | Self::Pivot | Self::Daily)
    }

    /// Whether columns that stand for no field can be read all the same: periods, days of stages, attributes, questions.
    #[must_use]
    pub const fn has_free_columns(self) -> bool {
        matches!(self, Self::Pivot | Self::Deals | Self::Clients | Self::Answers)
    }

    /// Fields that columns of such a table can stand for, in the order of [`Field::ALL`].
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Sales => &[
                F::Client,
                F::Date,
                F::Amount,
                F::Quantity,
                F::Price,
                F::Order,
                F::Product,
                F::Group,
                F::Cost,
                F::Margin,
                F::Source,
                F::Manager,
            ],
            Self::Pivot => &[F::Client, F::Product, F::Group, F::Source, F::Manager],
            Self::Daily => &[F::Client, F::Date, F::Sales, F::Returns, F::Orders],
            Self::Deals => &[
                F::Client,
                F::Amount,
                F::Product,
                F::Group,
                F::Source,
                F::Manager,
                F::Deal,
                F::Stage,
                F::Created,
                F::Closed,
                F::Outcome,
                F::Reason,
            ],
            Self::Events => &[
                F::Client,
                F::Date,
                F::Amount,
                F::Product,
                F::Group,
                F::Source,
                F::Manager,
                F::Deal,
                F::Stage,
                F::Reason,
            ],
            Self::Clients => &[F::Name],
            Self::Sources => &[F::Cost, F::Source, F::Period],
            Self::Answers => &[F::Respondent],
        }
    }

    /// Needed fields that no column stands for, in the order of [`Field::ALL`]. What columns without a field can make
    /// up for (columns of periods, of days of stages) is for the caller to know.
    #[must_use]
    pub fn missing(self, mapping: &FieldMapping) -> Vec<Field> {
        let has = |field| mapping.column(field).is_some();
        let is_missing = |field: &Field| match (self, *field) {
            (Self::Sales, Field::Amount) => !(has(Field::Amount) || has(Field::Quantity) && has(Field::Price)),
            (Self::Sales, field @ (Field::Client | Field::Date))
            | (Self::Pivot, field @ Field::Client)
            | (Self::Daily, field @ (Field::Client | Field::Date | Field::Sales))
            | (Self::Deals, field @ (Field::Stage | Field::Created))
            | (Self::Events, field @ (Field::Stage | Field::Date))
            | (Self::Clients, field @ Field::Name)
            | (Self::Sources, field @ Field::Source) => !has(field),
            // Who moves is a deal, or at least a client.
            (Self::Events, Field::Deal) => !has(Field::Deal) && !has(Field::Client),
            _ => false,
        };
        self.fields().iter().copied().filter(is_missing).collect()
    }
}

/// A table that is not of sales, as typed columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OtherTable {
    /// Of [`TableKind::Deals`].
    Deals(Box<DealsTable>),
    /// Of [`TableKind::Events`].
    Events(EventsTable),
    /// Of [`TableKind::Clients`].
    Clients(ClientsTable),
    /// Of [`TableKind::Sources`].
    Sources(SourcesTable),
    /// Of [`TableKind::Answers`].
    Answers(AnswersTable),
}
