//! Which rows are in sight, and where they stand. Lengths in pixels.

use std::ops::Range;

/// Tallest element that is laid out truly: Firefox stops at 17.9 million pixels, Chromium at 33.5.
/// A longer list is drawn at this height, and its scroll bar moves through the rows proportionally faster.
const HEIGHT_MAX: f64 = 15_000_000.0;

/// Rows drawn beyond each edge of the sight, so that a small scroll shows them at once.
const SPARE_ROWS: u64 = 8;

/// A list and the window that one sees it through.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Geometry {
    /// Rows of the list.
    pub total: u64,
    /// Height of each.
    pub row_height: f64,
    /// Height of the window.
    pub viewport: f64,
}

impl Geometry {
    /// Height of the element that holds the rows.
    pub fn height(&self) -> f64 {
        self.true_height().min(HEIGHT_MAX)
    }

    /// Rows to draw when scrolled to `scroll_top`.
    pub fn rows(&self, scroll_top: f64) -> Range<u64> {
        let top = self.true_top(scroll_top);
        let first = whole((top / self.row_height).floor()).saturating_sub(SPARE_ROWS).min(self.total);
        let end = whole(((top + self.viewport) / self.row_height).ceil()).saturating_add(SPARE_ROWS).min(self.total);
        first..end.max(first)
    }

    /// How far below the top of the element row `index` stands when scrolled to `scroll_top`.
    pub fn offset(&self, scroll_top: f64, index: u64) -> f64 {
        scroll_top + (fraction(index) * self.row_height - self.true_top(scroll_top))
    }

    /// Where to scroll from `scroll_top` so that row `index` is wholly in sight; the same place if it is.
    pub fn reveal(&self, scroll_top: f64, index: u64) -> f64 {
        let top = self.true_top(scroll_top);
        let row_top = fraction(index) * self.row_height;
        let row_end = row_top + self.row_height;
        let wanted = if row_top < top {
            row_top
        } else if row_end > top + self.viewport {
            row_end - self.viewport
        } else {
            return scroll_top;
        };
        wanted.max(0.0) / self.pace()
    }

    /// Rows that fit into the window, at least one: what Page Up and Page Down move by.
    pub fn page_rows(&self) -> u64 {
        whole((self.viewport / self.row_height).floor()).max(1)
    }

    fn true_height(&self) -> f64 {
        fraction(self.total) * self.row_height
    }

    fn true_top(&self, scroll_top: f64) -> f64 {
        scroll_top.max(0.0) * self.pace()
    }

    /// Pixels of the list to a pixel of scrolling: above 1 in a list that is too tall.
    fn pace(&self) -> f64 {
        let travel = self.height() - self.viewport;
        if travel > 0.0 { (self.true_height() - self.viewport) / travel } else { 1.0 }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row in sight, never negative")]
const fn whole(rows: f64) -> u64 {
    rows as u64
}

#[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 rows")]
const fn fraction(rows: u64) -> f64 {
    rows as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Geometry = Geometry { total: 3, row_height: 40.0, viewport: 400.0 };
    const LONG: Geometry = Geometry { total: 100_000, row_height: 40.0, viewport: 400.0 };
    /// 80 million pixels: more than any browser lays out.
    const HUGE: Geometry = Geometry { total: 2_000_000, row_height: 40.0, viewport: 400.0 };

    #[test]
    fn draws_what_is_in_sight_and_a_little_more() {
        for (list, scroll_top, rows) in [
            (SHORT, 0.0, 0..3),
            (LONG, 0.0, 0..18),
            (LONG, 4_000.0, 92..118),
            (LONG, 4_010.0, 92..119),
            (LONG, 4_000_000.0 - 400.0, 99_982..100_000),
            // Beyond the end (the list has just grown shorter) and before the beginning (an elastic pull).
            (LONG, 9_000_000.0, 100_000..100_000),
            (LONG, -50.0, 0..18),
            (Geometry { total: 0, ..LONG }, 0.0, 0..0),
        ] {
            assert_eq!(list.rows(scroll_top), rows, "{scroll_top}");
        }
    }

    #[test]
    fn a_list_that_is_too_tall_still_reaches_both_ends() {
        assert!((HUGE.height() - HEIGHT_MAX).abs() < f64::EPSILON);
        assert_eq!(HUGE.rows(0.0).start, 0);
        let end = HUGE.height() - HUGE.viewport;
        assert_eq!(HUGE.rows(end).end, HUGE.total);
        // The last row ends where the element ends.
        assert!((HUGE.offset(end, HUGE.total) - HUGE.height()).abs() < 0.01);
    }

    #[test]
    fn rows_in_sight_stand_close_to_the_scroll_position() {
        for list in [LONG, HUGE] {
            for scroll_top in [0.0, 12_345.0, 3_000_000.0] {
                let first = list.rows(scroll_top).start;
                let distance = scroll_top - list.offset(scroll_top, first);
                assert!((0.0..=40.0 * 9.0).contains(&distance), "{distance}");
            }
        }
    }

    #[test]
    fn reveals_a_row() {
        for (list, scroll_top, index, wanted) in [
            (LONG, 0.0, 0, 0.0),
            (LONG, 0.0, 9, 0.0),
            (LONG, 0.0, 10, 40.0),
            (LONG, 4_000.0, 50, 2_000.0),
            (LONG, 0.0, 99_999, 4_000_000.0 - 400.0),
        ] {
            assert!((list.reveal(scroll_top, index) - wanted).abs() < 1e-6, "row {index}");
        }
        let last = HUGE.reveal(0.0, HUGE.total - 1);
        assert!(HUGE.rows(last).contains(&(HUGE.total - 1)));
        assert!((HUGE.offset(last, HUGE.total) - (last + HUGE.viewport)).abs() < 0.01, "wholly in sight");
    }

    #[test]
    fn pages() {
        assert_eq!(LONG.page_rows(), 10);
        assert_eq!(Geometry { viewport: 10.0, ..LONG }.page_rows(), 1);
    }
}
