//! Interning: each distinct text once, with a number given in order of first appearance.
//!
//! A lookup among very many texts waits for memory most of the time. So texts are collected and looked up by the
//! hundred: each step is done for all of them, and the waits fall together.

use hashbrown::HashTable;

use super::short_text::{is_same, mixed_with};
use super::table::Names;

/// Texts that are looked up together.
const BATCH: usize = 128;

/// Gives numbers to texts.
#[derive(Debug, Default)]
pub struct Interner {
    names: Names,
    /// Each number beside the hash of its text, so that other texts are told apart without a look at them.
    numbers: HashTable<(u32, u32)>,
    batch: Batch,
}

/// Texts that wait for their numbers.
#[derive(Debug, Default)]
struct Batch {
    text: String,
    entries: Vec<Entry>,
}

/// A text that waits for its number.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    start: usize,
    end: usize,
    hash: u32,
    /// The first text with that hash, if there is one: nearly always the same text.
    candidate: Option<u32>,
    /// Where the candidate lies among the names.
    place: (usize, usize),
}

impl Interner {
    /// Takes a text to be numbered by the next [`Interner::settle`]. Tells whether it is time for that.
    pub fn collect(&mut self, name: &str) -> bool {
        let Batch { text, entries } = &mut self.batch;
        // Rows of one client often follow each other.
        let same = entries
            .last()
            .copied()
            .filter(|last| text.get(last.start..last.end).is_some_and(|text| is_same(text, name)));
        entries.push(same.unwrap_or_else(|| {
            let start = text.len();
            text.push_str(name);
            Entry { start, end: text.len(), hash: hash(name), ..Entry::default() }
        }));
        entries.len() >= BATCH
    }

    /// Gives the numbers of the collected texts, in their order.
    pub fn settle(&mut self, mut give: impl FnMut(u32)) {
        let mut batch = std::mem::take(&mut self.batch);
        for entry in &mut batch.entries {
            let found = self.numbers.find(spread(entry.hash), |&(_, known)| known == entry.hash);
            entry.candidate = found.map(|&(number, _)| number);
        }
        for entry in &mut batch.entries {
            entry.place = entry.candidate.map(|number| self.names.place(number)).unwrap_or_default();
        }
        for entry in &batch.entries {
            let name = batch.text.get(entry.start..entry.end).unwrap_or_default();
            let known =
                entry.candidate.filter(|_| self.names.at(entry.place).is_some_and(|known| is_same(known, name)));
            give(known.unwrap_or_else(|| self.intern_hashed(name, entry.hash)));
        }
        batch.text.clear();
        batch.entries.clear();
        self.batch = batch;
    }

    /// The number of `name`; a new one the first time.
    pub fn intern(&mut self, name: &str) -> u32 {
        self.intern_hashed(name, hash(name))
    }

    fn intern_hashed(&mut self, name: &str, hash: u32) -> u32 {
        let Self { names, numbers, .. } = self;
        let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let (number, _) = *numbers
            .entry(
                spread(hash),
                |&(number, known)| known == hash && names.get(number).is_some_and(|known| is_same(known, name)),
                |&(_, hash)| spread(hash),
            )
            .or_insert((next, hash))
            .get();
        if number == next {
            names.push(name);
        }
        number
    }

    /// Goes on from texts that have numbers already; no two of them may be equal.
    #[must_use]
    pub fn after(names: Names) -> Self {
        let mut interner = Self { names, ..Self::default() };
        let Self { names, numbers, .. } = &mut interner;
        numbers.reserve(names.len(), |&(_, hash)| spread(hash));
        for (number, name) in (0_u32..).zip(names.iter()) {
            let hash = hash(name);
            numbers.insert_unique(spread(hash), (number, hash), |&(_, hash)| spread(hash));
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

fn hash(name: &str) -> u32 {
    #[expect(clippy::cast_possible_truncation, reason = "the half that depends on all of the other")]
    let folded = mixed_with(0, name.as_bytes()) as u32;
    folded
}

/// The table takes a place from the lowest bits and a tag from the highest.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
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
    fn a_batch_has_the_numbers_of_one_after_another() {
        let names: Vec<String> = (0..3_000).map(|row| format!("клиент {}", row * row % 701 / 2)).collect();
        let mut single = Interner::default();
        let expected: Vec<u32> = names.iter().map(|name| single.intern(name)).collect();
        for batch in [1, 7, BATCH] {
            let mut interner = Interner::default();
            let mut numbers = Vec::new();
            for names in names.chunks(batch) {
                for name in names {
                    interner.collect(name);
                }
                interner.settle(|number| numbers.push(number));
            }
            assert_eq!(numbers, expected, "by {batch}");
            assert_eq!(interner.into_names(), single.names);
        }
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
