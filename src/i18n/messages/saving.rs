//! Texts: saving tables and pictures, printing.

use super::clients::ViewMessages;
use crate::i18n::Format;

/// Saving tables and pictures, printing.
#[derive(Debug)]
pub struct SavingMessages {
    /// Before the formats of a table.
    pub save_table: &'static str,
    /// Before the formats of a picture.
    pub save_picture: &'static str,
    /// Format of a table: CSV.
    pub csv: &'static str,
    /// Format of a table: XLSX.
    pub xlsx: &'static str,
    /// Format of a picture: PNG.
    pub png: &'static str,
    /// Format of a picture: SVG.
    pub svg: &'static str,
    /// Button: prints the page.
    pub print: &'static str,
    /// Notice when a table was not saved.
    pub table_failed: &'static str,
    /// Notice when a picture was not saved.
    pub picture_failed: &'static str,
    /// On paper, under a list that is longer than the paper.
    pub only_first_rows: &'static str,
    /// What was saved took the place of one of its name; the first part says that it was saved.
    pub replaced: fn(&str) -> String,
    /// No more than so many are kept under names.
    pub names_full: fn(Format, u64) -> String,
    /// The name is another one's.
    pub name_taken: fn(&str) -> String,
    /// Settings of an analysis under names.
    pub rules: ViewMessages,
    /// Plans under names.
    pub plans: ViewMessages,
}
