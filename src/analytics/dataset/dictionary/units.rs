//! Units in headers: what is counted, weighed or measured is no money, and what is paid for one of them is no sum.

use super::terms::matched;
use super::words::{all_words, is_money_unit};

/// What a unit in a header says of its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// They count, weigh or measure: "Итого, шт", "Сумма баллов", "Total hours".
    Counted(&'static str),
    /// They are money for one: "Цена за кг", "Ставка, руб/час", "Rate per night".
    Each(&'static str),
}

/// Units by what they are of; a word with `*` stands for every word that begins so.
const UNITS: &[(&str, &[&str])] = &[
    ("piece", &["шт", "штук*", "ед", "единиц*", "pcs", "piece*", "unit", "units", "each"]),
    ("pack", &["уп", "упак*", "короб*", "pack", "packs", "box", "boxes"]),
    ("weight", &["кг", "килограмм*", "тонн*", "тн", "kg", "kgs", "lb", "lbs", "ton*"]),
    ("volume", &["л", "литр*", "куб", "liter*", "litre*", "gallon*"]),
    ("area", &["кв"]),
    ("length", &["км", "пог", "метр*", "km", "mile*"]),
    ("hour", &["час", "часа", "часов", "часы", "hour", "hours", "hourly", "hrs"]),
    ("night", &["ночь", "ночи", "ночей", "night", "nights"]),
    ("day", &["сутки", "суток", "дней", "days"]),
    ("minute", &["мин", "минут*", "minutes"]),
    ("place", &["мест"]),
    ("point", &["балл*", "points"]),
];

/// Words that stand before what is paid for.
const FOR: [&str; 3] = ["за", "per", "a"];
/// How a word begins that speaks of the money for one.
const PRICE: [&str; 4] = ["цен", "ставк", "rate", "price"];

/// What the unit in a header says; `None` where there is none, or where it is one of money.
pub(super) fn unit(header: &str) -> Option<Unit> {
    let words = all_words(header);
    let place = words.iter().enumerate().find_map(|(place, word)| {
        // A square and a cube have numbers of their own: "м2".
        let is_power = word == "м" || word == "m";
        let power = words.get(place + 1).filter(|_| is_power);
        let of_power = power.and_then(|power| match power.as_str() {
            "2" => Some("area"),
            "3" => Some("volume"),
            _ => None,
        });
        Some((place, of_power.or_else(|| of_word(word))?))
    });
    let (place, unit) = place?;
    let is_before = |word: &String| FOR.contains(&word.as_str());
    let is_for = place.checked_sub(1).and_then(|before| words.get(before)).is_some_and(is_before);
    let is_price = words.iter().any(|word| PRICE.iter().any(|stem| word.starts_with(stem)));
    let is_ratio = header.contains('/') && words.iter().take(place).any(|word| is_money_unit(word));
    if is_for || is_price || is_ratio {
        return Some(Unit::Each(unit));
    }
    (!words.iter().any(|word| is_money_unit(word))).then_some(Unit::Counted(unit))
}

fn of_word(word: &str) -> Option<&'static str> {
    let is_it = |entries: &&[&str]| entries.iter().any(|entry| matched(entry, word).is_some());
    UNITS.iter().find(|(_, entries)| is_it(entries)).map(|(unit, _)| *unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_headers() {
        for (header, unit_of) in [
            ("Итого, шт", Some(Unit::Counted("piece"))),
            ("Всего, кг", Some(Unit::Counted("weight"))),
            ("Объем, м3", Some(Unit::Counted("volume"))),
            ("Сумма баллов", Some(Unit::Counted("point"))),
            ("Total Hours", Some(Unit::Counted("hour"))),
            ("Литры", Some(Unit::Counted("volume"))),
            ("Цена за кг", Some(Unit::Each("weight"))),
            ("Стоимость за шт", Some(Unit::Each("piece"))),
            ("Цена за м3", Some(Unit::Each("volume"))),
            ("Ставка, руб/час", Some(Unit::Each("hour"))),
            ("Цена часа", Some(Unit::Each("hour"))),
            ("Hourly Rate", Some(Unit::Each("hour"))),
            ("Rate per night", Some(Unit::Each("night"))),
            ("Итого, руб", None),
            ("Сумма, руб. (шт.)", None),
            ("Сумма за 2024 г.", None),
            ("Сумма, т.р.", None),
            ("Дата", None),
            ("Total", None),
        ] {
            assert_eq!(unit(header), unit_of, "{header}");
        }
    }
}
