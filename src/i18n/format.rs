//! Numbers, money, dates and plurals as the reader's language writes them.
//!
//! Pure, so that results are the same in a worker, in a test and on every browser; the rules are those of
//! CLDR for the two locales, with a true minus and no-break spaces so that a figure never breaks over lines.

use serde::{Deserialize, Serialize};

use crate::analytics::amount::{PLACES, Sum, UNIT};
use crate::analytics::date::{Day, Grain};
use crate::analytics::segmentation::value::ValueBy;
use crate::profile::{Currency, Locale};

/// U+2212, as wide as a plus.
const MINUS: char = '\u{2212}';
/// U+00A0.
const NO_BREAK_SPACE: char = '\u{a0}';
/// U+202F.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// How to write figures: a language and a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    /// Language.
    pub locale: Locale,
    /// Currency sign beside sums.
    pub currency: Currency,
}

/// A sentence with its full stop, whether it was written with one or not.
#[must_use]
pub fn closed(mut sentence: String) -> String {
    if !sentence.is_empty() && !sentence.ends_with(['.', '?', '…']) {
        sentence.push('.');
    }
    sentence
}

impl Format {
    /// How to write values of a measure: those that are no money stand without a currency.
    #[must_use]
    pub const fn by(self, measure: ValueBy) -> Self {
        let currency = if measure.is_money() { self.currency } else { Currency::None };
        Self { currency, ..self }
    }

    /// A whole number in groups of three: `12 345` / `12,345`.
    #[must_use]
    pub fn integer(self, value: impl Into<i128>) -> String {
        let value = value.into();
        let mut text = String::new();
        if value < 0 {
            text.push(MINUS);
        }
        self.push_groups(&mut text, value.unsigned_abs());
        text
    }

    /// A count of things.
    #[must_use]
    pub fn count(self, value: u64) -> String {
        self.integer(i128::from(value))
    }

    /// Whole numbers one after another: `3, 17, 1 204`.
    #[must_use]
    pub fn list(self, values: &[u64]) -> String {
        values.iter().map(|&value| self.count(value)).collect::<Vec<_>>().join(", ")
    }

    /// A sum with `places` decimals (at most four), rounded half away from zero, without a currency.
    #[must_use]
    pub fn decimal(self, sum: Sum, places: u32) -> String {
        let places = places.min(PLACES);
        let step = 10_u128.pow(PLACES - places);
        let rounded = (sum.0.unsigned_abs() + step / 2) / step;
        let unit = u128::from(UNIT.unsigned_abs()) / step;
        let mut text = String::new();
        if sum.0 < 0 && rounded > 0 {
            text.push(MINUS);
        }
        self.push_groups(&mut text, rounded / unit);
        if places > 0 {
            text.push(self.decimal_mark());
            text.push_str(&format!("{:0width$}", rounded % unit, width = places as usize));
        }
        text
    }

    /// A sum in whole units of the currency, with its sign: `12 841 739 ₽` / `$12,841,739`.
    #[must_use]
    pub fn money(self, sum: Sum) -> String {
        self.with_currency(&self.decimal(sum, 0))
    }

    /// A sum to the hundredth, with the sign of the currency.
    #[must_use]
    pub fn money_exact(self, sum: Sum) -> String {
        self.with_currency(&self.decimal(sum, 2))
    }

    /// A sum in three significant figures with a word for its size: `12,8 млн ₽` / `$12.8M`. Under ten thousand it is
    /// written out.
    #[must_use]
    pub fn money_short(self, sum: Sum) -> String {
        let magnitude = sum.0.unsigned_abs() / u128::from(UNIT.unsigned_abs());
        let (divisor, size) = match (magnitude, self.locale) {
            (0..10_000, _) => return self.money(sum),
            (10_000..1_000_000, Locale::Ru) => (1_000, " тыс."),
            (1_000_000..1_000_000_000, Locale::Ru) => (1_000_000, " млн"),
            (_, Locale::Ru) => (1_000_000_000, " млрд"),
            (10_000..1_000_000, Locale::En) => (1_000, "K"),
            (1_000_000..1_000_000_000, Locale::En) => (1_000_000, "M"),
            (_, Locale::En) => (1_000_000_000, "B"),
        };
        let places = match magnitude / divisor {
            0..10 => 2,
            10..100 => 1,
            _ => 0,
        };
        let scaled = self.decimal(Sum(sum.0 / i128::from(divisor as u64)), places);
        let size = size.replace(' ', "\u{a0}");
        self.with_currency(&format!("{scaled}{size}"))
    }

