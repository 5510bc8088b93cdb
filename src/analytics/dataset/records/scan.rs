//! Records that are written plainly, found by their signs: separators, quotes and line ends.
//!
//! Sixty-four bytes at a time become a mask of the places where a sign may stand, sixteen to an
//! instruction (after simdjson: find first, understand then). Cells are handed on where they lie.

use wide::u8x16;

use super::lenient::is_spaces;
use super::{CELL_BYTES_MAX, COLUMNS_MAX, Cell, Record};
use crate::analytics::dataset::report::ReadError;

/// Bytes whose signs are found at once: as many as a mask has bits.
const BLOCK: usize = 64;

/// Finds the records of a text that are written plainly.
#[derive(Debug)]
pub(super) struct Scanner {
    separator: u8,
    cells: Vec<Cell>,
    /// Cells whose doubled quotes have been made single ones.
    unescaped: String,
}

/// Where a scan stopped: before a record that goes on in the next piece, or that is not written plainly.
pub(super) struct Stop {
    pub(super) position: usize,
    pub(super) line: u64,
    pub(super) after_cr: bool,
}

impl Scanner {
    pub(super) const fn new(separator: u8) -> Self {
        Self { separator, cells: Vec::new(), unescaped: String::new() }
    }

    /// Gives the records of `text` that follow each other from `from` on, as far as they are whole and plain.
    /// `place` is the line there, and whether a line feed there belongs to the line end before it.
    pub(super) fn scan(
        &mut self,
        text: &str,
        from: usize,
        place: (u64, bool),
        give: &mut impl FnMut(Record<'_>) -> Result<(), ReadError>,
    ) -> Result<Stop, ReadError> {
        let bytes = text.as_bytes();
        let mut signs = Signs::new(bytes, from, self.separator);
        let mut stop = Stop { position: from, line: place.0, after_cr: place.1 };
        let mut start = from;
        let mut lines = 0;
        self.cells.clear();
        self.unescaped.clear();
        while let Some((mut at, mut sign)) = signs.next() {
            let mut cell = Cell::new(start, at);
            if sign == b'"' {
                if start != at {
                    match text.get(start..at) {
                        Some(before) if !is_spaces(before) => continue,
                        // Spaces before an opening quote.
                        _ => break,
                    }
                }
                let Some(quoted) = self.quoted(text, at, &mut signs) else { break };
                (cell, at, sign) = (quoted.cell, quoted.end, quoted.sign);
                lines += quoted.lines;
            }
            let is_line_end = matches!(sign, b'\n' | b'\r');
            if sign != self.separator && !is_line_end {
                continue;
            }
            if at == stop.position && is_line_end {
                let is_rest = sign == b'\n' && stop.after_cr;
                stop.position = at + 1;
                stop.after_cr = sign == b'\r';
                start = at + 1;
                if !is_rest {
                    give(Record::new(stop.line, "", &[]))?;
                    stop.line += 1;
                }
                continue;
            }
            if self.cells.len() >= COLUMNS_MAX || at - start > CELL_BYTES_MAX {
                break;
            }
            self.cells.push(cell);
            start = at + 1;
            if is_line_end {
                give(Record { line: stop.line, text, unescaped: &self.unescaped, cells: &self.cells })?;
                self.cells.clear();
                self.unescaped.clear();
                stop = Stop { position: start, line: stop.line + 1 + lines, after_cr: sign == b'\r' };
                lines = 0;
            }
        }
        Ok(stop)
    }

    /// The cell in quotes that opens at `open`; `None` if it is not whole, or text follows its closing quote.
    fn quoted(&mut self, text: &str, open: usize, signs: &mut Signs<'_>) -> Option<Quoted> {
        let bytes = text.as_bytes();
        let unescaped_start = self.unescaped.len();
        let mut start = open + 1;
        let mut lines = 0;
        loop {
            let (at, sign) = signs.next()?;
            match sign {
                b'\r' => lines += 1,
                b'\n' if bytes.get(at - 1) != Some(&b'\r') => lines += 1,
                b'"' => {
                    let (next_at, next) = signs.next()?;
                    if next_at != at + 1 {
                        return None;
                    }
                    if next == b'"' {
                        self.unescaped.push_str(text.get(start..=at)?);
                        start = next_at + 1;
                        continue;
                    }
                    if next != signs.separator && !matches!(next, b'\n' | b'\r') {
                        return None;
                    }
                    let cell = if start == open + 1 {
                        Cell::new(start, at)
                    } else {
                        self.unescaped.push_str(text.get(start..at)?);
                        Cell::unescaped(unescaped_start, self.unescaped.len())
                    };
                    return Some(Quoted { cell, end: next_at, sign: next, lines });
                }
                _ => {}
            }
        }
    }
}

/// A cell in quotes.
struct Quoted {
    cell: Cell,
    /// Where the sign after it stands.
    end: usize,
    sign: u8,
    /// Line ends in it.
    lines: u64,
}

/// The places in a text where a sign may stand, and what stands there.
///
/// Control characters are given as well: they are rare, and one test finds both line ends among them.
struct Signs<'a> {
    bytes: &'a [u8],
    separator: u8,
    /// Where the block of `mask` begins, and the next one.
    block: usize,
    next_block: usize,
    /// Places in the block that have not been given.
    mask: u64,
}

impl<'a> Signs<'a> {
    const fn new(bytes: &'a [u8], from: usize, separator: u8) -> Self {
        Self { bytes, separator, block: from, next_block: from, mask: 0 }
    }

    // One call a cell: what it does is less than what a call costs.
    #[inline(always)]
    fn next(&mut self) -> Option<(usize, u8)> {
        while self.mask == 0 {
            self.fill()?;
        }
        let at = self.block + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some((at, *self.bytes.get(at)?))
    }

    #[inline(never)]
    fn fill(&mut self) -> Option<()> {
        let rest = self.bytes.get(self.next_block..)?;
        self.mask = if let Some(block) = rest.first_chunk() {
            mask(block, u8x16::splat(self.separator))
        } else if rest.is_empty() {
            return None;
        } else {
            // Spaces are no signs.
            let mut block = [b' '; BLOCK];
            block.iter_mut().zip(rest).for_each(|(place, &byte)| *place = byte);
            mask(&block, u8x16::splat(self.separator))
        };
        self.block = self.next_block;
        self.next_block += BLOCK;
        Some(())
    }
}

/// One bit a byte: set where a separator, a quote or a control character under 0x10 stands.
#[inline]
fn mask(block: &[u8; BLOCK], separators: u8x16) -> u64 {
    let (parts, _) = block.as_chunks::<16>();
    parts.iter().rev().fold(0, |mask, part| mask << 16 | u64::from(signs(u8x16::new(*part), separators)))
}

/// One bit a byte, the first byte lowest.
#[inline]
fn signs(part: u8x16, separators: u8x16) -> u32 {
    let is_control = (part & u8x16::splat(0xf0)).simd_eq(u8x16::splat(0));
    (part.simd_eq(separators) | part.simd_eq(u8x16::splat(b'"')) | is_control).to_bitmask()
}
