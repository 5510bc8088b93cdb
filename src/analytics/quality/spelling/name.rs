//! A name folded to what it means: two spellings of one name have one key.
//!
//! Each fold takes one kind of difference away. With all folds on, equal keys are the same name; with one of them off,
//! keys that fell apart tell that this kind of difference is one between the two names.
//!
//! Unicode's own normal forms are not used (their tables are 40 kB and more in a page): the two letters that reach
//! Russian files in parts, й and ё from Macs, are put together here, and other marks above letters are dropped.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::contact;
use super::legal_form::{self, LegalForm};
use super::look_alike::settle;

/// A kind of difference between two spellings of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Difference {
    /// Capital and small letters.
    Case,
    /// Spaces: none, one, two, unbreakable.
    Spaces,
    /// Quotes, dots, commas, hyphens, brackets; `&` for "and".
    Punctuation,
    /// е for ё.
    Yo,
    /// Letters of another alphabet that look the same.
    LookAlikes,
    /// The legal form: written in another way, left out, or another one.
    LegalForm,
    /// Letters mistyped.
    Typo,
    /// A phone or an e-mail address written in another way.
    Contact,
}

impl Difference {
    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Spaces => "spaces",
            Self::Punctuation => "punctuation",
            Self::Yo => "yo",
            Self::LookAlikes => "look_alikes",
            Self::LegalForm => "legal_form",
            Self::Typo => "typo",
            Self::Contact => "contact",
        }
    }
}

/// Differences that folding takes away.
const FOLDED: [Difference; 7] = [
    Difference::Case,
    Difference::Spaces,
    Difference::Punctuation,
    Difference::Yo,
    Difference::LookAlikes,
    Difference::LegalForm,
    Difference::Contact,
];

/// A folded name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folded {
    /// Equal for spellings of one name.
    pub(super) key: String,
    /// Words of the name without its form.
    pub(super) words: Vec<String>,
    /// The form that was beside it.
    pub(super) form: Option<LegalForm>,
}

impl Folded {
    /// `name` with every difference taken away.
    pub(super) fn of(name: &str) -> Self {
        fold(name, None)
    }
}

/// What differs between two spellings of one name, in the order of [`Difference`].
pub(super) fn differences(one: &str, other: &str) -> Vec<Difference> {
    FOLDED.into_iter().filter(|&kept| fold(one, Some(kept)).key != fold(other, Some(kept)).key).collect()
}

/// A word with what stands between it and the word before.
struct Token<'a> {
    gap: &'a str,
    word: &'a str,
}

/// Folds all differences but `kept`.
fn fold(name: &str, kept: Option<Difference>) -> Folded {
    let folds = |difference| kept != Some(difference);
    let name = composed(name);
    if folds(Difference::Contact)
        && let Some(key) = contact::key(&name)
    {
        return Folded { words: vec![key.clone()], key, form: None };
    }
    if kept == Some(Difference::Contact) && contact::key(&name).is_some() {
        // What is left of an address without its fold is the address as it stands.
        return Folded { key: name.trim().to_owned(), words: Vec::new(), form: None };
    }
    let (tokens, tail) = tokens(&name);
    // For legal forms case and ё never matter.
    let canonical = |word: &str| {
        let mut text = String::with_capacity(word.len());
        let mut push = |letter: char| text.extend(letter.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c }));
        if folds(Difference::LookAlikes) {
            settle(word, push)
        } else {
            word.chars().for_each(&mut push)
        }
        // A capital «И» is an initial.
        if word == "и" || text == "and" { "&".to_owned() } else { text }
    };
    let words: Vec<String> = tokens.iter().map(|token| canonical(token.word)).collect();
    let (range, form) = if folds(Difference::LegalForm) { legal_form::strip(&words) } else { (0..words.len(), None) };

    let mut key = String::with_capacity(name.len());
    for (index, token) in tokens.iter().enumerate().take(range.end).skip(range.start) {
        // What stands before the first word belongs to the form that was there.
        if index > range.start || (index == 0 && !folds(Difference::Punctuation)) {
            push_gap(&mut key, token, &folds);
        }
        match words.get(index) {
            Some(word)
                if folds(Difference::Case)
                    && folds(Difference::Yo)
                    && (word != "&" || folds(Difference::Punctuation)) =>
            {
                key.push_str(word);
            }
            _ => push_word(&mut key, token.word, &folds),
        }
    }
    if range.end == tokens.len() && !folds(Difference::Punctuation) {
        key.extend(tail.chars().filter(|letter| !letter.is_whitespace()));
    }
    Folded { key, words: words.get(range).unwrap_or_default().to_vec(), form }
}

