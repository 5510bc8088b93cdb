//! The whole file: pieces in, typed columns and the account of every row out.
//!
//! The layout is found from the head of the file. Where the whole shows what the head could not (the one date that
//! tells day from month stands on the last line), the importer asks to be fed again, with that decided.

use super::account::{Account, Doubts};
use super::broken::BrokenLines;
use super::calendar::{self, OrderEvidence, OrderVerdict};
use super::columns;
use super::derived::Deriver;
use super::encoding::Decoder;
use super::extras::ExtrasCollector;
use super::kinds::TableKind;
use super::kinds::reading::KindReading;
use super::late_words::LateWords;
use super::layout::{self, HEAD_BYTES, Layout, Looked};
use super::number::{self, MarkEvidence, MarkVerdict};
use super::plan::{DateOrder, DecimalMark, Encoding, ReadOptions};
use super::records::{Record, RecordReader};
use super::report::{Ingested, ReadError, Reason};
use super::row::{Row, RowReader};

/// Bytes that are read at once: so many stay in the processor's nearer memory from one step to the next, and a browser
/// that finds a program worth making faster can only change it between two calls.
const PART_BYTES: usize = 64 << 10;

/// Rows from which the length of the others can be told.
const ROWS_TELLING_MIN: u64 = 500;

/// The outcome of a reading.
#[derive(Debug)]
pub enum Finished {
    /// The table and the account of all rows.
    Ingested(Box<Ingested>),
    /// The whole file contradicts what its beginning looked like: read it again with these options.
    ReadAgain(Box<ReadOptions>),
}

/// Takes a file in pieces of any size.
#[derive(Debug)]
pub struct Importer {
    options: ReadOptions,
    file_bytes: u64,
    /// The beginning, until there is enough of it to find the layout.
    head: Vec<u8>,
    /// What a look at the file has found.
    looked: Option<Box<Looked>>,
    reading: Option<AnyReading>,
}

impl Importer {
    /// An importer at the beginning of a file of `file_bytes`.
    #[must_use]
    pub fn new(options: &ReadOptions, file_bytes: u64) -> Self {
        Self { options: options.clone(), file_bytes, head: Vec::new(), looked: None, reading: None }
    }

    /// Takes over what a look at the file has found, if it is the same file and the same options. Changes no result.
    #[must_use]
    pub fn after(mut self, looked: Option<Box<Looked>>) -> Self {
        self.looked = looked;
        self
    }

    /// Takes over the beginning of the file, to be read with the next piece or at the end. Only before the first piece.
    #[must_use]
    pub fn beginning_with(mut self, head: Vec<u8>) -> Self {
        self.head = head;
        self
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// When the file cannot be read as a table; the importer is of no use after that.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        if let Some(reading) = &mut self.reading {
            return match reading {
                AnyReading::Sales(reading) => reading.push(piece),
                AnyReading::Other(reading) => reading.push(piece),
            };
        }
        self.head.extend_from_slice(piece);
        if self.head.len() < HEAD_BYTES { Ok(()) } else { self.begin().map(drop) }
    }

    /// Rows read so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        match &self.reading {
            Some(AnyReading::Sales(reading)) => reading.sink.account.rows_read(),
            Some(AnyReading::Other(reading)) => reading.rows(),
            None => 0,
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When the file cannot be read as a table, or none of its rows could be used.
    pub fn finish(mut self) -> Result<Finished, ReadError> {
        if self.reading.is_none() {
            // The whole file is shorter than a head, whatever its size was said to be.
            self.file_bytes = self.head.len() as u64;
            self.begin()?;
        }
        match self.reading.take() {
            Some(AnyReading::Sales(reading)) => reading.finish(&self.options),
            Some(AnyReading::Other(reading)) => reading.finish(&self.options),
            None => Err(ReadError::Empty),
        }
    }

    fn begin(&mut self) -> Result<(), ReadError> {
        let head = std::mem::take(&mut self.head);
        // The layout is told from so much as an inspection sees, however large the pieces are.
        let beginning = head.get(..HEAD_BYTES).unwrap_or(&head);
        let looked =
            self.looked.take().and_then(|looked| looked.into_layout(beginning, self.file_bytes, &self.options));
        let layout = match looked {
            Some(layout) => layout,
            None => layout::find(beginning, self.file_bytes, &self.options)?.0,
        };
        self.reading = Some(if layout.table == TableKind::Sales {
            let mut reading = Reading::new(layout, self.file_bytes)?;
            reading.push(&head)?;
            AnyReading::Sales(Box::new(reading))
        } else {
            let mut reading = KindReading::new(layout)?;
            reading.push(&head)?;
            AnyReading::Other(Box::new(reading))
        });
        Ok(())
    }
}

