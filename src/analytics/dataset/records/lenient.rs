//! Records character by character: any text at all, in pieces that end anywhere.
//!
//! What the quick scan of [`super`] leaves over is read here: a record that goes on in the next piece, and whatever is
//! written in a way that the scan does not expect. This reader alone says what a record is; the scan is only faster.

use super::{CELL_BYTES_MAX, COLUMNS_MAX, Cell, Record};
use crate::analytics::dataset::report::ReadError;

/// Where in a cell the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the first cell of a record.
    RecordStart,
    /// Before the first character of a cell, or after nothing but spaces.
    CellStart,
    /// In a cell without quotes, or after a closing quote.
    Plain,
    /// Inside quotes.
    Quoted,
    /// Inside quotes, after the sign that takes the meaning from the next one.
    Escaped,
    /// After a quote inside quotes: it closes the cell, unless another follows.
    QuoteInQuoted,
}

/// Reads records from text in pieces.
#[derive(Debug)]
pub(super) struct LenientReader {
    separator: u8,
    backslash_escapes: bool,
    state: State,
    /// The last character was a CR: an LF right after it belongs to the same line end.
    after_cr: bool,
    /// Line being read, from 1.
    line: u64,
    record_line: u64,
    quote_line: u64,
    text: String,
    cells: Vec<Cell>,
    /// Where the cell that is being read begins in `text`.
    cell_start: usize,
}

impl LenientReader {
    /// A reader at the beginning of a file.
    pub(super) const fn new(separator: u8, backslash_escapes: bool) -> Self {
        Self {
            separator,
            backslash_escapes,
            state: State::RecordStart,
            after_cr: false,
            line: 1,
            record_line: 1,
            quote_line: 1,
            text: String::new(),
            cells: Vec::new(),
            cell_start: 0,
        }
    }

    /// Whether everything read so far has been given.
    pub(super) fn is_between_records(&self) -> bool {
        self.state == State::RecordStart
    }

    /// The line on which the next record begins, and whether a line feed there would belong to the line end before it.
    pub(super) const fn place(&self) -> (u64, bool) {
        (self.line, self.after_cr)
    }

    /// Goes on from another [`LenientReader::place`]; between records only.
    pub(super) const fn move_to(&mut self, line: u64, after_cr: bool) {
        self.line = line;
        self.after_cr = after_cr;
    }

    /// Reads a piece up to the end of the first record that ends in it, and gives that record to `give`.
    /// Tells how many bytes it has read.
    pub(super) fn push_record(
        &mut self,
        piece: &str,
        give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>,
    ) -> Result<usize, ReadError> {
        let mut rest = piece;
        while let Some((run, sign, after)) = self.next_sign(rest) {
            self.push_text(run)?;
            let is_given = self.push_sign(sign, give)?;
            rest = after;
            if is_given {
                return Ok(piece.len() - rest.len());
            }
        }
        self.push_text(rest)?;
        Ok(piece.len())
    }

    /// Ends the file: the last record needs no line end.
    pub(super) fn finish(
        &mut self,
        give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        match self.state {
            State::RecordStart => Ok(()),
            State::Quoted | State::Escaped => Err(ReadError::UnclosedQuote { line: self.quote_line }),
            State::CellStart | State::Plain | State::QuoteInQuoted => self.end_record(give).map(drop),
        }
    }

