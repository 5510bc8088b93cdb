//! Columns of lists of clients. Pure.

use crate::analytics::segmentation::abc_xyz::ClientRow;
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::{Format, Messages};
use crate::jobs::protocol::{ClientQuery, ClientSort};

pub use crate::jobs::columns::Column;

impl Column {
    /// Those of the matrix, left to right.
    pub const MATRIX: [Self; 10] = [
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
    /// Those of RFM, left to right.
    pub const RFM: [Self; 8] =
        [Self::Rank, Self::Name, Self::Segment, Self::Scores, Self::Recency, Self::Frequency, Self::Net, Self::Class];

    /// Its part in class names.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Name => "name",
            Self::Class => "class",
            Self::Value => "value",
            Self::Net => "net",
            Self::Share => "share",
            Self::ShareWith => "share-with",
            Self::Orders => "orders",
            Self::Regularity => "regularity",
            Self::First => "first",
            Self::Last => "last",
            Self::Labels => "labels",
            Self::Segment => "segment",
            Self::Scores => "scores",
            Self::Recency => "recency",
            Self::Frequency => "frequency",
            Self::Priority => "priority",
            Self::Group => "group",
            Self::Coverage => "coverage",
            Self::Moved => "moved",
            Self::Flow => "flow",
        }
    }

    /// Its `aria-colindex` among `columns`: some may be hidden where there is little room, and keep their places. The
    /// first column is that of the boxes by which clients are picked.
    pub fn aria_index(self, columns: &[Self]) -> String {
        columns.iter().position(|column| *column == self).map_or_else(String::new, |index| (index + 2).to_string())
    }

    /// Where it stands among `columns` on a phone that shows columns of one's choice: as classes of its cell and header.
    ///
    /// Name and sum have a line of their own. Below it there is room for the classes, and for as many others as fit; the
    /// first of these come first. The rest is on the card of the client.
    pub fn place_on_phone(self, columns: &[Self]) -> &'static str {
        let sum = columns.iter().find(|column| matches!(column, Self::Value | Self::Net));
        if self == Self::Name || Some(&self) == sum {
            return if self == Self::Name { "is-near" } else { "is-near is-sum" };
        }
        let others = || columns.iter().filter(|&column| *column != Self::Name && Some(column) != sum);
        let is_class = |column: &&Self| matches!(column, Self::Class | Self::Segment | Self::Group);
        // A place tells little beside a list in its order.
        let rest = others().filter(|column| !is_class(column) && **column != Self::Rank);
        let mut room = SECOND_LINE_REM;
        let near: Vec<Self> = others()
            .filter(is_class)
            .chain(rest)
            .filter(|column| {
                let fits = column.phone_rem() <= room;
                room -= if fits { column.phone_rem() } else { 0.0 };
                fits
            })
            .copied()
            .collect();
        // Classes stand before all others.
        match (near.contains(&self), self.is_wide(), self.is_number() && near.last() == Some(&self)) {
            (false, ..) => "",
            (true, false, false) => "is-near",
            (true, false, true) => "is-near is-last",
            (true, true, false) => "is-near is-wide",
            (true, true, true) => "is-near is-wide is-last",
        }
    }

    /// Room that it takes on a phone with the gap beside it; what `style/tools/everybody.css` gives it.
    const fn phone_rem(self) -> f64 {
        match self {
            Self::Class => 3.25,
            Self::Segment | Self::Moved | Self::Flow => 8.0,
            Self::Group | Self::Labels => 6.0,
            _ if self.is_wide() => 6.0,
            _ => 4.5,
        }
    }

    /// Whether its figures are dates or sums.
    const fn is_wide(self) -> bool {
        matches!(self, Self::Value | Self::Net | Self::First | Self::Last)
    }

    /// Whether it holds figures, which line up on the right.
    pub const fn is_number(self) -> bool {
        !matches!(
            self,
            Self::Name | Self::Class | Self::Labels | Self::Segment | Self::Group | Self::Moved | Self::Flow
        )
    }

    /// What a press on its header orders by.
    pub const fn sort(self) -> Option<ClientSort> {
        match self {
            Self::Name => Some(ClientSort::Name),
            Self::Class => Some(ClientSort::Cell),
            Self::Value => Some(ClientSort::Rank),
            Self::Net => Some(ClientSort::Net),
            Self::Orders => Some(ClientSort::Orders),
            Self::Regularity => Some(ClientSort::Regularity),
            Self::Last | Self::Recency => Some(ClientSort::Recency),
            Self::Segment => Some(ClientSort::Segment),
            Self::Scores => Some(ClientSort::Scores),
            Self::Frequency => Some(ClientSort::Orders),
            Self::First => Some(ClientSort::First),
            Self::Priority => Some(ClientSort::Priority),
            Self::Rank
            | Self::Share
            | Self::ShareWith
            | Self::Labels
            | Self::Group
            | Self::Coverage
            | Self::Moved
            | Self::Flow => None,
        }
    }

    /// How the list stands by this column, in the words of `aria-sort`; `None` where it stands by another.
    ///
    /// The engine puts the best first, so figures and dates fall unless the order is turned round.
    pub fn order(self, query: &ClientQuery) -> Option<&'static str> {
        // Of days since the last purchase few are best.
        let best_first_falls = self.is_number() && self != Self::Recency;
        (self.sort() == Some(query.sort)).then_some(if best_first_falls == query.descending {
            "ascending"
        } else {
            "descending"
        })
    }

    /// Its header; `by` is the measure of the matrix, `sign` that of the currency.
    pub fn header(self, messages: &Messages, by: ValueBy, sign: &str) -> String {
        let (text, rfm) = (&messages.abc_xyz().list, messages.rfm());
        match self {
            Self::Rank => text.rank.to_owned(),
            Self::Name => text.name.to_owned(),
            Self::Class => text.class.to_owned(),
            Self::Value => (text.value)(by, if by.is_money() { sign } else { "" }),
            Self::Net => (text.value)(ValueBy::Amount, sign),
            Self::Share => text.share.to_owned(),
            Self::ShareWith => text.share_with.to_owned(),
            Self::Orders => text.orders.to_owned(),
            Self::Regularity => text.regularity.to_owned(),
            Self::Last => text.last.to_owned(),
            Self::Labels => text.labels.to_owned(),
            Self::Segment => rfm.map.segment.to_owned(),
            Self::Scores => rfm.map.score.to_owned(),
            Self::Recency => rfm.map.days.to_owned(),
            Self::Frequency => rfm.chart.frequency_axis.to_owned(),
            Self::First => messages.export().first.to_owned(),
            Self::Priority => messages.priority().score.to_owned(),
            Self::Group => messages.priority().group.to_owned(),
            Self::Coverage => messages.priority().coverage.to_owned(),
            Self::Moved => messages.clients().moved.to_owned(),
            Self::Flow => messages.clients().flow.to_owned(),
        }
    }

    /// What it says of a client; columns of chips say nothing here.
    pub fn text(self, format: Format, messages: &Messages, row: &ClientRow) -> String {
        let text = &messages.abc_xyz().list;
        let is_valued = row.cell.abc.is_some();
        let share = |share: f64| if is_valued { format.percent(share, 2) } else { String::new() };
        match self {
            Self::Rank => format.count(row.rank),
            Self::Name => row.client.clone(),
            Self::Value => format.decimal(row.total, 2),
            Self::Net => format.decimal(row.net, 2),
            Self::Share => share(row.share),
            Self::ShareWith => share(row.share_with),
            Self::Orders => format.count(row.orders.into()),
            Self::Regularity => (text.active_of)(format, row.active, row.periods),
            Self::Last => row.last.map(|day| format.date(day)).unwrap_or_default(),
            Self::Scores => row.rfm.map(|mark| mark.scores.code()).unwrap_or_default(),
            Self::Recency => {
                let days = row.rfm.map(|mark| mark.recency_days).or(row.recency_days);
                days.map(|days| format.count(days.into())).unwrap_or_default()
            }
            Self::Frequency => row.rfm.map(|mark| format.count(mark.frequency.into())).unwrap_or_default(),
            Self::First => row.first.map(|day| format.date(day)).unwrap_or_default(),
            Self::Priority => {
                let score = row.priority.as_ref().and_then(|mark| mark.score);
                score.map(|score| format.ratio(score.approximate(), 2)).unwrap_or_default()
            }
            Self::Coverage => {
                let share = |(known, all): (u32, u32)| f64::from(known) / f64::from(all.max(1));
                let coverage = row.priority.as_ref().map(|mark| mark.coverage);
                coverage.map(|coverage| format.percent(share(coverage), 0)).unwrap_or_default()
            }
            Self::Moved => {
                row.moved.map(|(before, after)| messages.migration().path(before, after)).unwrap_or_default()
            }
            Self::Flow => row.flow.map(|cell| (messages.flow().cell)(cell).to_owned()).unwrap_or_default(),
            Self::Class | Self::Labels | Self::Segment | Self::Group => String::new(),
        }
    }
}