/// The space between two words, as far as it is not folded.
fn push_gap(key: &mut String, token: &Token<'_>, folds: &impl Fn(Difference) -> bool) {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let (spaces, punctuation) = (!folds(Difference::Spaces), !folds(Difference::Punctuation));
    // "Дом 1 2" and "Дом 12" are two houses.
    let parts_digits = is_digit(key.chars().next_back()) && is_digit(token.word.chars().next());
    let before = key.len();
    key.extend(token.gap.chars().filter(|letter| if letter.is_whitespace() { spaces } else { punctuation }));
    if parts_digits && key.len() == before {
        key.push(' ');
    }
}

/// A word with some difference left in it.
fn push_word(key: &mut String, word: &str, folds: &impl Fn(Difference) -> bool) {
    let mut push = |letter: char| {
        let letter = match letter {
            'ё' if folds(Difference::Yo) => 'е',
            'Ё' if folds(Difference::Yo) => 'Е',
            letter => letter,
        };
        if folds(Difference::Case) { key.extend(letter.to_lowercase()) } else { key.push(letter) }
    };
    if folds(Difference::LookAlikes) { settle(word, push) } else { word.chars().for_each(&mut push) }
}

/// Words, and what stands after the last of them.
fn tokens(name: &str) -> (Vec<Token<'_>>, &str) {
    let mut tokens = Vec::new();
    let mut rest = name;
    loop {
        let is_of_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '+' | '&');
        let Some(start) = rest.find(is_of_word) else { return (tokens, rest) };
        let (gap, from) = rest.split_at_checked(start).unwrap_or_default();
        // "&" is a word of its own: "A&B", "A & B".
        let end = if from.starts_with('&') {
            1
        } else {
            from.find(|letter: char| !is_of_word(letter) || letter == '&').unwrap_or(from.len())
        };
        let (word, after) = from.split_at_checked(end).unwrap_or_default();
        tokens.push(Token { gap, word });
        rest = after;
    }
}

/// `name` without marks that stand above letters as characters of their own.
fn composed(name: &str) -> Cow<'_, str> {
    let is_mark = |letter: char| ('\u{300}'..='\u{36f}').contains(&letter);
    // Invisible: soft hyphen, zero-width spaces, marks of direction.
    let is_invisible = |letter: char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    if !name.contains(|letter| is_mark(letter) || is_invisible(letter)) {
        return Cow::Borrowed(name);
    }
    let mut whole = String::with_capacity(name.len());
    for letter in name.chars().filter(|&letter| !is_invisible(letter)) {
        let joined = match (whole.chars().next_back(), letter) {
            (Some('и'), '\u{306}') => Some('й'),
            (Some('И'), '\u{306}') => Some('Й'),
            (Some('е'), '\u{308}') => Some('ё'),
            (Some('Е'), '\u{308}') => Some('Ё'),
            _ => None,
        };
        if let Some(joined) = joined {
            whole.pop();
            whole.push(joined);
        } else if !is_mark(letter) {
            whole.push(letter);
        }
    }
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::Difference::{Case, LegalForm, LookAlikes, Punctuation, Spaces, Yo};
    use super::*;

    #[test]
    fn what_differs_is_named() {
        for (one, other, expected) in [
            ("ООО Ромашка", "ООО РОМАШКА", &[Case][..]),
            ("ООО «Ромашка»", "ООО \"Ромашка\"", &[Punctuation]),
            ("ООО  Ромашка Плюс", "ООО Ромашка\u{a0}Плюс", &[Spaces]),
            ("Ромашка Плюс", "Ромашка\u{a0}\u{a0}Плюс", &[Spaces]),
            ("ИП Ёлкина", "ИП Елкина", &[Yo]),
            ("Ромашка", "Pомaшкa", &[LookAlikes]),
            ("ООО Ромашка", "Ромашка", &[LegalForm]),
            ("Ромашка ООО", "ооо «Ромашка»", &[Punctuation, LegalForm]),
            ("Smith & Sons", "Smith and Sons", &[Punctuation]),
        ] {
            assert_eq!(Folded::of(one).key, Folded::of(other).key, "{one} / {other}");
            let found = differences(one, other);
            assert!(expected.iter().all(|wanted| found.contains(wanted)), "{one} / {other}: {found:?}");
        }
    }

    #[test]
    fn letters_in_parts_are_put_together() {
        assert_eq!(composed("Чаи\u{306}"), "Чай");
        assert_eq!(composed("Café"), "Café");
        assert_eq!(composed("Cafe\u{301} \u{200b}x"), "Cafe x");
    }
}
