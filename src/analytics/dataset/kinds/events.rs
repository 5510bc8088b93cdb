//! Events: one row a move of a deal (or a client) to a stage.

use serde::{Deserialize, Serialize};

use super::OtherTable;
use super::column::{DecimalColumn, TextCollector, TextColumn};
use super::report::Details;
use super::rows::{Cells, Counted, Refusal, RowsOf, Unread};
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
    /// What else rows say of the deal. Kept tables have it apart: those written first have none.
    #[serde(skip)]
    pub facts: Box<EventFacts>,
}

/// What the row of a move says of its deal; a column that the file lacks is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFacts {
    /// Money.
    pub amount: Option<DecimalColumn>,
    /// Where the client came from.
    pub source: Option<TextColumn>,
    /// Who leads it.
    pub manager: Option<TextColumn>,
    /// Why it ended so.
    pub reason: Option<TextColumn>,
    /// What is sold.
    pub product: Option<TextColumn>,
    /// Group of what is sold.
    pub group: Option<TextColumn>,
}

impl EventFacts {
    /// Whether no column is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    const fn text_mut(&mut self, field: Field) -> Option<&mut Option<TextColumn>> {
        Some(match field {
            Field::Source => &mut self.source,
            Field::Manager => &mut self.manager,
            Field::Reason => &mut self.reason,
            Field::Product => &mut self.product,
            Field::Group => &mut self.group,
            _ => return None,
        })
    }
}

/// Fields of texts beside the move.
const TEXTS: [Field; 5] = [Field::Source, Field::Manager, Field::Reason, Field::Product, Field::Group];

/// Takes the rows of a table of events.
#[derive(Debug)]
pub(super) struct EventsRows {
    cells: Cells,
    who: (usize, TextCollector),
    client: Option<(usize, TextCollector)>,
    stage: (usize, TextCollector),
    texts: Vec<(Field, usize, TextCollector)>,
    amount: Option<(usize, DecimalColumn)>,
    date: usize,
    day: Vec<Day>,
    counted: Counted,
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
            texts: TEXTS
                .into_iter()
                .filter_map(|field| Some((field, column(field)?, TextCollector::default())))
                .collect(),
            amount: column(Field::Amount).map(|column| (column, DecimalColumn::default())),
            date: column(Field::Date)?,
            day: Vec::new(),
            counted: Counted::default(),
        })
    }

    pub(super) fn take(&mut self, record: &Record<'_>, unread: &mut Unread) -> Result<(), Refusal> {
        let Some(day) = self.cells.day(record, self.date).value() else {
            return Err(Refusal::cell(Reason::BadDate, self.date));
        };
        if let Some(column) = [self.who.0, self.stage.0].into_iter().find(|column| record.trimmed(*column).is_empty()) {
            return Err(Refusal::cell(Reason::EmptyCell, column));
        }
        self.day.push(day);
        for (column, texts) in [&mut self.who, &mut self.stage].into_iter().chain(&mut self.client) {
            texts.push(record.get(*column).unwrap_or_default());
        }
        for (_, column, texts) in &mut self.texts {
            texts.push(record.get(*column).unwrap_or_default());
        }
        if let Some((column, amounts)) = &mut self.amount {
            // The sum of a deal stands in each of its rows, so a sum of them would say nothing.
            let amount = self.cells.amount_or_tell(record, Some(*column), unread);
            self.counted.rounded += u64::from(amount.is_some_and(|(_, rounded)| rounded));
            amounts.push(amount.map(|(amount, _)| amount));
        }
        Ok(())
    }

    pub(super) fn finish(self) -> (RowsOf, Details, Counted) {
        let mut facts = EventFacts { amount: self.amount.map(|(_, amounts)| amounts), ..EventFacts::default() };
        for (field, _, texts) in self.texts {
            if let Some(slot) = facts.text_mut(field) {
                *slot = Some(texts.finish());
            }
        }
        let table = EventsTable {
            who: self.who.1.finish(),
            client: self.client.map(|(_, texts)| texts.finish()),
            stage: self.stage.1.finish(),
            day: self.day,
            facts: Box::new(facts),
        };
        (RowsOf::Other(Box::new(OtherTable::Events(table))), Details::default(), self.counted)
    }
}
