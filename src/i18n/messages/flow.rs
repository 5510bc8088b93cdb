//! Texts: the client flow.

use crate::analytics::funnel::flow::{DaysBy, SimilarBy};
use crate::analytics::segmentation::flow::FlowCell;
use crate::i18n::Format;

/// The client flow.
#[derive(Debug)]
pub struct FlowMessages {
    /// Heading.
    pub title: &'static str,
    /// Sentence below.
    pub lead: &'static str,
    /// Why speed goes before size.
    pub explain: &'static str,
    /// Label: which board.
    pub boards: &'static str,
    /// Board of leads.
    pub leads: &'static str,
    /// Board of own tasks.
    pub tasks: &'static str,
    /// Name of a cell.
    pub cell: fn(FlowCell) -> &'static str,
    /// What to do with a cell.
    pub cell_words: fn(FlowCell) -> &'static str,
    /// Nothing stands in a cell.
    pub cell_empty: &'static str,
    /// Days: `12 days`.
    pub days: fn(Format, u32) -> String,
    /// Amount a day.
    pub per_day: fn(amount: &str) -> String,
    /// An estimate.
    pub about: fn(words: &str) -> String,
    /// Name of the mark of an estimate.
    pub estimated: &'static str,
    /// Estimated from what the client has bought so far: how.
    pub by_history: &'static str,
    /// Estimated from won deals: which.
    pub by_deals: fn(&str) -> String,
    /// Said when something is done.
    pub was_done: fn(name: &str) -> String,
    /// Said when something is put off.
    pub was_postponed: fn(name: &str) -> String,
    /// Button: undoes the latest step.
    pub undo_step: &'static str,
    /// Button: opens the fields of something.
    pub edit: fn(name: &str) -> String,
    /// Button: keeps what was typed.
    pub keep: &'static str,
    /// Heading: what is to be taken next.
    pub next: &'static str,
    /// Nothing waits.
    pub nothing_waits: &'static str,
    /// Button: done.
    pub done: fn(name: &str) -> String,
    /// Button: done, where the name stands beside it.
    pub done_short: &'static str,
    /// Button: put off.
    pub postpone: fn(name: &str) -> String,
    /// Button: put off, where the name stands beside it.
    pub postpone_short: &'static str,
    /// Button: takes away.
    pub remove: fn(name: &str) -> String,
    /// After that.
    pub removed: fn(name: &str) -> String,
    /// Button: waits again.
    pub bring_back: fn(name: &str) -> String,
    /// Button that is dragged, moved by arrows, or pressed to choose a cell.
    pub move_button: fn(name: &str) -> String,
    /// Before the cells to choose from.
    pub move_to: &'static str,
    /// What is said when something was moved.
    pub moved_to: fn(name: &str, cell: &str) -> String,
    /// The mark of what was moved by hand.
    pub moved: &'static str,
    /// Button: the cell of its figures again.
    pub put_back: fn(name: &str) -> String,
    /// How cards are moved.
    pub move_hint: &'static str,
    /// Heading: a new lead or task.
    pub add_title: &'static str,
    /// Label: what.
    pub what: &'static str,
    /// Label: days to the money.
    pub in_days: &'static str,
    /// Label: how much.
    pub how_much: &'static str,
    /// Button: adds it.
    pub add: &'static str,
    /// Button: fills in the median days of won deals.
    pub guess: fn(Format, u32) -> String,
    /// Line that opens the field for several.
    pub many: &'static str,
    /// Field for several: how they are written.
    pub many_label: &'static str,
    /// Lines that could not be read, by number.
    pub many_bad: fn(Format, &[u64]) -> String,
    /// The board holds no more than so many.
    pub full: fn(Format, u64) -> String,
    /// Button: adds so many.
    pub many_add: fn(Format, u64) -> String,
    /// Heading: limits.
    pub limits: &'static str,
    /// Label: where limits come from.
    pub limits_by: &'static str,
    /// Limits are medians.
    pub by_medians: &'static str,
    /// Limits are typed.
    pub by_hand: &'static str,
    /// Label: the most days that are fast.
    pub fast_days: &'static str,
    /// Label: the most money that is little.
    pub much: &'static str,
    /// Limits in force: days and money.
    pub limits_line: fn(days: &str, amount: &str) -> String,
    /// How ties are parted.
    pub ties: &'static str,
    /// Heading: put off.
    pub postponed: fn(Format, usize) -> String,
    /// Heading: done.
    pub done_list: fn(Format, usize) -> String,
    /// Button: takes done things off the board.
    pub clear_done: &'static str,
    /// After that.
    pub done_cleared: &'static str,
    /// Heading while nothing is there.
    pub empty_title: &'static str,
    /// What to do then.
    pub empty_text: &'static str,
    /// Button: an example.
    pub example: &'static str,
    /// The example: name, days, whole units of money.
    pub examples: [(&'static str, u32, i64); 8],
    /// A table of deals is open: how many of them are.
    pub from_table: fn(Format, name: &str, open: u64) -> String,
    /// Heading: won deals of a table in the four cells.
    pub won_title: &'static str,
    /// What won deals tell: how many, and the limits in words.
    pub won_line: fn(Format, u64, limits: &str) -> String,
    /// Won deals that are in no cell.
    pub won_apart: fn(Format, u64) -> String,
    /// Heads: cell, won deals, their sum, open deals.
    pub won_heads: [&'static str; 4],
    /// Button: the limits of the won deals become those of the board.
    pub take_limits: &'static str,
    /// Line that opens the queue of open deals: how many of them are listed.
    pub queue: fn(Format, u64) -> String,
    /// Button: puts one deal on the board.
    pub take_one: fn(name: &str) -> String,
    /// Sheet: the four cells.
    pub cells_sheet: &'static str,
    /// Its heads: cell, how many wait, their sum.
    pub cells_heads: [&'static str; 3],
    /// Button: takes so many of them.
    pub take: fn(Format, u64) -> String,
    /// After that.
    pub taken: fn(Format, u64) -> String,
    /// What the estimates stand on.
    pub estimates: &'static str,
    /// How the days of a deal were estimated.
    pub days_by: fn(Format, DaysBy) -> String,
    /// A circle of similar deals.
    pub similar: fn(SimilarBy) -> &'static str,
    /// Head: place.
    pub head_place: &'static str,
    /// Head: cell.
    pub head_cell: &'static str,
    /// Head: a day.
    pub head_per_day: &'static str,
    /// Head: how far.
    pub head_state: &'static str,
    /// Waits.
    pub state_waiting: &'static str,
    /// Put off.
    pub state_postponed: &'static str,
    /// Done.
    pub state_done: &'static str,
    /// Stem of the saved file.
    pub file: &'static str,
}
