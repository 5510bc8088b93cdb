//! Where the bytes of a file come from.

use thiserror::Error;

/// A file that can be read from its beginning in pieces, more than once.
pub trait Source {
    /// Size of the whole file.
    fn bytes(&self) -> u64;

    /// Goes back to the beginning.
    fn rewind(&mut self);

    /// Replaces the contents of `piece` by the next bytes; leaves it empty at the end of the file.
    ///
    /// # Errors
    /// When the bytes are not to be had any more (the file was moved or changed).
    fn next_piece(&mut self, piece: &mut Vec<u8>) -> Result<(), SourceError>;
}

/// The bytes are not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the file could not be read")]
pub struct SourceError;

/// Bytes that are in memory already.
#[derive(Clone, Debug)]
pub struct Bytes {
    all: Vec<u8>,
    position: usize,
    piece_bytes: usize,
}

impl Bytes {
    /// `all` in pieces of [`PIECE_BYTES`].
    #[must_use]
    pub const fn new(all: Vec<u8>) -> Self {
        Self { all, position: 0, piece_bytes: PIECE_BYTES }
    }

    /// `all` in pieces of `piece_bytes` (at least one).
    #[must_use]
    pub fn in_pieces(all: Vec<u8>, piece_bytes: usize) -> Self {
        Self { all, position: 0, piece_bytes: piece_bytes.max(1) }
    }
}

/// Size of a piece: large enough that the cost of a call does not count, small enough for progress to move evenly.
pub const PIECE_BYTES: usize = 2 << 20;

impl Source for Bytes {
    fn bytes(&self) -> u64 {
        self.all.len() as u64
    }

    fn rewind(&mut self) {
        self.position = 0;
    }

    fn next_piece(&mut self, piece: &mut Vec<u8>) -> Result<(), SourceError> {
        piece.clear();
        let rest = self.all.get(self.position..).unwrap_or_default();
        let next = rest.get(..self.piece_bytes).unwrap_or(rest);
        piece.extend_from_slice(next);
        self.position += next.len();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_the_whole_twice() {
        let all: Vec<u8> = (0..100).collect();
        let mut source = Bytes::in_pieces(all.clone(), 7);
        for _ in 0..2 {
            let mut seen = Vec::new();
            let mut piece = Vec::new();
            loop {
                source.next_piece(&mut piece).unwrap();
                if piece.is_empty() {
                    break;
                }
                seen.extend_from_slice(&piece);
            }
            assert_eq!(seen, all);
            source.rewind();
        }
    }
}
