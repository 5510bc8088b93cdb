//! Columns of lists of clients, and what stands in them when a list is saved.

use serde::{Deserialize, Serialize};

use super::sheet::Cell;
use crate::analytics::segmentation::abc_xyz::{ClientRow, Label};
use crate::analytics::segmentation::priority::Groups;
use crate::analytics::segmentation::rfm::segments::ScoreMap;
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::Messages;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// Place by value.
    Rank,
    /// Name.
    Name,
    /// Cell of the matrix.
    Class,
    /// Value, by the measure of the matrix.
    Value,
    /// Net sum of amounts, whatever the measure.
    Net,
    /// Share of value.
    Share,
    /// Cumulative share.
    ShareWith,
    /// Orders.
    Orders,
    /// Periods with a purchase.
    Regularity,
    /// First purchase.
    First,
    /// Last purchase.
    Last,
    /// Days since the last purchase.
    Recency,
    /// Labels.
    Labels,
    /// Segment of RFM.
    Segment,
    /// Scores of RFM.
    Scores,
    /// Frequency of RFM.
    Frequency,
    /// Score of priority groups.
    Priority,
    /// Priority group.
    Group,
    /// Share of the weights that had a mark.
    Coverage,
    /// Class in an earlier and in a later window.
    Moved,
    /// Cell of the client flow.
    Flow,
}

/// Header of values by a measure in a file.
#[must_use]
pub fn value_header(messages: &Messages, by: ValueBy) -> &'static str {
    if by == ValueBy::Amount { messages.export().value } else { (messages.value().name)(by) }
}

/// Names in force of what rows refer to by position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamesInForce {
    /// Segments of RFM.
    pub segments: Option<ScoreMap>,
    /// Priority groups.
    pub groups: Option<Groups>,
}

impl Column {
    /// Its header in a file; `by` is the measure of the matrix.
    #[must_use]
    pub fn file_header(self, messages: &Messages, by: ValueBy) -> &'static str {
        let (text, rfm, priority) = (messages.export(), &messages.rfm().export, messages.priority());
        match self {
            Self::Rank => text.rank,
            Self::Name => text.client,
            Self::Class => text.class,
            Self::Value => value_header(messages, by),
            Self::Net => text.value,
            Self::Share => text.share,
            Self::ShareWith => text.share_with,
            Self::Orders => text.orders,
            Self::Regularity => text.regularity,
            Self::First => text.first,
            Self::Last => text.last,
            Self::Recency => text.recency,
            Self::Labels => text.labels,
            Self::Segment => rfm.segment,
            Self::Scores => rfm.score,
            Self::Frequency => rfm.frequency,
            Self::Priority => priority.score,
            Self::Group => priority.group,
            Self::Coverage => priority.coverage,
            Self::Moved => messages.clients().moved,
            Self::Flow => messages.clients().flow,
        }
    }

    /// What it says of a client in a file.
    #[must_use]
    pub fn file_cell(self, row: &ClientRow, names: &NamesInForce, messages: &Messages) -> Cell {
        let is_valued = row.cell.abc.is_some();
        let share = |share: f64| if is_valued { Cell::Share(share) } else { Cell::Empty };
        let labels = || {
            let its = Label::ALL.into_iter().filter(|&label| row.labels.has(label));
            its.map(|label| (messages.export().label)(label)).collect::<Vec<_>>().join(", ")
        };
        let ratio = |part: u32, whole: u32| {
            if whole == 0 { Cell::Empty } else { Cell::Share(f64::from(part) / f64::from(whole)) }
        };
        let (rfm, priority) = (row.rfm.as_ref(), row.priority.as_ref());
        match self {
            Self::Rank => row.rank.into(),
            Self::Name => Cell::text(row.client.as_str()),
            Self::Class => Cell::text(row.cell.code()),
            Self::Value => row.total.into(),
            Self::Net => row.net.into(),
            Self::Share => share(row.share),
            Self::ShareWith => share(row.share_with),
            Self::Orders => row.orders.into(),
            Self::Regularity => ratio(row.active, row.periods),
            Self::First => row.first.into(),
            Self::Last => row.last.into(),
            Self::Recency => row.recency_days.into(),
            Self::Labels => Cell::text(labels()),
            Self::Segment => {
                let segments = &messages.rfm().segments;
                let name = |map| rfm.map_or(segments.apart, |mark| segments.name_at(map, mark.segment.into()));
                names.segments.as_ref().map_or(Cell::Empty, |map| Cell::text(name(map)))
            }
            Self::Scores => rfm.map_or(Cell::Empty, |mark| Cell::text(mark.scores.code())),
            Self::Frequency => rfm.map(|mark| mark.frequency).into(),
            Self::Priority => {
                priority.and_then(|mark| mark.score).map_or(Cell::Empty, |score| Cell::Ratio(score.approximate()))
            }
            Self::Group => {
                let name =
                    |mark: u16| names.groups.as_ref().map(|groups| messages.priority().name_of(groups, mark.into()));
                priority.and_then(|mark| name(mark.group)).map_or(Cell::Empty, Cell::Text)
            }
            Self::Coverage => priority.map_or(Cell::Empty, |mark| ratio(mark.coverage.0, mark.coverage.1)),
            Self::Moved => {
                row.moved.map_or(Cell::Empty, |(before, after)| Cell::Text(messages.migration().path(before, after)))
            }
            Self::Flow => row.flow.map_or(Cell::Empty, |cell| Cell::text((messages.flow().cell)(cell))),
        }
    }
}
