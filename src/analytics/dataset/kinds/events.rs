//! Events: one row a move of a deal (or a client) to a stage.

use serde::{Deserialize, Serialize};

use super::OtherTable;
use super::column::{TextCollector, TextColumn};
use super::report::Details;
use super::rows::{Cells, Counted, Refusal, RowsOf, trimmed};
use crate::analytics::dataset::field::Field;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;
use crate::analytics::date::Day;

/// Moves as columns of equal length, in file order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventsTable {
    /// What moved: the deal, or the client where the file names no deals.
    pub who: TextColumn,
    /// Client of the deal, where the file names both.
    pub client: Option<TextColumn>,
    /// Stage that was reached.
    pub stage: TextColumn,
    /// When.
    pub day: Vec<Day>,
}

/// Takes the rows of a table of events.
#[derive(Debug)]
pub(super) struct EventsRows {
    cells: Cells,
    who: (usize, TextCollector),
    client: Option<(usize, TextCollector)>,
    stage: (usize, TextCollector),
    date: usize,
    day: Vec<Day>,
}

impl EventsRows {
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        let column = |field| layout.mapping.column(field);
        let text = |column: usize| (column, TextCollector::default());
        let (deal, client) = (column(Field::Deal), column(Field::Client));
        Some(Self {
            cells: Cells::new(layout),
            who: text(deal.or(client)?),
            client: client.filter(|_| deal.is_some()).map(text),
            stage: text(column(Field::Stage)?),
            date: column(Field::Date)?,
            day: Vec::new(),
        })
    }

    pub(super) fn take(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let Some(day) = self.cells.day(record, self.date).value() else {
            return Err(Refusal::cell(Reason::BadDate, self.date));
        };
        if let Some(column) = [self.who.0, self.stage.0].into_iter().find(|column| trimmed(record, *column).is_empty())
        {
            return Err(Refusal::cell(Reason::EmptyCell, column));
        }
        self.day.push(day);
        for (column, texts) in [&mut self.who, &mut self.stage].into_iter().chain(&mut self.client) {
            texts.push(record.get(*column).unwrap_or_default());
        }
        Ok(())
    }

    pub(super) fn finish(self) -> (RowsOf, Details, Counted) {
        let table = EventsTable {
            who: self.who.1.finish(),
            client: self.client.map(|(_, texts)| texts.finish()),
            stage: self.stage.1.finish(),
            day: self.day,
        };
        (RowsOf::Other(OtherTable::Events(table)), Details::default(), Counted::default())
    }
}
