//! Answers: one row a respondent, one column a question.

use serde::{Deserialize, Serialize};

use super::OtherTable;
use super::clients::FreeColumns;
use super::column::{Attribute, TextCollector, TextColumn};
use super::report::Details;
use super::rows::{Counted, Refusal, RowsOf};
use crate::analytics::dataset::field::Field;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;

/// Answers as columns of equal length, in file order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswersTable {
    /// Who answered, where the file says so.
    pub respondent: Option<TextColumn>,
    /// Questions, left to right.
    pub questions: Vec<Attribute>,
}

/// Takes the rows of a table of answers.
#[derive(Debug)]
pub(super) struct AnswersRows {
    respondent: Option<(usize, TextCollector)>,
    questions: FreeColumns,
}

impl AnswersRows {
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        let respondent = layout.mapping.column(Field::Respondent);
        let questions = FreeColumns::new(layout);
        let has_questions = !questions.columns().is_empty();
        let respondent = respondent.map(|column| (column, TextCollector::default()));
        has_questions.then_some(Self { respondent, questions })
    }

    pub(super) fn take(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        // Somebody who opened the form and answered nothing.
        if self.questions.are_empty(record) {
            return Err(Refusal {
                column: self.questions.columns().first().copied(),
                ..Refusal::whole(Reason::EmptyCell)
            });
        }
        if let Some((column, texts)) = &mut self.respondent {
            texts.push(record.get(*column).unwrap_or_default());
        }
        self.questions.push(record);
        Ok(())
    }

    pub(super) fn finish(self) -> (RowsOf, Details, Counted) {
        let details = Details { free_columns: self.questions.columns(), ..Details::default() };
        let respondent = self.respondent.map(|(_, texts)| texts.finish());
        let table = AnswersTable { respondent, questions: self.questions.finish() };
        (RowsOf::Other(OtherTable::Answers(table)), details, Counted::default())
    }
}