/// Room of the second line of a row on a phone of 360 px, beside the box and a scroll bar, and one gap more.
const SECOND_LINE_REM: f64 = 17.25;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_has_name_and_sum_then_classes_then_what_fits() {
        use Column::{Class, First, Group, Last, Name, Net, Orders, Priority, Rank, Segment, Value};
        for (columns, near) in [
            // 3.25 and 8 and 6 are 17.25: the classes fill the line.
            (vec![Rank, Name, Class, Segment, Group, Value, Orders, Last], vec![Name, Class, Segment, Group, Value]),
            // Without groups there is room for a day.
            (vec![Name, Class, Segment, Value, Last, Orders], vec![Name, Class, Segment, Value, Last]),
            (vec![Name, Priority, Group, Value, Class], vec![Name, Priority, Group, Value, Class]),
            // Only one sum has the first line; below it a sum and a day, and then there is room for a short figure.
            (vec![Name, Net, Value, First, Last, Orders], vec![Name, Net, Value, First, Orders]),
            (vec![Name], vec![Name]),
        ] {
            let shown: Vec<Column> =
                columns.iter().filter(|column| !column.place_on_phone(&columns).is_empty()).copied().collect();
            assert_eq!(shown, near);
        }
        let columns = [Name, Class, Value, Last];
        let places = columns.map(|column| column.place_on_phone(&columns));
        assert_eq!(places, ["is-near", "is-near", "is-near is-sum", "is-near is-wide is-last"]);
    }

    #[test]
    fn tells_how_the_list_stands() {
        for (column, sort, descending, order) in [
            (Column::Value, ClientSort::Rank, false, Some("descending")),
            (Column::Value, ClientSort::Rank, true, Some("ascending")),
            (Column::Name, ClientSort::Name, false, Some("ascending")),
            (Column::Name, ClientSort::Name, true, Some("descending")),
            (Column::Class, ClientSort::Cell, false, Some("ascending")),
            (Column::Last, ClientSort::Recency, false, Some("descending")),
            (Column::Recency, ClientSort::Recency, false, Some("ascending")),
            (Column::Scores, ClientSort::Scores, false, Some("descending")),
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
            assert_eq!(Column::MATRIX.iter().filter(|column| column.sort() == Some(sort)).count(), 1, "{sort:?}");
        }
        for sort in [ClientSort::Segment, ClientSort::Scores, ClientSort::Recency, ClientSort::Orders, ClientSort::Cell]
        {
            assert_eq!(Column::RFM.iter().filter(|column| column.sort() == Some(sort)).count(), 1, "{sort:?}");
        }
    }
}
