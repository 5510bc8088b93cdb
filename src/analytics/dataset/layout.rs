//! The layout of a file: everything that must be known before its rows can be read, found from its beginning and from
//! what the user decided.

use super::amount_column;
use super::calendar::{self, OrderEvidence, OrderVerdict};
use super::columns::{self, Columns, Look};
use super::currency::TakenCurrency;
use super::derived::Derived;
use super::dictionary::{self, ColumnEvidence};
use super::encoding::{self, Decoder, Detected};
use super::field::{Field, FieldMapping};
use super::foreign;
use super::header::Header;
use super::kinds::TableKind;
use super::kinds::detect::{self, Evidence, Stages};
use super::kinds::pivot::{self, PivotPlan};
use super::kinds::report::Finding;
use super::marks::Marks;
use super::not_sales;
use super::number;
use super::plan::{ColumnKind, DateOrder, DecimalMark, Encoding, ReadOptions, Separator};
use super::records::{Record, Unwrapper};
use super::report::{ForeignKind, ReadError};
use super::sample::{Sample, SampleRow};
use super::separator;
use crate::analytics::amount::Amount;

/// Bytes that are enough to tell the layout: some thousand rows of any usual file.
pub const HEAD_BYTES: usize = 256 << 10;

/// Longest text of the user's file that a message quotes.
const QUOTE_CHARS_MAX: usize = 60;

/// How a file is laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What the table is about.
    pub table: TableKind,
    /// Whether that is beyond doubt.
    pub table_certain: bool,
    /// Encoding.
    pub encoding: Encoding,
    /// Whether the encoding is beyond doubt.
    pub encoding_certain: bool,
    /// Separator of cells.
    pub separator: Separator,
    /// Whether a backslash takes the meaning from the quote after it.
    pub backslash_escapes: bool,
    /// Whether rows stand in quotes as a whole.
    pub is_wrapped: bool,
    /// First line of the header, where it has several.
    pub header_first: Option<u64>,
    /// Line of the header, the last one where it has several; `None` if the first row is data already.
    pub header_line: Option<u64>,
    /// Headers made unique, one a column; empty where the file has none.
    pub headers: Vec<String>,
    /// What the cells of each column look like.
    pub kinds: Vec<ColumnKind>,
    /// Columns that are made from others, the last of `headers`.
    pub derived: Derived,
    /// Which column stands for which field.
    pub mapping: FieldMapping,
    /// Columns of periods, of a pivot table.
    pub pivot: Option<PivotPlan>,
    /// Columns that no field stands for and that are read all the same: periods, days of stages, attributes, questions.
    pub free_columns: Vec<usize>,
    /// What the beginning shows and the user should know.
    pub findings: Vec<(Finding, u64)>,
    /// Decimal mark of money and quantities, and whether the sample leaves no doubt.
    pub decimal: (DecimalMark, bool),
    /// Whether a cell that is no number with that mark may be one with the other.
    pub either_mark: bool,
    /// Order of day and month, and whether the sample leaves no doubt.
    pub date_order: (DateOrder, bool),
    /// Reads total rows as ordinary rows.
    pub keep_total_rows: bool,
    /// The currency whose rows are taken; `None` takes all.
    pub currency: Option<TakenCurrency>,
}

/// A layout with all that it was found from: who reads a file after a look at it need not find it again.
#[derive(Clone, Debug)]
pub struct Looked {
    head: Vec<u8>,
    file_bytes: u64,
    options: ReadOptions,
    layout: Layout,
}

impl Looked {
    /// The outcome of [`find`].
    pub(super) const fn new(head: Vec<u8>, file_bytes: u64, options: ReadOptions, layout: Layout) -> Self {
        Self { head, file_bytes, options, layout }
    }

    /// The layout, if it is what [`find`] would find.
    pub(super) fn into_layout(self, head: &[u8], file_bytes: u64, options: &ReadOptions) -> Option<Layout> {
        let is_same = self.file_bytes == file_bytes && self.options == *options && self.head == head;
        is_same.then_some(self.layout)
    }
}

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Not at all.
    None,
    /// As they stand.
    Text,
    /// As days.
    Day,
    /// As decimals.
    Decimal,
}

