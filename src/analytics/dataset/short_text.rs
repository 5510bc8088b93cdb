//! Short texts, which a file has by the million: compared, hashed and trimmed without a step for each byte.
//!
//! WebAssembly has no instruction for any of it, and what the standard library does there goes byte by byte.

/// Odd, with its bits spread evenly: the golden ratio's fraction.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Whether two texts are the same bytes.
#[inline]
pub(super) fn is_same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && left.as_chunks::<8>().0.iter().zip(right.as_chunks::<8>().0).all(|(left, right)| left == right)
        && last_word(left) == last_word(right)
}

/// The first eight bytes; nothing of a text that has fewer.
#[inline]
pub(super) fn first_word(text: &[u8]) -> Option<u64> {
    text.first_chunk().map(|word| u64::from_le_bytes(*word))
}

/// `cell` without white space around it, as [`str::trim`] has it. Nearly no cell has any, which is seen at its ends.
#[inline]
pub(super) fn trimmed(cell: &str) -> &str {
    // The Russian letters are never white space; what else may be is left to the library.
    let begins_dark = matches!(cell.as_bytes(), [b'!'..=b'~' | 0xd0 | 0xd1, ..]);
    let ends_dark = matches!(cell.as_bytes(), [.., b'!'..=b'~'] | [.., 0xd0 | 0xd1, 0x80..=0xbf]);
    if begins_dark && ends_dark || cell.is_empty() { cell } else { cell.trim() }
}

/// Whether `text` is `lower`, which is in lower case, in letters of either case.
pub(super) fn is_in_any_case(text: &str, lower: &str) -> bool {
    // Nearly all differ in their first letter. What is no Russian letter may become an ASCII one.
    let may_begin_alike = match (text.as_bytes().first(), lower.as_bytes().first()) {
        (Some(one), Some(other)) if one.is_ascii() => one.to_ascii_lowercase() == *other,
        (Some(0xd0 | 0xd1), Some(other)) => !other.is_ascii(),
        _ => true,
    };
    may_begin_alike && text.chars().flat_map(char::to_lowercase).eq(lower.chars())
}

/// Whether a character is a letter; quick for those that stand in most files.
pub(super) fn is_letter(character: char) -> bool {
    matches!(character, 'a'..='z' | 'A'..='Z' | 'а'..='я' | 'А'..='Я')
        || !character.is_ascii() && character.is_alphabetic()
}

/// A word that depends on `hash` and on each byte of the text.
///
/// Names are short, and nobody gains by making them collide in the memory of their own browser.
#[inline]
pub(super) fn mixed_with(hash: u64, text: &[u8]) -> u64 {
    let hash = mixed(hash ^ text.len() as u64);
    let words = text.as_chunks::<8>().0.iter();
    let hash = words.fold(hash, |hash, word| mixed(hash.rotate_left(23) ^ u64::from_le_bytes(*word)));
    mixed(hash.rotate_left(23) ^ last_word(text))
}

/// A word that depends on all bits of another.
#[inline]
pub(super) const fn mixed(word: u64) -> u64 {
    let product = word.wrapping_mul(FACTOR);
    product ^ product >> 32
}

/// The last eight bytes, or all of a text that has fewer: with the length and the words before, this tells any two texts
/// apart.
#[inline]
fn last_word(text: &[u8]) -> u64 {
    let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    match (text.last_chunk::<8>(), text.first_chunk(), text.last_chunk()) {
        (Some(word), ..) => u64::from_le_bytes(*word),
        (None, Some(first), Some(last)) => half(first) << 32 | half(last),
        _ => text.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts of a few letters, so that many are equal or nearly so, with white space of every kind around.
    fn texts() -> impl Strategy<Value = String> {
        "[ \t\u{a0}\u{2003}]{0,2}[abя№]{0,20}[ \n\u{a0}\u{85}\u{3000}]{0,2}"
    }

    proptest! {
        #[test]
        fn cases_are_those_of_the_library(left in "[aAбБKİẞß]{0,3}", right in "[aбkiß]{0,3}") {
            prop_assert_eq!(is_in_any_case(&left, &right), left.chars().flat_map(char::to_lowercase).eq(right.chars()));
        }

        #[test]
        fn what_is_quick_is_what_the_library_says(left in texts(), right in texts()) {
            prop_assert_eq!(trimmed(&left), left.trim());
            prop_assert_eq!(is_same(left.as_bytes(), right.as_bytes()), left == right);
            prop_assert!(is_same(left.as_bytes(), left.clone().as_bytes()));
            let is_one_word = mixed_with(0, left.as_bytes()) == mixed_with(0, right.as_bytes());
            prop_assert_eq!(is_one_word, left == right);
        }
    }

    #[test]
    fn each_byte_counts() {
        for length in 1..40 {
            let text = "x".repeat(length);
            for place in 0..length {
                let mut other = text.clone();
                other.replace_range(place..=place, "y");
                assert!(!is_same(text.as_bytes(), other.as_bytes()), "{other}");
                assert_ne!(mixed_with(0, text.as_bytes()), mixed_with(0, other.as_bytes()), "{other}");
            }
        }
    }
}
