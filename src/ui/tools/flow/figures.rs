//! What a card says. Pure.

use crate::analytics::amount::{Amount, Sum};
use crate::analytics::segmentation::flow::{FlowCell, Limits, per_day};
use crate::i18n::Format;
use crate::i18n::messages::flow::FlowMessages;
use crate::profile::flow::{Estimate, FlowItem};

/// Figures of a card in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// How much.
    pub amount: String,
    /// How soon.
    pub days: String,
    /// How much a day.
    pub per_day: String,
}

impl Figures {
    /// Those of something.
    pub fn of(format: Format, text: &FlowMessages, item: &FlowItem) -> Self {
        let mark = |words: String, estimated: bool| if estimated { (text.about)(&words) } else { words };
        let each = format.money(Sum::from(per_day(item.days, item.amount)));
        Self {
            amount: mark(format.money(Sum::from(item.amount)), item.amount_estimated),
            days: mark((text.days)(format, item.days), item.days_estimated),
            per_day: (text.per_day)(&mark(each, item.amount_estimated || item.days_estimated)),
        }
    }
}

/// How the figures of a card were estimated, in words.
pub(super) fn estimate_words(format: Format, text: &FlowMessages, estimate: Estimate) -> String {
    match estimate {
        Estimate::Deals(by) => (text.by_deals)(&(text.days_by)(format, by)),
        Estimate::History => text.by_history.to_owned(),
    }
}

/// Limits in words.
pub(super) fn limits_line(format: Format, text: &FlowMessages, limits: Limits) -> String {
    // Doubled days end in a half or in none; a doubled amount is halved to the last decimal.
    let places = usize::from(limits.days_twice % 2 == 1);
    #[expect(clippy::cast_precision_loss, reason = "days, far under 2^53")]
    let days = format.ratio(limits.days_twice as f64 / 2.0, places);
    (text.limits_line)(&days, &format.money(Sum(limits.amount_twice / 2)))
}

/// The cell that an arrow leads to: speed from left to right, size from top to bottom.
pub(super) fn step(from: FlowCell, key: &str) -> Option<FlowCell> {
    let to = match key {
        "ArrowLeft" => FlowCell::of(true, from.is_much()),
        "ArrowRight" => FlowCell::of(false, from.is_much()),
        "ArrowUp" => FlowCell::of(from.is_fast(), true),
        "ArrowDown" => FlowCell::of(from.is_fast(), false),
        _ => return None,
    };
    (to != from).then_some(to)
}

/// The example as it comes to the board.
pub(super) fn examples(text: &FlowMessages) -> Vec<FlowItem> {
    let item = |&(name, days, money): &(&str, u32, i64)| FlowItem {
        name: name.to_owned(),
        days,
        amount: Amount(money * crate::analytics::amount::UNIT),
        ..FlowItem::default()
    };
    text.examples.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::UNIT;
    use crate::i18n::{Currency, Locale, messages};
    use crate::profile::flow::FlowBoard;

    #[test]
    fn arrows_lead_over_the_board() {
        use FlowCell as C;
        for (from, key, to) in [
            (C::FastMuch, "ArrowRight", Some(C::SlowMuch)),
            (C::FastMuch, "ArrowDown", Some(C::FastLittle)),
            (C::FastMuch, "ArrowLeft", None),
            (C::SlowLittle, "ArrowUp", Some(C::SlowMuch)),
            (C::SlowLittle, "ArrowLeft", Some(C::FastLittle)),
            (C::SlowLittle, "a", None),
        ] {
            assert_eq!(step(from, key), to, "{from:?} {key}");
        }
    }

    #[test]
    fn estimates_are_marked() {
        let format = Format { locale: Locale::En, currency: Currency::Usd };
        let text = messages(Locale::En).flow();
        let item = FlowItem { days: 1, amount: Amount(90 * UNIT), days_estimated: true, ..FlowItem::default() };
        let figures = Figures::of(format, text, &item);
        let found = [figures.amount, figures.days, figures.per_day].map(|words| words.replace('\u{a0}', " "));
        assert_eq!(found, ["$90", "≈ 1 day", "≈ $90 a day"]);
        let line = limits_line(format, text, Limits { days_twice: 5, amount_twice: 90 * i128::from(UNIT) });
        assert_eq!(line, "Fast is up to 2.5 days, much is over $45.");
    }

    #[test]
    fn the_example_fills_every_cell() {
        for locale in Locale::ALL {
            let mut board = FlowBoard::default();
            examples(messages(locale).flow()).into_iter().for_each(|item| board.add(item));
            // Days 1 2 3 5 30 50 60 75: 17.5. Thousands 6.5 9 11 48 120 210 640 900: 84.
            let cells: Vec<usize> = FlowCell::ALL
                .into_iter()
                .map(|cell| board.in_order().iter().filter(|(other, _)| *other == cell).count())
                .collect();
            assert_eq!(cells, [1, 3, 3, 1]);
            // 120 in 5 days is the only one that is fast and much.
            assert_eq!(board.in_order()[0].1.days, 5);
        }
    }
}
