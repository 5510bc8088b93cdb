//! Decimals as people and programs write them in cells, and which mark a column puts before the fraction.
//!
//! A cell is read for a known [`DecimalMark`], because `1,234` is two different numbers. The mark is a property of a
//! column: [`MarkEvidence`] looks at all cells of it, and never decides by one cell what only the column can tell.
//!
//! What is read: groups of three digits after spaces, apostrophes or the other mark; `+`, `-`, `−` before; `-`, `−`
//! after; brackets for negative numbers; one currency before and one after; percent (as a ratio); an exponent.
//! What is not a number: letters, digits outside ASCII, groups that are not of three digits or that begin with a zero,
//! a mark without digits after it (`100,-` is not minus one hundred), both brackets and a sign.
//!
//! Nothing here allocates: this runs for each cell of files with millions of rows.

use std::fmt;
use std::iter;

use super::plan::DecimalMark;
use crate::analytics::amount::{Amount, PLACES};

/// Digits that an exponent can have: those of the widest binary float, whose text is the source of exponents in files.
const EXPONENT_MAX: i64 = 308;
/// Digits that the quick reading takes: any number of so many digits fits into 64 bits.
const PLAIN_DIGITS_MAX: usize = 18;
/// Digits in a group.
const GROUP: usize = 3;
/// From this length on, digits name something (cards, accounts, barcodes): spreadsheets keep fifteen of them.
const IDENTIFIER_DIGITS_MIN: usize = 16;

/// Currencies that may stand on either side of a number; longer ones before those that begin or end like them.
const CURRENCIES: [&str; 28] = [
    "₽",
    "$",
    "€",
    "£",
    "¥",
    "₸",
    "₴",
    "руб.",
    "руб",
    "р.",
    "рублей",
    "рубля",
    "рубль",
    "тенге",
    "тг.",
    "тг",
    "грн.",
    "грн",
    "br",
    "rub",
    "rur",
    "usd",
    "eur",
    "gbp",
    "kzt",
    "byn",
    "uah",
    "cny",
];
/// Stands only after a number: before digits, a single letter is more likely a part of a code, such as `Р15`.
const CURRENCY_AFTER: &str = "р";

/// A decimal of any scale, exactly as written.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i128,
    /// The value is `mantissa / 10^scale`.
    scale: u32,
}

impl Decimal {
    /// The nearest [`Amount`], halves to the even neighbour, and whether places were lost by that;
    /// `None` outside the range of [`Amount`].
    #[must_use]
    pub fn to_amount(self) -> Option<(Amount, bool)> {
        let Some(surplus) = self.scale.checked_sub(PLACES).filter(|places| *places > 0) else {
            let unit = 10_i64.pow(PLACES.saturating_sub(self.scale));
            let units = i64::try_from(self.mantissa).ok()?.checked_mul(unit)?;
            return Some((Amount(units), false));
        };
        let Some(divisor) = 10_i128.checked_pow(surplus) else {
            return Some((Amount::ZERO, self.mantissa != 0));
        };
        let (quotient, rest) = (self.mantissa / divisor, (self.mantissa % divisor).abs());
        let above_half = rest > divisor - rest || (rest == divisor - rest && quotient % 2 != 0);
        let rounded = if above_half { quotient + self.mantissa.signum() } else { quotient };
        Some((Amount(i64::try_from(rounded).ok()?), rest != 0))
    }

    /// The exact product; `None` if it has more digits than can be kept.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let product = |a: Self, b: Self| {
            Some(Self { mantissa: a.mantissa.checked_mul(b.mantissa)?, scale: a.scale.checked_add(b.scale)? })
        };
        product(self, other).or_else(|| product(self.trimmed(), other.trimmed()))
    }

    /// The same value without zeros at the end of the fraction.
    const fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }
}

/// Plain decimal with a point and no zeros at the end of the fraction: `-1234.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { mantissa, scale } = self.trimmed();
        let sign = if mantissa < 0 { "-" } else { "" };
        let magnitude = mantissa.unsigned_abs();
        if scale == 0 {
            return write!(f, "{sign}{magnitude}");
        }
        let (whole, fraction) =
            10_u128.checked_pow(scale).map_or((0, magnitude), |unit| (magnitude / unit, magnitude % unit));
        write!(f, "{sign}{whole}.{fraction:0width$}", width = scale as usize)
    }
}