    /// The text before the next byte that may mean something, that byte, and what follows it.
    fn next_sign<'a>(&self, text: &'a str) -> Option<(&'a str, u8, &'a str)> {
        let escape = if self.backslash_escapes { b'\\' } else { b'"' };
        let separator = self.separator;
        let is_sign = |&byte: &u8| byte == separator || matches!(byte, b'\n' | b'\r' | b'"') || byte == escape;
        let position = text.as_bytes().iter().position(is_sign)?;
        let (run, from_sign) = text.split_at_checked(position)?;
        Some((run, *from_sign.as_bytes().first()?, from_sign.get(1..)?))
    }

    /// Characters without a meaning of their own.
    fn push_text(&mut self, run: &str) -> Result<(), ReadError> {
        if run.is_empty() {
            return Ok(());
        }
        self.after_cr = false;
        match self.state {
            State::RecordStart => {
                self.record_line = self.line;
                self.state = if is_spaces(run) { State::CellStart } else { State::Plain };
            }
            State::CellStart if is_spaces(run) => {}
            State::CellStart | State::QuoteInQuoted => self.state = State::Plain,
            State::Escaped => self.state = State::Quoted,
            State::Plain | State::Quoted => {}
        }
        self.text.push_str(run);
        if self.text.len() - self.cell_start > CELL_BYTES_MAX {
            return Err(ReadError::CellTooLong { line: self.record_line, bytes_max: CELL_BYTES_MAX as u64 });
        }
        Ok(())
    }

    /// Tells whether the sign ended a record.
    fn push_sign(
        &mut self,
        sign: u8,
        give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>,
    ) -> Result<bool, ReadError> {
        let completes_crlf = std::mem::replace(&mut self.after_cr, sign == b'\r') && sign == b'\n';
        if matches!(sign, b'\n' | b'\r') && !completes_crlf {
            self.line += 1;
        }
        match (self.state, sign) {
            (State::Escaped, _) => self.push_literal(sign, State::Quoted),
            (State::Quoted, b'"') => {
                self.state = State::QuoteInQuoted;
                Ok(false)
            }
            (State::Quoted, b'\\') if self.backslash_escapes => {
                self.state = State::Escaped;
                Ok(false)
            }
            (State::Quoted, _) => self.push_literal(sign, State::Quoted),
            (State::QuoteInQuoted, b'"') => self.push_literal(sign, State::Quoted),
            (_, b'\n') if completes_crlf => Ok(false),
            (State::RecordStart, b'\n' | b'\r') => {
                self.record_line = self.line - 1;
                self.give_record(give)
            }
            (_, b'\n' | b'\r') => self.end_record(give),
            (state, b'"') if matches!(state, State::RecordStart | State::CellStart) => {
                if state == State::RecordStart {
                    self.record_line = self.line;
                }
                // Spaces before an opening quote are not part of the cell.
                self.text.truncate(self.cell_start);
                self.quote_line = self.line;
                self.state = State::Quoted;
                Ok(false)
            }
            (state, _) if sign == self.separator => {
                if state == State::RecordStart {
                    self.record_line = self.line;
                }
                self.end_cell()?;
                self.state = State::CellStart;
                Ok(false)
            }
            // A quote or a backslash in the middle of a plain cell.
            (state, _) => {
                if state == State::RecordStart {
                    self.record_line = self.line;
                }
                self.push_literal(sign, State::Plain)
            }
        }
    }

    fn push_literal(&mut self, sign: u8, next: State) -> Result<bool, ReadError> {
        self.state = next;
        let after_cr = self.after_cr;
        self.push_text(char::from(sign).encode_utf8(&mut [0; 4]))?;
        self.after_cr = after_cr;
        Ok(false)
    }

    fn end_cell(&mut self) -> Result<(), ReadError> {
        if self.cells.len() >= COLUMNS_MAX {
            return Err(ReadError::TooManyColumns { line: self.record_line, columns_max: COLUMNS_MAX as u64 });
        }
        self.cells.push(Cell::new(self.cell_start, self.text.len()));
        self.cell_start = self.text.len();
        Ok(())
    }

    fn end_record(&mut self, give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>) -> Result<bool, ReadError> {
        self.end_cell()?;
        self.give_record(give)
    }

    fn give_record(&mut self, give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>) -> Result<bool, ReadError> {
        give(Record::new(self.record_line, &self.text, &self.cells))?;
        self.text.clear();
        self.cells.clear();
        self.cell_start = 0;
        self.state = State::RecordStart;
        Ok(true)
    }
}

pub(super) fn is_spaces(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ')
}
