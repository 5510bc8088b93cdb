//! Interning: each distinct text once, with a number given in order of first appearance.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::table::Names;

/// Gives numbers to texts.
#[derive(Debug, Default)]
pub struct Interner {
    names: Names,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// The last answer: rows of one client or order often follow each other.
    latest: Option<u32>,
}

impl Interner {
    /// The number of `name`; a new one the first time.
    pub fn intern(&mut self, name: &str) -> u32 {
        if let Some(latest) = self.latest.filter(|&latest| self.names.get(latest) == Some(name)) {
            return latest;
        }
        let Self { names, numbers, hasher, latest } = self;
        let hash = |name: &str| hasher.hash_one(name.as_bytes());
        let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let number = *numbers
            .entry(
                hash(name),
                |&number| names.get(number) == Some(name),
                |&number| hash(names.get(number).unwrap_or_default()),
            )
            .or_insert(next)
            .get();
        if number == next {
            names.push(name);
        }
        *latest = Some(number);
        number
    }

    /// Goes on from texts that have numbers already; no two of them may be equal.
    #[must_use]
    pub fn after(names: Names) -> Self {
        let mut interner = Self { names, ..Self::default() };
        let Self { names, numbers, hasher, .. } = &mut interner;
        let hash = |name: &str| hasher.hash_one(name.as_bytes());
        numbers.reserve(names.len(), |&number| hash(names.get(number).unwrap_or_default()));
        for (number, name) in (0_u32..).zip(names.iter()) {
            numbers.insert_unique(hash(name), number, |&number| hash(names.get(number).unwrap_or_default()));
        }
        interner
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
    fn numbers_go_on() {
        let mut interner = Interner::after(["б", "а"].into_iter().collect());
        let numbers: Vec<u32> = ["а", "в", "б", "в"].into_iter().map(|name| interner.intern(name)).collect();
        assert_eq!(numbers, [1, 2, 0, 2]);
        assert_eq!(interner.into_names().iter().collect::<Vec<_>>(), ["б", "а", "в"]);
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
