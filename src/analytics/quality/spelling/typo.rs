//! Names that differ by a letter or two, found without comparing each with each.
//!
//! Two words at a small distance have a common remainder when letters are struck out of both (the symmetric deletions
//! of SymSpell). All remainders of all names go into one list of hashes; names that meet there are compared properly.
//!
//! A difference is no typo where it tells things apart: in digits and signs («Магазин 12» and «13»), in initials, in a
//! word of under five letters («ТД», «ТК»), and in the ending that Russian gives to women's names («Петров», «Петрова»).

use std::iter;

use super::name::Folded;

/// From so many letters on one mistake is more likely than another name.
const LETTERS_MIN: usize = 6;
/// From so many letters on two mistakes are.
const LETTERS_FOR_TWO: usize = 12;
/// Longer names are texts; their remainders would fill the memory.
const LETTERS_MAX: usize = 80;
/// Shorter words differ from each other by a letter as a rule.
const WORD_LETTERS_MIN: usize = 5;
/// Remainders held at once, eight bytes each. Where striking out two letters gives more, one is struck out: in tables
/// of far over ten thousand long names two mistakes in one name are then found only where they stand side by side.
const REMAINDERS_MAX: usize = 6_000_000;
/// Names that share one remainder: more of them are a pattern, not mistakes.
const MEETING_MAX: usize = 32;
/// Pairs compared properly.
const PAIRS_MAX: usize = 500_000;

/// A name as the search needs it.
struct Shape {
    letters: Vec<char>,
    /// Everything that must be equal: digits, signs and initials.
    fixed: u64,
}

impl Shape {
    fn of(name: &Folded) -> Option<Self> {
        let letters: Vec<char> = name.key.chars().filter(|letter| letter.is_alphabetic()).collect();
        let fixed = fixed_parts(name).fold(Rolling::default(), Rolling::push).0;
        (LETTERS_MIN..=LETTERS_MAX).contains(&letters.len()).then_some(Self { letters, fixed })
    }

    const fn distance_max(&self) -> usize {
        if self.letters.len() < LETTERS_FOR_TWO { 1 } else { 2 }
    }

    /// How many remainders there are when one or two letters are struck out.
    const fn remainders(&self) -> usize {
        let letters = self.letters.len();
        if self.distance_max() == 1 { letters + 1 } else { letters * (letters - 1) / 2 + letters + 1 }
    }
}

/// Digits and signs in their order, and words of one letter.
fn fixed_parts(name: &Folded) -> impl Iterator<Item = char> + '_ {
    let is_initial = |word: &&String| word.chars().nth(1).is_none();
    let initials = name.words.iter().filter(is_initial).flat_map(|word| word.chars());
    name.key.chars().filter(|letter| !letter.is_alphabetic()).chain(iter::once('|')).chain(initials)
}

/// A polynomial over letters: that of a text without some of them follows from those of its parts.
#[derive(Clone, Copy, Default)]
struct Rolling(u64);

const BASE: u64 = 0x5851_f42d_4c95_7f2d;

impl Rolling {
    const fn push(self, letter: char) -> Self {
        Self(self.0.wrapping_mul(BASE).wrapping_add(letter as u64 + 1))
    }
}

