//! Days and months that a spreadsheet has exchanged.
//!
//! A spreadsheet that expects the month first reads `03/04/2026` as the 4th of March, and leaves `13/04/2026` as it is,
//! as there is no thirteenth month: what it took for days is wrong, and what it left as text is right.

use super::{DateCell, parse};

/// Cells of either kind that are needed: of a few days any may be among the first twelve of its month by chance.
const CELLS_MIN: usize = 5;

/// Whether the cells of a column look like that: all those that a spreadsheet has written are among the first twelve days
/// of a month, and none of those that it left as text is.
#[must_use]
pub fn are_swapped<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut taken, mut left) = (0, 0);
    for cell in cells {
        let is_taken = cell.trim_start().as_bytes().get(4) == Some(&b'-');
        let is_early = match parse(cell) {
            Some(DateCell::Day(day)) => day.to_ymd().2 <= 12,
            Some(DateCell::Ordered { first, second, .. }) => first.max(second) <= 12,
            None => continue,
        };
        if is_early != is_taken {
            return false;
        }
        *(if is_taken { &mut taken } else { &mut left }) += 1;
    }
    taken >= CELLS_MIN && left >= CELLS_MIN
}
