//! Records: text in pieces of any size → rows of cells, each with the physical line on which it begins.
//!
//! Cells are parted by a separator and may stand in quotes; inside quotes a doubled quote is a quote, and separators
//! and line ends are text. LF, CRLF and CR each end a line. Reading is lenient, because real files are: a quote inside
//! an unquoted cell is text, and so is what follows a closing quote. A blank line is a record without cells.
//!
//! Nearly every record lies within one piece and is written plainly: a [`scan`] over blocks of bytes finds its cells,
//! which are handed on as parts of the piece. All others are read by the [`lenient`] reader, character by character.

mod lenient;
mod scan;
mod unwrap;

pub use unwrap::Unwrapper;

use self::lenient::LenientReader;
use self::scan::Scanner;
use super::report::ReadError;
use super::short_text::trimmed;

/// Longest cell: far over any name or note, far under what an unclosed quote swallows.
pub const CELL_BYTES_MAX: usize = 1 << 20;
/// Most columns: over any table made by people, under what a hostile file asks for.
pub const COLUMNS_MAX: usize = 500;

/// Bytes that are scanned at once: positions in them fit into [`Cell`].
const PIECE_BYTES_MAX: usize = 1 << 30;

/// A row of cells.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// Physical line on which it begins, from 1.
    pub line: u64,
    text: &'a str,
    /// Cells whose doubled quotes have been made single ones.
    unescaped: &'a str,
    cells: &'a [Cell],
}

/// Where a cell lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// With [`Cell::UNESCAPED`]: in the second text.
    start: u32,
    end: u32,
}

impl Cell {
    const UNESCAPED: u32 = 1 << 31;

    /// A cell of the text itself.
    // A record's text is under 2 GB: 500 cells of a megabyte, or one piece.
    #[expect(clippy::cast_possible_truncation, reason = "limits of records and pieces")]
    pub(super) const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    const fn unescaped(start: usize, end: usize) -> Self {
        let Self { start, end } = Self::new(start, end);
        Self { start: start | Self::UNESCAPED, end }
    }
}

impl<'a> Record<'a> {
    /// A record whose cells are parts of `text`.
    pub(super) const fn new(line: u64, text: &'a str, cells: &'a [Cell]) -> Self {
        Self { line, text, unescaped: "", cells }
    }

    /// The cell at `index`, as it stands in the file, without its quotes.
    #[must_use]
    #[inline]
    pub fn get(&self, index: usize) -> Option<&'a str> {
        self.cells.get(index).and_then(|&cell| self.text_of(cell))
    }

    /// Cells.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no cell: a blank line.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The cells, left to right.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let record = *self;
        record.cells.iter().map(move |&cell| record.text_of(cell).unwrap_or_default())
    }

    /// Whether no cell holds anything but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.iter().all(|cell| cell.trim().is_empty())
    }

    /// The first cell with something in it, without white space around it.
    #[must_use]
    pub fn first_filled(&self) -> Option<&'a str> {
        self.iter().map(trimmed).find(|cell| !cell.is_empty())
    }

    /// The cell at `index` without outer white space; empty where there is none.
    #[inline]
    #[must_use]
    pub fn trimmed(&self, index: usize) -> &'a str {
        self.get(index).map_or("", trimmed)
    }

    #[inline]
    fn text_of(&self, cell: Cell) -> Option<&'a str> {
        let Cell { start, end } = cell;
        if start & Cell::UNESCAPED == 0 {
            self.text.get(start as usize..end as usize)
        } else {
            self.unescaped.get((start & !Cell::UNESCAPED) as usize..end as usize)
        }
    }
}

/// Reads records from text in pieces.
#[derive(Debug)]
pub struct RecordReader {
    /// Knows the line, and holds what has been read of a record that is not whole.
    lenient: LenientReader,
    /// Not where backslashes mean something: they are too rare to be scanned for.
    scanner: Option<Scanner>,
    /// Only where rows stand in quotes as a whole.
    unwrapper: Option<Unwrapper>,
}

impl RecordReader {
    /// A reader at the beginning of a file.
    #[must_use]
    pub fn new(separator: u8, backslash_escapes: bool) -> Self {
        Self {
            lenient: LenientReader::new(separator, backslash_escapes),
            scanner: (!backslash_escapes).then(|| Scanner::new(separator)),
            unwrapper: None,
        }
    }

    /// The same for a file whose rows may stand in quotes as a whole.
    #[must_use]
    pub fn unwrapping(mut self, is_wrapped: bool) -> Self {
        self.unwrapper = is_wrapped.then(Unwrapper::default);
        self
    }

    /// The line that is being read, from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.lenient.place().0
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
        match self.unwrapper.take() {
            Some(mut unwrapper) => {
                let result = self.push_parts(unwrapper.push(piece), give);
                self.unwrapper = Some(unwrapper);
                result
            }
            None => self.push_parts(piece, give),
        }
    }

    fn push_parts(
        &mut self,
        piece: &str,
        give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut rest = piece;
        while rest.len() > PIECE_BYTES_MAX {
            let (part, after) = rest.split_at_checked(rest.floor_char_boundary(PIECE_BYTES_MAX)).unwrap_or_default();
            self.push_part(part, give)?;
            rest = after;
        }
        self.push_part(rest, give)
    }

    fn push_part(
        &mut self,
        part: &str,
        give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut position = 0;
        while position < part.len() {
            if let Some(scanner) = self.scanner.as_mut().filter(|_| self.lenient.is_between_records()) {
                let (line, after_cr) = self.lenient.place();
                let end = scanner.scan(part, position, (line, after_cr), give)?;
                self.lenient.move_to(end.line, end.after_cr);
                position = end.position;
            }
            let rest = part.get(position..).unwrap_or_default();
            position += self.lenient.push_record(rest, give)?;
        }
        Ok(())
    }

    /// Ends the file: the last record needs no line end.
    ///
    /// # Errors
    /// Those of `give`, and [`ReadError::UnclosedQuote`].
    pub fn finish(&mut self, give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>) -> Result<(), ReadError> {
        self.lenient.finish(give)
    }
}

#[cfg(test)]
mod tests;
