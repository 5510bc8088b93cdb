//! Deals: one row a deal, with its present stage, or the day on which it reached each stage, or both.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::OtherTable;
use super::column::{DayColumn, DecimalColumn, TextCollector, TextColumn};
use super::report::{Details, Finding};
use super::rows::{Cell, Cells, Counted, Refusal, RowsOf, Unread, occurring};
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::dataset::currency::{self, CurrencyCode};
use crate::analytics::dataset::dictionary;
use crate::analytics::dataset::field::Field;
use crate::analytics::dataset::layout::Layout;
use crate::analytics::dataset::placeholder::is_placeholder;
use crate::analytics::dataset::records::Record;
use crate::analytics::dataset::report::Reason;

/// Deals as columns of equal length, in file order; a column that the file lacks is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealsTable {
    /// Deals.
    pub rows: usize,
    /// What tells one from another.
    pub deal: Option<TextColumn>,
    /// Client.
    pub client: Option<TextColumn>,
    /// Present stage.
    pub stage: Option<TextColumn>,
    /// Days on which stages were reached, a column a stage, left to right.
    pub stage_days: Vec<StageDays>,
    /// Day of creation.
    pub created: Option<DayColumn>,
    /// Day of the end.
    pub closed: Option<DayColumn>,
    /// How it ended.
    pub outcome: Option<TextColumn>,
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

/// Days on which a stage was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageDays {
    /// Header of the column: the name of the stage.
    pub stage: String,
    /// The days.
    pub days: DayColumn,
}

/// Fields of texts, in the order in which the table has them.
const TEXTS: [Field; 9] = [
    Field::Deal,
    Field::Client,
    Field::Stage,
    Field::Outcome,
    Field::Source,
    Field::Manager,
    Field::Reason,
    Field::Product,
    Field::Group,
];

/// Whether a cell in place of the day of closing says that there is none; amoCRM writes «не закрыта».
fn says_open(cell: &str) -> bool {
    const OPEN: &[&str] = &["не закрыта", "не закрыт", "не закрыто", "открыта", "открыт", "not closed", "open"];
    OPEN.contains(&cell.to_lowercase().as_str())
}

/// Takes the rows of a table of deals.
#[derive(Debug)]
pub(super) struct DealsRows {
    cells: Cells,
    texts: Vec<(Field, usize, TextCollector)>,
    stage_days: Vec<(usize, StageDays)>,
    stage: Option<usize>,
    created: Option<usize>,
    closed: Option<usize>,
    amount: Option<usize>,
    currency: Option<usize>,
    currencies: BTreeMap<Option<CurrencyCode>, u64>,
    created_days: DayColumn,
    closed_days: DayColumn,
    amounts: DecimalColumn,
    rows: usize,
    backwards: u64,
    without_created: u64,
    without_stage: u64,
    counted: Counted,
}

