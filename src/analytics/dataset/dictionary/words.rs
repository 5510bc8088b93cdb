//! From a header to its words.

/// Units that follow a quantity, a sum or a time; those of money are [`MONEY_UNITS`].
const UNITS: &[&str] = &[
    "тыс",
    "млн",
    "шт",
    "штук",
    "штуки",
    "кг",
    "pcs",
    "ед",
    "уп",
    "упак",
    // Of which clock a time is.
    "utc",
    "gmt",
    "msk",
    "мск",
];

/// Units that follow a sum: "Сумма, руб.", "Amount (USD)".
const MONEY_UNITS: &[&str] = &[
    "руб",
    "р",
    "рубли",
    "рублях",
    "rub",
    "rur",
    "₽",
    "коп",
    "usd",
    "$",
    "eur",
    "€",
    "gbp",
    "£",
    "kzt",
    "тг",
    "тенге",
    "₸",
    "byn",
    "uah",
    "грн",
    "rubles",
];

/// Says of a sum that it has a unit; of anything else it is what the column is about: "Валюта клиента".
const CURRENCY: &[&str] = &["валюта", "currency"];

/// How words of sums of money begin.
const MONEY: &[&str] = &["сумм", "итог", "цен", "стоимост", "выручк", "amount", "total", "price", "revenue", "sum"];

/// The words of a header in lower case, ё as е; punctuation, quotes and units gone, compound names taken apart.
///
/// Signs that speak for a word stay: `№` (also written `#`, "N°") and `%`. Units stay where nothing else is there.
pub(super) fn words(header: &str) -> Vec<String> {
    let all = split(header);
    let is_money = all.iter().any(|word| MONEY.iter().any(|begin| word.starts_with(begin)));
    let is_unit = |word: &str| UNITS.contains(&word) || is_money_unit(word) || is_money && CURRENCY.contains(&word);
    let without_units: Vec<String> = all.iter().filter(|word| !is_unit(word)).cloned().collect();
    if without_units.is_empty() { all } else { without_units }
}

/// Whether a word is a unit of money.
pub(super) fn is_money_unit(word: &str) -> bool {
    MONEY_UNITS.contains(&word)
}

/// All words of a header, with its units.
pub(super) fn all_words(header: &str) -> Vec<String> {
    split(header)
}

/// What a character is for cutting a header into words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Letter that is not a capital.
    Small,
    /// Capital letter.
    Capital,
    /// Digit.
    Digit,
    /// Stands for a word by itself.
    Sign,
    /// Parts words.
    Gap,
    /// Neither parts words nor belongs to them.
    Nothing,
}

/// The class of a character.
fn class(character: char) -> Class {
    match character {
        '№' | '#' | '%' | '₽' | '$' | '€' | '£' | '₸' => Class::Sign,
        '\u{feff}' | '\u{200b}' | '\u{ad}' => Class::Nothing,
        _ if character.is_uppercase() => Class::Capital,
        _ if character.is_alphabetic() => Class::Small,
        _ if character.is_numeric() => Class::Digit,
        _ => Class::Gap,
    }
}

/// Cuts at gaps, at changes between letters and digits, and where a compound name changes case.
fn split(header: &str) -> Vec<String> {
    let characters: Vec<(char, Class)> =
        header.chars().map(|c| (c, class(c))).filter(|(_, class)| *class != Class::Nothing).collect();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut before = Class::Gap;
    for (index, &(character, class)) in characters.iter().enumerate() {
        let after = characters.get(index + 1).map_or(Class::Gap, |(_, class)| *class);
        let begins = match (before, class) {
            (Class::Small, Class::Capital) => true,
            // The last capital of a row begins the next word: "HTMLName".
            (Class::Capital, Class::Capital) => after == Class::Small,
            (Class::Capital, Class::Small) => false,
            _ => before != class,
        };
        if begins || class == Class::Sign {
            words.push(std::mem::take(&mut word));
        }
        match (class, character) {
            (Class::Gap, _) => {}
            (_, '#') => word.push('№'),
            (_, 'ё' | 'Ё') => word.push('е'),
            _ => word.extend(character.to_lowercase()),
        }
        before = class;
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn headers_fall_into_words() {
        let cases: &[(&str, &[&str])] = &[
            ("Сумма, руб.", &["сумма"]),
            ("Сумма (RUB)", &["сумма"]),
            ("Сумма, ₽", &["сумма"]),
            ("Сумма (валюта)", &["сумма"]),
            ("Валюта клиента", &["валюта", "клиента"]),
            ("Created (UTC)", &["created"]),
            ("Сумма с НДС, тыс. руб.", &["сумма", "с", "ндс"]),
            ("  «Учётный» \"счёт\"  ", &["учетный", "счет"]),
            ("КодКлиента", &["код", "клиента"]),
            ("CustomerID", &["customer", "id"]),
            ("InvoiceNo", &["invoice", "no"]),
            ("HTMLName", &["html", "name"]),
            ("order_date", &["order", "date"]),
            ("ORDER_DATE", &["order", "date"]),
            ("Кол-во", &["кол", "во"]),
            ("№ заказа", &["№", "заказа"]),
            ("Order #", &["order", "№"]),
            ("№заказа", &["№", "заказа"]),
            ("Сумма (2)", &["сумма", "2"]),
            ("Скидка, %", &["скидка", "%"]),
            ("\u{feff}Дата", &["дата"]),
            ("ФИО", &["фио"]),
            ("шт.", &["шт"]),
            ("Заказ.Клиент", &["заказ", "клиент"]),
            ("", &[]),
            (" - ", &[]),
        ];
        for (header, expected) in cases {
            assert_eq!(words(header), *expected, "{header:?}");
        }
    }
}
