//! Migration: who changed class between two windows of time, and what that cost or brought.

mod chart;
mod figures;
mod groups;
mod headline;
mod list;
mod matrix;
mod page;
mod state;
mod why;

pub use self::page::MigrationPage;
pub use self::state::use_migration;
