//! Texts: the ways in which tables come: workbooks, the clipboard, several files.

use super::errors::{ErrorText, FixedErrorText};
use crate::analytics::workbook::{BookFormat, WorkbookError};
use crate::i18n::Format;

/// The ways in which tables come.
#[derive(Debug)]
pub struct IntakeMessages {
    /// Label: the form of the workbook.
    pub form: &'static str,
    /// The form of a workbook.
    pub form_name: fn(BookFormat) -> &'static str,
    /// Label: which sheet is read.
    pub sheet: &'static str,
    /// A sheet from its place (from 1), its name (may be empty) and whether the workbook hides it.
    pub sheet_name: fn(Format, u64, &str, bool) -> String,
    /// One of several sheets is read, and how to add others.
    pub one_sheet: fn(Format, sheets: u64) -> String,
    /// One sheet is read, and so many others have its columns.
    pub alike_sheets: fn(Format, others: u64) -> String,
    /// Choice beside the sheets: all that have the columns of the one that is read.
    pub sheets_together: fn(Format, sheets: u64) -> String,
    /// Button: read them all.
    pub read_together: fn(Format, sheets: u64) -> String,
    /// They were read one after another; lines are counted through.
    pub are_together: fn(Format, sheets: u64) -> String,
    /// Why a workbook gives no table.
    pub workbook: fn(WorkbookError, Format) -> ErrorText,
    /// The part of the app that reads workbooks did not come.
    pub workbook_unavailable: FixedErrorText,
    /// That part stopped.
    pub workbook_stopped: FixedErrorText,
    /// Button: take the table that was copied.
    pub paste: &'static str,
    /// Name of a pasted table.
    pub pasted: &'static str,
    /// The browser does not let a button read what was copied.
    pub paste_by_key: &'static str,
    /// What was copied is no table.
    pub nothing_to_paste: &'static str,
    /// What was copied is too much; from the limit in bytes.
    pub paste_too_big: fn(Format, u64) -> String,
    /// Which of the files given at once is being read: its place and how many there are.
    pub queue: fn(Format, u64, u64) -> String,
    /// Button: accept and go on to the next file.
    pub next_file: &'static str,
    /// Button: put the file away and go on to the next.
    pub skip_file: &'static str,
    /// Nothing in the dropped folder can be read.
    pub empty_folder: &'static str,
}
