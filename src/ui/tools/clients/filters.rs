//! Filters of the list in words. Pure.

use crate::analytics::segmentation::priority::Groups;
use crate::analytics::segmentation::rfm::segments::ScoreMap;
use crate::i18n::{Format, Messages};
use crate::jobs::protocol::{ClientQuery, Range, RfmFilter};
use crate::ui::tools::client_list::shown_code;

/// One filter of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    Cell,
    Label,
    Segment,
    Group,
    Moved,
    Flow,
    Value,
    Orders,
    Days,
}

impl Filter {
    pub const ALL: [Self; 9] = [
        Self::Cell,
        Self::Label,
        Self::Segment,
        Self::Group,
        Self::Moved,
        Self::Flow,
        Self::Value,
        Self::Orders,
        Self::Days,
    ];

    /// Takes it away.
    pub fn clear(self, query: &mut ClientQuery) {
        match self {
            Self::Cell => query.cell = None,
            Self::Label => query.label = None,
            Self::Segment => query.rfm = None,
            Self::Group => query.group = None,
            Self::Moved => query.moved = None,
            Self::Flow => query.flow = None,
            Self::Value => query.value = Range::default(),
            Self::Orders => query.orders = Range::default(),
            Self::Days => query.recency_days = Range::default(),
        }
    }

    /// What it says; `None` while it lets everybody pass.
    pub fn words(self, query: &ClientQuery, names: &Names, format: Format, messages: &Messages) -> Option<String> {
        let text = messages.clients();
        match self {
            Self::Cell => query.cell.map(|cell| (text.is_cell)(&shown_code(cell))),
            Self::Label => query.label.map(|label| (messages.abc_xyz().list.label_name)(label).to_lowercase()),
            Self::Segment => query.rfm.map(|filter| {
                let segments = &messages.rfm().segments;
                (text.is_segment)(match filter {
                    RfmFilter::Segment(segment) => segments.name_at(&names.segments, segment.into()),
                    RfmFilter::Scores { .. } | RfmFilter::Apart => segments.apart,
                })
            }),
            Self::Group => {
                query.group.map(|group| (text.is_group)(&messages.priority().name_of(&names.groups, group.into())))
            }
            Self::Moved => query.moved.map(|moved| (messages.migration().table.move_name)(moved).to_lowercase()),
            Self::Flow => query.flow.map(|cell| (text.is_flow)((messages.flow().cell)(cell))),
            Self::Value => {
                let [from, to] = [query.value.from, query.value.to].map(|sum| sum.map(|sum| format.money(sum)));
                (!query.value.is_open()).then(|| (text.is_value)(from.as_deref(), to.as_deref()))
            }
            Self::Orders => {
                let Range { from, to } = query.orders;
                (!query.orders.is_open()).then(|| (text.is_orders)(format, from, to))
            }
            Self::Days => {
                let Range { from, to } = query.recency_days;
                (!query.recency_days.is_open()).then(|| (text.is_days)(format, from, to))
            }
        }
    }
}

/// Names of what filters refer to by position.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Names {
    pub segments: ScoreMap,
    pub groups: Groups,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Sum;
    use crate::analytics::segmentation::abc_xyz::{Cell, Label};
    use crate::analytics::segmentation::flow::FlowCell;
    use crate::analytics::segmentation::migration::Move;
    use crate::analytics::segmentation::rfm::RfmOptions;
    use crate::i18n::{Currency, Locale, messages};

    #[test]
    fn filters_speak_and_go() {
        let names = Names { segments: RfmOptions::default().map(), groups: Groups::default() };
        let mut query = ClientQuery {
            cell: Cell::from_code("A-"),
            label: Some(Label::Lost),
            group: Some(0),
            moved: Some(Move::Fell),
            flow: Some(FlowCell::FastMuch),
            value: Range { from: Some(Sum(10_000_000)), to: None },
            orders: Range { from: Some(2), to: Some(5) },
            recency_days: Range { from: Some(21), to: None },
            ..ClientQuery::default()
        };
        for (locale, expected) in [
            (
                Locale::Ru,
                [
                    "класс A–",
                    "затихли",
                    "группа «Ключевые»",
                    "опустились",
                    "поток: быстро, много",
                    "продажи от 1000",
                    "от 2 до 5 заказов",
                    "без покупок от 21 дня",
                ],
            ),
            (
                Locale::En,
                [
                    "class A–",
                    "gone quiet",
                    "group “Key”",
                    "fell",
                    "flow: fast, much",
                    "sales from 1,000",
                    "2 to 5 orders",
                    "no purchase for 21 days or more",
                ],
            ),
        ] {
            let format = Format { locale, currency: Currency::None };
            let words = |filter: Filter| filter.words(&query, &names, format, messages(locale));
            let said: Vec<String> =
                Filter::ALL.into_iter().filter_map(words).map(|words| words.replace('\u{a0}', " ")).collect();
            assert_eq!(said, expected);
        }
        Filter::ALL.into_iter().for_each(|filter| filter.clear(&mut query));
        assert_eq!(query, ClientQuery::default());
    }
}
