//! From bytes to the rows of a table that is not of sales row by row.
//!
//! Such tables are small beside sales, so that the way is the plain one: decoder, records, rows.

use super::report::Finding;
use super::rows::Rows;
use super::tally::Tally;
use crate::analytics::dataset::account::Doubts;
use crate::analytics::dataset::broken::BrokenLines;
use crate::analytics::dataset::calendar::{self, OrderEvidence, OrderVerdict};
use crate::analytics::dataset::columns;
use crate::analytics::dataset::derived::Deriver;
use crate::analytics::dataset::encoding::Decoder;
use crate::analytics::dataset::ingest::Finished;
use crate::analytics::dataset::late_words::LateWords;
use crate::analytics::dataset::layout::{Layout, Role};
use crate::analytics::dataset::number::{MarkEvidence, MarkVerdict};
use crate::analytics::dataset::plan::{Encoding, ReadOptions};
use crate::analytics::dataset::records::{Record, RecordReader};
use crate::analytics::dataset::report::ReadError;

/// A file whose layout is known.
#[derive(Debug)]
pub struct KindReading {
    decoder: Decoder,
    records: RecordReader,
    broken: BrokenLines,
    words: LateWords,
    sink: Sink,
}

/// Where records go.
#[derive(Debug)]
struct Sink {
    deriver: Option<Deriver>,
    rows: Rows,
    tally: Tally,
    marks: MarkEvidence,
    orders: OrderEvidence,
    layout: Layout,
}

impl KindReading {
    /// Reads by a layout.
    ///
    /// # Errors
    /// When a needed column is missing.
    pub fn new(layout: Layout) -> Result<Self, ReadError> {
        let Some(rows) = Rows::new(&layout) else {
            return Err(ReadError::MissingFields { fields: layout.missing(), headers: layout.headers });
        };
        let (tally, marks, orders) = (Tally::new(&layout), MarkEvidence::default(), OrderEvidence::default());
        Ok(Self {
            decoder: Decoder::new(layout.encoding),
            records: RecordReader::new(layout.separator.byte(), layout.backslash_escapes).unwrapping(layout.is_wrapped),
            broken: BrokenLines::default(),
            words: LateWords::default(),
            sink: Sink { deriver: Deriver::new(&layout.derived), rows, tally, marks, orders, layout },
        })
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// Those of records.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        if self.sink.layout.encoding == Encoding::Utf8 {
            self.words.see(piece);
        }
        let Self { decoder, records, broken, sink, .. } = self;
        decoder.push(piece, &mut |text| {
            broken.see(text, records.line());
            records.push(text, &mut |record| sink.take(&record))
        })
    }

    /// Rows read so far.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.sink.tally.rows_read()
    }

    /// The table and its account, or how to read the file again.
    ///
    /// # Errors
    /// When no row could be used.
    pub fn finish(mut self, options: &ReadOptions) -> Result<Finished, ReadError> {
        let Self { decoder, records, broken, sink, .. } = &mut self;
        decoder.finish(&mut |text| {
            broken.see(text, records.line());
            records.push(text, &mut |record| sink.take(&record))
        })?;
        let undecodable_lines = broken.take();
        records.finish(&mut |record| sink.take(&record))?;
        let Sink { deriver, rows, mut tally, marks, orders, layout } = self.sink;
        if deriver.is_some_and(|deriver| !deriver.adds_up()) {
            tally.find(Finding::SumsDiffer);
        }
        let mut corrected = options.clone();
        // The beginning was plain ASCII, or nearly, and UTF-8 turned out wrong.
        if options.encoding.is_none() && self.decoder.undecodable() > 0 {
            corrected.encoding = self.words.encoding().filter(|_| layout.encoding == Encoding::Utf8);
        }
        let mark = match marks.verdict() {
            MarkVerdict::Certain(mark) | MarkVerdict::Contradictory(mark) => Some(mark),
            MarkVerdict::Either | MarkVerdict::Ambiguous => None,
        };
        if options.decimal.is_none() {
            corrected.decimal = mark.filter(|&mark| mark != layout.decimal.0);
        }
        let order = match orders.verdict() {
            OrderVerdict::Certain(order) | OrderVerdict::Contradictory(order) => Some(order),
            OrderVerdict::Ambiguous | OrderVerdict::Irrelevant => None,
        };
        if options.date_order.is_none() {
            corrected.date_order = order.filter(|&order| order != layout.date_order.0);
        }
        if corrected != *options {
            return Ok(Finished::ReadAgain(Box::new(corrected)));
        }
        let doubts = Doubts {
            undecodable: self.decoder.undecodable(),
            undecodable_lines,
            date_order_ambiguous: options.date_order.is_none() && orders.verdict() == OrderVerdict::Ambiguous,
            decimal_ambiguous: options.decimal.is_none() && marks.verdict() == MarkVerdict::Ambiguous,
        };
        tally.finish(&layout, rows, doubts).map(Box::new).map(Finished::Ingested)
    }
}

impl Sink {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        if self.layout.is_header(record.line) {
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

    fn take_row(&mut self, record: &Record<'_>) {
        let taken = self.rows.take(record);
        if taken.is_ok() {
            for (column, cell) in record.iter().enumerate() {
                match self.layout.role(column) {
                    Role::Decimal => self.marks.see(cell),
                    Role::Day => calendar::parse(cell).into_iter().for_each(|date| self.orders.see(date)),
                    Role::Text | Role::None => {}
                }
            }
        }
        self.tally.add(record, taken);
    }
}
