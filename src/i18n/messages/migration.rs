//! Texts of migration: who changed class between two windows, on the screen and in a file.

use crate::analytics::segmentation::migration::{Days, MigrationSummary, Move, Place, Tally};
use crate::i18n::Format;

/// Migration screen.
#[derive(Debug)]
pub struct MigrationMessages {
    /// Heading of the screen.
    pub title: &'static str,
    /// The sentence written from the data.
    pub headline: fn(Format, &MigrationSummary) -> String,
    /// Quiet line: a window and what all its clients brought.
    pub window_facts: fn(Format, Days, &str) -> String,
    /// The fall that cost most: from where to where, how many, how much.
    pub dearest: fn(Format, Place, Place, Tally) -> String,
    /// Quiet line: rows in neither window, and their sum.
    pub outside_windows: fn(Format, u64, &str) -> String,
    /// Quiet line: the classes are by the rules of the matrix, which are these.
    pub rules: fn(&str) -> String,
    /// Said while it is computed.
    pub computing: &'static str,
    /// Title of the notice when the engine gave no answer.
    pub failed: &'static str,
    /// Empty state: title.
    pub empty_title: &'static str,
    /// Empty state: what will be here and how to get it.
    pub empty_text: &'static str,
    /// Label of the earlier window.
    pub earlier: &'static str,
    /// Label of the later window.
    pub later: &'static str,
    /// The windows have days in common, so what is in both counts twice.
    pub overlap: &'static str,
    /// Title of the matrix.
    pub matrix_title: &'static str,
    /// Caption for those who do not see the table: how to move in it.
    pub matrix_caption: &'static str,
    /// How to read the matrix.
    pub matrix_explain: &'static str,
    /// Title over the groups.
    pub groups_title: &'static str,
    /// What a group is.
    pub move_explain: fn(Move) -> &'static str,
    /// Under a group: what it brought before and brings after.
    pub before_and_after: fn(&str, &str) -> String,
    /// Why a client is nowhere in a window.
    pub no_rows: &'static str,
    /// A figure of a cell in words: how many clients, and what they bring more or less.
    pub cell_words: fn(Format, Place, Place, Tally) -> String,
    /// Heading of the list: of a group.
    pub list_of_move: fn(Move) -> &'static str,
    /// Heading of the list: of a cell.
    pub list_of_cell: fn(Place, Place) -> String,
    /// Heading of the list: everybody.
    pub list_all: &'static str,
    /// First part of the name of the exported file: letters, digits and hyphens only.
    pub export_file: &'static str,
    /// The alluvial chart.
    pub chart: AlluvialMessages,
    /// Columns.
    pub table: MigrationTableMessages,
    /// Setting of a file: names and values.
    pub settings: fn(Format, &MigrationSummary) -> Vec<(String, String)>,
}

/// Clients who went from one place to another.
pub type Stream = (Place, Place, Tally);

/// The alluvial chart.
#[derive(Debug)]
pub struct AlluvialMessages {
    /// Its heading.
    pub title: &'static str,
    /// How to read it.
    pub explain: &'static str,
    /// The chart in one sentence: how many streams, and the widest.
    pub label: fn(Format, usize, Option<Stream>) -> String,
    /// A place in one of the windows: whether in the later one, and its clients.
    pub node: fn(Format, Place, bool, u64) -> String,
    /// A stream: its clients and their sums, on two lines.
    pub stream: fn(Format, Place, Place, Tally) -> String,
}

impl MigrationMessages {
    /// Where a client stood and where it stands: `A → B`.
    #[must_use]
    pub fn path(&self, before: Place, after: Place) -> String {
        format!("{} → {}", (self.table.place_name)(before), (self.table.place_name)(after))
    }
}

/// Columns of clients of two windows.
#[derive(Debug)]
pub struct MigrationTableMessages {
    /// Name of the sheet of the matrix.
    pub sheet: &'static str,
    /// Column: what became of the client.
    pub what: &'static str,
    /// Column: class in the earlier window.
    pub before: &'static str,
    /// Column: class in the later window.
    pub after: &'static str,
    /// Column: clients.
    pub how_many: &'static str,
    /// Column: value in the earlier window.
    pub value_before: &'static str,
    /// Column: value in the later window.
    pub value_after: &'static str,
    /// Column: the difference.
    pub change: &'static str,
    /// All of a row or column.
    pub all: &'static str,
    /// A move.
    pub move_name: fn(Move) -> &'static str,
    /// A place.
    pub place_name: fn(Place) -> &'static str,
    /// The same over a narrow column, with soft hyphens where a word is long.
    pub place_head: fn(Place) -> &'static str,
}