/// Reads a cell as a decimal; `None` if it is empty or is no number with this mark.
#[must_use]
pub fn parse(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    match Plain::scan(cell.as_bytes()) {
        Some(plain) => plain.read(mark),
        None => Dressed::strip(cell)?.read(mark),
    }
}

/// Whether the cell is a number with one of the marks.
#[must_use]
pub fn looks_numeric(cell: &str) -> bool {
    let (comma, point) = readings(cell);
    comma.is_some() || point.is_some()
}

/// Whether the cell is digits that name something: two or more with a zero in front, or sixteen and more.
#[must_use]
pub fn looks_like_identifier(cell: &str) -> bool {
    let text = unquote(cell);
    let digits = text.len();
    text.bytes().all(|byte| byte.is_ascii_digit())
        && (digits >= IDENTIFIER_DIGITS_MIN || (digits >= 2 && text.starts_with('0')))
}

/// What a column tells about its decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkVerdict {
    /// At least one cell is a number with this mark only, and no cell speaks against it.
    Certain(DecimalMark),
    /// No cell tells the marks apart: whole numbers only, or no numbers at all.
    Either,
    /// Each cell that has a mark reads both ways, with different values: `1,234` and the like.
    Ambiguous,
    /// Some cells are numbers with one mark only, some with the other. Holds the mark of the majority,
    /// the comma if there is none; the cells of the minority will not be read.
    Contradictory(DecimalMark),
}

/// Counts of cells by what they tell about the decimal mark of their column.
///
/// A cell tells the mark if it is a number with that mark and none with the other. From the rules of [`parse`] follows:
/// of two different marks the last is the decimal one, a mark that stands twice makes groups, a mark before other than
/// three digits, after more than three, after a zero in front, or beside groups by spaces is the decimal one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarkEvidence {
    comma: u64,
    point: u64,
    ambiguous: u64,
}

impl MarkEvidence {
    /// Takes one more cell of the column into account; cells that are no numbers tell nothing.
    pub fn see(&mut self, cell: &str) {
        match readings(cell) {
            (Some(_), None) => self.comma += 1,
            (None, Some(_)) => self.point += 1,
            // Only a mark makes the readings differ, and then in the scale: `1,234` is 1.234 or 1234.
            (Some(comma), Some(point)) if comma.scale != point.scale => self.ambiguous += 1,
            _ => {}
        }
    }

    /// Adds what was collected over another part of the column.
    pub const fn merge(&mut self, other: &Self) {
        self.comma += other.comma;
        self.point += other.point;
        self.ambiguous += other.ambiguous;
    }

    /// What the cells seen so far tell together.
    #[must_use]
    pub const fn verdict(&self) -> MarkVerdict {
        match (self.comma, self.point) {
            (0, 0) if self.ambiguous == 0 => MarkVerdict::Either,
            (0, 0) => MarkVerdict::Ambiguous,
            (_, 0) => MarkVerdict::Certain(DecimalMark::Comma),
            (0, _) => MarkVerdict::Certain(DecimalMark::Point),
            (comma, point) if point > comma => MarkVerdict::Contradictory(DecimalMark::Point),
            _ => MarkVerdict::Contradictory(DecimalMark::Comma),
        }
    }
}

/// The cell with a comma and with a point as decimal mark.
fn readings(cell: &str) -> (Option<Decimal>, Option<Decimal>) {
    if let Some(plain) = Plain::scan(cell.as_bytes()) {
        return (plain.read(DecimalMark::Comma), plain.read(DecimalMark::Point));
    }
    let Some(dressed) = Dressed::strip(cell) else { return (None, None) };
    (dressed.read(DecimalMark::Comma), dressed.read(DecimalMark::Point))
}

/// A cell without spaces around it and without the quotes of a doubly quoted export, or the apostrophe by which
/// spreadsheets mark text.
pub(super) fn unquote(cell: &str) -> &str {
    let text = cell.trim();
    for (open, close) in [('"', '"'), ('\'', '\''), ('«', '»'), ('“', '”')] {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return inner.trim();
        }
    }
    text.strip_prefix('\'').unwrap_or(text)
}

