//! Marks for "the same as above", as people write them by hand: `—//—`, `-"-`, «то же».

use super::super::short_text::{is_in_any_case, trimmed};

/// The same in words, in lower case.
const WORDS: [&str; 5] = ["то же", "то же самое", "тот же", "та же", "ditto"];
/// Bytes of the longest of either.
const LONGEST: usize = 24;

/// Whether a cell says that it is the same as the one above: quotes or strokes, with dashes around them, or a word.
pub(super) fn is_ditto(cell: &str) -> bool {
    let cell = trimmed(cell);
    if cell.is_empty() || cell.len() > LONGEST {
        return false;
    }
    let is_quote = |c: char| matches!(c, '"' | '”' | '“' | '„' | '«' | '»' | '〃');
    let is_around = |c: char| matches!(c, '-' | '–' | '—' | '/' | '|' | '\'' | ' ');
    let is_drawn = cell.chars().all(|c| is_quote(c) || is_around(c))
        && (cell.contains(is_quote) || ["//", "||", "''"].iter().any(|strokes| cell.contains(strokes)));
    is_drawn || WORDS.iter().any(|word| is_in_any_case(cell, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        for cell in ["\"", "-\"-", "\"-\"-", "—//—", "- // -", "-||-", "''", "〃", "” ”", "То же", " ditto "]
        {
            assert!(is_ditto(cell), "{cell}");
        }
        for cell in ["", "-", "—", "---", "/", "'", "ООО \"//\"", "То же место", "Ditto Ltd", "01//02"] {
            assert!(!is_ditto(cell), "{cell}");
        }
    }
}