/// Finds the layout of a file that begins with `head` and has `file_bytes` in all.
///
/// # Errors
/// When the file is no table of text; missing fields are no error here, see [`Layout::missing`].
pub fn find(head: &[u8], file_bytes: u64, options: &ReadOptions) -> Result<(Layout, Sample), ReadError> {
    if head.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if let Some(kind) = foreign::recognise(head) {
        return Err(ReadError::NotText { kind });
    }
    let is_whole = head.len() as u64 >= file_bytes;
    let detected = encoding::detect(head);
    let Detected { encoding, certain } =
        options.encoding.map_or(detected, |encoding| Detected { encoding, certain: true });
    let text = decode(head, encoding);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    if foreign::is_binary(&text) {
        return Err(ReadError::NotText { kind: ForeignKind::Binary });
    }
    let escapes = options.backslash_escapes;
    let chosen = separator::choose(&text, is_whole, escapes);
    let unwrapped = if chosen.is_none() { unwrapped(&text, is_whole, escapes) } else { None };
    let is_wrapped = unwrapped.is_some();
    let (text, chosen) = unwrapped.map_or((text, chosen), |(text, separator)| (text, Some(separator)));
    let Some(separator) = options.separator.or(chosen) else { return Err(no_columns(&text, is_whole, escapes)) };
    let mut sample = Sample::new(&text, is_whole, separator, escapes)?;
    let header = Header::find(&sample, options.header_line);
    let (header_first, header_line) = (header.first_line(), header.last_line());
    let mut columns = Columns::find(&sample, &header);
    if let Some(header_line) = header_line.filter(|_| is_whole)
        && columns::data(&sample, Some(header_line)).all(|row| row.filled() == 0)
    {
        return Err(ReadError::HeaderOnly { header_line });
    }
    let titles = sample.rows.iter().filter(|row| header_first.is_some_and(|first| row.line < first));
    let titles: Vec<String> = titles.flat_map(|row| row.record().iter()).map(str::to_owned).collect();
    let titles = || titles.iter().map(String::as_str);
    let is_left_out = |column: &usize| options.left_out_columns.contains(column);
    let is_sums = |column: usize| !is_left_out(&column) && columns.looks.get(column).is_some_and(Look::is_half_numbers);
    let pivot = pivot::plan(&columns.headers, is_sums, titles(), options);
    let found = kind_of(&columns, &sample, header_line, pivot.as_ref(), options);
    let (derived, (table, table_certain)) =
        derive(&mut columns, &mut sample, (header_line, titles()), found, pivot.as_ref(), options);
    let pivot = pivot.filter(|_| table == TableKind::Pivot);
    let mut mapping = map_fields(table, &columns.evidence(), pivot.as_ref(), options);
    let is_open = |field: Field| options.mapping.iter().all(|(decided, _)| *decided != field);
    let is_decided = |column: usize| options.mapping.iter().any(|(_, decided)| *decided == Some(column));
    derived.used_up().filter(|column| !is_decided(*column)).for_each(|column| mapping.clear_column(column));
    derived.fields().filter(|(field, _)| is_open(*field)).for_each(|(field, column)| mapping.set(field, column));
    // Reports of movements often have no other date than that of the document.
    if table == TableKind::Sales
        && mapping.column(Field::Date).is_none()
        && is_open(Field::Date)
        && let Some(column) = columns.looks.iter().position(Look::is_of_documents)
    {
        mapping.set(Field::Date, column);
    }
    let Columns { headers, kinds, .. } = columns;
    let columns = headers.len();
    let data = || columns::data(&sample, header_line);
    let cells_of = |column: usize| data().filter_map(move |row| row.record().get(column));
    let amount = if table == TableKind::Sales {
        amount_column::correct(&mut mapping, data(), (&headers, &kinds), is_open)
    } else {
        Vec::new()
    };
    let is_year_assumed = pivot.as_ref().is_some_and(|plan| plan.year_assumed);
    let year = is_year_assumed.then_some((Finding::YearAssumed, 1));
    let findings = derived.findings().chain(year).chain(amount).collect();
    let mut layout = Layout {
        table,
        table_certain,
        encoding,
        encoding_certain: certain,
        separator,
        backslash_escapes: escapes,
        is_wrapped,
        header_first,
        header_line,
        headers,
        kinds,
        derived,
        mapping,
        pivot,
        free_columns: Vec::new(),
        findings,
        decimal: (DecimalMark::Point, false),
        either_mark: options.either_mark,
        date_order: (DateOrder::Dmy, false),
        keep_total_rows: options.keep_total_rows,
        currency: options.currency,
    };
    layout.free_columns = layout.find_free_columns();
    layout.free_columns.retain(|column| !is_left_out(column));
    let is_money = |&column: &usize| match layout.mapping.field(column) {
        // Money has fractions, quantities mostly have none.
        Some(field) if table == TableKind::Sales => matches!(field, Field::Amount | Field::Price),
        _ => layout.role(column) == Role::Decimal,
    };
    let money = (0..columns).filter(is_money).flat_map(cells_of);
    let days = (0..columns).filter(|&column| layout.role(column) == Role::Day).flat_map(cells_of);
    // Whoever wrote the file wrote other days the same way.
    let is_other =
        |&column: &usize| layout.kinds.get(column) == Some(&ColumnKind::Date) && layout.role(column) != Role::Day;
    let other_days = (0..columns).filter(is_other).flat_map(cells_of);
    let (decimal, date_order) = (
        options.decimal.map_or_else(|| number::guess_mark(money), |mark| (mark, true)),
        options.date_order.map_or_else(|| guess_order(days, other_days), |order| (order, true)),
    );
    let names = (0..columns).filter(|&column| !matches!(layout.role(column), Role::Decimal | Role::Day));
    let damaged = names.flat_map(cells_of).filter(|cell| number::is_damaged_identifier(cell)).count() as u64;
    (layout.decimal, layout.date_order) = (decimal, date_order);
    if damaged > 0 {
        layout.findings.push((Finding::DamagedIdentifiers, damaged));
    }
    if table == TableKind::Sales && has_no_sales(&layout, data()) {
        layout.findings.push((Finding::NotOnlySales, 1));
    }
    let beside = if table == TableKind::Sales { tables_beside(&layout) } else { 0 };
    if beside > 0 {
        layout.findings.push((Finding::TablesBeside, beside));
    }
    let says_thousands =
        |column: usize| layout.headers.get(column).is_some_and(|header| dictionary::says_thousands(header));
    if layout.mapping.column(Field::Amount).is_some_and(says_thousands) {
        layout.findings.push((Finding::InThousands, 1));
    }
    let swapped = (0..columns)
        .filter(|&column| layout.role(column) == Role::Day && calendar::are_swapped(cells_of(column)))
        .count();
    if swapped > 0 {
        layout.findings.push((Finding::DatesSwapped, swapped as u64));
    }
    Ok((layout, sample))
}

