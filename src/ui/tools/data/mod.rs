//! The import screen: what a file holds, how it is read, and what became of its rows.
//!
//! One page in three states, all derived from the workspace: a file is being read ([`check`]), a table is loaded
//! ([`loaded`]), or nothing is there. What can be computed is in small pure files with tests of their own:
//!
//! | file | computes |
//! |---|---|
//! | `decisions` | what a choice makes of the options |
//! | `readings` | doubtful cells laid out both ways |
//! | `figures` | cells of the preview in the user's way of writing |
//! | `account` | the report as lines and notes |
//! | `quality::choices` | which spellings a press merges |
//! | `time_left` | the estimate beside the bar |
//! | `beyond::form` | names typed over known ones, and the query that comes of them |

mod accepted;
mod account;
mod bar;
mod beyond;
mod book_facts;
mod check;
mod columns;
mod counts;
mod decision;
mod decisions;
mod destination;
mod error_panel;
mod figures;
mod file_facts;
mod kind;
mod loaded;
mod page;
mod preview;
pub mod quality;
mod questions;
mod readings;
mod report;
mod state;
mod tables;
mod time_left;

pub use page::DataPage;
