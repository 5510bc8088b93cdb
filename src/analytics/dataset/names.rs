//! Interning: each distinct text once, with a number given in order of first appearance.
//!
//! A lookup among very many texts waits for memory most of the time. So texts are collected and looked up by the
//! hundred: each step is done for all of them, and the waits fall together.

use super::short_text::{first_word, is_same, mixed_with};
use super::table::Names;

/// Texts that are looked up together.
const BATCH: usize = 128;
/// Slots of a table that is not empty, at the least; a power of two.
const SLOTS_MIN: usize = 64;
/// How much a table grows: each time all of it is gone through.
const GROWTH: usize = 4;

/// Gives numbers to texts.
#[derive(Debug, Default)]
pub struct Interner {
    names: Names,
    slots: Slots,
    batch: Batch,
}

/// Where the texts lie, by their hash: open addressing, at most half of the slots taken.
///
/// A lookup waits for memory twice, for its slot and for the text. Tables of a library part tags, numbers and places, and
/// wait for each.
#[derive(Debug, Default)]
struct Slots {
    /// None, or a power of two.
    slots: Vec<Slot>,
    taken: usize,
}

/// A text, or nothing.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    /// The number of the text, and one; zero in a slot that is free.
    number_and_one: u32,
    /// Where the text lies among the names.
    start: u32,
    end: u32,
}

impl Slot {
    const fn number(self) -> Option<u32> {
        self.number_and_one.checked_sub(1)
    }

    /// The text, which is part of `names`.
    #[inline]
    fn text(self, names: &str) -> Option<&[u8]> {
        names.as_bytes().get(self.start as usize..self.end as usize)
    }
}

impl Slots {
    /// The slot of the first text with this hash that `is_it` takes, or the free one where such a text would lie.
    fn find(&self, hash: u32, mut is_it: impl FnMut(Slot) -> bool) -> (usize, Slot) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut index = hash as usize & mask;
        loop {
            let slot = self.slots.get(index).copied().unwrap_or_default();
            if slot.number_and_one == 0 || slot.hash == hash && is_it(slot) {
                return (index, slot);
            }
            index = (index + 1) & mask;
        }
    }

    /// Makes room for one more.
    fn make_room(&mut self) {
        if (self.taken + 1) * 2 <= self.slots.len() {
            return;
        }
        let slots = (self.slots.len() * GROWTH).max(SLOTS_MIN);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); slots]);
        for slot in old.into_iter().filter(|slot| slot.number_and_one != 0) {
            let (index, _) = self.find(slot.hash, |_| false);
            self.put(index, slot);
        }
    }

    fn put(&mut self, index: usize, slot: Slot) {
        if let Some(place) = self.slots.get_mut(index) {
            *place = slot;
        }
    }
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
    candidate: Slot,
    /// Whether it begins like that.
    begins_alike: bool,
}

impl Interner {
    /// Takes a text to be numbered by the next [`Interner::settle`]. Tells whether it is time for that.
    pub fn collect(&mut self, name: &str) -> bool {
        let Batch { text, entries } = &mut self.batch;
        // Rows of one client often follow each other.
        let same = entries.last().copied().filter(|last| {
            text.get(last.start..last.end).is_some_and(|text| is_same(text.as_bytes(), name.as_bytes()))
        });
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
        let Batch { text, entries } = &mut batch;
        for entry in entries.iter_mut() {
            entry.candidate = self.slots.find(entry.hash, |_| true).1;
        }
        let (names, _) = self.names.parts();
        for entry in entries.iter_mut() {
            let known = names.as_bytes().get(entry.candidate.start as usize..).unwrap_or_default();
            let name = text.as_bytes().get(entry.start..).unwrap_or_default();
            entry.begins_alike = first_word(known) == first_word(name);
        }
        for entry in entries.iter() {
            let (names, _) = self.names.parts();
            let name = text.get(entry.start..entry.end).unwrap_or_default();
            let candidate = entry.candidate.number().filter(|_| entry.begins_alike || name.len() < size_of::<u64>());
            let is_it = |_: &u32| entry.candidate.text(names).is_some_and(|known| is_same(known, name.as_bytes()));
            let known = candidate.filter(is_it);
            give(known.unwrap_or_else(|| self.intern_hashed(name, entry.hash)));
        }
        text.clear();
        entries.clear();
        self.batch = batch;
    }

    /// The number of `name`; a new one the first time.
    pub fn intern(&mut self, name: &str) -> u32 {
        self.intern_hashed(name, hash(name))
    }

    fn intern_hashed(&mut self, name: &str, hash: u32) -> u32 {
        self.slots.make_room();
        let (names, _) = self.names.parts();
        let is_it = |slot: Slot| slot.text(names).is_some_and(|known| is_same(known, name.as_bytes()));
        let (index, slot) = self.slots.find(hash, is_it);
        slot.number().unwrap_or_else(|| self.add(name, hash, index))
    }

    /// Adds a text that is not there yet; its slot is free.
    fn add(&mut self, name: &str, hash: u32, index: usize) -> u32 {
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let length = |names: &Names| u32::try_from(names.parts().0.len()).unwrap_or(u32::MAX);
        let start = length(&self.names);
        self.names.push(name);
        let slot = Slot { hash, number_and_one: number.saturating_add(1), start, end: length(&self.names) };
        self.slots.put(index, slot);
        self.slots.taken += 1;
        number
    }

    /// Goes on from texts that have numbers already; no two of them may be equal.
    #[must_use]
    pub fn after(names: Names) -> Self {
        let mut interner = Self::default();
        for name in names.iter() {
            interner.slots.make_room();
            let hash = hash(name);
            let (index, _) = interner.slots.find(hash, |_| false);
            interner.add(name, hash, index);
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
