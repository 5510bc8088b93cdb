//! A small number that stands for the cells of a row that are kept nowhere: equal cells, equal numbers, on every machine.
//!
//! Kept columns tell that two rows may be one sale entered twice; the other cells of the file (a time, a comment, a
//! row number) tell that they are not, and are gone once the row is read. Four bytes a row keep what they had to say.
//! Two different rows are taken for equal once in four thousand million, and only if their kept columns agree as well.

use super::short_text::{mixed, mixed_with};

/// Takes the cells of one row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Takes a cell of the column `index`. Empty cells say nothing, so that a row with fewer of them at its end is
    /// the same row.
    #[inline]
    pub fn see(&mut self, index: usize, cell: &str) {
        if !cell.is_empty() {
            self.0 = mixed_with(self.0 ^ (index as u64) << 32, cell.as_bytes());
        }
    }

    /// The number; zero where no cell said anything.
    #[must_use]
    pub const fn finish(self) -> u32 {
        // The upper bits depend on all the lower ones, and not the other way round.
        (mixed(self.0) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[&str]) -> u32 {
        let mut print = Fingerprint::default();
        cells.iter().enumerate().for_each(|(index, cell)| print.see(index, cell));
        print.finish()
    }

    #[test]
    fn cells_are_told_apart() {
        let rows: [&[&str]; 9] = [
            &[],
            &["a"],
            &["", "a"],
            &["a", "a"],
            &["aa"],
            &["a\0"],
            &["чашка", "12345678"],
            &["чашка", "123456789"],
            &["чашка1", "2345678"],
        ];
        for (index, row) in rows.iter().enumerate() {
            assert_eq!(of(row), of(row));
            assert!(rows.iter().skip(index + 1).all(|other| of(other) != of(row)), "{row:?}");
        }
        assert_eq!(of(&["a", ""]), of(&["a"]), "empty cells at the end say nothing");
    }

    #[test]
    fn neighbours_spread() {
        let mut seen: Vec<u32> = (0..50_000).map(|number| of(&[&number.to_string(), "x"])).collect();
        seen.sort_unstable();
        seen.dedup();
        assert!(seen.len() > 49_990, "{} of 50,000", seen.len());
    }
}
