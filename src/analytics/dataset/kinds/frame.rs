//! What keeps any row from being data: nothing in it, a title, a total, the header once more, cells that do not stand
//! under their headers.

use super::TableKind;
use super::rows::Refusal;
use crate::analytics::dataset::header;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;
use crate::analytics::dataset::total_label::{is_nobody, is_total_label};
use crate::analytics::dataset::widths::Shape;

/// Tells rows of data from all other rows.
#[derive(Debug)]
pub(super) struct Frame {
    header_line: Option<u64>,
    headers: Vec<String>,
    shape: Shape,
    takes_total_rows: bool,
    is_list: bool,
}

impl Frame {
    pub(super) fn new(layout: &Layout) -> Self {
        // In a list of names a label is a name, if anybody may be called so.
        let is_list = matches!(layout.table, TableKind::Clients | TableKind::Answers | TableKind::Events);
        Self {
            header_line: layout.header_line,
            headers: layout.headers.clone(),
            shape: Shape::new(layout),
            takes_total_rows: layout.keep_total_rows,
            is_list,
        }
    }

    /// Whether a row can be data.
    pub(super) fn check(&self, record: &Record<'_>) -> Result<(), Refusal> {
        let refuse = |reason| Err(Refusal::whole(reason));
        if record.is_blank() {
            return refuse(Reason::BlankRow);
        }
        if self.header_line.is_some_and(|line| record.line < line) {
            return refuse(Reason::TitleRow);
        }
        if self.is_repeated_header(record) {
            return refuse(Reason::RepeatedHeader);
        }
        let first = record.first_filled();
        let is_label = if self.is_list { is_nobody } else { is_total_label };
        if !self.takes_total_rows && first.is_some_and(is_label) {
            return refuse(Reason::TotalRow);
        }
        if self.shape.is_long(record) && self.shape.is_moved(record) {
            return refuse(Reason::RaggedRow);
        }
        Ok(())
    }

    fn is_repeated_header(&self, record: &Record<'_>) -> bool {
        self.header_line.is_some() && header::stands_anew(record, self.headers.iter().map(String::as_str))
    }
}