/// Pairs of indices into `names`, smaller index first, that may be one name mistyped. In order, each once.
pub(super) fn pairs(names: &[Folded]) -> Vec<(u32, u32)> {
    let shapes: Vec<(u32, Shape)> =
        (0_u32..).zip(names).filter_map(|(index, name)| Some((index, Shape::of(name)?))).collect();
    let two = shapes.iter().map(|(_, shape)| shape.remainders()).sum::<usize>() <= REMAINDERS_MAX;
    let mut meetings: Vec<u64> = Vec::new();
    for (index, shape) in &shapes {
        // Half of a hash is enough to meet by: every pair is compared.
        let mut meet = |hash: u64| meetings.push(hash & !0xffff_ffff | u64::from(*index));
        strike_out(shape, two, &mut meet);
    }
    meetings.sort_unstable();
    meetings.dedup();
    let mut candidates = Vec::new();
    for meeting in meetings.chunk_by(|one, other| one >> 32 == other >> 32) {
        if meeting.len() > MEETING_MAX || candidates.len() > PAIRS_MAX {
            continue;
        }
        for (at, &one) in meeting.iter().enumerate() {
            let number = |entry: u64| (entry & 0xffff_ffff) as u32;
            candidates.extend(meeting.iter().skip(at + 1).map(|&other| (number(one), number(other))));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    candidates.retain(|&(one, other)| {
        names.get(one as usize).zip(names.get(other as usize)).is_some_and(|(one, other)| is_typo(one, other))
    });
    candidates
}

/// Hashes of what is left of a name when no letter, one, or two are struck out.
fn strike_out(shape: &Shape, two: bool, give: &mut impl FnMut(u64)) {
    let letters = &shape.letters;
    let length = letters.len();
    let mut powers = vec![1_u64; length + 1];
    let mut prefixes = vec![Rolling::default(); length + 1];
    let (mut power, mut prefix) = (1_u64, Rolling::default());
    for (index, &letter) in letters.iter().enumerate() {
        power = power.wrapping_mul(BASE);
        prefix = prefix.push(letter);
        if let (Some(last), Some(sum)) = (powers.get_mut(index + 1), prefixes.get_mut(index + 1)) {
            (*last, *sum) = (power, prefix);
        }
    }
    let raised = |exponent: usize| powers.get(exponent).copied().unwrap_or_default();
    let until = |end: usize| prefixes.get(end).copied().unwrap_or_default().0;
    let part = |start: usize, end: usize| until(end).wrapping_sub(until(start).wrapping_mul(raised(end - start)));
    let mut finish = |left: u64| {
        let mixed = (left ^ shape.fixed.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        give((mixed ^ mixed >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    };
    finish(until(length));
    for first in 0..length {
        let rest = part(first + 1, length);
        finish(until(first).wrapping_mul(raised(length - first - 1)).wrapping_add(rest));
        if !two || shape.distance_max() == 1 {
            continue;
        }
        for second in first + 1..length {
            let head = until(first).wrapping_mul(raised(second - first - 1)).wrapping_add(part(first + 1, second));
            finish(head.wrapping_mul(raised(length - second - 1)).wrapping_add(part(second + 1, length)));
        }
    }
}

/// Whether one name may be the other mistyped.
pub(super) fn is_typo(one: &Folded, other: &Folded) -> bool {
    let (Some(shape), Some(other_shape)) = (Shape::of(one), Shape::of(other)) else { return false };
    let distance_max = shape.distance_max().min(other_shape.distance_max());
    if one.key == other.key || !fixed_parts(one).eq(fixed_parts(other)) {
        return false;
    }
    if one.words.len() == other.words.len() {
        let mut differing = one.words.iter().zip(&other.words).filter(|(word, other)| word != other);
        if !differing.all(|(word, other)| is_word_typo(word, other)) {
            return false;
        }
    }
    let text = |letters: &[char]| letters.iter().collect::<String>();
    strsim::osa_distance(&text(&shape.letters), &text(&other_shape.letters)) <= distance_max
}

/// Whether two words that differ can be one.
fn is_word_typo(one: &str, other: &str) -> bool {
    let is_long = |word: &str| word.chars().nth(WORD_LETTERS_MIN - 1).is_some();
    is_long(one) && is_long(other) && stem(one) != stem(other)
}

/// A word without the ending that tells a man's name from a woman's: «Петров(а)», «Белинск(ий, ая)», «Евгени(й, я)».
fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 8] = ["ий", "ый", "ой", "ая", "яя", "а", "я", "й"];
    ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str]) -> Vec<(u32, u32)> {
        pairs(&names.iter().map(|name| Folded::of(name)).collect::<Vec<_>>())
    }

    #[test]
    fn mistyped_names_meet() {
        for (one, other, is_one) in [
            ("Ромашка", "Ромшака", true),
            ("Ромашка", "Ромашкка", true),
            ("Ромашка", "Рамашка", true),
            ("Строительные технологии", "Строитильные технолгии", true),
            ("Вега", "Вега1", false),
            ("Вега", "Мега", false),
            ("Магазин 12", "Магазин 13", false),
            ("Магазин 12", "Магазни 12", true),
            ("Петров", "Петрова", false),
            ("Белинский", "Белинская", false),
            ("Иванов И. И.", "Иванов И. П.", false),
            ("ТД Северный", "ТК Северный", false),
            ("Johnson Brothers", "Jonhson Brothers", true),
            ("Northwind Traders", "Northwind Trader", true),
        ] {
            assert_eq!(found(&[one, other]) == [(0, 1)], is_one, "{one} / {other}");
        }
    }

    #[test]
    fn the_search_finds_what_comparing_all_finds() {
        let stems = ["стройматериалы", "стройматреиалы", "строймтериалы", "стройматериал", "строймотириалы", "настрой"];
        let names: Vec<Folded> = stems.iter().map(|name| Folded::of(name)).collect();
        let mut expected = Vec::new();
        for (first, one) in (0_u32..).zip(&names) {
            for (second, other) in (0_u32..).zip(&names).skip(first as usize + 1) {
                if is_typo(one, other) {
                    expected.push((first, second));
                }
            }
        }
        assert!(expected.len() >= 4, "{expected:?}");
        assert_eq!(found(&stems), expected);
    }
}
