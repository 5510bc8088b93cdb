//! Interning: each distinct text once, with a number given in order of first appearance.

use hashbrown::HashTable;

use super::table::Names;

/// Gives numbers to texts.
#[derive(Debug, Default)]
pub struct Interner {
    names: Names,
    /// Each number beside the hash of its text, so that other texts are told apart without a look at them.
    numbers: HashTable<(u32, u32)>,
    /// The last answer: rows of one client or order often follow each other.
    latest: Option<u32>,
}

impl Interner {
    /// The number of `name`; a new one the first time.
    pub fn intern(&mut self, name: &str) -> u32 {
        if let Some(latest) = self.latest.filter(|&latest| self.names.get(latest) == Some(name)) {
            return latest;
        }
        let Self { names, numbers, latest } = self;
        let hash = hash(name.as_bytes());
        let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let (number, _) = *numbers
            .entry(
                spread(hash),
                |&(number, known)| known == hash && names.get(number) == Some(name),
                |&(_, hash)| spread(hash),
            )
            .or_insert((next, hash))
            .get();
        if number == next {
            names.push(name);
        }
        *latest = Some(number);
        number
    }

    /// The texts, in order of their numbers.
    #[must_use]
    pub fn into_names(self) -> Names {
        self.names
    }

    /// Distinct texts so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }
}

/// A hash of the text, in words of eight bytes: names are short, and nobody gains by making them collide in the memory
/// of their own browser.
fn hash(text: &[u8]) -> u32 {
    let (words, rest) = text.as_chunks::<8>();
    let mut hash = text.len() as u64;
    for word in words {
        hash = mixed(hash ^ u64::from_le_bytes(*word));
    }
    let rest = rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
    hash = mixed(mixed(hash ^ rest));
    #[expect(clippy::cast_possible_truncation, reason = "the half that depends on all of the other")]
    let folded = (hash ^ hash >> 32) as u32;
    folded
}

/// The table takes a place from the lowest bits and a tag from the highest.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

const fn mixed(word: u64) -> u64 {
    // An odd number without a pattern: the golden ratio's fraction.
    let product = word.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ product >> 29
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_equal_numbers() {
        let mut interner = Interner::default();
        let numbers: Vec<u32> = ["б", "а", "б", "б", "", "а"].into_iter().map(|name| interner.intern(name)).collect();
        assert_eq!(numbers, [0, 1, 0, 0, 2, 1]);
        assert_eq!(interner.into_names().iter().collect::<Vec<_>>(), ["б", "а", ""]);
    }

    #[test]
    fn many_texts_stay_apart() {
        let mut interner = Interner::default();
        for round in 0..2 {
            for number in 0..5_000 {
                assert_eq!(interner.intern(&format!("клиент {number}")), number, "round {round}");
            }
        }
    }
}
