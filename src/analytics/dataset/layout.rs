//! The layout of a file: everything that must be known before its rows can be read, found from its beginning and from
//! what the user decided.

use super::calendar::{self, OrderEvidence, OrderVerdict};
use super::currency::TakenCurrency;
use super::dictionary::{self, ColumnEvidence};
use super::encoding::{self, Decoder, Detected};
use super::field::{Field, FieldMapping};
use super::foreign;
use super::number::{self, MarkEvidence, MarkVerdict};
use super::plan::{ColumnKind, DateOrder, DecimalMark, Encoding, ReadOptions, Separator};
use super::report::{ForeignKind, ReadError};
use super::sample::{Sample, SampleRow};
use super::separator;

/// Bytes that are enough to tell the layout: some thousand rows of any usual file.
pub const HEAD_BYTES: usize = 256 << 10;

/// Share of filled cells that must fit a kind.
const KIND_SHARE: f64 = 0.9;
/// Longest text of the user's file that a message quotes.
const QUOTE_CHARS_MAX: usize = 60;

/// How a file is laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Encoding.
    pub encoding: Encoding,
    /// Whether the encoding is beyond doubt.
    pub encoding_certain: bool,
    /// Separator of cells.
    pub separator: Separator,
    /// Whether a backslash takes the meaning from the quote after it.
    pub backslash_escapes: bool,
    /// Line of the header; `None` if the first row is data already.
    pub header_line: Option<u64>,
    /// Headers made unique, one a column; empty where the file has none.
    pub headers: Vec<String>,
    /// What the cells of each column look like.
    pub kinds: Vec<ColumnKind>,
    /// Which column stands for which field.
    pub mapping: FieldMapping,
    /// Decimal mark of money and quantities, and whether the sample leaves no doubt.
    pub decimal: (DecimalMark, bool),
    /// Order of day and month, and whether the sample leaves no doubt.
    pub date_order: (DateOrder, bool),
    /// Reads total rows as ordinary rows.
    pub keep_total_rows: bool,
    /// The currency whose rows are taken; `None` takes all.
    pub currency: Option<TakenCurrency>,
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
    let separator = match options.separator.or_else(|| separator::choose(&text, is_whole, escapes)) {
        Some(separator) => separator,
        None => return Err(no_columns(&text, is_whole, escapes)),
    };
    let sample = Sample::new(&text, is_whole, separator, escapes)?;
    let header = find_header(&sample, options.header_line);
    let header_cell = |column: usize| header.and_then(|row| row.record().get(column)).map_or("", str::trim);
    let header_line = header.map(|row| row.line);
    let data = || sample.rows.iter().filter(move |row| header_line.is_none_or(|line| row.line > line));
    if let Some(header_line) = header_line.filter(|_| is_whole && data().all(|row| row.filled() == 0)) {
        return Err(ReadError::HeaderOnly { header_line });
    }

    let header_width = header.map_or(0, SampleRow::width);
    let columns = if header.is_some() { header_width } else { sample.modal_width().0 };
    let headers = unique_names((0..columns).map(header_cell));
    let cells_of = |column: usize| data().filter_map(move |row| row.record().get(column));
    let looks: Vec<Look> = (0..columns).map(|column| Look::at(cells_of(column))).collect();
    let kinds: Vec<ColumnKind> = looks.iter().zip(&headers).map(|(look, header)| look.kind(header)).collect();
    let mapping = map_fields(&headers, &looks, &kinds, options);
    let decimal = options.decimal.map_or_else(|| guess_mark(&mapping, cells_of), |mark| (mark, true));
    let date_order = options.date_order.map_or_else(|| guess_order(&mapping, cells_of), |order| (order, true));
    let layout = Layout {
        encoding,
        encoding_certain: certain,
        separator,
        backslash_escapes: escapes,
        header_line,
        headers,
        kinds,
        mapping,
        decimal,
        date_order,
        keep_total_rows: options.keep_total_rows,
        currency: options.currency,
    };
    Ok((layout, sample))
}

impl Layout {
    /// Needed fields that no column stands for, in the order of [`Field::ALL`].
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        let has = |field| self.mapping.column(field).is_some();
        let is_missing = |field: &Field| match field {
            Field::Client | Field::Date => !has(*field),
            Field::Amount => !(has(Field::Amount) || has(Field::Quantity) && has(Field::Price)),
            _ => false,
        };
        Field::ALL.into_iter().filter(is_missing).collect()
    }
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

/// The header: the first row that is about as wide as the table and reads like names, not like data.
fn find_header(sample: &Sample, decided: Option<u64>) -> Option<&SampleRow> {
    if let Some(line) = decided {
        return sample.rows.iter().find(|row| row.line == line);
    }
    let (modal, _) = sample.modal_width();
    // Trailing separators make the table look wider than it is.
    let filled = sample.rows.iter().map(SampleRow::filled).max().unwrap_or(0).min(modal);
    let enough = (filled * 3).div_ceil(5).max(2);
    let candidate = sample.rows.iter().find(|row| row.filled() >= enough)?;
    let cells = || candidate.record().iter().map(str::trim).filter(|cell| !cell.is_empty());
    let data_like = cells().filter(|cell| is_value(cell)).count();
    (data_like * 2 < cells().count()).then_some(candidate)
}

