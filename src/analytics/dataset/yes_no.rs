//! Cells that answer a question of their column: «да», "no".

use super::short_text::{is_in_any_case, trimmed};

/// In lower case.
const YES: [&str; 4] = ["да", "yes", "true", "истина"];
const NO: [&str; 4] = ["нет", "no", "false", "ложь"];

/// What a cell answers in words; `None` where it says anything else. A one and a zero may be numbers of something.
#[must_use]
pub fn answer(cell: &str) -> Option<bool> {
    let cell = trimmed(cell);
    let is_one_of = |words: &[&str]| words.iter().any(|word| is_in_any_case(cell, word));
    if is_one_of(&YES) { Some(true) } else { is_one_of(&NO).then_some(false) }
}

/// What a cell answers in words or by a digit, where its column is known to ask.
#[must_use]
pub fn answer_or_digit(cell: &str) -> Option<bool> {
    match trimmed(cell) {
        "1" => Some(true),
        "0" => Some(false),
        cell => answer(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers() {
        for (cell, said, with_digits) in [
            (" Да", Some(true), Some(true)),
            ("NO", Some(false), Some(false)),
            ("ЛОЖЬ", Some(false), Some(false)),
            ("1", None, Some(true)),
            ("0", None, Some(false)),
            ("10", None, None),
            ("Нет, ООО", None, None),
            ("", None, None),
        ] {
            assert_eq!((answer(cell), answer_or_digit(cell)), (said, with_digits), "{cell}");
        }
    }
}