/// Digits with at most one mark inside and a minus before: nearly every cell of nearly every file.
struct Plain {
    digits: i64,
    /// Digits before the mark.
    whole: usize,
    /// The mark, and the digits after it.
    fraction: Option<(DecimalMark, usize)>,
    zero_first: bool,
}

impl Plain {
    /// `None` for anything else, which may still be a number.
    fn scan(cell: &[u8]) -> Option<Self> {
        let (negative, text) = match cell {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, cell),
        };
        if text.len() > PLAIN_DIGITS_MAX {
            return None;
        }
        let mut digits = 0_i64;
        let mut mark_at = None;
        for (index, byte) in text.iter().enumerate() {
            match byte {
                b'0'..=b'9' => digits = digits * 10 + i64::from(byte - b'0'),
                b',' if mark_at.is_none() => mark_at = Some((DecimalMark::Comma, index)),
                b'.' if mark_at.is_none() => mark_at = Some((DecimalMark::Point, index)),
                _ => return None,
            }
        }
        let whole = mark_at.map_or(text.len(), |(_, index)| index);
        let fraction = mark_at.map(|(mark, index)| (mark, text.len() - index - 1));
        if whole == 0 || fraction.is_some_and(|(_, places)| places == 0) {
            return None;
        }
        let digits = if negative { -digits } else { digits };
        Some(Self { digits, whole, fraction, zero_first: text.first() == Some(&b'0') })
    }

    fn read(&self, mark: DecimalMark) -> Option<Decimal> {
        let scale = match self.fraction {
            None => 0,
            Some((found, places)) if found == mark => u32::try_from(places).ok()?,
            Some((_, places)) if places == GROUP && self.whole <= GROUP && !self.zero_first => 0,
            Some(_) => return None,
        };
        Some(Decimal { mantissa: i128::from(self.digits), scale })
    }
}

/// What is left of a cell without signs, brackets, currencies and percent, and what these said.
struct Dressed<'a> {
    body: &'a str,
    negative: bool,
    percent: bool,
}

impl<'a> Dressed<'a> {
    /// Takes off everything around the digits, from outside inwards; `None` if nothing is left.
    fn strip(cell: &'a str) -> Option<Self> {
        let mut body = unquote(cell);
        let (mut negative, mut signed, mut percent) = (false, false, false);
        let (mut currency_before, mut currency_after) = (false, false);
        loop {
            body = body.trim();
            if !signed && let Some((rest, minus)) = strip_sign(body) {
                (body, negative, signed) = (rest, minus, true);
            } else if !percent && let Some(rest) = body.strip_suffix('%') {
                (body, percent) = (rest, true);
            } else if !currency_before && let Some(rest) = strip_currency_before(body) {
                (body, currency_before) = (rest, true);
            } else if !currency_after && let Some(rest) = strip_currency_after(body) {
                (body, currency_after) = (rest, true);
            } else {
                break;
            }
        }
        (!body.is_empty()).then_some(Self { body, negative, percent })
    }

    fn read(&self, mark: DecimalMark) -> Option<Decimal> {
        let (digits, exponent) = split_exponent(self.body)?;
        let (whole, fraction) = match digits.split_once(mark_char(mark)) {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (digits, ""),
        };
        // Programs that write exponents do not write groups: `1,234E+03` has a fraction.
        let whole_is_good =
            if exponent.is_some() { all_digits(whole) } else { all_digits(whole) || grouped(whole, mark) };
        if !(whole_is_good || (whole.is_empty() && !fraction.is_empty())) || !all_digits_or_none(fraction) {
            return None;
        }
        let magnitude = append_digits(append_digits(0, whole)?, fraction)?;
        let mantissa = if self.negative { -magnitude } else { magnitude };
        let places = i64::try_from(fraction.len()).ok()? + if self.percent { 2 } else { 0 } - exponent.unwrap_or(0);
        match u32::try_from(places) {
            Ok(scale) => Some(Decimal { mantissa, scale }),
            Err(_) if mantissa == 0 => Some(Decimal { mantissa, scale: 0 }),
            Err(_) => {
                let factor = 10_i128.checked_pow(u32::try_from(-places).ok()?)?;
                Some(Decimal { mantissa: mantissa.checked_mul(factor)?, scale: 0 })
            }
        }
    }
}

