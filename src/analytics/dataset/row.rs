//! One row: a sale, or the reason why it is none.

use super::calendar;
use super::currency::{self, CurrencyCode, TakenCurrency};
use super::extras;
use super::field::Field;
use super::fingerprint::Fingerprint;
use super::header;
use super::layout::Layout;
use super::marks::Marks;
use super::number;
use super::placeholder::named;
use super::plan::DateOrder;
use super::recent_days::RecentDays;
use super::records::Record;
use super::report::Reason;
use super::short_text::trimmed;
use super::total_label::{is_label_of_dated, is_label_of_order, names_total};
use super::widths::Shape;
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::date::Day;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// A sale.
    Sale(Sale<'a>),
    /// Not a sale.
    SetAside {
        /// Why.
        reason: Reason,
        /// The column that decided, where one did.
        column: Option<usize>,
        /// The amount in it, where it is readable.
        amount: Option<Amount>,
        /// The currency of a row that was set aside for it.
        currency: Option<CurrencyCode>,
    },
}

/// A sale as it stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sale<'a> {
    /// Name of the client, outer white space taken off; empty if there is none.
    pub client: &'a str,
    /// Day.
    pub day: Day,
    /// Amount.
    pub amount: Amount,
    /// Whether places of the amount were rounded off.
    pub rounded: bool,
    /// Order id, outer white space taken off; empty if there is none.
    pub order: &'a str,
    /// What the cells say that are kept nowhere; that of the date is one of them where it has a time.
    pub fingerprint: u32,
    /// The currency that stands beside the amount, in its column, or in the header.
    pub currency: Option<CurrencyCode>,
}

/// Where the amount of a row comes from.
#[derive(Clone, Copy, Debug)]
enum AmountFrom {
    Column(usize),
    Product { quantity: usize, price: usize },
}

/// Where the currency of a row comes from, besides the cell of its amount.
#[derive(Clone, Copy, Debug)]
struct CurrencyFrom {
    column: Option<usize>,
    /// What the header of the amounts says, for rows that say nothing.
    header: Option<CurrencyCode>,
    /// The one whose rows are taken.
    taken: Option<TakenCurrency>,
}

/// Reads rows by a layout.
#[derive(Clone, Debug)]
pub struct RowReader {
    client: usize,
    date: usize,
    amount: AmountFrom,
    order: Option<usize>,
    days: RecentDays,
    marks: Marks,
    keep_total_rows: bool,
    currency: CurrencyFrom,
    shape: Shape,
    headers: Vec<String>,
    header_line: Option<u64>,
    header_first: Option<u64>,
    /// Columns of the file, where rows may do no more than name what stands below them.
    names_above: Option<usize>,
    /// Columns of the file, where some are made: a total may have a day or a name that stands above it.
    own: Option<usize>,
    /// The column of the file from which days are carried down.
    days_above: Option<usize>,
    product: Option<usize>,
    /// Cells that a row must have to reach every needed column.
    cells_min: usize,
    /// Columns that are kept neither as texts nor as the day and the amount of the row.
    unkept: Vec<usize>,
}

impl RowReader {
    /// A reader of rows; `None` if a needed field is missing.
    #[must_use]
    pub fn new(layout: &Layout) -> Option<Self> {
        let column = |field| layout.mapping.column(field);
        let (client, date) = (column(Field::Client)?, column(Field::Date)?);
        let amount = match column(Field::Amount) {
            Some(amount) => AmountFrom::Column(amount),
            None => AmountFrom::Product { quantity: column(Field::Quantity)?, price: column(Field::Price)? },
        };
        let is_kept = |column: usize| {
            let kept = |field| matches!(field, Field::Client | Field::Date | Field::Amount | Field::Order);
            layout.mapping.field(column).is_some_and(|field| kept(field) || extras::TEXTS.contains(&field))
        };
        let last_of_amount = match amount {
            AmountFrom::Column(column) => column,
            AmountFrom::Product { quantity, price } => quantity.max(price),
        };
        Some(Self {
            client,
            date,
            amount,
            order: column(Field::Order),
            days: RecentDays::new(layout.date_order.0),
            marks: Marks::new(layout),
            keep_total_rows: layout.keep_total_rows,
            currency: CurrencyFrom {
                column: column(Field::Currency),
                header: layout.headers.get(last_of_amount).and_then(|header| currency::of_header(header)),
                taken: layout.currency,
            },
            shape: Shape::new(layout),
            headers: layout.own_headers().to_vec(),
            header_line: layout.header_line,
            header_first: layout.header_first,
            names_above: layout.derived.has_names_above().then(|| layout.own_headers().len()),
            own: (!layout.derived.is_empty()).then(|| layout.own_headers().len()),
            days_above: layout.derived.carried(date),
            product: column(Field::Product),
            cells_min: date.max(last_of_amount) + 1,
            unkept: (0..layout.headers.len()).filter(|&column| !is_kept(column)).collect(),
        })
    }

