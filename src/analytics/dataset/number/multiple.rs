//! Thousands and millions in words after a number: `12,5 тыс.`, `1.2 million`, `$350K`.

use super::super::short_text::is_in_any_case;

/// Words, and how many places they move the decimal mark by.
const WORDS: [(&str, u8); 18] = [
    ("тыс", 3),
    ("тысяч", 3),
    ("тысячи", 3),
    ("тысяча", 3),
    ("thousand", 3),
    ("млн", 6),
    ("миллион", 6),
    ("миллиона", 6),
    ("миллионов", 6),
    ("million", 6),
    ("mln", 6),
    ("mn", 6),
    ("млрд", 9),
    ("миллиард", 9),
    ("миллиарда", 9),
    ("миллиардов", 9),
    ("billion", 9),
    ("bn", 9),
];
/// Letters that stand right after the digits.
const LETTERS: [(&str, u8); 2] = [("k", 3), ("к", 3)];
/// The same where a currency stands beside: without one, they are rather metres and tons.
const LETTERS_OF_MONEY: [(&str, u8); 3] = [("m", 6), ("м", 6), ("т", 3)];

/// The text before such a word, and the places that the word stands for.
pub(super) fn strip(text: &str, is_money: bool) -> Option<(&str, u8)> {
    let bare = text.strip_suffix('.').unwrap_or(text);
    let (end, last) = bare.char_indices().rfind(|(_, c)| !c.is_alphabetic())?;
    let (number, word) = bare.split_at_checked(end + last.len_utf8())?;
    let of =
        |words: &[(&str, u8)]| words.iter().find(|(known, _)| is_in_any_case(word, known)).map(|(_, places)| *places);
    // A flat of two rooms is «2к».
    let is_beside = last.is_ascii_digit() && number.len() > 1;
    let letters = || of(&LETTERS).filter(|_| is_beside).or_else(|| of(&LETTERS_OF_MONEY).filter(|_| is_money));
    let places = of(&WORDS).or_else(letters)?;
    Some((number, places))
}
