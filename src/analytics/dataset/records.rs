//! Records: text in pieces of any size → rows of cells, each with the physical line on which it begins.
//!
//! Cells are parted by a separator and may stand in quotes; inside quotes a doubled quote is a quote, and separators
//! and line ends are text. LF, CRLF and CR each end a line. Reading is lenient, because real files are: a quote inside
//! an unquoted cell is text, and so is what follows a closing quote. A blank line is a record without cells.
//!
//! The cells of a record lie one after another in one buffer that is used again for the next.

use super::report::ReadError;

/// Longest cell: far over any name or note, far under what an unclosed quote swallows.
pub const CELL_BYTES_MAX: usize = 1 << 20;
/// Most columns: over any table made by people, under what a hostile file asks for.
pub const COLUMNS_MAX: usize = 500;

/// A row of cells.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// Physical line on which it begins, from 1.
    pub line: u64,
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Record<'a> {
    /// A record of the cells of `text` that end at `ends`.
    pub(super) const fn new(line: u64, text: &'a str, ends: &'a [usize]) -> Self {
        Self { line, text, ends }
    }

    /// The cell at `index`, as it stands in the file, without its quotes.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&'a str> {
        let end = *self.ends.get(index)?;
        let start = if index == 0 { 0 } else { *self.ends.get(index - 1)? };
        self.text.get(start..end)
    }

    /// Cells.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no cell: a blank line.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cells, left to right.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let Self { text, ends, .. } = *self;
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(ends).map(move |(start, &end)| text.get(start..end).unwrap_or_default())
    }

    /// Whether no cell holds anything but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

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
pub struct RecordReader {
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
    ends: Vec<usize>,
}

impl RecordReader {
    /// A reader at the beginning of a file.
    #[must_use]
    pub const fn new(separator: u8, backslash_escapes: bool) -> Self {
        Self {
            separator,
            backslash_escapes,
            state: State::RecordStart,
            after_cr: false,
            line: 1,
            record_line: 1,
            quote_line: 1,
            text: String::new(),
            ends: Vec::new(),
        }
    }

    /// Reads a piece and gives each record that ends in it to `give`.
    ///
    /// # Errors
    /// Those of `give`, [`ReadError::CellTooLong`] and [`ReadError::TooManyColumns`], all at once.
    pub fn push(
        &mut self,
        piece: &str,
        give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut rest = piece;
        while let Some((run, sign, after)) = self.next_sign(rest) {
            self.push_text(run)?;
            self.push_sign(sign, give)?;
            rest = after;
        }
        self.push_text(rest)
    }