/// The quick way, which is for sales, and the plain one.
#[derive(Debug)]
enum AnyReading {
    Sales(Box<Reading>),
    Other(Box<KindReading>),
}

/// A file whose layout is known.
#[derive(Debug)]
struct Reading {
    decoder: Decoder,
    records: RecordReader,
    sink: Sink,
    broken: BrokenLines,
    bytes_done: u64,
    bytes_all: u64,
    words: LateWords,
}

/// Where records go.
#[derive(Debug)]
struct Sink {
    layout: Layout,
    deriver: Option<Deriver>,
    rows: RowReader,
    extras: Option<ExtrasCollector>,
    account: Account,
    marks: Doubt<MarkEvidence>,
    orders: Doubt<OrderEvidence>,
}

/// Evidence on a guess about a column.
#[derive(Debug, Default)]
struct Doubt<E> {
    /// Collected only while the head left the question open.
    evidence: Option<E>,
    /// Rows that the guess leaves unreadable and the other answer would read.
    against: u64,
}

impl Reading {
    fn new(layout: Layout, bytes_all: u64) -> Result<Self, ReadError> {
        let Some(rows) = RowReader::new(&layout) else {
            return Err(ReadError::MissingFields { fields: layout.missing(), headers: layout.headers });
        };
        let open = |is_certain: bool| !is_certain;
        Ok(Self {
            decoder: Decoder::new(layout.encoding),
            records: RecordReader::new(layout.separator.byte(), layout.backslash_escapes).unwrapping(layout.is_wrapped),
            broken: BrokenLines::default(),
            bytes_done: 0,
            bytes_all,
            words: LateWords::default(),
            sink: Sink {
                rows,
                deriver: Deriver::new(&layout.derived),
                extras: ExtrasCollector::new(&layout),
                account: Account::new(&layout),
                marks: Doubt { evidence: open(layout.decimal.1).then(MarkEvidence::default), against: 0 },
                orders: Doubt { evidence: open(layout.date_order.1).then(OrderEvidence::default), against: 0 },
                layout,
            },
        })
    }

    fn push(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        self.foresee();
        self.bytes_done += piece.len() as u64;
        let Self { decoder, records, sink, broken, .. } = self;
        piece.chunks(PART_BYTES).try_for_each(|part| {
            decoder.push(part, &mut |text| {
                broken.see(text, records.line());
                records.push(text, &mut |record| sink.take(&record))
            })
        })?;
        if self.sink.layout.encoding == Encoding::Utf8 {
            self.words.see(piece);
        }
        Ok(())
    }

    /// Makes room for the sales of the whole file, if they are as long as those so far.
    fn foresee(&mut self) {
        let sales = self.sink.account.rows_used();
        if sales < ROWS_TELLING_MIN || self.bytes_done >= self.bytes_all {
            return;
        }
        let foreseen = u128::from(sales) * u128::from(self.bytes_all) / u128::from(self.bytes_done.max(1));
        let sales = usize::try_from(foreseen).unwrap_or(0);
        self.sink.account.reserve(sales);
        self.sink.extras.iter_mut().for_each(|extras| extras.reserve(sales));
    }

    fn finish(mut self, options: &ReadOptions) -> Result<Finished, ReadError> {
        let Self { decoder, records, sink, broken, .. } = &mut self;
        decoder.finish(&mut |text| {
            broken.see(text, records.line());
            records.push(text, &mut |record| sink.take(&record))
        })?;
        records.finish(&mut |record| sink.take(&record))?;
        if let Some(corrected) = self.corrected(options) {
            return Ok(Finished::ReadAgain(Box::new(corrected)));
        }
        let undecodable = (self.decoder.undecodable(), self.broken.take());
        self.sink.finish(undecodable).map(Box::new).map(Finished::Ingested)
    }

