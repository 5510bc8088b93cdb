//! A number a row, in as few bytes as the largest of them needs: a column of ten thousand products takes two bytes a row,
//! one of five channels a single one.

use serde::{Deserialize, Serialize, Serializer};

use crate::analytics::dataset::table::make_room;

/// Numbers of texts, one a row, or [`Ids::NONE`].
///
/// The largest number of each width stands for none. Which width holds them is no part of what they are: equal numbers are
/// equal, and are written as a list of numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Vec<u32>")]
pub struct Ids(Width);

#[derive(Clone, Debug)]
enum Width {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Ids {
    /// In place of a number: the cell is empty.
    pub const NONE: u32 = u32::MAX;

    /// The number of a row; `None` beyond the last row.
    #[must_use]
    #[inline]
    pub fn get(&self, row: usize) -> Option<u32> {
        match &self.0 {
            Width::One(ids) => ids.get(row).map(|&id| if id == u8::MAX { Self::NONE } else { id.into() }),
            Width::Two(ids) => ids.get(row).map(|&id| if id == u16::MAX { Self::NONE } else { id.into() }),
            Width::Four(ids) => ids.get(row).copied(),
        }
    }

    /// The numbers of all rows.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = u32> {
        (0..self.len()).map(|row| self.get(row).unwrap_or(Self::NONE))
    }

    /// Rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        match &self.0 {
            Width::One(ids) => ids.len(),
            Width::Two(ids) => ids.len(),
            Width::Four(ids) => ids.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Makes room for so many rows in all.
    pub fn reserve(&mut self, rows: usize) {
        match &mut self.0 {
            Width::One(ids) => make_room(ids, rows),
            Width::Two(ids) => make_room(ids, rows),
            Width::Four(ids) => make_room(ids, rows),
        }
    }

    /// Takes the number of the next row.
    #[inline]
    pub fn push(&mut self, id: u32) {
        match &mut self.0 {
            Width::One(ids) if let Some(id) = narrowed(id, u8::MAX) => ids.push(id),
            Width::Two(ids) if let Some(id) = narrowed(id, u16::MAX) => ids.push(id),
            Width::Four(ids) => ids.push(id),
            Width::One(_) | Width::Two(_) => {
                self.widen();
                self.push(id);
            }
        }
    }

    /// Adds rows without a number until there are so many.
    pub fn pad_to(&mut self, rows: usize) {
        (self.len()..rows).for_each(|_| self.push(Self::NONE));
    }

    /// Gives every row the next width, and as much room as there was.
    #[cold]
    fn widen(&mut self) {
        self.0 = match &self.0 {
            Width::One(ids) => {
                let mut wider = Vec::with_capacity(ids.capacity());
                wider.extend(ids.iter().map(|&id| if id == u8::MAX { u16::MAX } else { id.into() }));
                Width::Two(wider)
            }
            Width::Two(_) | Width::Four(_) => {
                let mut wider = Vec::with_capacity(self.capacity());
                wider.extend(self.iter());
                Width::Four(wider)
            }
        };
    }

    const fn capacity(&self) -> usize {
        match &self.0 {
            Width::One(ids) => ids.capacity(),
            Width::Two(ids) => ids.capacity(),
            Width::Four(ids) => ids.capacity(),
        }
    }
}

/// A number in a narrower type, whose `none` stands for [`Ids::NONE`]; nothing if it does not fit.
#[inline]
fn narrowed<N: TryFrom<u32> + PartialEq>(id: u32, none: N) -> Option<N> {
    if id == Ids::NONE { Some(none) } else { N::try_from(id).ok().filter(|id| *id != none) }
}

impl Default for Ids {
    fn default() -> Self {
        Self(Width::One(Vec::new()))
    }
}

impl PartialEq for Ids {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl Eq for Ids {}

impl Extend<u32> for Ids {
    fn extend<T: IntoIterator<Item = u32>>(&mut self, ids: T) {
        ids.into_iter().for_each(|id| self.push(id));
    }
}

impl FromIterator<u32> for Ids {
    fn from_iter<T: IntoIterator<Item = u32>>(ids: T) -> Self {
        let mut of = Self::default();
        of.extend(ids);
        of
    }
}

impl From<Vec<u32>> for Ids {
    fn from(ids: Vec<u32>) -> Self {
        ids.into_iter().collect()
    }
}

impl Serialize for Ids {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Numbers around the ends of each width, and none.
    fn ids() -> impl Strategy<Value = Vec<u32>> {
        let near = |middle: u32| middle - 3..middle + 3;
        let id = prop_oneof![0..5_u32, near(255), near(65_535), Just(u32::MAX - 1), Just(Ids::NONE)];
        proptest::collection::vec(id, 0..40)
    }

    proptest! {
        #[test]
        fn they_are_a_list_of_numbers(list in ids(), rows in 0..50_usize) {
            let mut ids: Ids = list.iter().copied().collect();
            prop_assert_eq!(ids.iter().collect::<Vec<_>>(), list.clone());
            prop_assert_eq!((ids.len(), ids.is_empty()), (list.len(), list.is_empty()));
            let (bytes, bytes_of_list) = (postcard::to_stdvec(&ids).unwrap(), postcard::to_stdvec(&list).unwrap());
            prop_assert_eq!(&bytes, &bytes_of_list);
            prop_assert_eq!(&postcard::from_bytes::<Ids>(&bytes).unwrap(), &ids);
            ids.pad_to(rows);
            let mut padded = list.clone();
            padded.resize(rows.max(list.len()), Ids::NONE);
            prop_assert_eq!(ids.iter().collect::<Vec<_>>(), padded);
            prop_assert_eq!(ids.get(ids.len()), None);
        }
    }

    #[test]
    fn the_width_is_no_part_of_them() {
        let narrow: Ids = [1, 2, Ids::NONE].into_iter().collect();
        let mut wide = narrow.clone();
        wide.widen();
        wide.widen();
        assert_eq!(narrow, wide);
        assert_ne!(narrow, [1, 2, 3].into_iter().collect());
    }

    #[test]
    fn they_are_no_wider_than_need_be() {
        let width = |max: u32| match (0..=max).chain([Ids::NONE]).collect::<Ids>().0 {
            Width::One(_) => 1,
            Width::Two(_) => 2,
            Width::Four(_) => 4,
        };
        assert_eq!([0, 254, 255, 65_534, 65_535].map(width), [1, 1, 2, 2, 4]);
    }
}