    /// A difference with `places` decimals and its sign, also when it is above zero.
    #[must_use]
    pub fn change(self, change: Sum, places: u32) -> String {
        let sign = if change.is_positive() { "+" } else { "" };
        format!("{sign}{}", self.decimal(change, places))
    }

    /// A difference as [`Format::money_short`] writes sums, with its sign also when it is above zero: `+1,2 млн ₽`.
    #[must_use]
    pub fn money_change(self, change: Sum) -> String {
        let (zero, written) = (self.money_short(Sum::ZERO), self.money_short(change));
        // What rounds to nothing has no sign.
        if self.money_short(if change < Sum::ZERO { -change } else { change }) == zero {
            return zero;
        }
        let sign = if change.is_positive() { "+" } else { "" };
        format!("{sign}{written}")
    }

    /// A ratio (1 is the whole) in percent with `places` decimals: `63,2 %` / `63.2%`.
    #[must_use]
    pub fn percent(self, ratio: f64, places: usize) -> String {
        let text = self.ratio(ratio * 100.0, places);
        match self.locale {
            Locale::Ru => format!("{text}{NO_BREAK_SPACE}%"),
            Locale::En => format!("{text}%"),
        }
    }

    /// A ratio as a decimal: `0,41` / `0.41`.
    #[must_use]
    pub fn ratio(self, value: f64, places: usize) -> String {
        let plain = format!("{:.places$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        if value < 0.0 && plain.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
            text.push(MINUS);
        }
        match whole.parse() {
            Ok(whole) => self.push_groups(&mut text, whole),
            // Not a number, or over 2^128: shown as it is.
            Err(_) => text.push_str(whole),
        }
        if !fraction.is_empty() {
            text.push(self.decimal_mark());
            text.push_str(fraction);
        }
        text
    }

    /// A day: `21.11.2026` / `21 Nov 2026`.
    #[must_use]
    pub fn date(self, day: Day) -> String {
        let (year, month, day) = day.to_ymd();
        match self.locale {
            Locale::Ru => format!("{day:02}.{month:02}.{year:04}"),
            Locale::En => format!("{day}{NO_BREAK_SPACE}{}{NO_BREAK_SPACE}{year}", short_month(month)),
        }
    }

    /// A day of a year that is known: `21.11` / `21 Nov`.
    #[must_use]
    pub fn day_and_month(self, day: Day) -> String {
        let (_, month, day) = day.to_ymd();
        match self.locale {
            Locale::Ru => format!("{day:02}.{month:02}"),
            Locale::En => format!("{day}{NO_BREAK_SPACE}{}", short_month(month)),
        }
    }

    /// A month by its number, `year · 12 + month` with months from 0: `11.2026` / `Nov 2026`.
    #[must_use]
    pub fn month(self, number: i32) -> String {
        let (year, month) = (number.div_euclid(12), u32::try_from(number.rem_euclid(12)).unwrap_or(0));
        match self.locale {
            Locale::Ru => format!("{:02}.{year:04}", month + 1),
            Locale::En => format!("{}{NO_BREAK_SPACE}{year}", short_month(month + 1)),
        }
    }

    /// A period by its number, as [`Grain::period_of`] counts: a week by its Monday, a month, a quarter `1 кв. 2026` /
    /// `Q1 2026`.
    #[must_use]
    pub fn period(self, grain: Grain, number: i32) -> String {
        match grain {
            Grain::Week => grain.first_day(number).map(|monday| self.date(monday)).unwrap_or_default(),
            Grain::Month => self.month(number),
            Grain::Quarter => {
                let (year, quarter) = (number.div_euclid(4), number.rem_euclid(4) + 1);
                match self.locale {
                    Locale::Ru => format!("{quarter}{NO_BREAK_SPACE}кв.{NO_BREAK_SPACE}{year:04}"),
                    Locale::En => format!("Q{quarter}{NO_BREAK_SPACE}{year}"),
                }
            }
        }
    }