/// The text without its sign, and whether the sign is a minus. Brackets are a minus too.
fn strip_sign(text: &str) -> Option<(&str, bool)> {
    if let Some(rest) = text.strip_prefix('+') {
        return Some((rest, false));
    }
    // Word processors turn a hyphen before digits into a dash.
    text.strip_prefix(['-', '−', '–'])
        .or_else(|| text.strip_suffix(['-', '−']))
        .or_else(|| text.strip_prefix('(')?.strip_suffix(')'))
        .map(|rest| (rest, true))
}

fn strip_currency_before(text: &str) -> Option<&str> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    CURRENCIES.iter().find_map(|currency| {
        let mut rest = text.chars();
        currency
            .chars()
            .all(|wanted| rest.next().is_some_and(|found| same_letter(found, wanted)))
            .then_some(rest.as_str())
    })
}

fn strip_currency_after(text: &str) -> Option<&str> {
    if text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    CURRENCIES.iter().chain(iter::once(&CURRENCY_AFTER)).find_map(|currency| {
        let mut rest = text.chars();
        currency
            .chars()
            .rev()
            .all(|wanted| rest.next_back().is_some_and(|found| same_letter(found, wanted)))
            .then_some(rest.as_str())
    })
}

/// Whether `found` is the small letter `wanted` in either case.
fn same_letter(found: char, wanted: char) -> bool {
    found == wanted || found.to_lowercase().eq(iter::once(wanted))
}

const fn mark_char(mark: DecimalMark) -> char {
    match mark {
        DecimalMark::Comma => ',',
        DecimalMark::Point => '.',
    }
}

/// Digits and the exponent after them; `None` if there is an `E` without a usable exponent.
fn split_exponent(body: &str) -> Option<(&str, Option<i64>)> {
    let Some((digits, exponent)) = body.split_once(['e', 'E']) else { return Some((body, None)) };
    let (negative, magnitude) = match exponent.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, exponent.strip_prefix('+').unwrap_or(exponent)),
    };
    if !all_digits(magnitude) {
        return None;
    }
    let magnitude: i64 = magnitude.parse().ok().filter(|value| *value <= EXPONENT_MAX)?;
    Some((digits, Some(if negative { -magnitude } else { magnitude })))
}

fn all_digits_or_none(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && all_digits_or_none(text)
}

/// What stands between groups. One number keeps to one kind, but exports mix the spaces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GroupMark {
    Space,
    Apostrophe,
    OtherMark,
}

impl GroupMark {
    const fn of(character: char, decimal: DecimalMark) -> Option<Self> {
        match (character, decimal) {
            // Space, no-break space, figure space, thin space, narrow no-break space.
            (' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}', _) => Some(Self::Space),
            ('\'' | '’', _) => Some(Self::Apostrophe),
            ('.', DecimalMark::Comma) | (',', DecimalMark::Point) => Some(Self::OtherMark),
            _ => None,
        }
    }
}

/// Whether the text is groups of three digits, the first of one to three and not with a zero in front.
fn grouped(text: &str, decimal: DecimalMark) -> bool {
    if text.starts_with('0') {
        return false;
    }
    let mut kind = None;
    let mut run = 0;
    for character in text.chars() {
        if character.is_ascii_digit() {
            run += 1;
            continue;
        }
        let Some(found) = GroupMark::of(character, decimal) else { return false };
        let group_is_good = match kind {
            None => (1..=GROUP).contains(&run),
            Some(known) => known == found && run == GROUP,
        };
        if !group_is_good {
            return false;
        }
        kind = Some(found);
        run = 0;
    }
    kind.is_some() && run == GROUP
}