    /// Ends the file: the last record needs no line end.
    ///
    /// # Errors
    /// Those of `give`, and [`ReadError::UnclosedQuote`].
    pub fn finish(&mut self, give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>) -> Result<(), ReadError> {
        match self.state {
            State::RecordStart => Ok(()),
            State::Quoted | State::Escaped => Err(ReadError::UnclosedQuote { line: self.quote_line }),
            State::CellStart | State::Plain | State::QuoteInQuoted => self.end_record(give),
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
        let cell_bytes = self.text.len() - self.ends.last().copied().unwrap_or(0);
        if cell_bytes > CELL_BYTES_MAX {
            return Err(ReadError::CellTooLong { line: self.record_line, bytes_max: CELL_BYTES_MAX as u64 });
        }
        Ok(())
    }

    fn push_sign(
        &mut self,
        sign: u8,
        give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let completes_crlf = std::mem::replace(&mut self.after_cr, sign == b'\r') && sign == b'\n';
        if matches!(sign, b'\n' | b'\r') && !completes_crlf {
            self.line += 1;
        }
        match (self.state, sign) {
            (State::Escaped, _) => self.push_literal(sign, State::Quoted),
            (State::Quoted, b'"') => {
                self.state = State::QuoteInQuoted;
                Ok(())
            }
            (State::Quoted, b'\\') if self.backslash_escapes => {
                self.state = State::Escaped;
                Ok(())
            }
            (State::Quoted, _) => self.push_literal(sign, State::Quoted),
            (State::QuoteInQuoted, b'"') => self.push_literal(sign, State::Quoted),
            (_, b'\n') if completes_crlf => Ok(()),
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
                self.text.truncate(self.ends.last().copied().unwrap_or(0));
                self.quote_line = self.line;
                self.state = State::Quoted;
                Ok(())
            }
            (state, _) if sign == self.separator => {
                if state == State::RecordStart {
                    self.record_line = self.line;
                }
                self.end_cell()?;
                self.state = State::CellStart;
                Ok(())
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

    fn push_literal(&mut self, sign: u8, next: State) -> Result<(), ReadError> {
        self.state = next;
        let after_cr = self.after_cr;
        self.push_text(char::from(sign).encode_utf8(&mut [0; 4]))?;
        self.after_cr = after_cr;
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), ReadError> {
        if self.ends.len() >= COLUMNS_MAX {
            return Err(ReadError::TooManyColumns { line: self.record_line, columns_max: COLUMNS_MAX as u64 });
        }
        self.ends.push(self.text.len());
        Ok(())
    }

    fn end_record(&mut self, give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>) -> Result<(), ReadError> {
        self.end_cell()?;
        self.give_record(give)
    }

    fn give_record(&mut self, give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>) -> Result<(), ReadError> {
        give(Record::new(self.record_line, &self.text, &self.ends))?;
        self.text.clear();
        self.ends.clear();
        self.state = State::RecordStart;
        Ok(())
    }
}

fn is_spaces(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rows = Vec<(u64, Vec<String>)>;

    fn read(text: &str, piece_chars: usize, backslash_escapes: bool) -> Result<Rows, ReadError> {
        let mut reader = RecordReader::new(b';', backslash_escapes);
        let mut rows = Rows::new();
        let mut give = |record: Record<'_>| {
            rows.push((record.line, record.iter().map(str::to_owned).collect()));
            Ok(())
        };
        let characters: Vec<char> = text.chars().collect();
        for piece in characters.chunks(piece_chars) {
            reader.push(&piece.iter().collect::<String>(), &mut give)?;
        }
        reader.finish(&mut give)?;
        Ok(rows)
    }

    fn check(text: &str, expected: &[(u64, &[&str])]) {
        let expected: Rows =
            expected.iter().map(|(line, cells)| (*line, cells.iter().map(|&cell| cell.to_owned()).collect())).collect();
        for piece_chars in [1, 2, 3, 7, 1_000] {
            assert_eq!(read(text, piece_chars, false).as_ref(), Ok(&expected), "{text:?} in pieces of {piece_chars}");
        }
    }

    #[test]
    fn cells_and_lines() {
        check("a;b\nc;d\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a;b\nc;d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a;\n;b\n;\n", &[(1, &["a", ""]), (2, &["", "b"]), (3, &["", ""])]);
        check("", &[]);
        check("\n", &[(1, &[])]);
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        check("a\r\nb\rc\nd\r\n\r\ne", &[(1, &["a"]), (2, &["b"]), (3, &["c"]), (4, &["d"]), (5, &[]), (6, &["e"])]);
        check("\r\r\na", &[(1, &[]), (2, &[]), (3, &["a"])]);
    }

    #[test]
    fn quotes() {
        check("\"a;b\";c\n", &[(1, &["a;b", "c"])]);
        check("\"ООО \"\"Ромашка\"\"\";1\n", &[(1, &["ООО \"Ромашка\"", "1"])]);
        check("\"a\nb\r\nc\";1\nd;2\n", &[(1, &["a\nb\r\nc", "1"]), (4, &["d", "2"])]);
        check("\"\";\"\"\n", &[(1, &["", ""])]);
        check("\"a\"", &[(1, &["a"])]);
        check("a;  \"b;c\"\n", &[(1, &["a", "b;c"])]);
        check(" ;a\n", &[(1, &[" ", "a"])]);
    }

    #[test]
    fn stray_quotes_are_text() {
        check("ООО \"Ромашка\";1\n", &[(1, &["ООО \"Ромашка\"", "1"])]);
        check("\"a\"b;1\nc;2\n", &[(1, &["ab", "1"]), (2, &["c", "2"])]);
        check("2\";3\n", &[(1, &["2\"", "3"])]);
    }

    #[test]
    fn backslashes_by_choice() {
        let text = "\"a\\\"b\\\\\";c\\d\n";
        assert_eq!(read(text, 3, true), Ok(vec![(1, vec!["a\"b\\".to_owned(), "c\\d".to_owned()])]));
        check("\"a\\\\\";c\n", &[(1, &["a\\\\", "c"])]);
    }

    #[test]
    fn an_unclosed_quote_is_named_by_its_line() {
        for piece_chars in [1, 5, 1_000] {
            let result = read("a;b\nc;\"d\ne;f\n", piece_chars, false);
            assert_eq!(result, Err(ReadError::UnclosedQuote { line: 2 }));
        }
    }

    #[test]
    fn limits() {
        let long = format!("a;b\nc;\"{}\n", "x".repeat(CELL_BYTES_MAX + 1));
        let too_long = ReadError::CellTooLong { line: 2, bytes_max: CELL_BYTES_MAX as u64 };
        assert_eq!(read(&long, 1 << 16, false), Err(too_long));
        let wide = ";".repeat(COLUMNS_MAX);
        let too_many = ReadError::TooManyColumns { line: 1, columns_max: COLUMNS_MAX as u64 };
        assert_eq!(read(&wide, 100, false), Err(too_many));
    }
}