    /// A size of a file: `47,1 МБ` / `47.1 MB` (powers of ten).
    #[must_use]
    pub fn bytes(self, bytes: u64) -> String {
        let units = match self.locale {
            Locale::Ru => ["Б", "кБ", "МБ", "ГБ"],
            Locale::En => ["B", "kB", "MB", "GB"],
        };
        #[expect(clippy::cast_precision_loss, reason = "three figures are shown")]
        let mut value = bytes as f64;
        let mut index = 0;
        while value >= 999.5 && index < 3 {
            value /= 1000.0;
            index += 1;
        }
        let places = usize::from(index > 0 && value < 100.0);
        let unit = units.get(index).copied().unwrap_or_default();
        format!("{}{NO_BREAK_SPACE}{unit}", self.ratio(value, places))
    }

    /// `forms` chosen for `count`: Russian takes (1 клиент, 2 клиента, 5 клиентов), English (1 client, 2 clients).
    ///
    /// The number itself is not part of the text.
    #[must_use]
    pub const fn plural<'a>(self, count: u64, forms: Plural<'a>) -> &'a str {
        match self.locale {
            Locale::En => {
                if count == 1 {
                    forms.one
                } else {
                    forms.many
                }
            }
            Locale::Ru => match (count % 10, count % 100) {
                (1, tail) if tail != 11 => forms.one,
                (2..=4, tail) if tail < 12 || tail > 14 => forms.few,
                _ => forms.many,
            },
        }
    }

    /// A count and its noun: `5 клиентов`, joined by a no-break space.
    #[must_use]
    pub fn counted(self, count: u64, forms: Plural<'_>) -> String {
        format!("{}{NO_BREAK_SPACE}{}", self.count(count), self.plural(count, forms))
    }

    /// The decimal mark.
    #[must_use]
    pub const fn decimal_mark(self) -> char {
        match self.locale {
            Locale::Ru => ',',
            Locale::En => '.',
        }
    }

    fn with_currency(self, number: &str) -> String {
        let sign = self.currency.sign();
        match (self.locale, self.currency) {
            (_, Currency::None) => number.to_owned(),
            (Locale::En, Currency::Usd | Currency::Eur | Currency::Gbp) => match number.strip_prefix(MINUS) {
                Some(magnitude) => format!("{MINUS}{sign}{magnitude}"),
                None => format!("{sign}{number}"),
            },
            _ => format!("{number}{NO_BREAK_SPACE}{sign}"),
        }
    }

    fn push_groups(self, text: &mut String, value: u128) {
        let digits = value.to_string();
        let separator = match self.locale {
            Locale::Ru => NARROW_NO_BREAK_SPACE,
            Locale::En => ',',
        };
        // Russian does not part four digits; a table with both kinds of numbers still lines up from the right.
        let groups = self.locale != Locale::Ru || digits.len() > 4;
        for (index, digit) in digits.chars().enumerate() {
            let left = digits.len() - index;
            if groups && index > 0 && left.is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
    }
}

/// An English month in three letters; `month` counts from 1.
fn short_month(month: u32) -> &'static str {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS.get(month as usize - 1).copied().unwrap_or_default()
}

/// A noun for counts: after 1, after 2–4 (Russian only), after any other number.
#[derive(Clone, Copy, Debug)]
pub struct Plural<'a> {
    /// 1, 21, 31 … in Russian; 1 in English.
    pub one: &'a str,
    /// 2–4, 22–24 … in Russian; not used in English.
    pub few: &'a str,
    /// Everything else.
    pub many: &'a str,
}

impl<'a> Plural<'a> {
    /// Three forms.
    #[must_use]
    pub const fn new(one: &'a str, few: &'a str, many: &'a str) -> Self {
        Self { one, few, many }
    }