/// Writes the digits of `text` after those of `value`, whatever stands between them; `None` past 38 digits.
fn append_digits(value: i128, text: &str) -> Option<i128> {
    text.bytes()
        .filter(u8::is_ascii_digit)
        .try_fold(value, |value, byte| value.checked_mul(10)?.checked_add(i128::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::DecimalMark::{Comma, Point};
    use super::*;

    fn read(cell: &str, mark: DecimalMark) -> Option<String> {
        parse(cell, mark).map(|decimal| decimal.to_string())
    }

    #[test]
    fn cells_read_with_a_known_mark() {
        let cases = [
            ("0", Comma, "0"),
            ("007", Comma, "7"),
            ("-12", Point, "-12"),
            ("1234,50", Comma, "1234.5"),
            ("1234.50", Point, "1234.5"),
            ("1,234", Comma, "1.234"),
            ("1,234", Point, "1234"),
            ("-1.234", Comma, "-1234"),
            ("1.234.567,89", Comma, "1234567.89"),
            ("1,234,567.89", Point, "1234567.89"),
            ("0,123", Comma, "0.123"),
            (",5", Comma, "0.5"),
            ("-.5", Point, "-0.5"),
            ("1 234 567,8", Comma, "1234567.8"),
            ("1\u{a0}234,50", Comma, "1234.5"),
            ("1\u{202f}234,50", Comma, "1234.5"),
            ("1\u{2009}234\u{a0}567", Point, "1234567"),
            ("1'234'567.80", Point, "1234567.8"),
            ("1’234,5", Comma, "1234.5"),
            ("+5", Comma, "5"),
            ("−5,25", Comma, "-5.25"),
            ("–5,25", Comma, "-5.25"),
            ("- 5", Comma, "-5"),
            ("49.03-", Point, "-49.03"),
            ("49,03 −", Comma, "-49.03"),
            ("(1 234,50)", Comma, "-1234.5"),
            ("( 12 )", Point, "-12"),
            ("1 234,50 ₽", Comma, "1234.5"),
            ("1\u{a0}234,50\u{a0}₽", Comma, "1234.5"),
            ("100р", Comma, "100"),
            ("100 р.", Comma, "100"),
            ("100,5руб.", Comma, "100.5"),
            ("100 РУБ", Point, "100"),
            ("1 000 рублей", Comma, "1000"),
            ("руб. 100", Comma, "100"),
            ("2500 Тенге", Comma, "2500"),
            ("2 500 ₸", Comma, "2500"),
            ("$1,234.50", Point, "1234.5"),
            ("-$5", Point, "-5"),
            ("$-5", Point, "-5"),
            ("($5.00)", Point, "-5"),
            ("$(5.00)", Point, "-5"),
            ("$5.00 USD", Point, "5"),
            ("-110.7 €", Point, "-110.7"),
            ("EUR 12,30", Comma, "12.3"),
            ("12.30gbp", Point, "12.3"),
            ("¥1,000", Point, "1000"),
            ("£.99", Point, "0.99"),
            ("10 Br", Comma, "10"),
            ("10 BYN", Comma, "10"),
            ("99 UAH", Comma, "99"),
            ("99 ₴", Comma, "99"),
            ("12,5 %", Comma, "0.125"),
            ("-3%", Point, "-0.03"),
            ("(3 %)", Point, "-0.03"),
            ("1.5E+03", Point, "1500"),
            ("7,9E+10", Comma, "79000000000"),
            ("1,234E+03", Comma, "1234"),
            ("2.5e-3", Point, "0.0025"),
            ("1e3", Comma, "1000"),
            ("0E+300", Point, "0"),
            ("  42\t", Comma, "42"),
            ("\"1 234,50\"", Comma, "1234.5"),
            ("'42", Comma, "42"),
            ("99999999999999999999999999999999999999", Comma, "99999999999999999999999999999999999999"),
            ("0,00000000000000000000000000000000000001", Comma, "0.00000000000000000000000000000000000001"),
            ("1,5E-40", Comma, "0.00000000000000000000000000000000000000015"),
        ];
        for (cell, mark, expected) in cases {
            assert_eq!(read(cell, mark).as_deref(), Some(expected), "{cell:?} with {mark:?}");
        }
    }

    #[test]
    fn cells_that_are_no_numbers_with_any_mark() {
        let cells = [
            "",
            " ",
            "-",
            "−",
            "+",
            "—",
            "()",
            "%",
            "₽",
            "р.",
            "- ₽",
            ".",
            ",",
            "н/д",
            "nan",
            "NaN",
            "inf",
            "Infinity",
            "1,23,4",
            "1,2345,678",
            "1 23",
            "12 34 567",
            "1234 567",
            "1  234",
            "1 234'567",
            "1 234.567,8",
            "0 123",
            "1,234.567,8",
            "1.234,567.8",
            "100,-",
            "5.",
            "5,",
            "1.5E",
            "E5",
            "1.5E+",
            "1E3.5",
            "1E309",
            "1E+40",
            "1 234E+03",
            "--5",
            "-5-",
            "(-5)",
            "-(5)",
            "(5",
            "5)",
            "1-2",
            "12:30",
            "01.02.2026",
            "2026-01-05",
            "01/02/2026",
            "٣٤",
            "１２",
            "1२3",
            "р15",
            "A100",
            "5 кг",
            "5 руб. 20 коп.",
            "5\"",
            "1_000",
            "0x10",
            "=5",
            "999999999999999999999999999999999999999999",
            "$$5",
            "5%%",
            "1,234 567",
        ];
        for cell in cells {
            assert!(!looks_numeric(cell), "{cell:?}: {:?} {:?}", read(cell, Comma), read(cell, Point));
        }
    }

    #[test]
    fn cells_that_are_numbers_with_one_mark_only() {
        for (cell, mark) in [
            ("12.5", Comma),
            ("12,5", Point),
            ("1,23,4", Point),
            ("0,123", Point),
            ("0.000", Comma),
            ("1234,567", Point),
            ("1 234,567", Point),
            ("1,234,567", Comma),
            ("1,234.5", Comma),
            (".123", Comma),
        ] {
            assert_eq!(read(cell, mark), None, "{cell:?} with {mark:?}");
        }
    }

    #[test]
    fn amounts_round_half_to_even() {
        let cases = [
            ("1.23455", Some((12_346, true))),
            ("1.23445", Some((12_344, true))),
            ("1.234450001", Some((12_345, true))),
            ("-1.23455", Some((-12_346, true))),
            ("-1.23445", Some((-12_344, true))),
            ("0.00005", Some((0, true))),
            ("-0.00005", Some((0, true))),
            ("-0.00015", Some((-2, true))),
            ("-0.00006", Some((-1, true))),
            ("1.50000000", Some((15_000, false))),
            ("1", Some((10_000, false))),
            ("1.4210854715202E-14", Some((0, true))),
            ("5E-200", Some((0, true))),
            ("0E-200", Some((0, false))),
            ("922337203685477.5807", Some((i64::MAX, false))),
            ("-922337203685477.5808", Some((i64::MIN, false))),
            ("922337203685477.58074", Some((i64::MAX, true))),
            ("922337203685477.5808", None),
            ("922337203685477.58075", None),
            ("922337203685478", None),
            ("1E+30", None),
        ];
        for (cell, expected) in cases {
            let amount = parse(cell, Point).unwrap().to_amount().map(|(amount, lost)| (amount.0, lost));
            assert_eq!(amount, expected, "{cell}");
        }
    }

    #[test]
    fn products_are_exact_before_rounding() {
        let cases = [
            ("3", "19.99", Some("59.97")),
            ("0.00005", "20000", Some("1")),
            ("0.333", "0.3333", Some("0.1109889")),
            ("-2", "0.5", Some("-1")),
            // Does not fit before zeros at the end are dropped.
            ("100000000000000000000000000.0000000000", "2.0000000000", Some("200000000000000000000000000")),
            ("99999999999999999999", "99999999999999999999", None),
        ];
        for (a, b, expected) in cases {
            let product = parse(a, Point).unwrap().checked_mul(parse(b, Point).unwrap());
            assert_eq!(product.map(|decimal| decimal.to_string()).as_deref(), expected, "{a} × {b}");
        }
    }

    #[test]
    fn identifiers() {
        for cell in ["00", "007", "0123456789", "1234567890123456", " 0042 ", "'0042"] {
            assert!(looks_like_identifier(cell), "{cell}");
        }
        for cell in ["", "0", "7", "0,5", "00.5", "123456789012345", "-007", "0 042", "1234 5678 9012 3456", "00a"] {
            assert!(!looks_like_identifier(cell), "{cell}");
        }
    }

    fn evidence(cells: &[&str]) -> MarkEvidence {
        let mut evidence = MarkEvidence::default();
        cells.iter().for_each(|cell| evidence.see(cell));
        evidence
    }

    #[test]
    fn verdicts_over_columns() {
        use MarkVerdict::{Ambiguous, Certain, Contradictory, Either};
        let cases: [(&[&str], MarkVerdict); 21] = [
            (&[], Either),
            (&["итого", "н/д", ""], Either),
            (&["1", "1000", "1 000", "5 %", "1E3", "-7"], Either),
            (&["1,234", "5"], Ambiguous),
            (&["1.234 ₽"], Ambiguous),
            (&["12,345", "1.234"], Ambiguous),
            (&["1,234", "1,5"], Certain(Comma)),
            (&["1,234", "1234,567"], Certain(Comma)),
            (&["1,234", "0,123"], Certain(Comma)),
            (&["1 234,567"], Certain(Comma)),
            (&["1'234.567"], Certain(Point)),
            (&["1,234", "1,234,567"], Certain(Point)),
            (&["1.234.567"], Certain(Comma)),
            (&["1,234.567"], Certain(Point)),
            (&["1.234,567"], Certain(Comma)),
            (&["1.2345"], Certain(Point)),
            (&["7,9E+10"], Certain(Comma)),
            (&["1,234E+03"], Certain(Comma)),
            (&["1,5", "2.5", "3.5"], Contradictory(Point)),
            (&["1,5", "2,5", "3.5"], Contradictory(Comma)),
            (&["1,5", "2.5"], Contradictory(Comma)),
        ];
        for (cells, expected) in cases {
            assert_eq!(evidence(cells).verdict(), expected, "{cells:?}");
        }
    }

    #[test]
    fn evidence_of_parts_is_the_evidence_of_the_whole() {
        let cells = ["1,5", "2.5", "1,234", "x", "7", "12,25", "1.234"];
        for cut in 0..=cells.len() {
            let (left, right) = cells.split_at(cut);
            let mut merged = evidence(left);
            merged.merge(&evidence(right));
            assert_eq!(merged, evidence(&cells));
        }
    }

    /// Ways to write a negative number, around its magnitude.
    const NEGATIVES: [(&str, &str); 5] = [("-", ""), ("−", ""), ("- ", ""), ("", "-"), ("(", ")")];
    const DRESSES: [(&str, &str); 12] = [
        ("", ""),
        ("", " ₽"),
        ("", "\u{a0}руб."),
        ("", "р."),
        ("", "р"),
        ("$", ""),
        ("€ ", ""),
        ("USD ", ""),
        ("", " Kzt"),
        ("Br", ""),
        (" \"", "\" "),
        ("", "\t"),
    ];

    /// Writes an amount with all four places, by its own way, independent of the code under test.
    fn write(units: i64, mark: DecimalMark, group: &str, negative: (&str, &str), dress: (&str, &str)) -> String {
        let text = format!("{:05}", units.unsigned_abs());
        let (whole, fraction) = text.split_at(text.len() - 4);
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                grouped.push_str(group);
            }
            grouped.push(digit);
        }
        let (before, after) = if units < 0 { negative } else { ("", "") };
        format!("{}{before}{grouped}{}{fraction}{after}{}", dress.0, mark_char(mark), dress.1)
    }

    proptest! {
        #[test]
        fn every_amount_reads_back_in_every_style(units in any::<i64>(), shift in 0_u32..60) {
            let units = units >> shift;
            for mark in [Comma, Point] {
                let other = if mark == Comma { "." } else { "," };
                for group in ["", " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’", other] {
                    for negative in NEGATIVES {
                        for dress in DRESSES {
                            let cell = write(units, mark, group, negative, dress);
                            let amount = parse(&cell, mark).and_then(Decimal::to_amount);
                            prop_assert_eq!(amount, Some((Amount(units), false)), "{}", cell);
                            prop_assert_eq!(evidence(&[&cell]).verdict(), MarkVerdict::Certain(mark), "{}", cell);
                        }
                    }
                }
            }
        }

        #[test]
        fn what_is_shown_reads_back(mantissa in any::<i64>(), scale in 0_u32..30) {
            let decimal = Decimal { mantissa: i128::from(mantissa), scale };
            let shown = decimal.to_string();
            prop_assert_eq!(read(&shown, Point), Some(shown));
        }

        #[test]
        fn no_cell_breaks_the_reading(cell in any::<String>(), marks in "[-0-9.,'eE%() ₽]{0,50}") {
            for cell in [cell, marks] {
                if let Some(decimal) = parse(&cell, Comma) {
                    let _ = (decimal.to_amount(), decimal.checked_mul(decimal), decimal.to_string());
                }
                evidence(&[&cell]);
            }
        }
    }
}