    /// Whether the record is the header itself, which is no row.
    #[must_use]
    pub fn is_header(&self, record: &Record<'_>) -> bool {
        self.header_first.is_some_and(|first| record.line >= first)
            && self.header_line.is_some_and(|last| record.line <= last)
    }

    /// Reads a row. `total` is the sum of the sales above it: a row with that sum and no client is a total row.
    #[must_use]
    pub fn read<'a>(&mut self, record: &Record<'a>, total: Sum) -> Row<'a> {
        let day = record.get(self.date).and_then(|cell| self.days.of(cell));
        let amount = self.amount(record);
        let is_above_header = self.header_line.is_some_and(|line| record.line < line);
        match (day, amount) {
            (Some(day), Some((amount, rounded)))
                if !is_above_header
                    && !self.is_moved(record)
                    && !self.is_total(record, true)
                    && !self.is_bare_sum(record, amount, total) =>
            {
                let text = |column: usize| record.trimmed(column);
                let order = self.order.map_or("", text);
                let currency = self.currency_of(record);
                if self.currency.taken.is_some_and(|taken| !taken.takes(currency)) {
                    return self.other_currency(amount, currency);
                }
                let fingerprint = self.fingerprint(record);
                Row::Sale(Sale { client: named(text(self.client)), day, amount, rounded, order, fingerprint, currency })
            }
            _ => {
                let amount = amount.map(|(amount, _)| amount);
                let (reason, column) = self.reason(record, day, amount, total, is_above_header);
                Row::SetAside { reason, column, amount, currency: None }
            }
        }
    }

    /// Why a row is no sale; the questions go from the row as a whole to its cells.
    fn reason(
        &self,
        record: &Record<'_>,
        day: Option<Day>,
        amount: Option<Amount>,
        total: Sum,
        is_above_header: bool,
    ) -> (Reason, Option<usize>) {
        if record.is_blank() {
            return (Reason::BlankRow, None);
        }
        if is_above_header {
            return (Reason::TitleRow, None);
        }
        if self.is_repeated_header(record) {
            return (Reason::RepeatedHeader, None);
        }
        let names_nobody = record.get(self.client).is_none_or(|cell| cell.trim().is_empty());
        let is_sum =
            day.is_none() && names_nobody && amount.is_some_and(|amount| amount.0 != 0 && Sum::from(amount) == total);
        let is_bare = || amount.is_some_and(|amount| self.is_bare_sum(record, amount, total));
        if self.is_total(record, day.is_some()) || (is_sum && !self.keep_total_rows) || is_bare() {
            return (Reason::TotalRow, None);
        }
        if self.is_heading(record) {
            return (Reason::TitleRow, None);
        }
        if record.len() < self.cells_min || self.shape.is_long(record) {
            return (Reason::RaggedRow, None);
        }
        if day.is_none() {
            return (Reason::BadDate, Some(self.date));
        }
        let column = match self.amount {
            AmountFrom::Column(column) => column,
            AmountFrom::Product { quantity, price } if self.decimal_at(record, quantity).is_some() => price,
            AmountFrom::Product { quantity, .. } => quantity,
        };
        (Reason::BadAmount, Some(column))
    }

    /// Whether a row has one cell, which names what stands below it.
    fn is_heading(&self, record: &Record<'_>) -> bool {
        self.names_above
            .is_some_and(|own| record.iter().take(own).filter(|cell| !trimmed(cell).is_empty()).count() == 1)
    }

    /// A sale in a currency that is not taken.
    const fn other_currency(&self, amount: Amount, currency: Option<CurrencyCode>) -> Row<'static> {
        let column = match self.amount {
            AmountFrom::Column(column) => column,
            AmountFrom::Product { price, .. } => price,
        };
        Row::SetAside { reason: Reason::OtherCurrency, column: Some(column), amount: Some(amount), currency }
    }

    /// The currency of a row: beside its amount, else in its column, else in the header.
    fn currency_of(&self, record: &Record<'_>) -> Option<CurrencyCode> {
        let amount = match self.amount {
            AmountFrom::Column(column) => column,
            AmountFrom::Product { price, .. } => price,
        };
        let CurrencyFrom { column, header, .. } = self.currency;
        currency::of_amount(record.get(amount)?).or_else(|| currency::of_name(record.get(column?)?)).or(header)
    }

    /// What the cells say that are kept nowhere, as they are written: those of [`RowReader::unkept`], and that of the date
    /// where it has more than a day in it.
    fn fingerprint(&self, record: &Record<'_>) -> u32 {
        let mut print = Fingerprint::default();
        let date = record.get(self.date).filter(|cell| cell.len() > PLAIN_DATE_BYTES).map(|_| self.date);
        for column in date.into_iter().chain(self.unkept.iter().copied()) {
            print.see(column, record.get(column).unwrap_or_default());
        }
        print.finish()
    }

    fn amount(&self, record: &Record<'_>) -> Option<(Amount, bool)> {
        match self.amount {
            AmountFrom::Column(column) => self.marks.parse_amount(record.get(column)?),
            AmountFrom::Product { quantity, price } => {
                self.marks.parse_product(record.get(quantity)?, record.get(price)?)
            }
        }
    }

    fn decimal_at(&self, record: &Record<'_>, column: usize) -> Option<number::Decimal> {
        self.marks.parse(record.get(column)?)
    }

    /// The columns whose cells are money or quantities, for evidence on the decimal mark.
    pub fn amount_columns(&self) -> impl Iterator<Item = usize> + use<> {
        let (first, second) = match self.amount {
            AmountFrom::Column(column) => (column, None),
            AmountFrom::Product { quantity, price } => (price, Some(quantity)),
        };
        std::iter::once(first).chain(second)
    }

    /// The date column.
    #[must_use]
    pub const fn date_column(&self) -> usize {
        self.date
    }

    /// Whether a row has more cells than columns and they do not stand under their headers.
    fn is_moved(&self, record: &Record<'_>) -> bool {
        self.shape.is_long(record) && self.shape.is_moved(record)
    }

    fn is_repeated_header(&self, record: &Record<'_>) -> bool {
        self.header_line.is_some() && header::stands_anew(record, self.headers.iter().map(String::as_str))
    }

    /// Whether a label makes the row a total. With a valid date only a label that is nothing else counts, or one that says
    /// of what it is: a client may be called "Total Trade".
    fn is_total(&self, record: &Record<'_>, is_dated: bool) -> bool {
        if self.keep_total_rows {
            return false;
        }
        let client = record.get(self.client);
        if is_dated {
            return client.is_some_and(is_label_of_dated)
                || self.is_labelled_product(record)
                || self.is_labelled_below_names(record);
        }
        record.first_filled().is_some_and(names_total) || client.is_some_and(names_total)
    }

    /// Whether a label of totals stands for what was sold.
    fn is_labelled_product(&self, record: &Record<'_>) -> bool {
        self.product.and_then(|column| record.get(column)).is_some_and(is_label_of_order)
    }

    /// Whether the first cell of a row that may have its day from above is a label of totals; of one that has it from there,
    /// also with the name of what is summed.
    fn is_labelled_below_names(&self, record: &Record<'_>) -> bool {
        let first = |own: usize| record.iter().take(own).map(trimmed).find(|cell| !cell.is_empty());
        let has_no_product = || self.product.is_none_or(|column| record.trimmed(column).is_empty());
        let has_no_day = || self.days_above.is_some_and(|column| record.trimmed(column).is_empty()) && has_no_product();
        self.own.and_then(first).is_some_and(|cell| is_label_of_dated(cell) || has_no_day() && names_total(cell))
    }

    /// Whether a row that may have its day and its name from above has nothing of its own but the sum of all sales above.
    fn is_bare_sum(&self, record: &Record<'_>, amount: Amount, total: Sum) -> bool {
        let (Some(own), AmountFrom::Column(column)) = (self.own, self.amount) else { return false };
        let is_bare =
            || record.iter().take(own).enumerate().all(|(place, cell)| (place == column) != trimmed(cell).is_empty());
        !self.keep_total_rows && amount != Amount::ZERO && Sum::from(amount) == total && is_bare()
    }
}

/// The day in a cell of a date column: a date as people write it, a serial number of Excel's, unix time, or a month in
/// digits, or the day of a document.
#[must_use]
pub fn day_of(cell: &str, order: DateOrder) -> Option<Day> {
    match calendar::parse(cell).or_else(|| calendar::parse_document(cell)) {
        Some(date) => date.resolve(order),
        None => {
            calendar::parse_serial(cell).or_else(|| calendar::parse_unix(cell)).or_else(|| calendar::parse_month(cell))
        }
    }
}

/// Bytes of `2026-01-05`: a longer cell may hold the time of day as well.
const PLAIN_DATE_BYTES: usize = 10;
