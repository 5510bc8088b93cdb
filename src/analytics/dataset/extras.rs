//! Columns of sales that only some analyses need: kept where the file has them, absent where it has not.

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::kinds::column::{DecimalColumn, TextCollector, TextColumn};
use super::layout::Layout;
use super::marks::Marks;
use super::names::Interner;
use super::records::Record;

/// Further columns of a [`super::SalesTable`], of its length where they are there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extras {
    /// What was sold.
    pub product: Option<TextColumn>,
    /// Group of products.
    pub group: Option<TextColumn>,
    /// Where the client heard of the firm.
    pub source: Option<TextColumn>,
    /// Who sold.
    pub manager: Option<TextColumn>,
    /// How many pieces.
    pub quantity: Option<DecimalColumn>,
    /// What the sold goods cost.
    pub cost: Option<DecimalColumn>,
    /// Profit on the row.
    pub margin: Option<DecimalColumn>,
}

impl Extras {
    /// Whether no column is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The columns of some of the rows.
    #[must_use]
    pub fn of_rows(&self, kept: &[bool]) -> Self {
        let texts = |column: &Option<TextColumn>| column.as_ref().map(|column| column.of_rows(kept));
        let decimals = |column: &Option<DecimalColumn>| column.as_ref().map(|column| column.of_rows(kept));
        Self {
            product: texts(&self.product),
            group: texts(&self.group),
            source: texts(&self.source),
            manager: texts(&self.manager),
            quantity: decimals(&self.quantity),
            cost: decimals(&self.cost),
            margin: decimals(&self.margin),
        }
    }

    /// The columns of texts, those that are absent too.
    #[must_use]
    pub const fn texts(&self) -> [Option<&TextColumn>; 4] {
        [self.product.as_ref(), self.group.as_ref(), self.source.as_ref(), self.manager.as_ref()]
    }

    /// Whether every column that is there has `rows` rows, and every text a number that names one.
    pub(super) fn is_of(&self, rows: usize) -> bool {
        let decimals = [&self.quantity, &self.cost, &self.margin];
        let is_text_column = |column: &TextColumn| {
            let known = |id: u32| id == TextColumn::NONE || (id as usize) < column.names.len();
            column.ids.len() == rows && column.ids.iter().all(known)
        };
        self.texts().into_iter().flatten().all(is_text_column)
            && decimals.into_iter().flatten().all(|column| column.len() == rows)
    }

    /// Puts the columns of `rows` more rows after those of `rows_before`; where only one side has one, the other's
    /// cells are empty.
    pub(super) fn append(&mut self, rows_before: usize, other: &Self, rows: usize) {
        append_texts(&mut self.product, rows_before, other.product.as_ref(), rows);
        append_texts(&mut self.group, rows_before, other.group.as_ref(), rows);
        append_texts(&mut self.source, rows_before, other.source.as_ref(), rows);
        append_texts(&mut self.manager, rows_before, other.manager.as_ref(), rows);
        append_decimals(&mut self.quantity, rows_before, other.quantity.as_ref(), rows);
        append_decimals(&mut self.cost, rows_before, other.cost.as_ref(), rows);
        append_decimals(&mut self.margin, rows_before, other.margin.as_ref(), rows);
    }

    /// Sets the column of a field of texts; other fields have none here.
    pub(super) fn set_text(&mut self, field: Field, column: TextColumn) {
        match field {
            Field::Product => self.product = Some(column),
            Field::Group => self.group = Some(column),
            Field::Source => self.source = Some(column),
            Field::Manager => self.manager = Some(column),
            _ => {}
        }
    }

    fn set_decimals(&mut self, field: Field, column: DecimalColumn) {
        match field {
            Field::Quantity => self.quantity = Some(column),
            Field::Cost => self.cost = Some(column),
            Field::Margin => self.margin = Some(column),
            _ => {}
        }
    }
}

fn append_texts(column: &mut Option<TextColumn>, rows_before: usize, other: Option<&TextColumn>, rows: usize) {
    if column.is_none() && other.is_none() {
        return;
    }
    let column = column.get_or_insert_default();
    column.ids.pad_to(rows_before);
    if let Some(other) = other {
        let mut interner = Interner::after(std::mem::take(&mut column.names));
        let numbers: Vec<u32> = other.names.iter().map(|name| interner.intern(name)).collect();
        let renumbered = |id: u32| numbers.get(id as usize).copied().unwrap_or(TextColumn::NONE);
        column.ids.extend(other.ids.iter().map(renumbered));
        column.names = interner.into_names();
    }
    column.ids.pad_to(rows_before + rows);
}

fn append_decimals(column: &mut Option<DecimalColumn>, rows_before: usize, other: Option<&DecimalColumn>, rows: usize) {
    if column.is_none() && other.is_none() {
        return;
    }
    let column = column.get_or_insert_default();
    (column.len()..rows_before).for_each(|_| column.push(None));
    other.into_iter().flat_map(DecimalColumn::iter).for_each(|value| column.push(value));
    (column.len()..rows_before + rows).for_each(|_| column.push(None));
}

/// Fields whose texts are kept.
pub(super) const TEXTS: [Field; 4] = [Field::Product, Field::Group, Field::Source, Field::Manager];
const DECIMALS: [Field; 3] = [Field::Quantity, Field::Cost, Field::Margin];

/// Collects [`Extras`] row by row.
#[derive(Debug)]
pub(super) struct ExtrasCollector {
    texts: Vec<(Field, usize, TextCollector)>,
    decimals: Vec<(Field, usize, DecimalColumn)>,
    marks: Marks,
}

impl ExtrasCollector {
    /// A collector of the columns that are mapped; `None` if none is, so that the rest costs nothing.
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        let column = |field| layout.mapping.column(field);
        let text = |field| Some((field, column(field)?, TextCollector::default()));
        let decimals = |field| Some((field, column(field)?, DecimalColumn::default()));
        let texts: Vec<_> = TEXTS.into_iter().filter_map(text).collect();
        let decimals: Vec<_> = DECIMALS.into_iter().filter_map(decimals).collect();
        let is_needed = !texts.is_empty() || !decimals.is_empty();
        is_needed.then_some(Self { texts, decimals, marks: Marks::new(layout) })
    }

    /// Makes room for so many sales in all.
    pub(super) fn reserve(&mut self, sales: usize) {
        self.texts.iter_mut().for_each(|(_, _, texts)| texts.reserve(sales));
        self.decimals.iter_mut().for_each(|(_, _, values)| values.reserve(sales));
    }

    /// Takes the row of a sale.
    pub(super) fn push(&mut self, record: &Record<'_>) {
        for (_, column, texts) in &mut self.texts {
            texts.push(record.get(*column).unwrap_or_default());
        }
        for (_, column, values) in &mut self.decimals {
            let value = record.get(*column).and_then(|cell| self.marks.parse_amount(cell));
            values.push(value.map(|(amount, _)| amount));
        }
    }

    pub(super) fn finish(self) -> Extras {
        let mut extras = Extras::default();
        self.texts.into_iter().for_each(|(field, _, texts)| extras.set_text(field, texts.finish()));
        self.decimals.into_iter().for_each(|(field, _, values)| extras.set_decimals(field, values));
        extras
    }
}