    /// Two forms, for English.
    #[must_use]
    pub const fn two(one: &'a str, many: &'a str) -> Self {
        Self { one, few: many, many }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RU: Format = Format { locale: Locale::Ru, currency: Currency::Rub };
    const EN: Format = Format { locale: Locale::En, currency: Currency::Usd };

    #[test]
    fn a_sentence_ends_with_one_stop() {
        for (written, said) in [("A", "A."), ("A.", "A."), ("A?", "A?"), ("5%", "5%."), ("", "")] {
            assert_eq!(closed(written.to_owned()), said);
        }
    }

    #[test]
    fn what_rounds_to_nothing_has_no_sign() {
        // Sums are shown in cents: four tenths of one are none.
        for (change, ru, en) in
            [(0, "0", "0"), (40, "0", "0"), (-40, "0", "0"), (20_000, "+2", "+2"), (-20_000, "−2", "−2")]
        {
            for (locale, shown) in [(Locale::Ru, ru), (Locale::En, en)] {
                let format = Format { locale, currency: Currency::None };
                assert_eq!(format.money_change(Sum(change)), shown, "{change}");
            }
        }
    }

    fn sum(text: &str) -> Sum {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0000"));
        let whole: i128 = whole.parse().unwrap();
        let fraction: i128 = fraction.parse().unwrap();
        Sum(whole * 10_000 + if whole < 0 { -fraction } else { fraction })
    }

    #[test]
    fn money() {
        let cases = [
            ("12841739.1100", "12\u{202f}841\u{202f}739\u{a0}₽", "$12,841,739"),
            ("-1234.5000", "\u{2212}1235\u{a0}₽", "\u{2212}$1,235"),
            ("0.0000", "0\u{a0}₽", "$0"),
        ];
        for (value, ru, en) in cases {
            assert_eq!(RU.money(sum(value)), ru);
            assert_eq!(EN.money(sum(value)), en);
        }
        assert_eq!(RU.money_exact(sum("-3123.4000")), "\u{2212}3123,40\u{a0}₽");
        assert_eq!(EN.money_exact(sum("3123.0050")), "$3,123.01");
        assert_eq!(RU.decimal(Sum(-1), 2), "0,00", "no minus before a zero");
    }

    #[test]
    fn short_money() {
        for (value, ru, en) in [
            ("9999.0000", "9999\u{a0}₽", "$9,999"),
            ("12841739.1100", "12,8\u{a0}млн\u{a0}₽", "$12.8M"),
            ("154300.0000", "154\u{a0}тыс.\u{a0}₽", "$154K"),
            ("7200000000.0000", "7,20\u{a0}млрд\u{a0}₽", "$7.20B"),
        ] {
            assert_eq!(RU.money_short(sum(value)), ru);
            assert_eq!(EN.money_short(sum(value)), en);
        }
    }

    #[test]
    fn ratios() {
        assert_eq!(RU.percent(0.6316, 1), "63,2\u{a0}%");
        assert_eq!(EN.percent(0.6316, 1), "63.2%");
        assert_eq!(EN.ratio(-1234.5, 2), "\u{2212}1,234.50");
        assert_eq!(EN.ratio(-0.001, 2), "0.00");
    }

    #[test]
    fn plurals() {
        let clients = Plural::new("клиент", "клиента", "клиентов");
        for (count, text) in [
            (0, "0\u{a0}клиентов"),
            (1, "1\u{a0}клиент"),
            (2, "2\u{a0}клиента"),
            (5, "5\u{a0}клиентов"),
            (11, "11\u{a0}клиентов"),
            (12, "12\u{a0}клиентов"),
            (21, "21\u{a0}клиент"),
            (104, "104\u{a0}клиента"),
            (111, "111\u{a0}клиентов"),
        ] {
            assert_eq!(RU.counted(count, clients), text);
        }
        assert_eq!(EN.counted(1, Plural::two("client", "clients")), "1\u{a0}client");
        assert_eq!(EN.counted(21, Plural::two("client", "clients")), "21\u{a0}clients");
    }

    #[test]
    fn periods() {
        let day = Day::from_ymd(2026, 11, 21).unwrap();
        for (grain, ru, en) in [
            (Grain::Week, "16.11.2026", "16\u{a0}Nov\u{a0}2026"),
            (Grain::Month, "11.2026", "Nov\u{a0}2026"),
            (Grain::Quarter, "4\u{a0}кв.\u{a0}2026", "Q4\u{a0}2026"),
        ] {
            let number = grain.period_of(day);
            assert_eq!((RU.period(grain, number), EN.period(grain, number)), (ru.to_owned(), en.to_owned()));
        }
    }

    #[test]
    fn sizes_and_dates() {
        assert_eq!(RU.bytes(47_123_456), "47,1\u{a0}МБ");
        assert_eq!(EN.bytes(999), "999\u{a0}B");
        assert_eq!(EN.bytes(999_900), "1.0\u{a0}MB");
        let day = Day::from_ymd(1998, 5, 6).unwrap();
        assert_eq!(RU.date(day), "06.05.1998");
        assert_eq!(EN.date(day), "6\u{a0}May\u{a0}1998");
        assert_eq!((RU.day_and_month(day).as_str(), EN.day_and_month(day).as_str()), ("06.05", "6\u{a0}May"));
    }
}
