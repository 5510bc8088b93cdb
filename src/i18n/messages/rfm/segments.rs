//! Texts: segments.

use crate::analytics::segmentation::rfm::segments::{DEFAULT_NAMES, OTHERS, ScoreMap};

/// Segments of the map that the app begins with. Those of one's own are shown as they were written.
#[derive(Debug)]
pub struct SegmentMessages {
    /// Names, in the order of [`DEFAULT_NAMES`].
    pub names: [&'static str; DEFAULT_NAMES.len()],
    /// Words of these names that are longer than a cell of the map is wide on a phone, and how they are hyphenated there.
    pub hyphenated: &'static [(&'static str, &'static str)],
    /// Who they are and what to do, a sentence each, in the same order.
    pub advice: [&'static str; DEFAULT_NAMES.len()],
    /// Clients that no rule takes.
    pub others: &'static str,
    /// What to do about them.
    pub others_advice: &'static str,
    /// Clients without a purchase.
    pub apart: &'static str,
}

impl SegmentMessages {
    /// How a segment is called on the screen.
    #[must_use]
    pub fn name<'a>(&self, name: &'a str) -> &'a str {
        let known = DEFAULT_NAMES.iter().position(|known| *known == name);
        match known.and_then(|index| self.names.get(index)) {
            Some(name) => name,
            None if name == OTHERS => self.others,
            None => name,
        }
    }

    /// The name of the segment at a position of `map`.
    #[must_use]
    pub fn name_at<'a>(&self, map: &'a ScoreMap, segment: usize) -> &'a str {
        self.name(map.name(segment))
    }

    /// A shown name as it stands where there is little room.
    #[must_use]
    pub fn in_cell(&self, name: &str) -> String {
        self.hyphenated.iter().fold(name.to_owned(), |name, (word, parts)| name.replace(word, parts))
    }

    /// Who they are and what to do; `None` for segments of one's own.
    #[must_use]
    pub fn advice(&self, name: &str) -> Option<&'static str> {
        let known = DEFAULT_NAMES.iter().position(|known| *known == name);
        known.and_then(|index| self.advice.get(index).copied()).or((name == OTHERS).then_some(self.others_advice))
    }
}
