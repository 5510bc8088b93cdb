//! Texts: the grid of scores, the list of segments, the map of rules.

use crate::analytics::segmentation::rfm::Measure;
use crate::i18n::Format;

/// The grid, the list of segments, the map.
#[derive(Debug)]
pub struct MapMessages {
    /// Heading over the grid.
    pub grid_title: &'static str,
    /// How to move in the grid, for those who do not see it.
    pub grid_caption: &'static str,
    /// What the grid shows.
    pub grid_explain: &'static str,
    /// The name of the segment that most clients of a cell belong to, where some belong to others.
    pub and_others: fn(&str) -> String,
    /// What stands across: switch.
    pub across: &'static str,
    /// Name of a measure.
    pub measure: fn(Measure) -> &'static str,
    /// What comes before the count of a cell, for those who hear it: "R 5, F 4:".
    pub cell: fn(u8, Measure, u8) -> String,
    /// Heading over the list of segments.
    pub segments_title: &'static str,
    /// Columns of that list: segment, clients, share of clients, value, share of value.
    pub columns: [&'static str; 5],
    /// Button that takes the choice of a segment or of scores back.
    pub all_clients: &'static str,
    /// Heading over the list of clients.
    pub clients_title: &'static str,
    /// Heading over the list of clients of a segment or of scores.
    pub clients_of: fn(&str) -> String,
    /// Scores in words: "R 5, F 4".
    pub scores: fn(&str) -> String,
    /// Column of the list: segment.
    pub segment: &'static str,
    /// Column of the list: scores.
    pub score: &'static str,
    /// Column of the list: days since the last purchase.
    pub days: &'static str,
    /// The sheet: heading.
    pub title: &'static str,
    /// The sheet: what rules are, and that their order counts.
    pub lead: &'static str,
    /// Field: name of a segment.
    pub name: &'static str,
    /// Field: lowest score of a measure.
    pub from: fn(Measure) -> &'static str,
    /// Field: highest score of a measure.
    pub to: fn(Measure) -> &'static str,
    /// Clients of a rule.
    pub clients: fn(Format, u64) -> String,
    /// Notice under a rule that takes nobody whatever the data.
    pub idle: &'static str,
    /// Button: before the one above.
    pub up: &'static str,
    /// Button: after the one below.
    pub down: &'static str,
    /// Button: takes the rule away.
    pub remove: &'static str,
    /// Button: one more rule.
    pub add: &'static str,
    /// Name of a new rule, with its number.
    pub new_name: fn(usize) -> String,
    /// Button: the map that the app begins with.
    pub reset: &'static str,
    /// Notice after that.
    pub was_reset: &'static str,
    /// Its button.
    pub undo: &'static str,
    /// Warning: combinations of scores that no rule takes, and their clients.
    pub uncovered: fn(Format, usize, u64) -> String,
    /// Every combination is taken.
    pub covered: &'static str,
    /// Names must say something and differ.
    pub bad_name: &'static str,
}