/// How often days and sums stand again to the right of those that are read: tables beside each other, or instalments.
fn tables_beside(layout: &Layout) -> u64 {
    // Of headers in two rows the lower, and without what made it unique or counts it.
    let bare = |header: &str| {
        let name = header.rsplit(" / ").next().unwrap_or(header);
        let number = |rest: &str| rest.strip_suffix(')').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        let name = name.rsplit_once(" (").filter(|(_, rest)| number(rest)).map_or(name, |(name, _)| name);
        name.trim_end_matches(|character: char| character.is_ascii_digit() || character == ' ').to_owned()
    };
    let names: Vec<String> = layout.own_headers().iter().map(|header| bare(header)).collect();
    let more = |field| {
        let column = layout.mapping.column(field)?;
        let name = names.get(column).filter(|name| !name.is_empty())?;
        Some(names.iter().filter(|other| *other == name).count() as u64 - 1)
    };
    [Field::Date, Field::Amount].into_iter().map(more).min().flatten().unwrap_or(0)
}

impl Layout {
    /// Needed fields that no column stands for, in the order of [`Field::ALL`].
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        let has = |field| self.mapping.column(field).is_some();
        match self.table {
            TableKind::Pivot if self.pivot.is_none() => {
                self.table.missing(&self.mapping).into_iter().chain([Field::Period]).collect()
            }
            // Any day of a deal says when it was somewhere.
            TableKind::Deals if has(Field::Closed) || has(Field::Created) || !self.free_columns.is_empty() => {
                Vec::new()
            }
            _ => self.table.missing(&self.mapping),
        }
    }

    /// Headers of the columns that stand in the file.
    #[must_use]
    pub fn own_headers(&self) -> &[String] {
        let own = self.headers.len() - self.derived.len();
        self.headers.get(..own).unwrap_or_default()
    }

    /// Whether a line is of the header.
    #[must_use]
    pub fn is_header(&self, line: u64) -> bool {
        self.header_first.is_some_and(|first| line >= first) && self.header_line.is_some_and(|last| line <= last)
    }

    /// How the cells of a column are read.
    #[must_use]
    pub fn role(&self, column: usize) -> Role {
        match self.mapping.field(column) {
            Some(field) if field.is_decimal() => Role::Decimal,
            Some(field) if field.is_day() => Role::Day,
            Some(_) => Role::Text,
            None if !self.free_columns.contains(&column) => Role::None,
            None => match self.table {
                TableKind::Pivot => Role::Decimal,
                TableKind::Deals => Role::Day,
                _ => Role::Text,
            },
        }
    }

    fn find_free_columns(&self) -> Vec<usize> {
        let is_free = |column: &usize| self.mapping.field(*column).is_none();
        let kind = |column: usize| self.kinds.get(column).copied().unwrap_or(ColumnKind::Empty);
        let columns = (0..self.headers.len()).filter(is_free);
        match self.table {
            TableKind::Pivot => self.pivot.iter().flat_map(|plan| &plan.periods).map(|period| period.column).collect(),
            TableKind::Deals => {
                let is_stage = |header: &String| dictionary::is_day_of_stage(header);
                columns
                    .filter(|&column| {
                        kind(column) == ColumnKind::Date && self.headers.get(column).is_some_and(is_stage)
                    })
                    .collect()
            }
            TableKind::Clients | TableKind::Answers => {
                columns.filter(|&column| kind(column) != ColumnKind::Empty).collect()
            }
            TableKind::Sales | TableKind::Daily | TableKind::Events | TableKind::Sources => Vec::new(),
        }
    }
}