/// Whether a cell is a number or a date.
fn is_value(cell: &str) -> bool {
    number::looks_numeric(cell) || calendar::parse(cell).is_some()
}

/// Names told apart: "Сумма", "Сумма (2)"; empty ones stay empty.
fn unique_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        let mut candidate = name.to_owned();
        let mut number = 2;
        while !name.is_empty() && unique.contains(&candidate) {
            candidate = format!("{name} ({number})");
            number += 1;
        }
        unique.push(candidate);
    }
    unique
}

/// What the cells of a column look like, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    cells: usize,
    filled: usize,
    distinct: usize,
    numbers: usize,
    dates: usize,
    identifiers: usize,
    serials: usize,
    unix: usize,
}

impl Look {
    fn at<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut look = Self::default();
        let mut distinct = std::collections::BTreeSet::new();
        for cell in cells {
            look.cells += 1;
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            look.filled += 1;
            distinct.insert(cell);
            look.numbers += usize::from(number::looks_numeric(cell));
            look.identifiers += usize::from(number::looks_like_identifier(cell));
            look.dates += usize::from(calendar::parse(cell).is_some());
            look.serials += usize::from(calendar::parse_serial(cell).is_some());
            look.unix += usize::from(calendar::parse_unix(cell).is_some());
        }
        look.distinct = distinct.len();
        look
    }

    fn kind(&self, header: &str) -> ColumnKind {
        let mostly = |count: usize| count as f64 >= KIND_SHARE * self.filled as f64;
        let header = header.to_lowercase();
        let is_dated = ["дата", "date", "время", "time", "day"].iter().any(|word| header.contains(word));
        if self.filled == 0 {
            ColumnKind::Empty
        } else if mostly(self.dates) || is_dated && (mostly(self.serials) || mostly(self.unix)) {
            ColumnKind::Date
        } else if mostly(self.numbers) && self.identifiers > 0 {
            ColumnKind::Identifier
        } else if mostly(self.numbers) {
            ColumnKind::Number
        } else {
            ColumnKind::Text
        }
    }

    fn share(part: usize, whole: usize) -> f64 {
        if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
    }
}

/// The dictionary's proposal with the user's decisions put over it.
fn map_fields(headers: &[String], looks: &[Look], kinds: &[ColumnKind], options: &ReadOptions) -> FieldMapping {
    let evidence: Vec<ColumnEvidence<'_>> = headers
        .iter()
        .zip(looks)
        .zip(kinds)
        .map(|((header, look), &kind)| ColumnEvidence {
            header,
            kind,
            distinct_share: Look::share(look.distinct, look.filled),
            filled_share: Look::share(look.filled, look.cells),
        })
        .collect();
    let mut mapping = dictionary::propose(&evidence);
    for &(field, column) in &options.mapping {
        if let Some(proposed) = mapping.column(field) {
            mapping.clear_column(proposed);
        }
        if let Some(column) = column.filter(|&column| column < headers.len()) {
            mapping.set(field, column);
        }
    }
    mapping
}

/// Fields whose cells are decimals.
pub const DECIMAL_FIELDS: [Field; 5] = [Field::Amount, Field::Quantity, Field::Price, Field::Cost, Field::Margin];

/// Fields that decide the decimal mark: money has fractions, quantities mostly have none.
const MONEY_FIELDS: [Field; 2] = [Field::Amount, Field::Price];

/// The decimal mark of the money columns: what the sample leaves no doubt about, else a point.
fn guess_mark<'a, I: Iterator<Item = &'a str>>(
    mapping: &FieldMapping,
    cells_of: impl Fn(usize) -> I,
) -> (DecimalMark, bool) {
    let mut evidence = MarkEvidence::default();
    for column in MONEY_FIELDS.into_iter().filter_map(|field| mapping.column(field)) {
        cells_of(column).for_each(|cell| evidence.see(cell));
    }
    match evidence.verdict() {
        MarkVerdict::Certain(mark) => (mark, true),
        MarkVerdict::Contradictory(mark) => (mark, false),
        MarkVerdict::Either | MarkVerdict::Ambiguous => (DecimalMark::Point, false),
    }
}

/// The order of the date column: what the sample leaves no doubt about, else day first.
fn guess_order<'a, I: Iterator<Item = &'a str>>(
    mapping: &FieldMapping,
    cells_of: impl Fn(usize) -> I,
) -> (DateOrder, bool) {
    let mut evidence = OrderEvidence::default();
    let mut year_first = false;
    for cell in mapping.column(Field::Date).into_iter().flat_map(cells_of) {
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
        OrderVerdict::Ambiguous => (DateOrder::Dmy, false),
    }
}
