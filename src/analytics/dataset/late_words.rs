//! The first words of a file that are not ASCII, where its beginning was nothing else.
//!
//! Such a beginning reads the same in any encoding but UTF-16, so the file is taken for UTF-8 until these words come.

use super::encoding;
use super::plan::Encoding;

/// Letters that tell a code page; see [`encoding::detect`].
const BYTES_MAX: usize = 16 << 10;

/// Words that are not ASCII.
#[derive(Debug, Default)]
pub(super) struct LateWords(Vec<u8>);

impl LateWords {
    /// Takes a piece of the file.
    pub(super) fn see(&mut self, piece: &[u8]) {
        // A plain piece after a word matters as well: it holds the gap that ends the word.
        if self.is_in_word() || !piece.is_ascii() {
            self.collect(piece);
        }
    }

    /// Keeps bytes beyond ASCII, and one space for whatever stands between them: the same however the file is cut.
    fn collect(&mut self, piece: &[u8]) {
        for &byte in piece {
            if self.0.len() >= BYTES_MAX {
                return;
            }
            if !byte.is_ascii() {
                self.0.push(byte);
            } else if self.is_in_word() {
                self.0.push(b' ');
            }
        }
    }

    fn is_in_word(&self) -> bool {
        self.0.last().is_some_and(|last| !last.is_ascii())
    }

    /// The encoding that the words show, if UTF-8 is not it.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        Some(encoding::detect(&self.0).encoding).filter(|&shown| shown != Encoding::Utf8)
    }
}
