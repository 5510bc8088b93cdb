//! Letters of the Latin alphabet that look like Cyrillic ones, as typed by mistake: `ООО` in Latin letters, `Pомашка`.
//!
//! Whether letters look alike is told by their capitals, whatever the case: «ACME» and «Acme» must fare the same.

/// Latin letters and the Cyrillic ones whose capitals nobody can tell from theirs.
const PAIRS: [(char, char); 12] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
];

fn paired(letter: char, find: impl Fn(char) -> Option<char>) -> Option<char> {
    let small = letter.to_lowercase().next()?;
    let found = find(small)?;
    if small == letter { Some(found) } else { found.to_uppercase().next() }
}

/// The Cyrillic letter that looks like `letter`, if `letter` is Latin and has one.
fn cyrillic_of(letter: char) -> Option<char> {
    paired(letter, |small| PAIRS.iter().find(|(latin, _)| *latin == small).map(|(_, cyrillic)| *cyrillic))
}

/// The Latin letter that looks like `letter`, if `letter` is Cyrillic and has one.
fn latin_of(letter: char) -> Option<char> {
    paired(letter, |small| PAIRS.iter().find(|(_, cyrillic)| *cyrillic == small).map(|(latin, _)| *latin))
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// Gives the letters of `word` in one alphabet, where all of it can be meant so: Cyrillic before Latin.
///
/// A word of Latin letters that all have a double becomes Cyrillic too. Keys are compared, not shown, so that it does
/// not matter for a word that was meant as Latin: it becomes the same wherever it stands.
pub(super) fn settle(word: &str, give: impl FnMut(char)) {
    let latin = || word.chars().filter(char::is_ascii_alphabetic);
    let cyrillic = || word.chars().filter(|&letter| is_cyrillic(letter));
    if latin().next().is_none() {
        word.chars().for_each(give);
    } else if latin().all(|letter| cyrillic_of(letter).is_some()) {
        word.chars().map(|letter| cyrillic_of(letter).unwrap_or(letter)).for_each(give);
    } else if cyrillic().all(|letter| latin_of(letter).is_some()) {
        word.chars().map(|letter| latin_of(letter).unwrap_or(letter)).for_each(give);
    } else {
        word.chars().for_each(give);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_settled_in_one_alphabet() {
        for (word, settled) in [
            ("Pомашка", "Ромашка"),
            ("OOO", "ООО"),
            ("CAXAP", "САХАР"),
            ("Acme", "Асме"),
            ("ACME", "АСМЕ"),
            ("Nordlicht", "Nordlicht"),
            ("Аlfа", "Alfa"),
            ("Zюгs", "Zюгs"),
            ("Вега", "Вега"),
            ("12", "12"),
        ] {
            let mut found = String::new();
            settle(word, |letter| found.push(letter));
            assert_eq!(found, settled, "{word}");
        }
    }
}
