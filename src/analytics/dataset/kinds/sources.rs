//! Sources of clients and what they cost, for a period or for all time.

use serde::{Deserialize, Serialize};

use super::OtherTable;
use super::column::{DecimalColumn, TextCollector, TextColumn};
use super::report::Details;
use super::rows::{Cells, Counted, Refusal, RowsOf, Unread};
use crate::analytics::dataset::field::Field;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::placeholder::is_placeholder;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;
use crate::analytics::dataset::total_label::names_total;

/// Sources as columns of equal length, in file order; a column that the file lacks is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcesTable {
    /// Source.
    pub source: TextColumn,
    /// Period, as it stands in the file.
    pub period: Option<TextColumn>,
    /// What the source cost.
    pub cost: Option<DecimalColumn>,
}

/// Takes the rows of a table of sources.
#[derive(Debug)]
pub(super) struct SourcesRows {
    cells: Cells,
    takes_total_rows: bool,
    source: (usize, TextCollector),
    period: Option<(usize, TextCollector)>,
    cost: Option<(usize, DecimalColumn)>,
    counted: Counted,
}

impl SourcesRows {
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        let column = |field| layout.mapping.column(field);
        Some(Self {
            cells: Cells::new(layout),
            takes_total_rows: layout.keep_total_rows,
            source: (column(Field::Source)?, TextCollector::default()),
            period: column(Field::Period).map(|column| (column, TextCollector::default())),
            cost: column(Field::Cost).map(|column| (column, DecimalColumn::default())),
            counted: Counted::default(),
        })
    }

    pub(super) fn take(&mut self, record: &Record<'_>, unread: &mut Unread) -> Result<(), Refusal> {
        let source = record.trimmed(self.source.0);
        // Reports of advertising services name what they sum: "Total: Campaigns".
        if !self.takes_total_rows && names_total(source) {
            return Err(Refusal::whole(Reason::TotalRow));
        }
        if is_placeholder(source) {
            return Err(Refusal::cell(Reason::EmptyCell, self.source.0));
        }
        self.source.1.push(source);
        if let Some((column, texts)) = &mut self.period {
            texts.push(record.get(*column).unwrap_or_default());
        }
        if let Some((column, costs)) = &mut self.cost {
            let cost = self.cells.amount_or_tell(record, Some(*column), unread);
            self.counted.total += cost.map(|(cost, _)| cost).unwrap_or_default();
            self.counted.rounded += u64::from(cost.is_some_and(|(_, rounded)| rounded));
            costs.push(cost.map(|(cost, _)| cost));
        }
        Ok(())
    }

    pub(super) fn finish(self) -> (RowsOf, Details, Counted) {
        let table = SourcesTable {
            source: self.source.1.finish(),
            period: self.period.map(|(_, texts)| texts.finish()),
            cost: self.cost.map(|(_, costs)| costs),
        };
        (RowsOf::Other(Box::new(OtherTable::Sources(table))), Details::default(), self.counted)
    }
}
