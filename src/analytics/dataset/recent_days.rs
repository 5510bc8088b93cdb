//! The days of cells that have been read lately.
//!
//! A file has far fewer days than rows, and rows of one document, or of one day, follow each other. So what a cell says is
//! kept by its letters, and read once for most of its rows. Nothing depends on it but time.

use super::plan::DateOrder;
use super::row::day_of;
use super::short_text::{first_word, mixed};
use crate::analytics::date::Day;

/// Days that are kept: three years of them, in memory near to the processor. A power of two.
const KEPT: usize = 1024;
/// Bytes that three words hold, and those that one does: cells of other lengths are read each time.
const BYTES: std::ops::RangeInclusive<usize> = 8..=24;

/// Reads the cells of a date column.
#[derive(Clone, Debug)]
pub struct RecentDays {
    order: DateOrder,
    kept: Vec<Kept>,
}

/// A cell that has been read.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    cell: Letters,
    day: Day,
}

/// All letters of a cell, and how many they are; without any in a place where nothing is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Letters {
    length: u32,
    first: u64,
    middle: u64,
    last: u64,
}

impl Letters {
    #[inline]
    fn of(cell: &str) -> Option<Self> {
        let text = cell.as_bytes();
        if !BYTES.contains(&text.len()) {
            return None;
        }
        let length = u32::try_from(text.len()).ok()?;
        let last = u64::from_le_bytes(*text.last_chunk()?);
        Some(Self { length, first: first_word(text)?, middle: text.get(8..).and_then(first_word).unwrap_or(0), last })
    }

    /// Where they are kept.
    #[inline]
    const fn place(self) -> usize {
        let Self { first, middle, last, .. } = self;
        // The upper bits depend on all the lower ones.
        (mixed(first ^ middle.rotate_left(23) ^ last.rotate_left(43)) >> 32) as usize % KEPT
    }
}

impl RecentDays {
    /// Days in this order of their parts.
    pub fn new(order: DateOrder) -> Self {
        Self { order, kept: vec![Kept::default(); KEPT] }
    }

    /// The day in a cell, see [`day_of`].
    #[inline]
    pub fn of(&mut self, cell: &str) -> Option<Day> {
        let Some(letters) = Letters::of(cell) else { return day_of(cell, self.order) };
        let kept = self.kept.get_mut(letters.place())?;
        if kept.cell != letters {
            *kept = Kept { cell: letters, day: day_of(cell, self.order)? };
        }
        Some(kept.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells of every length, many of which differ in one letter only, and more days than are kept.
    #[test]
    fn days_are_those_of_the_cells() {
        let mut cells: Vec<String> = (0..3_000).map(|day| Day(day).to_string()).collect();
        for hour in 0..24 {
            for minute in 0..60 {
                cells.push(format!("2026-02-{:02} {hour:02}:{minute:02}", hour + 1));
                cells.push(format!("{:02}.03.2026 {hour:02}:{minute:02}:59", minute % 28 + 1));
                cells.push(format!("{:02}/04/2026 {hour}:{minute:02}", minute % 40));
            }
        }
        let more = ["5.1.26", "5/1/2026", "31.02.2026", "46027", "5 января 2026 года, в понедельник", "нет", ""];
        cells.extend(more.map(String::from));
        for order in [DateOrder::Dmy, DateOrder::Mdy] {
            let mut days = RecentDays::new(order);
            for _ in 0..2 {
                for cell in cells.iter().chain(cells.iter().rev()) {
                    assert_eq!(days.of(cell), day_of(cell, order), "{cell:?}");
                }
            }
        }
    }
}
