//! Currencies as they stand in cells: beside a number, in a column of their own, in a header.
//!
//! Sums of two currencies are no sum, so that a file with more than one must not be added up unseen. A sign is looked
//! for only where a cell does not begin and end with digits, which is nearly never.

use std::fmt;
use std::iter;

use serde::{Deserialize, Serialize};

use super::short_text::is_in_any_case;

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CurrencyCode([u8; 3]);

impl CurrencyCode {
    /// Rouble.
    pub const RUB: Self = Self(*b"RUB");
    /// A currency that is named in words not known here.
    pub const UNKNOWN: Self = Self(*b"XXX");

    /// The currency of a code of three Latin letters in any case; «RUR» is the rouble's old code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        let upper = letters.map(|letter| letter.to_ascii_uppercase());
        match &upper {
            b"RUR" => Some(Self::RUB),
            _ if upper.iter().all(u8::is_ascii_uppercase) => Some(Self(upper)),
            _ => None,
        }
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        // Only ASCII letters get in.
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for CurrencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Which of the currencies of a file is taken; rows in others are set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TakenCurrency {
    /// The currency; `None` takes rows that name none.
    pub currency: Option<CurrencyCode>,
    /// Takes rows that name none as well.
    pub unnamed: bool,
}

impl TakenCurrency {
    /// Whether a row of this currency is taken.
    #[must_use]
    pub fn takes(self, currency: Option<CurrencyCode>) -> bool {
        currency == self.currency || (currency.is_none() && self.unnamed)
    }
}

const fn iso(code: [u8; 3]) -> CurrencyCode {
    CurrencyCode(code)
}

/// What may stand on either side of a number; longer ones before those that begin or end like them.
/// `¥` is read as yuan: a firm that trades in yen writes JPY sooner than one that trades in yuan writes CNY.
const SIGNS: [(&str, CurrencyCode); 74] = [
    ("₽", CurrencyCode::RUB),
    ("us$", iso(*b"USD")),
    ("au$", iso(*b"AUD")),
    ("a$", iso(*b"AUD")),
    ("ca$", iso(*b"CAD")),
    ("c$", iso(*b"CAD")),
    ("nz$", iso(*b"NZD")),
    ("hk$", iso(*b"HKD")),
    ("sg$", iso(*b"SGD")),
    ("s$", iso(*b"SGD")),
    ("mx$", iso(*b"MXN")),
    ("r$", iso(*b"BRL")),
    ("$", iso(*b"USD")),
    ("€", iso(*b"EUR")),
    ("£", iso(*b"GBP")),
    ("¥", iso(*b"CNY")),
    ("₸", iso(*b"KZT")),
    ("₴", iso(*b"UAH")),
    ("₹", iso(*b"INR")),
    ("₾", iso(*b"GEL")),
    ("֏", iso(*b"AMD")),
    ("₺", iso(*b"TRY")),
    ("₼", iso(*b"AZN")),
    ("₪", iso(*b"ILS")),
    ("zł", iso(*b"PLN")),
    ("сум", iso(*b"UZS")),
    ("сом", iso(*b"KGS")),
    ("драм", iso(*b"AMD")),
    ("лари", iso(*b"GEL")),
    ("руб.", CurrencyCode::RUB),
    ("руб", CurrencyCode::RUB),
    ("р.", CurrencyCode::RUB),
    ("рублей", CurrencyCode::RUB),
    ("рубля", CurrencyCode::RUB),
    ("рубль", CurrencyCode::RUB),
    ("тенге", iso(*b"KZT")),
    ("тг.", iso(*b"KZT")),
    ("тг", iso(*b"KZT")),
    ("грн.", iso(*b"UAH")),
    ("грн", iso(*b"UAH")),
    ("br", iso(*b"BYN")),
    ("rub", CurrencyCode::RUB),
    ("rur", CurrencyCode::RUB),
    ("usd", iso(*b"USD")),
    ("eur", iso(*b"EUR")),
    ("gbp", iso(*b"GBP")),
    ("kzt", iso(*b"KZT")),
    ("byn", iso(*b"BYN")),
    ("uah", iso(*b"UAH")),
    ("cny", iso(*b"CNY")),
    ("inr", iso(*b"INR")),
    ("uzs", iso(*b"UZS")),
    ("kgs", iso(*b"KGS")),
    ("pln", iso(*b"PLN")),
    ("chf", iso(*b"CHF")),
    ("aud", iso(*b"AUD")),
    ("cad", iso(*b"CAD")),
    ("nzd", iso(*b"NZD")),
    ("hkd", iso(*b"HKD")),
    ("sgd", iso(*b"SGD")),
    ("jpy", iso(*b"JPY")),
    ("aed", iso(*b"AED")),
    ("brl", iso(*b"BRL")),
    ("mxn", iso(*b"MXN")),
    ("zar", iso(*b"ZAR")),
    ("sek", iso(*b"SEK")),
    ("nok", iso(*b"NOK")),
    ("dkk", iso(*b"DKK")),
    ("czk", iso(*b"CZK")),
    ("ils", iso(*b"ILS")),
    ("gel", iso(*b"GEL")),
    ("amd", iso(*b"AMD")),
    ("azn", iso(*b"AZN")),
    ("rs.", iso(*b"INR")),
];
/// Stands only after a number: before digits, a single letter is more likely a part of a code, such as `Р15`.
const SIGN_AFTER: (&str, CurrencyCode) = ("р", CurrencyCode::RUB);

/// Words for currencies by their beginnings, as columns and headers name them.
const WORDS: [(&str, CurrencyCode); 9] = [
    ("руб", CurrencyCode::RUB),
    ("rubl", CurrencyCode::RUB),
    ("rouble", CurrencyCode::RUB),
    ("доллар", iso(*b"USD")),
    ("dollar", iso(*b"USD")),
    ("евро", iso(*b"EUR")),
    ("euro", iso(*b"EUR")),
    ("тенге", iso(*b"KZT")),
    ("юан", iso(*b"CNY")),
];

/// The text after a currency that it begins with.
pub(super) fn strip_before(text: &str) -> Option<(&str, CurrencyCode)> {
    let first = small(text.chars().next().filter(|first| !first.is_ascii_digit())?);
    SIGNS.iter().filter(|(sign, _)| sign.starts_with(first)).find_map(|&(sign, currency)| {
        let mut rest = text.chars();
        sign.chars()
            .all(|wanted| rest.next().is_some_and(|found| small(found) == wanted))
            .then_some((rest.as_str(), currency))
    })
}

/// The text before a currency that it ends with.
pub(super) fn strip_after(text: &str) -> Option<(&str, CurrencyCode)> {
    if let Some(bracketed) = text.strip_suffix(')') {
        let (number, sign) = bracketed.rsplit_once('(').filter(|(number, _)| !number.is_empty())?;
        return strip_after(sign).filter(|(rest, _)| rest.is_empty()).map(|(_, currency)| (number, currency));
    }
    let last = small(text.chars().next_back().filter(|last| !last.is_ascii_digit())?);
    let mut signs = SIGNS.iter().chain(iter::once(&SIGN_AFTER)).filter(|(sign, _)| sign.ends_with(last));
    signs.find_map(|&(sign, currency)| {
        let mut rest = text.chars();
        let is_after = sign.chars().rev().all(|wanted| rest.next_back().is_some_and(|found| small(found) == wanted));
        is_after.then_some((rest.as_str(), currency))
    })
}

/// Words for a hundredth of a rouble or a hryvnia; longer ones before those that end like them.
const HUNDREDTHS: [&str; 6] = ["коп.", "коп", "копеек", "копейки", "копейка", "копійок"];

/// The text before hundredths that stand apart after a currency, and how many they are: `1 234 руб. 50 коп.`. The
/// currency stays.
pub(super) fn strip_hundredths(text: &str) -> Option<(&str, u8)> {
    let last =
        text.chars().next_back().filter(|last| matches!(last, '.' | 'п' | 'к' | 'и' | 'а' | 'П' | 'К' | 'И' | 'А'))?;
    let last = small(last);
    let rest = HUNDREDTHS.iter().filter(|word| word.ends_with(last)).find_map(|word| {
        let (rest, found) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
        is_in_any_case(found, word).then(|| rest.trim_end())
    })?;
    let before = rest.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = rest.strip_prefix(before).filter(|digits| digits.len() <= 2)?;
    let before = before.trim_end();
    strip_after(before.trim_end_matches(',')).is_some().then_some((before.trim_end_matches(','), digits.parse().ok()?))
}

/// The letter in lower case, where that is one letter; else itself, which then is none of those that are looked for.
fn small(letter: char) -> char {
    let mut lower = letter.to_lowercase();
    lower.next().filter(|_| lower.next().is_none()).unwrap_or(letter)
}

/// The currency beside the number in a cell.
#[inline]
#[must_use]
pub fn of_amount(cell: &str) -> Option<CurrencyCode> {
    match cell.as_bytes() {
        // A plain number: nearly every cell of nearly every file.
        [b'0'..=b'9', .., b'0'..=b'9'] | [b'-', b'0'..=b'9', .., b'0'..=b'9'] | [b'0'..=b'9'] | [] => None,
        _ => beside_number(cell),
    }
}

/// The text without how it was paid, which people write beside a sum: `1 000 нал`, `700 (безнал)`.
pub fn without_way_of_paying(text: &str) -> Option<&str> {
    const WAYS: [&str; 11] =
        ["нал", "безнал", "б/н", "наличные", "наличными", "карта", "картой", "перевод", "переводом", "cash", "card"];
    // Groups of digits are parted by spaces as well: in whole columns of sums.
    let (rest, last) =
        text.rsplit_once(char::is_whitespace).filter(|(_, last)| !last.starts_with(|c: char| c.is_ascii_digit()))?;
    let way = last.trim_matches(['(', ')', '.', ',']);
    WAYS.iter().any(|known| is_in_any_case(way, known)).then_some(rest)
}

/// Looks for a currency outside of signs, quotes and brackets, and inside of them.
fn beside_number(cell: &str) -> Option<CurrencyCode> {
    let is_wrapping = |letter: char| letter.is_whitespace() || "+-−–()'\"«»“”".contains(letter);
    let text = without_way_of_paying(cell.trim()).unwrap_or(cell).trim_matches(is_wrapping);
    let text = strip_hundredths(text).map_or(text, |(whole, _)| whole);
    let has_digit = |rest: &str| rest.contains(|letter: char| letter.is_ascii_digit());
    let found = strip_before(text).or_else(|| strip_after(text)).filter(|(rest, _)| has_digit(rest));
    found.map(|(_, currency)| currency)
}

/// The currency that a cell of a currency column names; `None` for an empty one.
#[must_use]
pub fn of_name(cell: &str) -> Option<CurrencyCode> {
    let text = cell.trim();
    if text.is_empty() {
        return None;
    }
    let sign = || SIGNS.iter().chain(iter::once(&SIGN_AFTER)).find(|(sign, _)| text.to_lowercase() == *sign);
    let named = || text.split(|letter: char| !letter.is_alphabetic()).find_map(of_word);
    let code = || CurrencyCode::from_code(text);
    sign().map(|(_, currency)| *currency).or_else(code).or_else(named).or(Some(CurrencyCode::UNKNOWN))
}

/// The currency that a header of sums names: «Сумма, руб.», "Amount (USD)".
#[must_use]
pub fn of_header(header: &str) -> Option<CurrencyCode> {
    // The single letter «р» is no currency among words.
    let sign = |part: &str| SIGNS.iter().find(|(sign, _)| part.to_lowercase() == *sign).map(|(_, currency)| *currency);
    header
        .split(|letter: char| letter.is_whitespace() || ",;:()[]/".contains(letter))
        .filter(|part| !part.is_empty() && !part.eq_ignore_ascii_case("br"))
        .find_map(|part| sign(part).or_else(|| of_word(part)))
}

fn of_word(word: &str) -> Option<CurrencyCode> {
    let word = word.to_lowercase();
    WORDS.iter().find(|(beginning, _)| word.starts_with(beginning)).map(|(_, currency)| *currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_beside_numbers() {
        for (cell, code) in [
            ("100 $ нал", Some("USD")),
            ("100 € (безнал)", Some("EUR")),
            ("1 000 нал", None),
            ("1234.50", None),
            ("-5", None),
            ("7", None),
            ("", None),
            ("1 234,50 ₽", Some("RUB")),
            ("1 234,50 руб.", Some("RUB")),
            ("100р", Some("RUB")),
            ("100 RUR", Some("RUB")),
            ("$1,234.50", Some("USD")),
            ("-$5", Some("USD")),
            ("($5.00)", Some("USD")),
            ("\"€ 5\"", Some("EUR")),
            ("5 USD", Some("USD")),
            ("5 000 ₸", Some("KZT")),
            ("₹1,00,000", Some("INR")),
            ("1 234 руб. 50 коп.", Some("RUB")),
            ("25 000 сум", Some("UZS")),
            ("12,50 zł", Some("PLN")),
            ("US$ 1,200.00", Some("USD")),
            ("C$72.00", Some("CAD")),
            ("1 200 SEK", Some("SEK")),
            ("3 тыс. руб.", Some("RUB")),
            ("$1.2M", Some("USD")),
            ("5%", None),
            ("Р15", None),
            ("руб.", None),
            ("1 234,50 ", None),
        ] {
            assert_eq!(of_amount(cell).map(|currency| currency.to_string()).as_deref(), code, "{cell}");
        }
    }

    #[test]
    fn currencies_by_name() {
        for (cell, code) in [
            ("", None),
            ("RUB", Some("RUB")),
            ("rur", Some("RUB")),
            ("руб.", Some("RUB")),
            ("Российский рубль", Some("RUB")),
            ("Доллар США", Some("USD")),
            ("€", Some("EUR")),
            ("SEK", Some("SEK")),
            ("у. е.", Some("XXX")),
        ] {
            assert_eq!(of_name(cell).map(|currency| currency.to_string()).as_deref(), code, "{cell}");
        }
        for (header, code) in
            [("Сумма, руб.", Some("RUB")), ("Amount (USD)", Some("USD")), ("Сумма", None), ("Сумма с р/с", None)]
        {
            assert_eq!(of_header(header).map(|currency| currency.to_string()).as_deref(), code, "{header}");
        }
    }
}