    /// The options with what the whole file has shown, if that differs from what they led to.
    fn corrected(&self, options: &ReadOptions) -> Option<ReadOptions> {
        let Sink { layout, account, marks, orders, .. } = &self.sink;
        let mut corrected = options.clone();
        // The head was plain ASCII, or nearly, so that any encoding would have done, and UTF-8 turned out wrong.
        if options.encoding.is_none() && self.decoder.undecodable() > 0 {
            corrected.encoding = self.words.encoding().filter(|_| layout.encoding == Encoding::Utf8);
        }
        let used = account.rows_used();
        if options.decimal.is_none() {
            let mark = match marks.evidence.as_ref().map(MarkEvidence::verdict) {
                Some(MarkVerdict::Certain(mark) | MarkVerdict::Contradictory(mark)) => mark,
                _ if marks.against > used => other_mark(layout.decimal.0),
                _ => layout.decimal.0,
            };
            corrected.decimal = Some(mark).filter(|&mark| mark != layout.decimal.0);
        }
        if options.date_order.is_none() {
            let order = match orders.evidence.as_ref().map(OrderEvidence::verdict) {
                Some(OrderVerdict::Certain(order) | OrderVerdict::Contradictory(order)) => order,
                _ if orders.against > used => other_order(layout.date_order.0),
                _ => layout.date_order.0,
            };
            corrected.date_order = Some(order).filter(|&order| order != layout.date_order.0);
        }
        (corrected != *options).then_some(corrected)
    }
}

const fn other_mark(mark: DecimalMark) -> DecimalMark {
    match mark {
        DecimalMark::Comma => DecimalMark::Point,
        DecimalMark::Point => DecimalMark::Comma,
    }
}

const fn other_order(order: DateOrder) -> DateOrder {
    match order {
        DateOrder::Mdy => DateOrder::Dmy,
        DateOrder::Dmy | DateOrder::Ymd => DateOrder::Mdy,
    }
}

impl Sink {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        if self.rows.is_header(record) {
            return Ok(());
        }
        let is_data = columns::is_data(record.line, self.layout.header_line);
        match self.deriver.take_if(|_| is_data) {
            Some(mut deriver) => {
                self.take_row(&deriver.extend(record));
                self.deriver = Some(deriver);
            }
            None => self.take_row(record),
        }
        Ok(())
    }

    #[inline]
    fn take_row(&mut self, record: &Record<'_>) {
        let row = self.rows.read(record, self.account.total());
        self.collect_evidence(record, &row);
        if let (Some(extras), Row::Sale(_)) = (&mut self.extras, &row) {
            extras.push(record);
        }
        self.account.add(record, &row);
    }

    fn collect_evidence(&mut self, record: &Record<'_>, row: &Row<'_>) {
        let is_data = match row {
            Row::Sale(_) => true,
            Row::SetAside { reason, .. } => matches!(reason, Reason::BadDate | Reason::BadAmount),
        };
        if !is_data {
            return;
        }
        let date = || record.get(self.rows.date_column());
        if let Some(evidence) = &mut self.orders.evidence {
            date().and_then(calendar::parse).into_iter().for_each(|date| evidence.see(date));
        } else if matches!(row, Row::SetAside { reason: Reason::BadDate, .. }) {
            let other = other_order(self.layout.date_order.0);
            let reads = date().and_then(calendar::parse).is_some_and(|date| date.resolve(other).is_some());
            self.orders.against += u64::from(reads);
        }
        let amounts = || self.rows.amount_columns().filter_map(|column| record.get(column));
        if let Some(evidence) = &mut self.marks.evidence {
            amounts().for_each(|cell| evidence.see(cell));
        } else if matches!(row, Row::SetAside { reason: Reason::BadAmount, .. }) {
            let other = other_mark(self.layout.decimal.0);
            self.marks.against += u64::from(amounts().all(|cell| number::parse(cell, other).is_some()));
        }
    }

    fn finish(self, (undecodable, undecodable_lines): (u64, Vec<u64>)) -> Result<Ingested, ReadError> {
        let Self { layout, mut account, extras, marks, orders, .. } = self;
        extras.into_iter().for_each(|extras| account.set_extras(extras.finish()));
        let marks = marks.evidence.map(|evidence| evidence.verdict());
        let orders = orders.evidence.map(|evidence| evidence.verdict());
        let doubts = Doubts {
            undecodable,
            undecodable_lines,
            date_order_ambiguous: matches!(orders, Some(OrderVerdict::Ambiguous)),
            decimal_ambiguous: matches!(marks, Some(MarkVerdict::Ambiguous)),
        };
        account.finish(&layout, doubts)
    }
}

/// Reads bytes that are in memory already.
///
/// # Errors
/// When they cannot be read as a table, or no row could be used.
pub fn read_all(bytes: &[u8], options: &ReadOptions) -> Result<Ingested, ReadError> {
    let mut options = options.clone();
    loop {
        let mut importer = Importer::new(&options, bytes.len() as u64);
        importer.push(bytes)?;
        match importer.finish()? {
            Finished::Ingested(ingested) => return Ok(*ingested),
            Finished::ReadAgain(corrected) => options = *corrected,
        }
    }
}
