//! The first words of a file that are not ASCII, where its beginning was nothing else.
//!
//! Such a beginning reads the same in any encoding but UTF-16, so the file is taken for UTF-8 until these words come.

use wide::u8x16;

use super::encoding;
use super::plan::Encoding;

/// Letters that tell a code page; see [`encoding::detect`].
const BYTES_MAX: usize = 16 << 10;

/// Bytes that are looked at together: letters beyond ASCII are rare where they come late.
const BLOCK: usize = 64;

/// Words that are not ASCII.
#[derive(Debug, Default)]
pub(super) struct LateWords(Vec<u8>);

impl LateWords {
    /// Takes a piece of the file.
    pub(super) fn see(&mut self, piece: &[u8]) {
        if self.0.len() >= BYTES_MAX {
            return;
        }
        for block in piece.chunks(BLOCK) {
            // A plain block after a word matters as well: it holds the gap that ends the word.
            if self.is_in_word() || !is_ascii(block) {
                self.collect(block);
            }
        }
    }

    /// Keeps bytes beyond ASCII, and one space for whatever stands between them: the same however the file is cut.
    fn collect(&mut self, block: &[u8]) {
        for &byte in block {
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

/// Whether all bytes are ASCII, sixty-four at a time: files in English are nothing else.
fn is_ascii(bytes: &[u8]) -> bool {
    let (blocks, rest) = bytes.as_chunks::<64>();
    let is_plain = |block: &[u8; 64]| {
        let (parts, _) = block.as_chunks::<16>();
        // The highest bit of each byte.
        parts.iter().fold(u8x16::splat(0), |all, part| all | u8x16::new(*part)).to_bitmask() == 0
    };
    blocks.iter().all(is_plain) && rest.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_however_the_file_is_cut() {
        let text = "plain ".repeat(30) + "ключ и" + &"-".repeat(200) + "é" + &"x".repeat(63) + "ё";
        let words = |length: usize| {
            let mut words = LateWords::default();
            text.as_bytes().chunks(length).for_each(|piece| words.see(piece));
            String::from_utf8(words.0).unwrap()
        };
        for length in [1, 3, 63, 64, 65, 1_000] {
            assert_eq!(words(length), "ключ и é ё", "in pieces of {length}");
        }
    }

    #[test]
    fn one_letter_is_found_wherever_it_stands() {
        for length in [0, 1, 63, 64, 65, 200] {
            let plain = vec![b'x'; length];
            assert!(is_ascii(&plain));
            for place in 0..length {
                let mut other = plain.clone();
                other[place] = 0xd0;
                assert!(!is_ascii(&other), "{place} of {length}");
            }
        }
    }
}
