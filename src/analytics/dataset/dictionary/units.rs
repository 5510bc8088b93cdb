//! Units in headers: what is counted, weighed or measured is no money, and what is paid for one of them is no sum.

use super::terms::matched;
use super::words::{all_words, is_money_unit};

/// What a unit in a header says of its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// They count, weigh or measure: "Итого, шт", "Сумма баллов", "Total hours".
    Counted(Measure),
    /// They are money for one: "Цена за кг", "Ставка, руб/час", "Rate per night".
    Each(Measure),
}

/// What a unit is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    Piece,
    Pack,
    Weight,
    Volume,
    Area,
    Length,
    Hour,
    Night,
    Day,
    Minute,
    /// Of a programme of loyalty.
    Point,
}

/// Words for many of them, by what they measure; a word with `*` stands for every word that begins so.
const MANY: &[(Measure, &[&str])] = &[
    (Measure::Piece, &["шт", "штук", "штуки", "pcs", "pieces", "units", "мест"]),
    (Measure::Pack, &["уп", "упак", "упаковок", "упаковки", "коробок", "packs", "boxes"]),
    (Measure::Weight, &["кг", "килограмм*", "тонн", "тонны", "kg", "kgs", "lbs", "tons", "tonnes"]),
    (Measure::Volume, &["литр*", "liters", "litres", "gallons"]),
    (Measure::Length, &["км", "метров", "метры", "km", "miles"]),
    (Measure::Hour, &["часов", "часы", "часа", "hours", "hrs"]),
    (Measure::Night, &["ночей", "ночи", "nights"]),
    (Measure::Day, &["суток", "дней", "days"]),
    (Measure::Minute, &["минут", "минуты", "minutes"]),
    (Measure::Point, &["балл", "баллы", "баллов", "points"]),
];

/// Words for one of them.
const ONE: &[(Measure, &[&str])] = &[
    (Measure::Piece, &["шт", "штуку", "ед", "единицу", "piece", "unit", "each"]),
    (Measure::Pack, &["уп", "упак", "упаковку", "коробку", "pack", "box"]),
    (Measure::Weight, &["кг", "килограмм", "тонну", "kg", "lb", "ton"]),
    (Measure::Volume, &["литр", "л", "куб", "liter", "litre", "gallon"]),
    (Measure::Area, &["кв"]),
    (Measure::Length, &["км", "метр", "km", "mile"]),
    (Measure::Hour, &["час", "часа", "hour", "hourly"]),
    (Measure::Night, &["ночь", "night"]),
    (Measure::Day, &["сутки", "день", "day"]),
    (Measure::Minute, &["минуту", "минута", "minute"]),
];

/// Words that stand before what is paid for.
const FOR: [&str; 2] = ["за", "per"];
/// How a word begins that speaks of the money for one.
const PRICE: [&str; 4] = ["цен", "ставк", "rate", "price"];

/// What the unit in a header says; `None` where there is none, or where it is one of money.
pub(super) fn unit(header: &str) -> Option<Unit> {
    let words = all_words(header);
    let one = words.iter().enumerate().find_map(|(place, _)| Some((place, measure(&words, place, ONE)?)));
    if let Some((place, one)) = one {
        let is_for =
            place.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|w| FOR.contains(&w.as_str()));
        let is_price = names_price(header);
        let is_ratio = header.contains('/') && words.iter().take(place).any(|word| is_money_unit(word));
        if is_for || is_price || is_ratio {
            return Some(Unit::Each(one));
        }
    }
    let many = (0..words.len()).find_map(|place| measure(&words, place, MANY))?;
    // «Сумма за литры» is what all of them cost.
    let is_for_all = words.iter().any(|word| word == "for" || FOR.contains(&word.as_str()));
    let is_money = is_for_all || words.iter().any(|word| is_money_unit(word));
    (!is_money).then_some(Unit::Counted(many))
}

/// Whether a header speaks of the money for one.
pub(super) fn names_price(header: &str) -> bool {
    all_words(header).iter().any(|word| PRICE.iter().any(|stem| word.starts_with(stem)))
}

/// What the word at a place is a unit of.
fn measure(words: &[String], place: usize, units: &[(Measure, &[&str])]) -> Option<Measure> {
    let word = words.get(place)?;
    // Squares and cubes have numbers of their own: "м2".
    if word == "м" || word == "m" {
        return match words.get(place + 1)?.as_str() {
            "2" => Some(Measure::Area),
            "3" => Some(Measure::Volume),
            _ => None,
        };
    }
    let is_it = |entries: &&[&str]| entries.iter().any(|entry| matched(entry, word).is_some());
    units.iter().find(|(_, entries)| is_it(entries)).map(|(measure, _)| *measure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_headers() {
        for (header, unit_of) in [
            ("Итого, шт", Some(Unit::Counted(Measure::Piece))),
            ("Всего, кг", Some(Unit::Counted(Measure::Weight))),
            ("Объем, м3", Some(Unit::Counted(Measure::Volume))),
            ("Сумма баллов", Some(Unit::Counted(Measure::Point))),
            ("Total Hours", Some(Unit::Counted(Measure::Hour))),
            ("Литры", Some(Unit::Counted(Measure::Volume))),
            ("Цена за кг", Some(Unit::Each(Measure::Weight))),
            ("Стоимость за шт", Some(Unit::Each(Measure::Piece))),
            ("Цена за м3", Some(Unit::Each(Measure::Volume))),
            ("Ставка, руб/час", Some(Unit::Each(Measure::Hour))),
            ("Цена часа", Some(Unit::Each(Measure::Hour))),
            ("Hourly Rate", Some(Unit::Each(Measure::Hour))),
            ("Rate per night", Some(Unit::Each(Measure::Night))),
            ("Итого, руб", None),
            ("Сумма, руб. (шт.)", None),
            ("Сумма за 2024 г.", None),
            ("Сумма за литры", None),
            ("Стоимость за 7 дней", None),
            ("Сумма за упаковки", None),
            ("Сумма, т.р.", None),
            ("Сумма по л/с", None),
            ("Сумма ТН", None),
            ("Milestone Amount", None),
            ("Мин. цена", None),
            ("Дата", None),
            ("Total", None),
        ] {
            assert_eq!(unit(header), unit_of, "{header}");
        }
    }
}
