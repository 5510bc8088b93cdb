//! Decimals as people and programs write them in cells, and which mark a column puts before the fraction.
//!
//! A cell is read for a known [`DecimalMark`], because `1,234` is two different numbers. The mark is a property of a
//! column: [`MarkEvidence`] looks at all cells of it, and never decides by one cell what only the column can tell.
//!
//! What is read: groups of three digits after spaces, apostrophes or the other mark; `+`, `-`, `−` before; `-`, `−`
//! after; brackets for negative numbers; one currency before and one after, maybe in brackets; percent (as a ratio); an
//! exponent; kopecks with a word of their own (`1 234 руб. 50 коп.`); how it was paid (`1 000 нал`); thousands in words
//! (`12,5 тыс.`).
//! What is not a number: letters, digits outside ASCII, groups that are not of three digits or that begin with a zero,
//! a mark without digits after it (`100,-` is not minus one hundred), both brackets and a sign.
//!
//! Nothing here allocates: this runs for each cell of files with millions of rows.

mod multiple;

use std::fmt;

use super::currency;
use super::plan::DecimalMark;
use super::short_text::{is_letter, trimmed};
use crate::analytics::amount::{Amount, PLACES};

/// Digits that an exponent can have: those of the widest binary float, whose text is the source of exponents in files.
const EXPONENT_MAX: i64 = 308;
/// Digits that the quick reading takes: any number of so many digits fits into 64 bits.
const PLAIN_DIGITS_MAX: usize = 18;
/// Digits in a group.
const GROUP: usize = 3;
/// Digits of a group above the thousands where India counts: a lakh is 1,00,000.
const LAKH_GROUP: usize = 2;
/// Letters beside a number, of a currency on either side, an exponent and `миллионов`; more are a name.
const CURRENCY_LETTERS_MAX: usize = 16;
/// From this length on, digits name something (cards, accounts, barcodes): spreadsheets keep fifteen of them.
const IDENTIFIER_DIGITS_MIN: usize = 16;

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

    /// The exact sum; `None` if it has more digits than can be kept.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let scaled = |one: Self| one.mantissa.checked_mul(10_i128.checked_pow(scale - one.scale)?);
        Some(Self { mantissa: scaled(self)?.checked_add(scaled(other)?)?, scale })
    }

    /// One less the value; `None` if it has more digits than can be kept.
    #[must_use]
    pub fn complement(self) -> Option<Self> {
        let one = 10_i128.checked_pow(self.scale)?;
        Some(Self { mantissa: one.checked_sub(self.mantissa)?, scale: self.scale })
    }

    /// A hundredth of the value.
    #[must_use]
    pub const fn hundredth(self) -> Self {
        Self { mantissa: self.mantissa, scale: self.scale + 2 }
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

/// A decimal as a file with this mark has it, without groups.
#[must_use]
pub fn written(decimal: Decimal, mark: DecimalMark) -> String {
    let text = decimal.to_string();
    if mark == DecimalMark::Comma { text.replace('.', ",") } else { text }
}

/// Reads a cell as a decimal; `None` if it is empty or is no number with this mark.
#[must_use]
pub fn parse(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    match Plain::scan(cell.as_bytes()) {
        Some(plain) => plain.read(mark),
        None => Dressed::strip(cell)?.read(mark),
    }
}

/// Reads a cell as an amount, as [`parse`] and [`Decimal::to_amount`] do one after the other.
#[must_use]
pub fn parse_amount(cell: &str, mark: DecimalMark) -> Option<(Amount, bool)> {
    match Plain::scan(cell.as_bytes()) {
        Some(plain) => plain.amount(mark).or_else(|| plain.read(mark)?.to_amount()),
        None => Dressed::strip(cell)?.read(mark)?.to_amount(),
    }
}

/// The product of two cells that are written plainly, where it is exact; `None` where it is not, or takes a longer look.
#[must_use]
pub fn plain_product(one: &str, other: &str, mark: DecimalMark) -> Option<Amount> {
    let (one, other) = (Plain::scan(one.as_bytes())?, Plain::scan(other.as_bytes())?);
    let unit = unit(one.scale(mark)?.checked_add(other.scale(mark)?)?)?;
    checked_mul(checked_mul(one.digits, other.digits)?, unit).map(Amount)
}

/// Units of an [`Amount`] in the last place of a number with so many after its mark; `None` where it has more than are
/// kept.
const fn unit(scale: u32) -> Option<i64> {
    match scale {
        0 => Some(10_000),
        1 => Some(1_000),
        2 => Some(100),
        3 => Some(10),
        PLACES => Some(1),
        _ => None,
    }
}

/// [`i64::checked_mul`]: WebAssembly has no instruction for it, and none is needed for small numbers.
fn checked_mul(one: i64, other: i64) -> Option<i64> {
    match (i32::try_from(one), i32::try_from(other)) {
        (Ok(one), Ok(other)) => Some(i64::from(one) * i64::from(other)),
        _ => one.checked_mul(other),
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

/// Whether the cell is what a spreadsheet makes of a long number that names something: `7,9E+10`. Its last digits are lost.
#[must_use]
pub fn is_damaged_identifier(cell: &str) -> bool {
    if !cell.bytes().any(|byte| byte == b'+') {
        return false;
    }
    let text = unquote(cell);
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = digits.splitn(2, [',', '.']);
    let whole = parts.next().is_some_and(|whole| whole.len() == 1 && is_digits(whole));
    let exponent = exponent.strip_prefix('+').filter(|exponent| is_digits(exponent)).and_then(|e| e.parse().ok());
    whole && parts.next().is_none_or(is_digits) && exponent.is_some_and(|exponent: u32| (9..=20).contains(&exponent))
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
    let text = trimmed(cell);
    // The first bytes of the marks below: nearly no cell begins with one.
    if !matches!(text.as_bytes(), [b'"' | b'\'' | 0xc2 | 0xe2, ..]) {
        return text;
    }
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
        Some(Decimal { mantissa: i128::from(self.digits), scale: self.scale(mark)? })
    }

    /// The amount, where it is exact and in range.
    fn amount(&self, mark: DecimalMark) -> Option<(Amount, bool)> {
        let units = checked_mul(self.digits, unit(self.scale(mark)?)?)?;
        Some((Amount(units), false))
    }

    /// Digits after the decimal mark; `None` if the cell is no number with this mark.
    fn scale(&self, mark: DecimalMark) -> Option<u32> {
        match self.fraction {
            None => Some(0),
            Some((found, places)) if found == mark => u32::try_from(places).ok(),
            Some((_, places)) if places == GROUP && self.whole <= GROUP && !self.zero_first => Some(0),
            Some(_) => None,
        }
    }
}

/// What is left of a cell without signs, brackets, currencies and percent, and what these said.
struct Dressed<'a> {
    body: &'a str,
    negative: bool,
    percent: bool,
    /// Hundredths that stand apart, with a word of their own.
    hundredths: Option<u8>,
    /// Places by which a word such as `тыс.` moves the decimal mark.
    multiple: Option<u8>,
}

impl<'a> Dressed<'a> {
    /// Takes off everything around the digits, from outside inwards; `None` if nothing is left.
    fn strip(cell: &'a str) -> Option<Self> {
        let (mut body, mut hundredths, mut multiple) = (unquote(cell), None, None);
        // Names are told from numbers without a look at every currency.
        if body.chars().filter(|&character| is_letter(character)).nth(CURRENCY_LETTERS_MAX).is_some() {
            return None;
        }
        let (mut negative, mut signed, mut percent) = (false, false, false);
        let (mut currency_before, mut currency_after) = (false, false);
        loop {
            body = body.trim();
            if let Some(rest) = without_flourish(body).or_else(|| currency::without_way_of_paying(body)) {
                body = rest;
            } else if !signed && let Some((rest, minus)) = strip_sign(body) {
                (body, negative, signed) = (rest, minus, true);
            } else if !percent && let Some(rest) = body.strip_suffix('%') {
                (body, percent) = (rest, true);
            } else if !currency_before && let Some((rest, _)) = currency::strip_before(body) {
                (body, currency_before) = (rest, true);
            } else if !currency_after && let Some((rest, _)) = currency::strip_after(body) {
                (body, currency_after) = (rest, true);
            } else if !currency_after && let Some((rest, apart)) = currency::strip_hundredths(body) {
                (body, hundredths) = (rest, Some(apart));
            } else if multiple.is_none()
                && let Some((rest, places)) = multiple::strip(body, currency_before || currency_after)
            {
                (body, multiple) = (rest, Some(places));
            } else {
                break;
            }
        }
        (!body.is_empty()).then_some(Self { body, negative, percent, hundredths, multiple })
    }

    fn read(&self, mark: DecimalMark) -> Option<Decimal> {
        if let Some(hundredths) = self.hundredths {
            return self.with_hundredths(hundredths, mark);
        }
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
        let moved = exponent.unwrap_or(0) + self.multiple.map_or(0, i64::from);
        let places = i64::try_from(fraction.len()).ok()? + if self.percent { 2 } else { 0 } - moved;
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

impl Dressed<'_> {
    /// `1 234 руб. 50 коп.`: what stands before the word of the currency is whole.
    fn with_hundredths(&self, hundredths: u8, mark: DecimalMark) -> Option<Decimal> {
        let is_whole = !self.percent && (all_digits(self.body) || grouped(self.body, mark));
        let whole = append_digits(0, self.body).filter(|_| is_whole)?;
        let magnitude = whole.checked_mul(100)?.checked_add(hundredths.into())?;
        Some(Decimal { mantissa: if self.negative { -magnitude } else { magnitude }, scale: 2 })
    }
}

/// The text without what is written by hand after a sum so that nobody adds a digit: `500=`, `500,-`, `1 500-00`.
fn without_flourish(text: &str) -> Option<&str> {
    let ends_with_digit = |rest: &&str| rest.ends_with(|c: char| c.is_ascii_digit());
    let flourish = || [",-", ".-", ",–", "="].iter().find_map(|flourish| text.strip_suffix(flourish));
    // Of few digits it is rather a time or the code of something.
    let kopecks = || text.strip_suffix("-00").filter(|rest| rest.bytes().filter(u8::is_ascii_digit).count() >= GROUP);
    flourish().or_else(kopecks).filter(ends_with_digit)
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

/// Whether the text is groups of three digits, the first of one to three and not with a zero in front; or as India writes
/// lakhs and crores: groups of two digits parted by commas, three in the last (`12,34,567`).
fn grouped(text: &str, decimal: DecimalMark) -> bool {
    if text.starts_with('0') {
        return false;
    }
    let mut kind = None;
    // Digits of the groups after the first, but for the last.
    let mut inner = None;
    let mut first = 0;
    let mut run = 0;
    for character in text.chars() {
        if character.is_ascii_digit() {
            run += 1;
            continue;
        }
        let Some(found) = GroupMark::of(character, decimal) else { return false };
        let group_is_good = match (kind, inner) {
            (None, _) => (1..=GROUP).contains(&run),
            (Some(known), None) => {
                known == found && (run == GROUP || run == LAKH_GROUP && first <= LAKH_GROUP && character == ',')
            }
            (Some(known), Some(digits)) => known == found && run == digits,
        };
        if !group_is_good {
            return false;
        }
        if kind.is_none() {
            first = run;
        } else {
            inner = Some(run);
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

/// The decimal mark of columns of money, and whether cells leave no doubt of it: a point where they say nothing.
#[must_use]
pub fn guess_mark<'a>(cells: impl Iterator<Item = &'a str>) -> (DecimalMark, bool) {
    let mut evidence = MarkEvidence::default();
    cells.for_each(|cell| evidence.see(cell));
    match evidence.verdict() {
        MarkVerdict::Certain(mark) => (mark, true),
        MarkVerdict::Contradictory(mark) => (mark, false),
        MarkVerdict::Either | MarkVerdict::Ambiguous => (DecimalMark::Point, false),
    }
}

#[cfg(test)]
mod tests;
