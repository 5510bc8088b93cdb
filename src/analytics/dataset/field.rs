//! What a column can mean.

use serde::{Deserialize, Serialize};

/// A meaning that a column can have. Which of them a table can have depends on its kind: [`TableKind::fields`].
///
/// [`TableKind::fields`]: super::kinds::TableKind::fields
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// Who bought. Needed.
    Client,
    /// When. Needed.
    Date,
    /// How much money. Needed, unless quantity and price are both there.
    Amount,
    /// How many pieces.
    Quantity,
    /// Price of one piece.
    Price,
    /// What tells one order from another.
    Order,
    /// What was sold.
    Product,
    /// Group of products.
    Group,
    /// What the sold goods cost.
    Cost,
    /// Profit on the row.
    Margin,
    /// Where the client heard of the firm.
    Source,
    /// Who sold.
    Manager,
    /// What tells one deal from another.
    Deal,
    /// How far a deal is.
    Stage,
    /// When a deal began.
    Created,
    /// When a deal ended.
    Closed,
    /// How a deal ended: won or lost.
    Outcome,
    /// Why a deal ended so.
    Reason,
    /// Purchases of a day, returns not taken off.
    Sales,
    /// Returns of a day.
    Returns,
    /// Orders that begin on a day.
    Orders,
    /// Period that a row is about.
    Period,
    /// Name of a client, in a list of clients.
    Name,
    /// Who answered.
    Respondent,
}

impl Field {
    /// Every field, in the order in which screens list them.
    pub const ALL: [Self; 24] = [
        Self::Client,
        Self::Date,
        Self::Amount,
        Self::Quantity,
        Self::Price,
        Self::Order,
        Self::Product,
        Self::Group,
        Self::Cost,
        Self::Margin,
        Self::Source,
        Self::Manager,
        Self::Deal,
        Self::Stage,
        Self::Created,
        Self::Closed,
        Self::Outcome,
        Self::Reason,
        Self::Sales,
        Self::Returns,
        Self::Orders,
        Self::Period,
        Self::Name,
        Self::Respondent,
    ];

    /// The name used by the command line and in stored documents.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Quantity => "quantity",
            Self::Price => "price",
            Self::Order => "order",
            Self::Product => "product",
            Self::Group => "group",
            Self::Cost => "cost",
            Self::Margin => "margin",
            Self::Source => "source",
            Self::Manager => "manager",
            Self::Deal => "deal",
            Self::Stage => "stage",
            Self::Created => "created",
            Self::Closed => "closed",
            Self::Outcome => "outcome",
            Self::Reason => "reason",
            Self::Sales => "sales",
            Self::Returns => "returns",
            Self::Orders => "orders",
            Self::Period => "period",
            Self::Name => "name",
            Self::Respondent => "respondent",
        }
    }

    /// The field of a [`Field::key`].
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    /// Whether its cells are decimals.
    #[must_use]
    pub const fn is_decimal(self) -> bool {
        matches!(
            self,
            Self::Amount
                | Self::Quantity
                | Self::Price
                | Self::Cost
                | Self::Margin
                | Self::Sales
                | Self::Returns
                | Self::Orders
        )
    }

    /// Whether its cells are days.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Date | Self::Created | Self::Closed)
    }
}

/// Which column stands for which field: at most one column a field, at most one field a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldMapping {
    /// Pairs of a field and the index of its column, ordered by field.
    pairs: Vec<(Field, usize)>,
}

impl FieldMapping {
    /// The column of `field`.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.pairs.iter().find(|(mapped, _)| *mapped == field).map(|(_, column)| *column)
    }

    /// The field of `column`.
    #[must_use]
    pub fn field(&self, column: usize) -> Option<Field> {
        self.pairs.iter().find(|(_, mapped)| *mapped == column).map(|(field, _)| *field)
    }

    /// Gives `column` the meaning `field`; whatever either of them was mapped to before is unmapped.
    pub fn set(&mut self, field: Field, column: usize) {
        self.pairs.retain(|(f, c)| *f != field && *c != column);
        self.pairs.push((field, column));
        self.pairs.sort_unstable();
    }

    /// Takes the meaning of `column` away.
    pub fn clear_column(&mut self, column: usize) {
        self.pairs.retain(|(_, c)| *c != column);
    }

    /// Pairs of a field and the index of its column, ordered by field.
    pub fn iter(&self) -> impl Iterator<Item = (Field, usize)> + '_ {
        self.pairs.iter().copied()
    }
}
