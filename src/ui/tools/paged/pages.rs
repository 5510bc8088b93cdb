//! The pages of a list that have been fetched, and what to fetch next. Pure; it knows nothing of signals.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A page of a list, as the engine answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<R> {
    /// Rows of the list.
    pub total: u64,
    /// Position of the first row of this page.
    pub from: u64,
    /// The rows.
    pub rows: Vec<R>,
}

/// Rows of a page: more than fill a tall screen, few enough to cross from the worker within a frame.
pub(super) const PAGE_ROWS: u64 = 100;

/// Pages kept: 5,000 rows, about a megabyte. The farthest from the rows in sight go first.
const PAGES_MAX: usize = 50;

/// The pages of one list (one query on one table).
#[derive(Debug)]
pub(super) struct Pages<R> {
    /// Rows by number of page.
    fetched: BTreeMap<u64, Vec<Arc<R>>>,
    /// Rows of the list.
    total: u64,
}

impl<R> Default for Pages<R> {
    fn default() -> Self {
        Self { fetched: BTreeMap::new(), total: 0 }
    }
}

impl<R> Pages<R> {
    /// Rows of the list.
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// The row at `index`, if its page is here.
    pub fn row(&self, index: u64) -> Option<Arc<R>> {
        let page = self.fetched.get(&(index / PAGE_ROWS))?;
        page.get(usize::try_from(index % PAGE_ROWS).ok()?).cloned()
    }

    /// First row of a page to fetch so that the rows `in_sight` are here; `None` when they all are.
    pub fn missing(&self, in_sight: &Range<u64>) -> Option<u64> {
        let end = in_sight.end.min(self.total);
        let pages = in_sight.start / PAGE_ROWS..end.div_ceil(PAGE_ROWS);
        pages.into_iter().find(|page| !self.fetched.contains_key(page)).map(|page| page * PAGE_ROWS)
    }

    /// Takes in a page that was asked for with [`Pages::missing`].
    pub fn insert(&mut self, page: Page<R>, in_sight: &Range<u64>) {
        self.total = page.total;
        let number = page.from / PAGE_ROWS;
        self.fetched.insert(number, page.rows.into_iter().map(Arc::new).collect());
        let centre = in_sight.start / PAGE_ROWS;
        while self.fetched.len() > PAGES_MAX {
            let farthest = self.fetched.keys().copied().max_by_key(|page| page.abs_diff(centre));
            let Some(farthest) = farthest else { return };
            self.fetched.remove(&farthest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows that are their own positions.
    fn page(from: u64, total: u64) -> Page<u64> {
        Page { total, from, rows: (from..total.min(from + PAGE_ROWS)).collect() }
    }

    #[test]
    fn asks_for_what_is_in_sight_and_not_here() {
        let mut pages = Pages::default();
        pages.insert(page(0, 100_000), &(0..20));
        for (in_sight, missing) in [
            (0..20, None),
            (90..100, None),
            (90..110, Some(100)),
            (250..270, Some(200)),
            (99_990..100_020, Some(99_900)),
        ] {
            assert_eq!(pages.missing(&in_sight), missing, "{in_sight:?}");
        }
        pages.insert(page(100, 100_000), &(90..110));
        assert_eq!(pages.missing(&(90..110)), None);
        assert_eq!(pages.row(107).as_deref(), Some(&107));
        assert_eq!(pages.row(200), None);
    }

    #[test]
    fn a_short_list_has_no_second_page() {
        let mut pages = Pages::default();
        pages.insert(page(0, 100), &(0..20));
        assert_eq!(pages.missing(&(80..120)), None);
        assert_eq!(pages.row(100), None);
        pages.insert(page(0, 0), &(0..20));
        assert_eq!((pages.total(), pages.missing(&(0..20))), (0, None));
    }

    #[test]
    fn forgets_the_farthest_pages() {
        let mut pages = Pages::default();
        for number in 0..60 {
            let from = number * PAGE_ROWS;
            pages.insert(page(from, 100_000), &(from..from + 20));
        }
        assert_eq!(pages.fetched.len(), PAGES_MAX);
        assert_eq!(pages.row(0), None);
        assert!(pages.row(5_900).is_some());
    }
}