impl DealsRows {
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        if !layout.missing().is_empty() {
            return None;
        }
        let column = |field| layout.mapping.column(field);
        let text = |field| Some((field, column(field)?, TextCollector::default()));
        let stage = |&column: &usize| {
            let stage = layout.headers.get(column).cloned().unwrap_or_default();
            (column, StageDays { stage, days: DayColumn::default() })
        };
        Some(Self {
            cells: Cells::new(layout),
            texts: TEXTS.into_iter().filter_map(text).collect(),
            stage_days: layout.free_columns.iter().map(stage).collect(),
            stage: column(Field::Stage),
            created: column(Field::Created),
            closed: column(Field::Closed),
            amount: column(Field::Amount),
            currency: layout.headers.iter().position(|header| dictionary::names_currency(header)),
            currencies: BTreeMap::new(),
            created_days: DayColumn::default(),
            closed_days: DayColumn::default(),
            amounts: DecimalColumn::default(),
            rows: 0,
            backwards: 0,
            without_created: 0,
            without_stage: 0,
            counted: Counted::default(),
        })
    }

    pub(super) fn take(&mut self, record: &Record<'_>, unread: &mut Unread) -> Result<(), Refusal> {
        let created = match self.created.map(|column| (column, self.cells.day(record, column))) {
            Some((column, Cell::Unreadable)) => return Err(Refusal::cell(Reason::BadDate, column)),
            Some((_, cell)) => cell.value(),
            None => None,
        };
        let cells = self.cells;
        let has_day = |column: usize| matches!(cells.day(record, column), Cell::Read(_));
        let is_dated = created.is_some()
            || self.closed.is_some_and(has_day)
            || self.stage_days.iter().any(|(column, _)| has_day(*column));
        let is_staged = self.stage.is_some_and(|column| !is_placeholder(record.trimmed(column)));
        if !is_dated && !is_staged {
            let column = self.stage.or(self.created).or(self.closed);
            return Err(Refusal { column, ..Refusal::whole(Reason::EmptyCell) });
        }
        self.without_stage += u64::from(self.stage.is_some() && !is_staged);
        self.without_created += u64::from(self.created.is_some() && created.is_none());
        let closed = self.closed.filter(|column| !says_open(record.trimmed(*column)));
        let closed = cells.day_or_tell(record, closed, unread);
        self.backwards += u64::from(created.zip(closed).is_some_and(|(created, closed)| closed < created));
        self.created_days.push(created);
        self.closed_days.push(closed);
        for (column, stage) in &mut self.stage_days {
            stage.days.push(cells.day_or_tell(record, Some(*column), unread));
        }
        let amount = cells.amount_or_tell(record, self.amount, unread);
        self.counted.total += amount.map(|(amount, _)| amount).unwrap_or_default();
        self.counted.rounded += u64::from(amount.is_some_and(|(_, rounded)| rounded));
        self.amounts.push(amount.map(|(amount, _)| amount));
        if amount.is_some_and(|(amount, _)| amount != Amount::ZERO) {
            let beside = self.amount.and_then(|column| currency::of_amount(record.trimmed(column)));
            let named = || self.currency.and_then(|column| currency::of_name(record.trimmed(column)));
            *self.currencies.entry(beside.or_else(named)).or_default() += 1;
        }
        for (_, column, texts) in &mut self.texts {
            texts.push(record.get(*column).unwrap_or_default());
        }
        self.rows += 1;
        Ok(())
    }

    /// The amount of a deal.
    pub(super) fn money(&self, record: &Record<'_>) -> Option<Sum> {
        self.cells.amount(record, self.amount?).value().map(|(amount, _)| amount.into())
    }

    pub(super) fn finish(self) -> (RowsOf, Details, Counted) {
        // Amounts without one are of the one that others have.
        let named = self.currencies.iter().filter(|(currency, _)| currency.is_some()).map(|(_, deals)| *deals);
        let (most, all) = (named.clone().max().unwrap_or(0), named.sum::<u64>());
        let details = Details {
            findings: occurring([
                (Finding::ClosedBeforeCreated, self.backwards),
                (Finding::WithoutCreated, self.without_created),
                (Finding::WithoutStage, self.without_stage),
                (Finding::OtherCurrencies, all - most),
            ]),
            free_columns: self.stage_days.iter().map(|(column, _)| *column).collect(),
            ..Details::default()
        };
        let mut table = DealsTable {
            rows: self.rows,
            stage_days: self.stage_days.into_iter().map(|(_, stage)| stage).collect(),
            created: self.created.map(|_| self.created_days),
            closed: self.closed.map(|_| self.closed_days),
            amount: self.amount.map(|_| self.amounts),
            ..DealsTable::default()
        };
        for (field, _, texts) in self.texts {
            if let Some(slot) = table.text_mut(field) {
                *slot = Some(texts.finish());
            }
        }
        (RowsOf::Other(Box::new(OtherTable::Deals(Box::new(table)))), details, self.counted)
    }
}

impl DealsTable {
    const fn text_mut(&mut self, field: Field) -> Option<&mut Option<TextColumn>> {
        Some(match field {
            Field::Deal => &mut self.deal,
            Field::Client => &mut self.client,
            Field::Stage => &mut self.stage,
            Field::Outcome => &mut self.outcome,
            Field::Source => &mut self.source,
            Field::Manager => &mut self.manager,
            Field::Reason => &mut self.reason,
            Field::Product => &mut self.product,
            Field::Group => &mut self.group,
            _ => return None,
        })
    }
}
