//! Columns of the list of clients. Pure.

use crate::analytics::segmentation::abc_xyz::ClientRow;
use crate::i18n::Format;
use crate::i18n::messages::abc_xyz::list::ClientListMessages;
use crate::jobs::protocol::{ClientQuery, ClientSort};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Rank,
    Name,
    Class,
    Value,
    Share,
    ShareWith,
    Orders,
    Regularity,
    Last,
    Labels,
}

impl Column {
    /// Left to right.
    pub const ALL: [Self; 10] = [
        Self::Rank,
        Self::Name,
        Self::Class,
        Self::Value,
        Self::Share,
        Self::ShareWith,
        Self::Orders,
        Self::Regularity,
        Self::Last,
        Self::Labels,
    ];

    /// Its part in class names.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Name => "name",
            Self::Class => "class",
            Self::Value => "value",
            Self::Share => "share",
            Self::ShareWith => "share-with",
            Self::Orders => "orders",
            Self::Regularity => "regularity",
            Self::Last => "last",
            Self::Labels => "labels",
        }
    }

    /// Its `aria-colindex`: columns may be hidden where there is little room, and keep their places.
    pub fn aria_index(self) -> String {
        (self as usize + 1).to_string()
    }

    /// Whether it holds figures, which line up on the right.
    pub const fn is_number(self) -> bool {
        !matches!(self, Self::Name | Self::Class | Self::Labels)
    }

    /// What a press on its header orders by.
    pub const fn sort(self) -> Option<ClientSort> {
        match self {
            Self::Name => Some(ClientSort::Name),
            Self::Class => Some(ClientSort::Cell),
            Self::Value => Some(ClientSort::Rank),
            Self::Orders => Some(ClientSort::Orders),
            Self::Regularity => Some(ClientSort::Regularity),
            Self::Last => Some(ClientSort::Recency),
            Self::Rank | Self::Share | Self::ShareWith | Self::Labels => None,
        }
    }

    /// How the list stands by this column, in the words of `aria-sort`; `None` where it stands by another.
    ///
    /// The engine puts the best first, so figures and dates fall unless the order is turned round.
    pub fn order(self, query: &ClientQuery) -> Option<&'static str> {
        let best_first_falls = self.is_number();
        (self.sort() == Some(query.sort)).then_some(if best_first_falls == query.descending {
            "ascending"
        } else {
            "descending"
        })
    }

    /// Its header; `sign` is that of the currency.
    pub fn header(self, text: &ClientListMessages, sign: &str) -> String {
        match self {
            Self::Rank => text.rank.to_owned(),
            Self::Name => text.name.to_owned(),
            Self::Class => text.class.to_owned(),
            Self::Value => (text.value)(sign),
            Self::Share => text.share.to_owned(),
            Self::ShareWith => text.share_with.to_owned(),
            Self::Orders => text.orders.to_owned(),
            Self::Regularity => text.regularity.to_owned(),
            Self::Last => text.last.to_owned(),
            Self::Labels => text.labels.to_owned(),
        }
    }

    /// What it says of a client; columns of chips say nothing here.
    pub fn text(self, format: Format, text: &ClientListMessages, row: &ClientRow) -> String {
        let is_valued = row.cell.abc.is_some();
        let share = |share: f64| if is_valued { format.percent(share, 2) } else { String::new() };
        match self {
            Self::Rank => format.count(row.rank),
            Self::Name => row.client.clone(),
            Self::Value => format.decimal(row.total, 2),
            Self::Share => share(row.share),
            Self::ShareWith => share(row.share_with),
            Self::Orders => format.count(row.orders.into()),
            Self::Regularity => (text.active_of)(format, row.active, row.periods),
            Self::Last => row.last.map(|day| format.date(day)).unwrap_or_default(),
            Self::Class | Self::Labels => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_how_the_list_stands() {
        for (column, sort, descending, order) in [
            (Column::Value, ClientSort::Rank, false, Some("descending")),
            (Column::Value, ClientSort::Rank, true, Some("ascending")),
            (Column::Name, ClientSort::Name, false, Some("ascending")),
            (Column::Name, ClientSort::Name, true, Some("descending")),
            (Column::Class, ClientSort::Cell, false, Some("ascending")),
            (Column::Last, ClientSort::Recency, false, Some("descending")),
            (Column::Orders, ClientSort::Rank, false, None),
            (Column::Share, ClientSort::Rank, false, None),
        ] {
            let query = ClientQuery { sort, descending, ..ClientQuery::default() };
            assert_eq!(column.order(&query), order, "{column:?} {sort:?} {descending}");
        }
    }

    #[test]
    fn every_order_has_one_column() {
        let orders = [
            ClientSort::Rank,
            ClientSort::Name,
            ClientSort::Cell,
            ClientSort::Orders,
            ClientSort::Regularity,
            ClientSort::Recency,
        ];
        for sort in orders {
            assert_eq!(Column::ALL.iter().filter(|column| column.sort() == Some(sort)).count(), 1, "{sort:?}");
        }
    }
}