/// What the table is about, told from the columns of the file.
fn kind_of(
    columns: &Columns,
    sample: &Sample,
    header_line: Option<u64>,
    pivot: Option<&PivotPlan>,
    options: &ReadOptions,
) -> (TableKind, bool) {
    if let Some(table) = options.table {
        return (table, true);
    }
    let is_key = |left: usize, right: usize| {
        let mut seen = std::collections::BTreeSet::new();
        columns::data(sample, header_line).filter(|row| row.filled() > 0).all(|row| {
            let cell = |column| row.record().get(column).map_or("", str::trim);
            seen.insert((cell(left), cell(right)))
        })
    };
    let stages =
        |column: usize| Stages::of(columns::data(sample, header_line).filter_map(|row| row.record().get(column)));
    detect::detect(&Evidence { columns: &columns.evidence(), pivot, is_key: &is_key, stages: &stages })
}

/// Makes the columns without which a table is none of sales, or not whole, and says what it is then; without any where they
/// do not make it one.
fn derive<'t>(
    columns: &mut Columns,
    sample: &mut Sample,
    (header_line, titles): (Option<u64>, impl Iterator<Item = &'t str> + Clone),
    found: (TableKind, bool),
    pivot: Option<&PivotPlan>,
    options: &ReadOptions,
) -> (Derived, (TableKind, bool)) {
    let (table, is_certain) = found;
    let marks = |sums: &[usize]| {
        let cells =
            columns::data(sample, header_line).flat_map(|row| sums.iter().filter_map(|sum| row.record().get(*sum)));
        let mark = options.decimal.unwrap_or_else(|| number::guess_mark(cells).0);
        (mark, Marks::of(mark, options.either_mark))
    };
    let evidence = columns.evidence();
    let mut derived = None;
    if table == TableKind::Pivot {
        let sums: Vec<usize> = pivot.iter().flat_map(|plan| &plan.periods).map(|period| period.column).collect();
        let evidence = beside_periods(evidence, pivot);
        let (_, marks) = marks(&sums);
        derived = Some(Derived::find_in_pivot(columns::data(sample, header_line), &evidence, sums, marks));
    } else if table == TableKind::Sales || !is_certain && options.table.is_none() {
        let mut mapping = dictionary::propose(&evidence);
        let of_sales = Derived::find(columns::data(sample, header_line), &evidence, marks, (options.year, titles));
        of_sales.fields().for_each(|(field, column)| mapping.set(field, column));
        let makes_sales = table == TableKind::Sales || of_sales.makes_sales();
        derived = Some(of_sales).filter(|_| makes_sales && TableKind::Sales.missing(&mapping).is_empty());
    }
    let makes_sales = table != TableKind::Pivot && derived.as_ref().is_some_and(|derived| !derived.is_empty());
    let derived = derived.unwrap_or_else(|| Derived::find_in_other(table, &columns.evidence()));
    columns.derive(&derived, sample, header_line);
    (derived, if makes_sales { (TableKind::Sales, true) } else { found })
}

/// What is known of columns, where a column of a period is nothing else.
fn beside_periods<'a>(mut evidence: Vec<ColumnEvidence<'a>>, pivot: Option<&PivotPlan>) -> Vec<ColumnEvidence<'a>> {
    for period in pivot.iter().flat_map(|plan| &plan.periods) {
        if let Some(column) = evidence.get_mut(period.column) {
            *column = ColumnEvidence { header: "", kind: ColumnKind::Empty, ..*column };
        }
    }
    evidence
}

