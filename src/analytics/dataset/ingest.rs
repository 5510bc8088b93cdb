//! The whole file: pieces in, typed columns and the account of every row out.
//!
//! The layout is found from the head of the file. Where the whole shows what the head could not (the one date that
//! tells day from month stands on the last line), the importer asks to be fed again, with that decided.

use super::account::{Account, Doubts};
use super::calendar::{self, OrderEvidence, OrderVerdict};
use super::encoding::{self, Decoder};
use super::extras::ExtrasCollector;
use super::kinds::TableKind;
use super::kinds::reading::KindReading;
use super::layout::{self, HEAD_BYTES, Layout};
use super::number::{self, MarkEvidence, MarkVerdict};
use super::plan::{DateOrder, DecimalMark, Encoding, ReadOptions};
use super::records::{Record, RecordReader};
use super::report::{Ingested, ReadError, Reason};
use super::row::{Row, RowReader};

/// Letters that tell a code page; see [`encoding::detect`].
const WORDS_BYTES_MAX: usize = 16 << 10;

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
    reading: Option<AnyReading>,
}

impl Importer {
    /// An importer at the beginning of a file of `file_bytes`.
    #[must_use]
    pub fn new(options: &ReadOptions, file_bytes: u64) -> Self {
        Self { options: options.clone(), file_bytes, head: Vec::new(), reading: None }
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
        let (layout, _) = layout::find(head.get(..HEAD_BYTES).unwrap_or(&head), self.file_bytes, &self.options)?;
        self.reading = Some(if layout.table == TableKind::Sales {
            let mut reading = Reading::new(layout)?;
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
    /// The first words that are not ASCII, while the head was nothing else: they may be of another encoding.
    words: Vec<u8>,
}

/// Where records go.
#[derive(Debug)]
struct Sink {
    layout: Layout,
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
    fn new(layout: Layout) -> Result<Self, ReadError> {
        let Some(rows) = RowReader::new(&layout) else {
            return Err(ReadError::MissingFields { fields: layout.missing(), headers: layout.headers });
        };
        let open = |is_certain: bool| !is_certain;
        Ok(Self {
            decoder: Decoder::new(layout.encoding),
            records: RecordReader::new(layout.separator.byte(), layout.backslash_escapes),
            words: Vec::new(),
            sink: Sink {
                rows,
                extras: ExtrasCollector::new(&layout),
                account: Account::default(),
                marks: Doubt { evidence: open(layout.decimal.1).then(MarkEvidence::default), against: 0 },
                orders: Doubt { evidence: open(layout.date_order.1).then(OrderEvidence::default), against: 0 },
                layout,
            },
        })
    }

    fn push(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        let Self { decoder, records, sink, .. } = self;
        decoder.push(piece, &mut |text| records.push(text, &mut |record| sink.take(&record)))?;
        // A plain piece after a word matters as well: it holds the gap that ends the word.
        let is_in_word = self.words.last().is_some_and(|last| !last.is_ascii());
        if (is_in_word || !piece.is_ascii()) && self.sink.layout.encoding == Encoding::Utf8 {
            self.collect_words(piece);
        }
        Ok(())
    }

    /// Keeps bytes beyond ASCII, and one space for whatever stands between them: the same however the file is cut.
    fn collect_words(&mut self, piece: &[u8]) {
        for &byte in piece {
            if self.words.len() >= WORDS_BYTES_MAX {
                return;
            }
            if !byte.is_ascii() {
                self.words.push(byte);
            } else if self.words.last().is_some_and(|last| !last.is_ascii()) {
                self.words.push(b' ');
            }
        }
    }

    fn finish(mut self, options: &ReadOptions) -> Result<Finished, ReadError> {
        let Self { decoder, records, sink, .. } = &mut self;
        decoder.finish(&mut |text| records.push(text, &mut |record| sink.take(&record)))?;
        records.finish(&mut |record| sink.take(&record))?;
        if let Some(corrected) = self.corrected(options) {
            return Ok(Finished::ReadAgain(Box::new(corrected)));
        }
        let undecodable = self.decoder.undecodable();
        self.sink.finish(undecodable).map(Box::new).map(Finished::Ingested)
    }

    /// The options with what the whole file has shown, if that differs from what they led to.
    fn corrected(&self, options: &ReadOptions) -> Option<ReadOptions> {
        let Sink { layout, account, marks, orders, .. } = &self.sink;
        let mut corrected = options.clone();
        // The head was plain ASCII, or nearly, so that any encoding would have done, and UTF-8 turned out wrong.
        if options.encoding.is_none() && self.decoder.undecodable() > 0 {
            let shown = encoding::detect(&self.words).encoding;
            corrected.encoding = Some(shown).filter(|_| layout.encoding == Encoding::Utf8 && shown != Encoding::Utf8);
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
        let row = self.rows.read(record, self.account.total());
        self.collect_evidence(record, &row);
        if let (Some(extras), Row::Sale(_)) = (&mut self.extras, &row) {
            extras.push(record);
        }
        self.account.add(record, &row);
        Ok(())
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

    fn finish(self, undecodable: u64) -> Result<Ingested, ReadError> {
        let Self { layout, mut account, extras, marks, orders, .. } = self;
        extras.into_iter().for_each(|extras| account.set_extras(extras.finish()));
        let marks = marks.evidence.map(|evidence| evidence.verdict());
        let orders = orders.evidence.map(|evidence| evidence.verdict());
        let doubts = Doubts {
            undecodable,
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