/// Whether rows with a sum above zero are called no sales by a column that stands for nothing else.
fn has_no_sales<'a>(layout: &Layout, rows: impl Iterator<Item = &'a SampleRow> + Clone) -> bool {
    let is_free = |column: &usize| layout.mapping.field(*column).is_none();
    let headers = layout.own_headers().iter().map(String::as_str).enumerate();
    let free: Vec<(usize, &str)> = headers.filter(|(column, _)| is_free(column)).collect();
    let marks = Marks::new(layout);
    let amount = layout.mapping.column(Field::Amount);
    let is_positive = |record: &Record<'_>| {
        let cell = amount.and_then(|column| record.get(column));
        cell.is_none_or(|cell| marks.parse_amount(cell).is_some_and(|(amount, _)| amount > Amount::ZERO))
    };
    let is_of_remarks = |header: &str| dictionary::names_remark(header);
    let remarks = free.iter().filter(|(_, header)| is_of_remarks(header)).map(|(column, _)| *column);
    let documents: Vec<usize> = layout.mapping.column(Field::Order).into_iter().chain(remarks).collect();
    let rows = rows.map(SampleRow::record);
    not_sales::are_among(rows.clone(), &free, is_positive)
        || not_sales::are_among_documents(rows, &documents, is_positive)
}

fn decode(head: &[u8], encoding: Encoding) -> String {
    let mut text = String::new();
    let mut give = |part: &str| -> Result<(), std::convert::Infallible> {
        text.push_str(part);
        Ok(())
    };
    // A character cut at the end of the head is simply not there.
    let Ok(()) = Decoder::new(encoding).push(head, &mut give);
    text
}

/// The text without the quotes around its rows, and what parts its cells then; `None` where that makes no table of it.
fn unwrapped(text: &str, is_whole: bool, escapes: bool) -> Option<(String, Separator)> {
    let mut unwrapper = Unwrapper::default();
    let unwrapped = unwrapper.push(text).to_owned();
    let separator = separator::choose(&unwrapped, is_whole, escapes).filter(|_| unwrapper.has_wrapped())?;
    Some((unwrapped, separator))
}

/// Why a text has no columns: one quote may have swallowed them all.
fn no_columns(text: &str, is_whole: bool, backslash_escapes: bool) -> ReadError {
    if let Err(error) = Sample::new(text, true, Separator::Semicolon, backslash_escapes) {
        return match error {
            ReadError::UnclosedQuote { line } if !is_whole => {
                ReadError::CellTooLong { line, bytes_max: HEAD_BYTES as u64 }
            }
            error => error,
        };
    }
    let first_line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    ReadError::OneColumn { first_line: shortened(first_line) }
}

/// `text` as a message quotes it.
#[must_use]
pub fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(QUOTE_CHARS_MAX) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The dictionary's proposal with the user's decisions put over it.
fn map_fields(
    table: TableKind,
    evidence: &[ColumnEvidence<'_>],
    pivot: Option<&PivotPlan>,
    options: &ReadOptions,
) -> FieldMapping {
    let evidence = beside_periods(evidence.to_vec(), pivot);
    let mut mapping = dictionary::propose_for(table, &evidence);
    for &(field, column) in &options.mapping {
        if !table.fields().contains(&field) {
            continue;
        }
        if let Some(proposed) = mapping.column(field) {
            mapping.clear_column(proposed);
        }
        if let Some(column) = column.filter(|&column| column < evidence.len()) {
            mapping.set(field, column);
        }
    }
    mapping
}

/// The order of the date columns: what the sample leaves no doubt about, else day first.
fn guess_order<'a>(cells: impl Iterator<Item = &'a str>, others: impl Iterator<Item = &'a str>) -> (DateOrder, bool) {
    let mut evidence = OrderEvidence::default();
    let mut year_first = false;
    for cell in cells {
        if let Some(date) = calendar::parse(cell) {
            evidence.see(date);
            year_first |= cell.trim().bytes().take_while(u8::is_ascii_digit).count() >= 4;
        }
    }
    match evidence.verdict() {
        OrderVerdict::Certain(order) => (order, true),
        OrderVerdict::Contradictory(order) => (order, false),
        OrderVerdict::Irrelevant if year_first => (DateOrder::Ymd, true),
        OrderVerdict::Irrelevant => (DateOrder::Dmy, true),
        OrderVerdict::Ambiguous => {
            others.filter_map(calendar::parse).for_each(|date| evidence.see(date));
            match evidence.verdict() {
                OrderVerdict::Certain(order) => (order, true),
                _ => (DateOrder::Dmy, false),
            }
        }
    }
}
